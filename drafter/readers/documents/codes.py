"""Every fault that the document readers report: one table, so that no code is given twice."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.spot import Spot

if TYPE_CHECKING:
    from pathlib import Path


class DocumentFault(Enum):
    """A fault's code and its English name; neither ever changes.

    D00x: the file as a whole; D01x: a format; D02x: LibreOffice.
    """

    NOT_FOUND = ("D001", "document-not-found")
    FOLDER = ("D002", "document-is-folder")
    NOT_ALLOWED = ("D003", "document-not-allowed")
    TOO_LARGE = ("D004", "document-too-large")
    UNKNOWN_KIND = ("D005", "document-kind-unknown")
    NO_TEXT = ("D006", "document-without-text")

    DAMAGED = ("D010", "document-damaged")
    SWOLLEN = ("D011", "document-swollen")
    LOCKED = ("D012", "document-locked")
    SCANNED = ("D013", "document-scanned")
    TOO_DEEP = ("D014", "document-too-deep")

    NO_OFFICE = ("D020", "libreoffice-missing")
    OFFICE_FAILED = ("D021", "libreoffice-failed")
    OFFICE_SLOW = ("D022", "libreoffice-slow")


def refusal(fault: DocumentFault, path: Path, message: str, remedy: str) -> DrafterError:
    """The error that ends the reading of a document."""
    code, name = fault.value
    spot = Spot(str(path))
    return DrafterError(Finding(code, name, Severity.ERROR, spot, message, remedy))
