"""The report as blocks of runs, and as an outline, in one walk."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.model.report import PieceKind
from drafter.text.titles import break_title
from drafter.writers.annex import STATEMENT
from drafter.writers.blocks import Style, blocks
from drafter.writers.preview.view import Block, Entry, Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.report import Paragraph, Report, Section
    from drafter.writers.preview.marking import Marker

_TITLE, _LEAD, _END = "标题", "导语", "落款"
#: As in `writers.blocks`: behind these a heading that runs in gets no 。
_CLOSED = ("。", "！", "？", "：")
_SIGN_OFF = {Style.SIGNATORY: "signatory", Style.DATE: "date", Style.BLANK: "blank"}


#: Where a line of the title ends.
_BREAK = Run("", "break")


@record
class Written:
    """The report on the page.

    Attributes:
        blocks: in printed order.
        outline: its chapters.
    """

    blocks: tuple[Block, ...]
    outline: tuple[Entry, ...]


class Walk:
    """Goes through a report in the order in which a proof counts its passages."""

    def __init__(self, report: Report, marker: Marker, *, annexed: bool) -> None:
        """Begin at the title; `annexed` is whether an annex is to be announced (附件说明)."""
        self._report, self._marker, self._annexed = report, marker, annexed
        self._passage = self._section = 0
        self._blocks: list[Block] = []

    def written(self) -> Written:
        """Walk."""
        report = self._report
        title = _broken(self._marker.runs(0, 0, (report.title,), _TITLE), report.title.text)
        self._blocks.append(Block("title", title, flags=self._marker.flags(0, _TITLE)))
        if report.addressees:
            self._blocks.append(Block("addressee", (Run(f"{report.addressees}："),)))
        for paragraph in report.lead:
            self._paragraph(paragraph, _LEAD)
        outline = tuple(self._chapter(section, "") for section in report.sections)
        self._blocks += self._sign_off()
        return Written(tuple(self._blocks), outline)

    def _paragraph(self, paragraph: Paragraph, section: str) -> None:
        self._passage += 1
        runs = self._marker.runs(self._passage, 0, paragraph.sentences, section)
        flags = self._marker.flags(self._passage, section)
        self._blocks.append(Block("body", runs, flags=flags))

    def _chapter(self, section: Section, above: str) -> Entry:
        """A section with all below it; `above` are the numbers of those that it stands in."""
        self._passage += 1
        self._section += 1
        anchor = f"s{self._section}"
        before = len(self._marker.marks)
        name = above + section.number + section.heading.text
        self._heading(section, name)
        for paragraph in section.paragraphs[1:] if section.run_in else section.paragraphs:
            self._paragraph(paragraph, name)
        inner = above + section.number.rstrip("、.")
        children = tuple(self._chapter(child, inner) for child in section.children)
        marks = self._marker.marks[before:]
        gaps = {mark.subject.id for mark in marks if mark.subject.gap}
        others = sum(bool(mark.kinds) and not mark.subject.gap for mark in marks)
        text = section.number + section.heading.text
        return Entry(anchor, text, len(gaps), others, children)

    def _heading(self, section: Section, name: str) -> None:
        """A heading, with its first paragraph where that runs in."""
        number = (Run(section.number),) if section.number else ()
        at = len(section.number)
        words = self._marker.runs(self._passage, at, (section.heading,), name)
        text: tuple[Run, ...] = ()
        mark: tuple[Run, ...] = ()
        if section.run_in and section.paragraphs:
            closed = section.heading.text.endswith(_CLOSED)
            mark = () if closed else (Run("。"),)
            at += len(section.heading.text) + len(mark)
            text = self._marker.runs(self._passage, at, section.paragraphs[0].sentences, name)
        flags = self._marker.flags(self._passage, name)
        heading = (*number, *words, *mark)
        self._blocks.append(Block("heading", text, heading, section.level, self._section, flags))

    def _sign_off(self) -> Iterator[Block]:
        """The offices and the date, as every other format prints them."""
        if not self._report.signatories:
            return
        if self._annexed:
            yield from (Block("blank"), Block("statement", (Run(STATEMENT),)))
        printed = blocks(self._report)
        blank = max(at for at, block in enumerate(printed) if block.style is Style.BLANK)
        for block in printed[blank:]:
            runs = (
                self._marker.gap(piece, _END) if piece.kind is PieceKind.GAP else Run(piece.text)
                for piece in block.pieces
            )
            yield Block(_SIGN_OFF[block.style], tuple(runs))


def _broken(runs: tuple[Run, ...], title: str) -> tuple[Run, ...]:
    """The title in the lines of every other format; a run that can be opened stays whole."""
    ends = list(accumulate(len(line) for line in break_title(title)))[:-1]
    made: list[Run] = []
    at = 0
    for run in runs:
        last, at = at, at + len(run.text)
        cuts = [end - last for end in ends if last < end <= at]
        if run.anchor:
            cuts = [len(run.text)] if cuts else []
        start = 0
        for cut in cuts:
            made += [replace(run, text=run.text[start:cut]), _BREAK]
            start = cut
        if start < len(run.text):
            made.append(replace(run, text=run.text[start:]))
    return tuple(made)
