"""When a report was written, where it does not say so itself."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from drafter.model.kit import Part

if TYPE_CHECKING:
    from drafter.model.proof import Passage, Proof


def usual_day(proof: Proof) -> date | None:
    """The report's date, else mid-January after its year; None when neither is known."""
    if proof.dated or proof.year is None:
        return proof.dated
    return date(proof.year + 1, 1, 15)


def about_next_year(passage: Passage) -> bool:
    """Whether a passage speaks of the next year and of nothing else."""
    return passage.parts == {Part.PLANS}
