"""The report's outline (提纲)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.app.opening import open_case

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.model.finding import Finding
    from drafter.model.report import Report


def outline(path: Path) -> tuple[Report, tuple[Finding, ...]]:
    """The composed report, whose sections are the outline, and what was found.

    Raises:
        DrafterError: there is nothing to go on with.
    """
    case, findings = open_case(path)
    return case.report, findings
