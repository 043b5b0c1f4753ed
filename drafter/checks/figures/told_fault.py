"""A fault at a figure: where it was typed, when a year file has it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.checks.rule import fault

if TYPE_CHECKING:
    from drafter.checks.case import Reading
    from drafter.checks.rule import Fault
    from drafter.model.finding import Severity
    from drafter.model.proof import Passage, Told


def told_fault(
    reading: Reading,
    place: tuple[Passage, Told],
    message: str,
    remedy: str,
    severity: Severity | None = None,
) -> Fault:
    """A fault at a figure of the text.

    Args:
        reading: the text.
        place: the figure and the passage that tells it.
        message: see `Fault`.
        remedy: see `Fault`.
        severity: see `Fault`.
    """
    passage, told = place
    found = fault(passage, told, message, remedy, severity)
    typed = reading.case.answers.figures.get(told.id) if reading.case and told.sure == 1 else None
    return replace(found, spot=typed.spot) if typed else found
