"""The figure sheet: as a table for people, as plain values for machines."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.model.figure_row import Doubt
from drafter.text.widths import columns, typeset
from drafter.writers.figure_words import (
    NOT_APPLICABLE,
    asked,
    cut_off,
    explained,
    grouped,
    value,
    where,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.model.figure_row import FigureRow, FigureSheet


class Role(StrEnum):
    """What a part of a line is, so that a terminal can colour it."""

    HEAD = "head"
    PLAIN = "plain"
    DIM = "dim"
    GAP = "gap"
    JUMP = "jump"
    DOUBT = "doubt"


#: A line: parts in order, each with its role.
Line = tuple[tuple[str, Role], ...]

_HEAD = ("数据", "名称", "今年", "上年", "变化", "来源", "正文")
_INDENT = "    "
_NAME, _SOURCE = 1, 5
#: Cells that are cut short where a line is too long, in this order, and what is left of each: never
#: a value or a place.
_CUT = ((_SOURCE, 14), (_NAME, 16), (_SOURCE, 8), (_NAME, 8))


def figures_json(sheet: FigureSheet) -> dict[str, object]:
    """The sheet as `figures --json` prints it; null where there is nothing to tell."""
    return {"figures": [_row_json(row) for row in sheet.rows]}


def _row_json(row: FigureRow) -> dict[str, object]:
    quantity = row.quantity
    return {
        "id": row.id,
        "value": f"{quantity.value:f}" if quantity else None,
        "unit": quantity.unit if quantity else None,
        "text": row.text or None,
        "mark": quantity.mark.value if quantity else None,
        "state": row.state.value,
        "prior": row.prior or None,
        "change": row.change or None,
        "source": row.source or None,
        "as_of": row.as_of.isoformat() if row.as_of else None,
        "used_in": [place.section for place in row.places],
    }


def figures_lines(sheet: FigureSheet, width: int) -> Iterator[Line]:
    """The sheet by chapters, in columns; where these do not fit, a few lines for each figure.

    Args:
        sheet: what to show.
        width: columns of the terminal.
    """
    groups = grouped(sheet)
    idle = groups.pop(NOT_APPLICABLE, ())
    rows = [row for group in groups.values() for row in group]
    shown = _shown(rows)
    widths = _widths([_cells(row, shown) for row in rows], shown, width)
    table = _length(widths) <= width
    if table and rows:
        yield ((_joined([_HEAD[at] for at in shown], widths), Role.DIM),)
    for heading, group in groups.items():
        for part in typeset(f"{heading}　{len(group)}项", width):
            yield ((part, Role.HEAD),)
        for row in group:
            if table:
                yield ((_joined(_cells(row, shown), widths), _role(row)),)
            else:
                yield from _stacked(row, width)
            yield from _remarks(row, sheet, width)
    if idle:
        yield ((f"{NOT_APPLICABLE}　{len(idle)}项", Role.HEAD),)
        for part in typeset("、".join(row.id for row in idle), width - 2):
            yield (("  " + part, Role.DIM),)


def _shown(rows: Sequence[FigureRow]) -> tuple[int, ...]:
    """The columns in which any row has something, by their places in `_HEAD`."""
    every = range(len(_HEAD))
    cells = [_cells(row, every) for row in rows]
    return tuple(at for at in every if any(texts[at] for texts in cells))


def _cells(row: FigureRow, shown: Sequence[int]) -> list[str]:
    places = "、".join(where(row.places, headings=False))
    cells = (row.id, row.name, value(row), row.prior, row.change, row.source, places)
    return [cells[at] for at in shown]


def _widths(rows: Sequence[list[str]], shown: Sequence[int], width: int) -> list[int]:
    """Of each column: its widest cell, names and sources less where the line is too short."""
    heads = [_HEAD[at] for at in shown]
    widths = [max(columns(row[at]) for row in (heads, *rows)) for at in range(len(shown))]
    for which, least in _CUT:
        over = _length(widths) - width
        if over > 0 and which in shown:
            at = shown.index(which)
            widths[at] = max(widths[at] - over, min(widths[at], least))
    return widths


def _length(widths: Sequence[int]) -> int:
    """Columns of a line: two stand before each cell."""
    return sum(widths) + 2 * len(widths)


def _joined(cells: Sequence[str], widths: Sequence[int]) -> str:
    fitted = (_fit(text, width) for text, width in zip(cells, widths, strict=True))
    return ("  " + "  ".join(fitted)).rstrip()


def _fit(text: str, width: int) -> str:
    """The text padded to the width; what does not fit becomes …."""
    if columns(text) > width:
        kept, taken = "", 0
        for char in text:
            taken += columns(char)
            if taken > width - columns("…"):
                break
            kept += char
        text = kept + "…"
    return text + " " * (width - columns(text))


def _stacked(row: FigureRow, width: int) -> Iterator[Line]:
    """The name and the value; below, last year, the change, the source and the places."""
    role, name, told = _role(row), f"{row.id}　{row.name}：", value(row)
    if columns(name + told) <= width - 2:
        yield (("  " + name + told, role),)
    else:
        for part in typeset(name, width - 2):
            yield (("  " + part, role),)
        for part in typeset(told, width - len(_INDENT)):
            yield ((_INDENT + part, role),)
    rest = [f"上年{row.prior}" if row.prior else "", row.change, row.source]
    rest.append("、".join(where(row.places, headings=False)))
    if text := "　".join(filter(None, rest)):
        for part in typeset(text, width - len(_INDENT)):
            yield ((_INDENT + part, Role.DIM),)


def _remarks(row: FigureRow, sheet: FigureSheet, width: int) -> Iterator[Line]:
    # That a gap is a gap is said by its value.
    questions = "" if row.missing and len(row.questions) == 1 else asked(row)
    role = Role.JUMP if row.has(Doubt.JUMP) else Role.DOUBT if row.doubtful else Role.DIM
    told = (*explained(row), cut_off(row, sheet))
    for text, of in ((questions, role), *((text, Role.DIM) for text in told)):
        if not text:
            continue
        for part in typeset(text, width - len(_INDENT)):
            yield ((_INDENT + part, of),)


def _role(row: FigureRow) -> Role:
    if row.missing:
        return Role.GAP
    return Role.JUMP if row.has(Doubt.JUMP) else Role.PLAIN
