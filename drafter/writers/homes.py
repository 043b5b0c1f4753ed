"""The blocks of a report with where each comes from: section, sentences, figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.home import Home, HomeKind, Stretch, Told
from drafter.model.report import PieceKind
from drafter.writers.blocks import HEADINGS, Style, blocks, joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.model.report import Paragraph, Piece, Report, Section, Sentence
    from drafter.writers.blocks import Block

_FRAME = {
    Style.ADDRESSEE: HomeKind.ADDRESSEE,
    Style.SIGNATORY: HomeKind.SIGNATORY,
    Style.DATE: HomeKind.DATE,
}


def homes(report: Report) -> tuple[Home, ...]:
    """Every printed paragraph but blank lines, in order."""
    paragraphs = _paragraphs(report)
    headings = enumerate(report.walk())
    made: list[Home] = []
    at = -1
    for place, block in enumerate(blocks(report)):
        if block.style is Style.BLANK:
            continue
        if block.style in {*HEADINGS, Style.RUN_IN}:
            at, section = next(headings)
            first = next(paragraphs) if block.style is Style.RUN_IN else None
            made.append(_headed(place, block, at, section, first))
        elif block.style is Style.BODY:
            kind = HomeKind.LEAD if at < 0 else HomeKind.BODY
            told = tuple(_told(next(paragraphs).sentences, 0))
            found = _stretches(block.pieces)
            made.append(Home(place, kind, block.text, at, told=told, stretches=found))
        elif block.style is Style.TITLE:
            title = Told(0, len(block.text), report.title.origin, report.title.spot)
            found = _stretches(block.pieces)
            made.append(Home(place, HomeKind.TITLE, block.text, told=(title,), stretches=found))
        else:
            found = _stretches(block.pieces)
            made.append(Home(place, _FRAME[block.style], block.text, stretches=found))
    return tuple(made)


def _paragraphs(report: Report) -> Iterator[Paragraph]:
    """In the order in which `blocks` prints them."""
    yield from report.lead
    for section in report.walk():
        yield from section.paragraphs


def _headed(place: int, block: Block, at: int, section: Section, first: Paragraph | None) -> Home:
    """A heading, or a paragraph that it runs in to."""
    start = len(section.number)
    heading = section.heading
    told = [Told(start, start + len(heading.text), heading.origin, heading.spot)]
    length = len(joined(block.heading)) if first else len(block.text)
    if first:
        told += _told(first.sentences, length)
    return Home(
        place,
        HomeKind.RUN_IN if first else HomeKind.HEADING,
        block.text,
        at,
        level=section.level,
        number=section.number,
        heading=length,
        told=tuple(told),
        stretches=_stretches((*block.heading, *block.pieces)),
    )


def _told(sentences: Sequence[Sentence], start: int) -> Iterator[Told]:
    for one in sentences:
        end = start + len(one.text)
        yield Told(start, end, one.origin, one.spot)
        start = end


def _stretches(pieces: Sequence[Piece]) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    start = 0
    for piece in pieces:
        end = start + len(piece.text)
        if piece.figures or piece.gap or piece.slot:
            blank = piece.kind is PieceKind.GAP and piece.figures
            slot = piece.slot or (f"{{{{{piece.figures[0]}}}}}" if blank else "")
            computed = piece.kind is PieceKind.COMPUTED
            gap = piece.gap.id if piece.gap else ""
            found.append(Stretch(start, end, slot, piece.figures, computed, gap))
        start = end
    return tuple(found)
