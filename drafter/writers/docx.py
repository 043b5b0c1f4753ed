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
from drafter.writers.word.intake import open_template
from drafter.writers.word.lint import lint
from drafter.writers.word.loose_gaps import gaps_in, mark_loose_gaps
from drafter.writers.word.named import sections_by_name
from drafter.writers.word.package import packed, set_properties
from drafter.writers.word.readback import align, read_back, verify
from drafter.writers.word.render import expected, render
from drafter.writers.word.shapes import names_of
from drafter.writers.word.signoff import set_places

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from drafter.model.report import Gap, Report
    from drafter.writers.blocks import Block
    from drafter.writers.word.shapes import Known

__all__ = ["asked_gaps", "check_template", "docx_bytes", "names_in", "read_back"]

_GAP = "【待补充："


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
        DrafterError: the report has characters that Word cannot hold, the template is at fault or
            asks for what a final version lacks, or the finished file does not say what it must.
    """
    _refuse(unprintable(report))
    document = open_template(template)
    _refuse(lint(document, template, names_in(report)))
    layout = blocks(report, gaps=gaps)
    values = build(report, layout, gaps=gaps)
    wanted = expected(document, values, template)
    if clean:
        _refuse(tuple(_unfinished(wanted, layout, template)))
    render(document, values, template)
    paragraphs = align(document, layout, template)
    set_places(document, layout, paragraphs)
    if clean:
        drop_styles(document)
    else:
        mark_gaps(document, layout, paragraphs, report.notes)
        mark_loose_gaps(document, paragraphs, report)
        set_controls(layout, paragraphs, report.notes)
        set_origins(document, layout, paragraphs)
    day = report.dated or date(report.year, 12, 31)
    set_properties(document, report, day)
    result = packed(document)
    verify(result, wanted, template)
    return result


def check_template(template: Path) -> tuple[Finding, ...]:
    """What is wrong with a Word template; empty when it can be used.

    Raises:
        DrafterError: it cannot be read at all.
    """
    return lint(open_template(template), template)


def names_in(report: Report) -> Mapping[str, Known]:
    """What a template can ask for when it prints this report."""
    return names_of(report.figures, tuple(sections_by_name(report)))


def asked_gaps(report: Report, template: Path) -> tuple[Gap, ...]:
    """What a template asks for and the year file lacks, besides the report's own gaps.

    Raises:
        DrafterError: the template is at fault.
    """
    document = open_template(template)
    _refuse(lint(document, template, names_in(report)))
    values = build(report, blocks(report))
    return gaps_in(expected(document, values, template), report)


def _refuse(findings: tuple[Finding, ...]) -> None:
    """Stop when there is anything to report."""
    if findings:
        raise DrafterError(*findings)


def _unfinished(
    wanted: Sequence[Sequence[str]], layout: Sequence[Block], template: Path
) -> Iterator[Finding]:
    """What the template itself says is missing: gaps of the report are told elsewhere."""
    told = {block.text for block in layout}
    for text in (text for story in wanted for text in story if _GAP in text and text not in told):
        message = f"定稿里还有待补充的内容，是模板要印、问卷里没有的：“{text}”"
        remedy = "在问卷里补上（主送机关要在“报告”下写“用途: 上报”），或者换一个模板"
        spot = Spot(str(template))
        yield Finding(
            "T904", "template-gap-in-final", Severity.ERROR, spot, message, remedy, text=text
        )
