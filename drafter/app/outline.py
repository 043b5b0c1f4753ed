"""The report's outline (提纲)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.app.figures import sheet_of
from drafter.app.opening import open_case

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.model.figure_row import Supply
    from drafter.model.finding import Finding
    from drafter.model.report import Report


def outline(path: Path) -> tuple[Report, tuple[Finding, ...]]:
    """The composed report, whose sections are the outline, and what was found.

    Raises:
        DrafterError: there is nothing to go on with.
    """
    case, findings = open_case(path)
    return case.report, findings


def collected(path: Path) -> tuple[Report, tuple[Supply, ...], tuple[Finding, ...]]:
    """As `outline`, and how far each supplier of figures is.

    Raises:
        DrafterError: there is nothing to go on with.
    """
    case, findings = open_case(path)
    return case.report, sheet_of(case).supplies, findings
