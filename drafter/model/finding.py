"""What is wrong, where, and what to do about it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.model.record import record

if TYPE_CHECKING:
    from drafter.model.spot import Spot


class Severity(StrEnum):
    """How much a finding weighs; only `ERROR` changes the exit code."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@record
class Finding:
    """One problem, told so that a clerk can act on it.

    Attributes:
        code: stable, a letter of the family and three digits (Q101).
        name: the fault in English, for machines and for `忽略` (`unknown-key`); never the cure.
        severity: see `Severity`.
        spot: where to look.
        message: what is wrong, in Chinese, with the words and numbers concerned.
        remedy: what to do, in Chinese; empty only where the message says it all.
        text: the offending words as they were written; empty when a whole file is meant.
        section: heading of the report's section concerned; empty when none is.
    """

    code: str
    name: str
    severity: Severity
    spot: Spot
    message: str
    remedy: str = ""
    text: str = ""
    section: str = ""

    def as_json(self) -> dict[str, object]:
        """The shape of a finding in every `--json` output."""
        return {
            "code": self.code,
            "name": self.name,
            "severity": self.severity.value,
            "file": self.spot.file,
            "line": self.spot.line,
            "column": self.spot.column,
            "message": self.message,
            "remedy": self.remedy,
            "text": self.text,
            "section": self.section,
        }


class DrafterError(Exception):
    """There is nothing to go on with: the command ends with exit code 2.

    Attributes:
        findings: every reason that is known, at least one.
    """

    def __init__(self, *findings: Finding) -> None:
        """Keep the findings; the text of the exception is for developers only."""
        super().__init__("; ".join(f"{f.spot}: {f.code} {f.message}" for f in findings))
        self.findings = findings
