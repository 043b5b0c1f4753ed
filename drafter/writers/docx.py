"""The report as a Word file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.spot import Spot
from drafter.writers.blocks import blocks
from drafter.writers.word.characters import unprintable
from drafter.writers.word.context import build
from drafter.writers.word.controls import set_controls, set_origins
from drafter.writers.word.gaps import drop_styles, mark_gaps
from drafter.writers.word.lint import lint
from drafter.writers.word.package import packed, set_properties
from drafter.writers.word.readback import align, read_back, verify
from drafter.writers.word.render import expected, render
from drafter.writers.word.signoff import set_places
from drafter.writers.word.stories import open_document

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.model.report import Report

__all__ = ["check_template", "docx_bytes", "read_back"]


def docx_bytes(report: Report, template: Path, *, gaps: bool = True, clean: bool = False) -> bytes:
    """The report in the clothes of a Word template, read back and compared before it is returned.

    Args:
        report: what to print.
        template: a .docx with tags; what it can ask for stands in
            `drafter.writers.word.context.build`.
        gaps: see `drafter.writers.blocks.blocks`.
        clean: whether nothing but the text is written: no comments, no content controls, no styles
            for gaps. For the final version.

    Raises:
        DrafterError: the report has characters that Word cannot hold, the template is at fault,
            or the finished file does not say what it must.
    """
    _refuse(unprintable(report))
    document = open_document(_read(template), template)
    _refuse(lint(document, template))
    layout = blocks(report, gaps=gaps)
    values = build(report, layout)
    wanted = expected(document, values, template)
    render(document, values)
    paragraphs = align(document, layout, template)
    set_places(layout, paragraphs)
    if clean:
        drop_styles(document)
    else:
        mark_gaps(document, layout, paragraphs, report.notes)
        set_controls(layout, paragraphs, report.notes)
        set_origins(document, layout, paragraphs)
    day = report.dated or date(report.year, 12, 31)
    set_properties(document, report.title.text, next(iter(report.signatories), ""), day)
    result = packed(document)
    verify(result, wanted, template)
    return result


def check_template(template: Path) -> tuple[Finding, ...]:
    """What is wrong with a Word template; empty when it can be used.

    Raises:
        DrafterError: it cannot be read at all.
    """
    return lint(open_document(_read(template), template), template)


def _refuse(findings: tuple[Finding, ...]) -> None:
    """Stop when there is anything to report."""
    if findings:
        raise DrafterError(*findings)


def _read(path: Path) -> bytes:
    """The bytes of the template."""
    try:
        return path.read_bytes()
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        message = "找不到这个 Word 模板" if missing else "读不了这个 Word 模板"
        remedy = "看看路径有没有写错" if missing else "看看是不是文件夹，有没有读取的权限"
        finding = Finding(
            "T002",
            "template-unreadable",
            Severity.ERROR,
            Spot(str(path)),
            message,
            remedy,
            text=str(path),
        )
        raise DrafterError(finding) from error
