"""Which indicators are parts of which (属于, 分项, 其中)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.text.formulas import FormulaError, read_formula

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from drafter.model.kit import Indicator


def wholes_by_part(indicators: Mapping[str, Indicator]) -> dict[str, tuple[str, ...]]:
    """For each indicator that is a part, the ids of its wholes, wherever that is written."""
    found: dict[str, dict[str, None]] = {}
    for id_, indicator in indicators.items():
        if indicator.part_of:
            found.setdefault(id_, {})[indicator.part_of] = None
        for part in (*indicator.split, *indicator.among):
            found.setdefault(part, {})[id_] = None
    return {part: tuple(wholes) for part, wholes in found.items()}


def related(one: str, other: str, indicators: Mapping[str, Indicator]) -> bool:
    """Whether two indicators are of one group, or one of them names the other."""
    if one.partition(".")[0] == other.partition(".")[0]:
        return True
    return other in _named_by(one, indicators) or one in _named_by(other, indicators)


def _named_by(id_: str, indicators: Mapping[str, Indicator]) -> frozenset[str]:
    indicator = indicators.get(id_)
    if indicator is None:
        return frozenset()
    written = {indicator.part_of, *indicator.split, *indicator.among}
    return frozenset(written.union(*(_ids(formula) for formula in indicator.formulas)))


def _ids(formula: str) -> Iterator[str]:
    try:
        yield from read_formula(formula)[1]
    except FormulaError:
        return
