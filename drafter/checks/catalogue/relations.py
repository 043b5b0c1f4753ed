"""What the rules on relations share: which indicators an indicator names, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.text.formulas import FormulaError, read_formula

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.kit import Indicator


def relations(indicator: Indicator) -> Iterator[tuple[str, str]]:
    """(属于, 分项, 其中 or 算; the id named), a formula that cannot be read left out."""
    if indicator.part_of:
        yield "属于", indicator.part_of
    yield from (("分项", id_) for id_ in indicator.split)
    yield from (("其中", id_) for id_ in indicator.among)
    for formula in indicator.formulas:
        try:
            yield from (("算", id_) for id_ in read_formula(formula)[1])
        except FormulaError:
            continue
