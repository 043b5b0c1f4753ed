"""A document's paragraphs understood as a report: outline, text, statistics, frame."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.model.old_report import Dropped, OldBlock, OldReport
from drafter.model.spot import Spot
from drafter.text import old_frame
from drafter.text.evening import even
from drafter.text.old_annex import without_annexes, without_notes
from drafter.text.old_headings import CLOSED, evened, find_headings
from drafter.text.statistics import statistics

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from drafter.model.old_report import RawDocument, RawParagraph

__all__ = ["evened", "printed", "understand"]

#: Reports are published in the first months of the next year.
_SPRING = 6


def understand(document: RawDocument) -> OldReport:
    """The report that a document holds.

    Every paragraph between title and sign-off is a block, in order, and nothing of it is lost:
    `printed(block)` is `evened(paragraph.text)`, but for the 。 of a heading on its own line.
    """
    title, places = old_frame.find_title(document.paragraphs)
    before = document.paragraphs[: places.start]
    below = document.paragraphs[places.stop :]
    dropped = [Dropped(p.text, "标题之前的文字", p.spot) for p in before]
    addressees, dated, rest = _opening(below, dropped)
    rest, annexes = without_annexes(rest)
    rest, notes = without_notes(rest)
    sign_off = old_frame.find_sign_off(rest)
    body = [p for at, p in enumerate(rest) if at not in sign_off.places]
    blocks = _blocks(body)
    day = sign_off.day or dated or document.dated
    return OldReport(
        path=document.path,
        title=title,
        issuer=_issuer(title, sign_off.names, blocks),
        year=_year(title, blocks, day),
        addressees=addressees,
        blocks=blocks,
        signatories=sign_off.names,
        dated=day,
        dropped=(*document.dropped, *dropped, *annexes, *notes),
        spot=document.paragraphs[places.start].spot if places else Spot(document.path),
    )


def printed(block: OldBlock) -> str:
    """The block as one paragraph of the evened document."""
    if not block.run_in:
        return block.number + block.heading + block.text
    mark = "" if block.heading.endswith(CLOSED) else "。"
    return block.number + block.heading + mark + block.text


def _opening(
    paragraphs: Sequence[RawParagraph], dropped: list[Dropped]
) -> tuple[str, date | None, Sequence[RawParagraph]]:
    """Addressees, the date below the title, and the paragraphs behind them."""
    addressees, dated, at = "", None, 0
    while at < len(paragraphs):
        paragraph = paragraphs[at]
        text = even(paragraph.text)
        day = old_frame.read_day(text)
        if not addressees and old_frame.is_addressees(text):
            addressees = text[:-1]
        elif day:
            dated = day
        elif old_frame.is_document_number(text) or not text:
            dropped.append(Dropped(paragraph.text, "发文字号" if text else "空白", paragraph.spot))
        else:
            break
        at += 1
    return addressees, dated, paragraphs[at:]


def _blocks(paragraphs: Sequence[RawParagraph]) -> tuple[OldBlock, ...]:
    headings = find_headings(paragraphs)
    found = [
        heading or _paragraph(paragraph)
        for paragraph, heading in zip(paragraphs, headings, strict=True)
    ]
    return tuple(block for block in found if printed(block))


def _paragraph(paragraph: RawParagraph) -> OldBlock:
    text = even(paragraph.text)
    return OldBlock(
        level=0,
        number="",
        heading="",
        text=text,
        run_in=False,
        statistics=statistics(text),
        spot=paragraph.spot,
    )


def _issuer(title: str, names: Sequence[str], blocks: Sequence[OldBlock]) -> str:
    """Who reports, by title, sign-off or opening, the first that says it."""
    lead = blocks[0].text if blocks else ""
    last = names[-1] if names else ""
    return old_frame.issuer_of_title(title) or last or old_frame.issuer_of_lead(lead)


def _year(title: str, blocks: Sequence[OldBlock], dated: date | None) -> int | None:
    """The year reported on, by title, opening, first headings or date."""
    return next((year for year in _years(title, blocks, dated) if year), None)


def _years(title: str, blocks: Sequence[OldBlock], dated: date | None) -> Iterator[int | None]:
    yield old_frame.read_year(title)
    if blocks and re.match("[0-9]{4}年", blocks[0].text):
        yield old_frame.read_year(blocks[0].text[:5])
    yield from (old_frame.read_year(b.heading) for b in blocks if b.level == 1)
    if dated:
        yield dated.year - 1 if dated.month <= _SPRING else dated.year
