"""The report as a Word file."""

from __future__ import annotations

from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.spot import Spot
from drafter.text.origins import written
from drafter.writers.blocks import blocks
from drafter.writers.word.characters import unprintable
from drafter.writers.word.context import build
from drafter.writers.word.controls import origins, set_controls, set_origins
from drafter.writers.word.filling import expected, filled
from drafter.writers.word.gaps import mark_gaps
from drafter.writers.word.loose_gaps import gaps_in, mark_loose_gaps
from drafter.writers.word.margin import Margin
from drafter.writers.word.markup import DECLARATION
from drafter.writers.word.paragraphs import FlatStory
from drafter.writers.word.properties import app_xml, core_xml, custom_xml
from drafter.writers.word.readback import align, read_back, verify
from drafter.writers.word.ready import ready
from drafter.writers.word.signoff import set_places
from drafter.writers.word.zips import archive, pack

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from drafter.model.chart import Chart
    from drafter.model.report import Gap, Report
    from drafter.writers.blocks import Block
    from drafter.writers.word.prepared import Prepared
    from drafter.writers.word.ready import Shelf
    from drafter.writers.word.zips import Packed

__all__ = ["asked_gaps", "check_template", "docx_bytes", "read_back", "written_on"]

_GAP = "【待补充："


def docx_bytes(
    report: Report,
    template: Path,
    *,
    gaps: bool = True,
    clean: bool = False,
    charts: Sequence[Chart] = (),
    shelf: Shelf | None = None,
) -> bytes:
    """The report in the clothes of a Word template, read back and compared before it is returned.

    Args:
        report: what to print.
        template: a .docx with tags; what it can ask for stands in
            `drafter.writers.word.context.build`.
        gaps: see `drafter.writers.blocks.blocks`.
        clean: whether nothing but the text is written: no comments, no content controls, no styles
            for gaps. For the final version.
        charts: what is drawn in an annex behind it.
        shelf: see `drafter.writers.word.ready.ready`.

    Raises:
        DrafterError: the report has characters that Word cannot hold, the template is at fault or
            asks for what a final version lacks, or the finished file does not say what it must.
    """
    _refuse(unprintable(report, *(text for chart in charts for text in chart.words)))
    prepared = ready(template, report, shelf)
    layout = blocks(report, gaps=gaps)
    values = build(report, layout, prepared.names, gaps=gaps)
    wanted = expected(prepared.tales, values, template)
    if clean:
        _refuse(tuple(_unfinished(wanted, layout, template)))
    result = _written(prepared, values, report, layout, template, clean=clean)
    verify(result, [(tale.name, tale.part) for tale in prepared.tales], wanted, template)
    if not charts:
        return result
    from drafter.writers.word.charts import with_charts

    return with_charts(result, charts, next(iter(report.signatories), ""))


def _written(
    prepared: Prepared,
    values: Mapping[str, object],
    report: Report,
    layout: Sequence[Block],
    template: Path,
    *,
    clean: bool,
) -> bytes:
    """The finished file."""
    filled_in = [filled(tale, values, template) for tale in prepared.tales]
    told = [story for story in filled_in if isinstance(story, FlatStory)]
    margin = _finish(prepared, told, report, layout, template, clean=clean)
    stories = {
        tale.part: one if isinstance(one, bytes) else f"{DECLARATION}{one}".encode()
        for tale, one in zip(prepared.tales, filled_in, strict=True)
    }
    state = "" if clean else written(origins(layout))
    return archive(_parts(prepared, stories, report, margin, state))


def _finish(
    prepared: Prepared,
    stories: Sequence[FlatStory],
    report: Report,
    layout: Sequence[Block],
    template: Path,
    *,
    clean: bool,
) -> Margin:
    """Give the stories what a Word template cannot; the comments on them."""
    for story in stories:
        story.tidy()
    body, *others = [tuple(story.paragraphs()) for story in stories]
    paragraphs = align(body, layout, template)
    set_places(layout, paragraphs, stories[0], dict(reversed(prepared.styles)))
    margin = Margin(prepared.comments_before, {name: id_ for id_, name in prepared.styles if name})
    if not clean:
        mark_gaps(layout, paragraphs, report.notes, margin)
        mark_loose_gaps(body, chain(*others), paragraphs, report, margin)
        set_controls(layout, paragraphs, report.notes)
        bookmarked = "<w:bookmarkStart " in prepared.tales[0].xml.source
        set_origins(str(stories[0]) if bookmarked else "", layout, paragraphs)
    return margin


def _parts(
    prepared: Prepared,
    stories: Mapping[str, bytes],
    report: Report,
    margin: Margin,
    state: str,
) -> Iterable[Packed]:
    """The files of the package; `state` is empty for one with nothing but the text."""
    parts = {part.name: part for part in prepared.parts}
    if not state:
        parts.update((part.name, part) for part in prepared.clean)
    contents = dict(stories)
    if margin.count:
        parts.update((part.name, part) for part in prepared.commented)
        contents[prepared.comments] = margin.content()
    contents[prepared.core] = core_xml(report, written_on(report))
    contents[prepared.app] = app_xml(next(iter(report.signatories), ""))
    contents[prepared.custom] = custom_xml(parts[prepared.custom].content, state)
    parts.update((name, pack(name, content)) for name, content in contents.items())
    return parts.values()


def written_on(report: Report) -> date:
    """The day that a file says it was written on: the report's, for want of a shared clock."""
    return report.dated or date(report.year, 12, 31)


def check_template(template: Path) -> tuple[Finding, ...]:
    """What is wrong with a Word template; empty when it can be used.

    Raises:
        DrafterError: it cannot be read at all.
    """
    from drafter.writers.word.intake import open_template
    from drafter.writers.word.lint import lint

    return lint(open_template(template), template)


def asked_gaps(report: Report, template: Path, shelf: Shelf | None = None) -> tuple[Gap, ...]:
    """What a template asks for and the year file lacks, besides the report's own gaps.

    Raises:
        DrafterError: the template is at fault.
    """
    prepared = ready(template, report, shelf)
    values = build(report, blocks(report), prepared.names)
    return gaps_in(expected(prepared.tales, values, template), report)


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
