"""The report as a flat list of blocks: what every writer prints, in printed order."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.model.report import Piece, PieceKind
from drafter.text.days import printed_day
from drafter.text.titles import break_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.model.report import Paragraph, Report, Section


class Style(StrEnum):
    """What a block is; the values are the names that a Word template uses (段.样式)."""

    TITLE = "标题"
    ADDRESSEE = "主送机关"
    BODY = "正文"
    HEADING1 = "一级标题"
    HEADING2 = "二级标题"
    HEADING3 = "三级标题"
    HEADING4 = "四级标题"
    RUN_IN = "接排"  #: heading and text share a paragraph
    SIGNATORY = "落款"
    DATE = "成文日期"
    BLANK = "空行"


HEADINGS = (Style.HEADING1, Style.HEADING2, Style.HEADING3, Style.HEADING4)

#: Marks behind which a heading that runs in gets no 。
CLOSED = ("。", "！", "？", "：")

#: Id of the gap that stands for a date nobody has set yet.
DATE_GAP = "成文日期"


@record
class Block:
    """One printed paragraph.

    Attributes:
        style: what it is.
        pieces: its words in order; empty for a blank line only.
        heading: of a run-in paragraph, the heading with its number and closing 。; else empty.
        level: 1 to 4 for headings and run-in paragraphs; 0 for everything else.
    """

    style: Style
    pieces: tuple[Piece, ...] = ()
    heading: tuple[Piece, ...] = ()
    level: int = 0

    @property
    def text(self) -> str:
        """As it is printed; empty for a blank line."""
        return joined(self.heading) + joined(self.pieces)


def joined(pieces: tuple[Piece, ...]) -> str:
    """The words of `pieces` in a row."""
    return "".join([piece.text for piece in pieces])


def blocks(report: Report, *, gaps: bool = True) -> tuple[Block, ...]:
    """The whole report, title first, sign-off last.

    Args:
        report: what to print.
        gaps: False leaves out every sentence with something missing in it, a paragraph of which
            nothing is left, and a date not yet set. Title and headings keep their gaps: a heading
            cannot be left out without losing what stands under it.
    """
    return (
        *_opening(report),
        *paragraph_blocks(report.lead, gaps=gaps),
        *(block for section in report.sections for block in section_blocks(section, gaps=gaps)),
        *_sign_off(report, gaps=gaps),
    )


def public(layout: Iterable[Block]) -> Iterator[Block]:
    """Without 主送机关, which no text on a web site has (GB/T 9704: it is for the recipients)."""
    return (block for block in layout if block.style is not Style.ADDRESSEE)


def _opening(report: Report) -> Iterator[Block]:
    """Title lines, a blank line, and the addressees where they are printed."""
    rest = report.title.pieces
    for line in break_title(report.title.text):
        taken, rest = _split(rest, len(line))
        yield Block(Style.TITLE, taken)
    yield Block(Style.BLANK)
    if report.addressees:
        yield Block(Style.ADDRESSEE, (_plain(f"{report.addressees}："),))


def section_blocks(section: Section, *, gaps: bool) -> Iterator[Block]:
    """A section and all below it; `gaps` as in `blocks`."""
    body = tuple(paragraph_blocks(section.paragraphs, gaps=gaps))
    number_and_heading = (*_number(section), *section.heading.pieces)
    if section.run_in and body:
        closed = section.heading.text.endswith(CLOSED)
        heading = number_and_heading if closed else (*number_and_heading, _plain("。"))
        yield Block(Style.RUN_IN, body[0].pieces, heading, section.level)
        yield from body[1:]
    else:
        yield Block(HEADINGS[section.level - 1], number_and_heading, level=section.level)
        yield from body
    for child in section.children:
        yield from section_blocks(child, gaps=gaps)


def _number(section: Section) -> tuple[Piece, ...]:
    """The section's number; nothing where a heading has none."""
    return (_plain(section.number),) if section.number else ()


def paragraph_blocks(paragraphs: tuple[Paragraph, ...], *, gaps: bool) -> Iterator[Block]:
    """Body paragraphs, without those of which nothing is left; `gaps` as in `blocks`."""
    for paragraph in paragraphs:
        pieces = tuple([piece for s in paragraph.sentences for piece in s.pieces])
        kept = pieces if gaps else _without_gaps(paragraph)
        if kept:
            yield Block(Style.BODY, kept)


def _without_gaps(paragraph: Paragraph) -> tuple[Piece, ...]:
    from drafter.text.gap_sentences import without_gaps

    return tuple(piece for s in paragraph.sentences for piece in without_gaps(s.pieces))


def _sign_off(report: Report, *, gaps: bool) -> Iterator[Block]:
    """A blank line, the offices, the date; nothing when no office signs."""
    if not report.signatories:
        return
    yield Block(Style.BLANK)
    for office in report.signatories:
        yield Block(Style.SIGNATORY, (_plain(office),))
    if report.dated is not None:
        yield Block(Style.DATE, (_plain(printed_day(report.dated)),))
    elif gaps:
        for gap in report.gaps:
            if gap.id == DATE_GAP:
                text = f"【待补充：{gap.label}】"
                yield Block(Style.DATE, (Piece(PieceKind.GAP, text, (), gap),))


def _split(pieces: tuple[Piece, ...], length: int) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The first `length` characters of `pieces`, and what follows; a piece may be cut in two."""
    before: list[Piece] = []
    for index, piece in enumerate(pieces):
        if length <= 0:
            return tuple(before), pieces[index:]
        head, tail = piece.text[:length], piece.text[length:]
        before.append(_cut(piece, head))
        length -= len(head)
        if tail:
            return tuple(before), (_cut(piece, tail), *pieces[index + 1 :])
    return tuple(before), ()


def _cut(piece: Piece, text: str) -> Piece:
    """A part of `piece` that says `text`."""
    return replace(piece, text=text)


def _plain(text: str) -> Piece:
    return Piece(PieceKind.TEXT, text)
