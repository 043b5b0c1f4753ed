"""Texts and lists of a year file changed in place; every other byte stays as the clerk wrote it.

As in `year_edits` the text is changed, read again, and handed out only when nothing else reads
differently. What is taken out stays as a comment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.spot import Spot
from drafter.readers.codes import Fault, error
from drafter.readers.yaml_items import Item, entry, flow_entry
from drafter.readers.yaml_lists import listed, rearranged
from drafter.readers.yaml_plain import plain, read_page, same, value_at, with_value
from drafter.readers.yaml_tree import Entries, Items, Scalar, parse_tree
from drafter.readers.yaml_values import forms
from drafter.readers.year_edits import EditRefusedError, append

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.readers.yaml_page import Page
    from drafter.readers.yaml_plain import Path, Plain

_STAND_IN = "待写"


def replace_text(text: str, path: Path, value: str, file: str = "") -> str:
    """Change one text.

    Args:
        text: the year file.
        path: keys and places in lists that lead to it.
        value: what shall be read there.
        file: its path, for the findings.

    Raises:
        EditRefusedError: it cannot be changed without changing something else.
    """
    page = read_page(text, file)
    scalar = value_at(page.tree, path)
    if not isinstance(scalar, Scalar):
        raise _refused(path, value, file)
    begin, end = page.at(scalar.spot), page.end(scalar)
    written = page.text[begin:end]
    ways = [*_lines(page, scalar, value), *(f for f in forms(value, written))]
    blank = " " if not written and not page.text[:begin].endswith(" ") else ""
    wanted = with_value(plain(page.tree), path, value)
    changed = (page.text[:begin] + blank + way + page.text[end:] for way in ways)
    return _first(changed, wanted, page, _refused(path, value, file))


def arrange(
    text: str,
    path: Path,
    order: Sequence[int | Item],
    file: str = "",
    *,
    traceless: bool = False,
) -> str:
    """Give a list new items, another order, fewer items.

    Args:
        text: the year file.
        path: keys and places that lead to the list; a single text there counts as a list of one.
        order: what shall stand there: the places of items that are there, and new items.
        file: its path, for the findings.
        traceless: whether what is left out leaves no comment.

    Raises:
        EditRefusedError: it cannot be done without changing something else.
    """
    page = read_page(text, file)
    tree = value_at(page.tree, path)
    was = plain(tree)
    old = was if isinstance(was, list) else [was] if was else []
    new: list[Plain] = [old[one] if isinstance(one, int) else _plain_item(one) for one in order]
    wanted = with_value(plain(page.tree), path, new)
    problem = _refused(path, f"{len(order)}条", file)
    if isinstance(tree, Items) and tree.items:
        made = rearranged(page, tree, order, traceless=traceless)
    elif isinstance(tree, Scalar) and path:
        made = listed(page, path, tree, order)
    else:
        raise problem
    return _first(iter([made]), wanted, page, problem)


def add_list(text: str, path: tuple[str, str], items: Sequence[Item], file: str = "") -> str:
    """A new list below a group at the top (`("正文", "普法宣传")`).

    Raises:
        EditRefusedError: it cannot be done without changing something else.
    """
    begun = append(text, path, _STAND_IN, file)
    return arrange(begun, path, list(items), file, traceless=True)


def add_entry(text: str, path: Path, key: str, value: Sequence[Item], file: str = "") -> str:
    """A key with a list in a mapping that has no such key, behind its first one.

    Raises:
        EditRefusedError: it cannot be done without changing something else.
    """
    page = read_page(text, file)
    tree = value_at(page.tree, path)
    problem = _refused((*path, key), key, file)
    if not isinstance(tree, Entries) or not tree.items or tree.get(key) is not None:
        raise problem
    at = page.end(tree.items[0].value)
    if tree.end is not None:
        made = f"{page.text[:at]}, {flow_entry(key, value)}{page.text[at:]}"
    else:
        lines = entry(key, value, " " * (tree.spot.column - 1))
        at = page.line_end(at)
        made = page.text[:at] + "".join(page.newline + line for line in lines) + page.text[at:]
    wanted = with_value(plain(page.tree), (*path, key), [_plain_item(one) for one in value])
    return _first(iter([made]), wanted, page, problem)


def remark_above(text: str, path: Path, remark: str, file: str = "") -> str:
    """A comment on a line of its own above a key; nothing where the key shares its line."""
    page = read_page(text, file)
    above = value_at(page.tree, path[:-1])
    if not isinstance(above, Entries) or above.end is not None:
        return text
    key = next((one.key for one in above.items if one.key.text.strip() == path[-1]), None)
    if key is None:
        return text
    begin = page.at(key.spot) - (key.spot.column - 1)
    if page.text[begin : page.at(key.spot)].strip():
        return text
    line = f"{' ' * (key.spot.column - 1)}# {remark}{page.newline}"
    return page.text[:begin] + line + page.text[begin:]


def _lines(page: Page, scalar: Scalar, value: str) -> Iterator[str]:
    """A block of lines (|) with other lines; those that say the same stay as they are written."""
    begin, end = page.at(scalar.spot), page.end(scalar)
    head, *rows = page.text[begin:end].split(page.newline)
    old, new = scalar.text.rstrip("\n").split("\n"), value.rstrip("\n").split("\n")
    if not head.startswith("|") or len(rows) != len(old):
        return
    written = dict(zip(old, rows, strict=True))
    indent = rows[0][: len(rows[0]) - len(rows[0].lstrip())]
    made = [written.get(now, indent + now.strip()) for now in new]
    if len(old) == len(new):
        made = [_row(*one) for one in zip(rows, old, new, strict=True)]
    yield page.newline.join([head, *made])


def _row(row: str, was: str, now: str) -> str:
    """A line of a block with other words in it."""
    at = row.find(was.strip())
    return row if was == now else row[:at] + now.strip() + row[at + len(was.strip()) :]


def _plain_item(item: Item) -> Plain:
    if isinstance(item, str):
        return item
    return {
        key: value if isinstance(value, str) else [_plain_item(one) for one in value]
        for key, value in item.items()
    }


def _first(ways: Iterator[str], wanted: Plain, page: Page, problem: EditRefusedError) -> str:
    """The first way in which the file reads as wanted, with nothing new to complain of."""
    told = len(parse_tree(page.text, "")[1])
    for way in ways:
        tree, findings = parse_tree(way, "")
        if tree is not None and len(findings) <= told and same(plain(tree), wanted):
            return way
    raise problem


def _refused(path: Path, value: str, file: str) -> EditRefusedError:
    where = "”下的“".join(str(one) if isinstance(one, str) else f"第{one + 1}条" for one in path)
    message = f"“{where}”没有改成：问卷里这一处的写法，程序改不了，原样没动"
    remedy = f"用记事本打开问卷，自己改：{value}"
    return EditRefusedError(error(Fault.EDIT_REFUSED, Spot(file), message, remedy, value))
