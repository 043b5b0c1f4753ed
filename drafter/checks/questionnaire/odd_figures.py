"""Typed figures that their indicators cannot have: what the rules on them share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.text.measures import with_unit
from drafter.text.misfits import misfit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Case
    from drafter.model.quantity import Quantity
    from drafter.text.misfits import Misfit, Odd


def odd_figures(case: Case, odd: Odd) -> Iterator[tuple[str, Quantity, Misfit]]:
    """Figures that are odd in one way: the id, the quantity as it was typed, what is wrong."""
    for id_, figure in case.answers.figures.items():
        indicator, typed = case.indicator(id_), figure.quantity
        if indicator is None or typed is None:
            continue
        measured = with_unit(typed, indicator.units[0] if indicator.units else "")
        found = misfit(typed, measured, indicator)
        if found is not None and found.odd is odd:
            yield id_, typed, found
