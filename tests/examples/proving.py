"""What an example's draft says, in a shape that can be held against its published report."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.app.opening import open_case
from drafter.text.quantity import QuantityError, read_quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.report import Piece, Report

EXAMPLES = Path(__file__).parents[2] / "examples"

#: A statistic: value in the base unit, unit, mark.
Statistic = tuple[Decimal, str, str]


def listed(text: str) -> list[Statistic]:
    """A list typed by hand: `26280 件 exact|30000 份 over`, over several lines."""
    words = (one.split() for one in text.replace("\n", "|").split("|") if one.strip())
    return [(Decimal(value), unit, mark) for value, unit, mark in words]


def statistics(name: str) -> Counter[Statistic]:
    """Every statistic that the draft prints, each piece counted."""
    case, _ = open_case(EXAMPLES / name / f"{name.rsplit('-', 1)[1]}.yaml")
    found: Counter[Statistic] = Counter()
    for piece in _pieces(case.report):
        if piece.figures:
            try:
                quantity = read_quantity(piece.text)
            except QuantityError:
                continue
            found[quantity.value, quantity.unit, quantity.mark.value] += 1
    return found


def numbers(name: str) -> list[str]:
    """The numbers of all headings in printed order: 一、 （一） 1. ..."""
    case, _ = open_case(EXAMPLES / name / f"{name.rsplit('-', 1)[1]}.yaml")
    return [section.number for section in case.report.walk()]


def run_in(name: str) -> dict[int, set[bool]]:
    """For each level whether its headings run in."""
    case, _ = open_case(EXAMPLES / name / f"{name.rsplit('-', 1)[1]}.yaml")
    levels: dict[int, set[bool]] = {}
    for section in case.report.walk():
        levels.setdefault(section.level, set()).add(section.run_in)
    return levels


def _pieces(report: Report) -> Iterator[Piece]:
    for paragraph in report.lead:
        yield from paragraph.pieces
    for section in report.walk():
        yield from section.heading.pieces
        for paragraph in section.paragraphs:
            yield from paragraph.pieces
