"""A draft written to a file."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.app.opening import open_case, sources
from drafter.app.word_templates import word_template
from drafter.model.finding import Finding, Severity
from drafter.model.record import record

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.checks.case import Case
    from drafter.model.report import Report


class Format(StrEnum):
    """What a draft can be written as; the value is the file's ending."""

    DOCX = "docx"
    MD = "md"
    TXT = "txt"


@record
class Drafted:
    """What became of a draft.

    Attributes:
        path: the file; None when a final draft was refused.
        report: what is in it.
        findings: everything found, in the order of the year file.
        sources: the files that it was made of, besides templates: the year file first.
    """

    path: Path | None
    report: Report
    findings: tuple[Finding, ...]
    sources: tuple[Path, ...] = ()


def draft(  # noqa: PLR0913 - what the command offers, one by one
    path: Path,
    out: Path | None = None,
    *,
    to: Format = Format.DOCX,
    word: Path | None = None,
    gaps: bool = True,
    final: bool = False,
    force: bool = False,
    lasting: bool = True,
) -> Drafted:
    """Write the draft of a year file.

    Args:
        path: the year file.
        out: the draft; None = beside the year file, under its name.
        to: what to write.
        word: the Word template: a file, or the name of one of ours; None = the standard one.
        gaps: whether what is missing shows; else it drops out.
        final: write only when nothing is missing and nothing is wrong.
        force: replace a file that is there already.
        lasting: see `drafter.writers.place.place`.

    Raises:
        DrafterError: there is nothing to go on with, or the file cannot be written.
    """
    from drafter.writers.place import place

    case, findings = open_case(path, gaps=gaps)
    report = _asked(case.report, to, word)
    made_of = sources(case.answers)
    if final:
        findings = (*findings, *_errors(case, path))
        if report.gaps or report.carried or any(f.severity is Severity.ERROR for f in findings):
            return Drafted(None, report, findings, made_of)
    target = out or path.with_suffix(f".{to.value}")
    never = (path, word_template(word)) if word else (path,)
    data = _bytes(report, to, word, clean=final)
    place(target, data, force=force, made_of=never, lasting=lasting)
    return Drafted(target, report, findings, made_of)


def _asked(report: Report, to: Format, word: Path | None) -> Report:
    """The report with what a Word template of the office's own asks for and nobody gave."""
    if to is not Format.DOCX or word is None:
        return report
    from drafter.readers import cache
    from drafter.writers.docx import asked_gaps

    return replace(report, gaps=(*report.gaps, *asked_gaps(report, word_template(word), cache)))


def _errors(case: Case, path: Path) -> tuple[Finding, ...]:
    """What is wrong with the text itself; warnings are left to `check`."""
    from drafter.app.checking import proofread

    return tuple(f for f in proofread(case, path) if f.severity is Severity.ERROR)


def _bytes(report: Report, to: Format, word: Path | None, *, clean: bool) -> bytes:
    """The report in a format; Word's libraries load only for Word."""
    match to:
        case Format.DOCX:
            from drafter.readers import cache
            from drafter.writers.docx import docx_bytes

            return docx_bytes(report, word_template(word), clean=clean, shelf=cache)
        case Format.MD:
            from drafter.writers.markdown import md

            return md(report).encode()
        case Format.TXT:
            from drafter.writers.text import txt

            return txt(report).encode()
