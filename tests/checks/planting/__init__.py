"""Slips as they really happen, planted into texts without any, to measure what is found.

Every kind of slip is a function that takes a random source and a sheet (a text and where its
paragraphs stand) and gives the text with one slip in it; None where the text gives no place.
"""

from __future__ import annotations

from tests.checks.planting.added_figures import KINDS as ADDED_FIGURES
from tests.checks.planting.changed_figures import KINDS as CHANGED_FIGURES
from tests.checks.planting.changes import KINDS as CHANGES
from tests.checks.planting.dates import KINDS as DATES
from tests.checks.planting.headings import KINDS as HEADINGS
from tests.checks.planting.kinds import Kind, Planted
from tests.checks.planting.last_year import KINDS as LAST_YEAR
from tests.checks.planting.marks import KINDS as MARKS
from tests.checks.planting.repeats import KINDS as REPEATS
from tests.checks.planting.sheet import Sheet
from tests.checks.planting.words import KINDS as WORDS

__all__ = ["KINDS", "Kind", "Planted", "Sheet"]

KINDS: tuple[Kind, ...] = (
    *CHANGED_FIGURES,
    *ADDED_FIGURES,
    *CHANGES,
    *LAST_YEAR,
    *HEADINGS,
    *WORDS,
    *DATES,
    *REPEATS,
    *MARKS,
)
