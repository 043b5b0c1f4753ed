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
    from drafter.model.chart import Chart
    from drafter.model.report import Report


class Format(StrEnum):
    """What a draft can be written as; the value is the file's ending."""

    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"
    MD = "md"
    TXT = "txt"


#: A PDF is the printed Word file.
_IN_WORDS_CLOTHES = (Format.DOCX, Format.PDF)


@record
class Drafted:
    """What became of a draft.

    Attributes:
        path: the file; None when a final draft was refused.
        report: what is in it.
        findings: everything found, in the order of the year file.
        sources: the files that it was made of, besides templates: the year file first.
        notes: those of the findings that concern the written file only.
    """

    path: Path | None
    report: Report
    findings: tuple[Finding, ...]
    sources: tuple[Path, ...] = ()
    notes: tuple[Finding, ...] = ()


def draft(
    path: Path,
    out: Path | None = None,
    *,
    to: Format = Format.DOCX,
    word: Path | None = None,
    gaps: bool = True,
    final: bool = False,
    force: bool = False,
) -> Drafted:
    """Write the draft of a year file.

    Args:
        path: the year file.
        out: the draft; None = beside the year file, under its name.
        to: what to write.
        word: the Word template: a file, or the name of one of ours; None = the standard one.
        gaps: whether what is missing shows; else it drops out, and what went is told.
        final: write only when nothing is missing and nothing is wrong.
        force: replace a file that is there already.

    Raises:
        DrafterError: there is nothing to go on with, or the file cannot be written.
    """
    from drafter.writers.place import place

    target = out or path.with_suffix(f".{to.value}")
    drafted, data = make_draft(path, target, to=to, word=word, gaps=gaps, final=final)
    if drafted.path is not None:
        place(target, data, force=force, made_of=never_replaced(path, word))
    return drafted


def never_replaced(path: Path, word: Path | None) -> tuple[Path, ...]:
    """What a draft must not be written onto: its year file, and a Word template of one's own."""
    return (path, word_template(word)) if word else (path,)


def make_draft(
    path: Path, target: Path, *, to: Format, word: Path | None, gaps: bool, final: bool
) -> tuple[Drafted, bytes]:
    """Make the draft of a year file, as `draft` does, without writing it to `target`.

    Returns:
        What will have become of it once it is written, and the file; it is empty when a final draft
        is refused.

    Raises:
        DrafterError: there is nothing to go on with.
    """
    case, findings = open_case(path, gaps=gaps)
    report = _asked(case.report, to, word)
    made_of = sources(case.answers)
    if final:
        findings = (*findings, *_errors(case, path))
        if _unfit(report, findings):
            return Drafted(None, report, findings, made_of), b""
    charts, undrawn, more = _drawn(case, path, to)
    dropped = _dropped(case) if not gaps else ()
    # The kit and the answers make room for Word's libraries.
    del case
    report = _lighter(report, to, word)
    data, told = _made(report, to, word, target, clean=final, charts=charts)
    notes = (*dropped, *undrawn, *told)
    made_of = tuple(dict.fromkeys((*made_of, *more)))
    return Drafted(target, report, (*findings, *notes), made_of, notes), data


def _asked(report: Report, to: Format, word: Path | None) -> Report:
    """The report with what a Word template of the office's own asks for and nobody gave."""
    if to not in _IN_WORDS_CLOTHES or word is None:
        return report
    from drafter.readers import cache
    from drafter.writers.docx import asked_gaps

    return replace(report, gaps=(*report.gaps, *asked_gaps(report, word_template(word), cache)))


def _unfit(report: Report, findings: tuple[Finding, ...]) -> bool:
    """Whether this is no final version: something is missing, unconfirmed or wrong."""
    wrong = any(finding.severity is Severity.ERROR for finding in findings)
    return bool(report.gaps or report.carried or wrong)


def _errors(case: Case, path: Path) -> tuple[Finding, ...]:
    """What is wrong with the text itself; warnings are left to `check`."""
    from drafter.app.checking import proofread

    return tuple(f for f in proofread(case, path) if f.severity is Severity.ERROR)


def _dropped(case: Case) -> tuple[Finding, ...]:
    """What a draft without gaps leaves out."""
    from drafter.app.left_out import left_out

    return left_out(case)


def _drawn(
    case: Case, path: Path, to: Format
) -> tuple[tuple[Chart, ...], tuple[Finding, ...], tuple[Path, ...]]:
    """The charts that are asked for, what is left out of them, the files that they are made of."""
    if to not in _IN_WORDS_CLOTHES or not case.answers.charts:
        return (), (), ()
    from drafter.app.charts import asked_charts

    drawn = asked_charts(case, path)
    return drawn.charts, drawn.findings, drawn.sources


def _lighter(report: Report, to: Format, word: Path | None) -> Report:
    """The report without what its Word template never asks for."""
    if to not in _IN_WORDS_CLOTHES:
        return report
    from drafter.readers import cache
    from drafter.writers.word.ready import without_unasked

    return without_unasked(report, word_template(word), cache)


def _made(
    report: Report,
    to: Format,
    word: Path | None,
    target: Path,
    *,
    clean: bool,
    charts: tuple[Chart, ...],
) -> tuple[bytes, tuple[Finding, ...]]:
    """The report in a format, and what there is to know about the file."""
    if to not in _IN_WORDS_CLOTHES:
        return _words(report, to).encode(), ()
    from drafter.readers import cache
    from drafter.writers.docx import docx_bytes, written_on

    data = docx_bytes(report, word_template(word), clean=clean, charts=charts, shelf=cache)
    if to is Format.DOCX:
        return data, ()
    from drafter.writers.pdf import pdf_bytes

    return pdf_bytes(data, written_on(report), target)


def _words(report: Report, to: Format) -> str:
    """The report in a format that is all text; Word's libraries do not load for it."""
    match to:
        case Format.HTML:
            from drafter.writers.web_page import html

            return html(report)
        case Format.MD:
            from drafter.writers.markdown import md

            return md(report)
        case _:
            from drafter.writers.text import txt

            return txt(report)
