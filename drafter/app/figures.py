"""The figure sheet (核稿单) of a year file."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.app.opening import open_case
from drafter.compose.facts import Facts
from drafter.compose.figure_rows import figure_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.checks.case import Case
    from drafter.model.figure_row import FigureSheet
    from drafter.model.finding import Finding


class Format(StrEnum):
    """What a sheet can be written as; the value is the file's ending."""

    XLSX = "xlsx"
    DOCX = "docx"


def figures(path: Path) -> tuple[FigureSheet, tuple[Finding, ...]]:
    """Every figure of a year file, and what was found when it was read and checked.

    Raises:
        DrafterError: there is nothing to go on with.
    """
    case, findings = open_case(path)
    return sheet_of(case), findings


def sheet_of(case: Case) -> FigureSheet:
    """The sheet of a case whose gaps are shown."""
    return figure_sheet(case.report, Facts(case.kit, case.answers, case.last))


def write(sheet: FigureSheet, path: Path, to: Format, *, force: bool = False) -> None:
    """Write the sheet as a file.

    Args:
        sheet: what to write.
        path: the file.
        to: what to write it as.
        force: replace a file that is there already.

    Raises:
        DrafterError: the file cannot be written.
    """
    from drafter.writers.place import place

    place(path, _bytes(sheet, to), force=force)


def _bytes(sheet: FigureSheet, to: Format) -> bytes:
    """The sheet in a format; a format's libraries load only for it."""
    match to:
        case Format.XLSX:
            from drafter.writers.figure_sheet_xlsx import xlsx_bytes

            return xlsx_bytes(sheet)
        case Format.DOCX:
            from drafter.writers.figure_sheet_docx import sheet_docx_bytes

            return sheet_docx_bytes(sheet)
