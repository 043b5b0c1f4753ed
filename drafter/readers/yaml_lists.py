"""A YAML list written in another order, with new items, and with comments for those left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.pulled import GONE
from drafter.readers.yaml_items import Item, block, flow
from drafter.readers.yaml_plain import value_at
from drafter.readers.yaml_tree import Entries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.readers.yaml_page import Page
    from drafter.readers.yaml_plain import Path
    from drafter.readers.yaml_tree import Items, Scalar


def rearranged(page: Page, items: Items, order: Sequence[int | Item], *, traceless: bool) -> str:
    """The file with a list in another order.

    Args:
        page: the file.
        items: the list; it has at least one item.
        order: the places of items that stay, and new items.
        traceless: whether what is left out leaves no comment.
    """
    if items.end is not None:
        return _between_brackets(page, items, order, traceless=traceless)
    indent = " " * (items.spot.column - 1)
    chunks, begin, end = _chunks(page, items)
    kept = {one for one in order if isinstance(one, int)}
    gone = [at for at in range(len(chunks)) if at not in kept]
    lines: list[str] = []

    def leave(before: int) -> None:
        while gone and gone[0] < before:
            lead, own = chunks[gone.pop(0)]
            lines.extend([*lead, *([] if traceless else _comment(own, indent))])

    for one in order:
        if isinstance(one, int):
            leave(one)
            lines += [*chunks[one][0], *chunks[one][1]]
        else:
            lines += block(one, indent)
    leave(len(chunks))
    return page.text[:begin] + page.newline.join(lines) + page.text[end:]


def listed(page: Page, path: Path, scalar: Scalar, order: Sequence[int | Item]) -> str:
    """A single text, or nothing, made a list."""
    begin, end = page.at(scalar.spot), page.end(scalar)
    if not scalar.text:
        begin = end = page.blank(scalar)[0]
    above = value_at(page.tree, path[:-1])
    if not isinstance(above, Entries) or scalar.lines > 1:
        return page.text
    key = next(one.key for one in above.items if one.value is scalar)
    written = page.text[begin:end]
    if above.end is not None:
        inner = ", ".join(written if isinstance(one, int) else flow(one) for one in order)
        blank = "" if scalar.text else " "
        return f"{page.text[:begin]}{blank}[{inner}]{page.text[end:]}"
    indent = " " * (key.spot.column - 1 + page.step)
    lines = [
        line
        for one in order
        for line in ([f"{indent}- {written}"] if isinstance(one, int) else block(one, indent))
    ]
    head = page.text[:begin].rstrip(" ")
    stop = page.line_end(end)
    rest = page.text[end:stop].rstrip()
    below = "".join(page.newline + line for line in lines)
    return head + (f"  {rest.strip()}" if rest.strip() else "") + below + page.text[stop:]


def _chunks(page: Page, items: Items) -> tuple[list[tuple[list[str], list[str]]], int, int]:
    """For each item the lines above it (remarks) and its own; where all begin and end."""
    begin = at = page.at(items.spot) - (items.spot.column - 1)
    found: list[tuple[list[str], list[str]]] = []
    for item in items.items:
        end = page.line_end(page.end(item))
        lines = page.text[at:end].split(page.newline)
        dash = next((n for n, line in enumerate(lines) if line.lstrip().startswith("-")), 0)
        found.append((lines[:dash], lines[dash:]))
        at = end + len(page.newline)
    return found, begin, at - len(page.newline)


def _comment(lines: Sequence[str], indent: str) -> list[str]:
    """What is left of an item: one line."""
    words = " ".join(line.strip() for line in lines if line.strip())
    return [f"{indent}# {GONE}：{words.removeprefix('-').strip()}"]


def _between_brackets(
    page: Page, items: Items, order: Sequence[int | Item], *, traceless: bool
) -> str:
    raw = [page.text[page.at(one.spot) : page.end(one)] for one in items.items]
    inner = ", ".join(raw[one] if isinstance(one, int) else flow(one) for one in order)
    begin, end = page.at(items.spot), page.end(items)
    kept = {one for one in order if isinstance(one, int)}
    start = begin - (items.spot.column - 1)
    indent = page.text[start:begin][
        : len(page.text[start:begin]) - len(page.text[start:begin].lstrip())
    ]
    gone = [
        line + page.newline
        for at, one in enumerate(raw)
        if at not in kept and not traceless
        for line in _comment([one], indent)
    ]
    head = page.text[:start] + "".join(gone) + page.text[start:begin]
    return f"{head}[{inner}]{page.text[end:]}"
