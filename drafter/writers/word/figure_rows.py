"""The figures that a report prints, as rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.report import PieceKind
from drafter.text.quantity import QuantityError, read_quantity, render

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from drafter.model.report import Note
    from drafter.writers.blocks import Block

_PRINTED = {PieceKind.FIGURE, PieceKind.COMPUTED}
_NONE = "无"  # what a note says of a figure without a value
_SCALES = ("亿", "万", "")


def figure_rows(layout: Sequence[Block], notes: Mapping[str, Note]) -> list[dict[str, object]]:
    """A row for each figure with a value, in the order in which they are first printed.

    Args:
        layout: the report.
        notes: on its figures, by id.

    Returns:
        What a template calls 数据表; `drafter.writers.word.context.build` says what is in a row.
    """
    pieces = (piece for block in layout for piece in (*block.heading, *block.pieces))
    ids = dict.fromkeys(p.figures[0] for p in pieces if p.kind in _PRINTED and p.figures)
    return [_row(notes[id_]) for id_ in ids if id_ in notes and notes[id_].text != _NONE]


def _row(note: Note) -> dict[str, object]:
    now, prior = _in_digits(note.text), _in_digits(note.prior)
    unit = _common_unit(now, prior)
    return {
        "名": note.name,
        "单位": unit,
        "今年": _without(now, unit),
        "上年": _without(prior, unit),
        "增减": note.change,
    }


def _in_digits(text: str) -> str:
    """三年 as 3年; what has digits, or is no figure, as it is printed."""
    try:
        quantity = read_quantity(text)
    except QuantityError:
        return text
    if any(character.isdigit() for character in text):
        return text
    return render(quantity.value, quantity.unit, quantity.mark)


def _common_unit(*texts: str) -> str:
    """The unit in which all figures are told, with 万 or 亿 where all have it; else empty.

    A figure of no text has no say.
    """
    told = [text for text in texts if text]
    try:
        units = {read_quantity(text).unit for text in told}
    except QuantityError:
        return ""
    unit = units.pop() if len(units) == 1 else ""
    scaled = (f"{scale}{unit}" for scale in _SCALES if unit)
    return next((one for one in scaled if all(one in text for text in told)), "")


def _without(text: str, unit: str) -> str:
    """近1.5万份 without 份."""
    before, _, after = text.rpartition(unit) if unit else ("", "", text)
    return before + after
