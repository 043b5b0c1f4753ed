"""A report that exists already: as a file gave it, and as it was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.record import record

if TYPE_CHECKING:
    from datetime import date

    from drafter.model.quantity import Quantity
    from drafter.model.spot import Spot


@record
class RawParagraph:
    """A paragraph as a document reader found it.

    Attributes:
        text: its words, automatic numbers included, inner line breaks and tabs as blanks; stripped.
        spot: the file and, as line, the line of a text file or the paragraph's count from 1.
        level: what its style or direct formatting says of it: 0 for body text, 1 to 4 for a
            heading, None when nothing is said.
        title: whether style or formatting says that it is the document's title.
        run_in: how many of its first characters are set off as a heading that runs in; 0 = none.
        table: which of the document's tables it stands in, counted from 1; 0 for none.
    """

    text: str
    spot: Spot
    level: int | None = None
    title: bool = False
    run_in: int = 0
    table: int = 0


@record
class Dropped:
    """Something that was left out on purpose.

    Attributes:
        text: its words.
        reason: why, in Chinese (`网页导航`, `页码`).
        spot: where it stood.
    """

    text: str
    reason: str
    spot: Spot


@record
class RawDocument:
    """A document's paragraphs in order, and what its reader left out.

    Attributes:
        path: as the user named it.
        kind: docx, doc, html, txt, md or pdf.
        paragraphs: none empty.
        dropped: furniture of the page (navigation, page numbers), with the reason.
        dated: the day on which the page says it was published; None when it does not.
    """

    path: str
    kind: str
    paragraphs: tuple[RawParagraph, ...]
    dropped: tuple[Dropped, ...] = ()
    dated: date | None = None


@record
class Statistic:
    """A number in running text that counts or measures something.

    Attributes:
        quantity: value, unit and mark.
        start: place in the block's text of its first character, its mark in front included.
        end: place behind its last character, unit and mark behind included.
    """

    quantity: Quantity
    start: int
    end: int


@record
class OldBlock:
    """A heading or a paragraph of the report, its marks evened out.

    Attributes:
        level: 0 for a paragraph, 1 to 4 for a heading.
        number: as evened out: 一、 （一） 1. （1）; empty for a paragraph and for a heading without
            one.
        heading: a heading's words without number and closing mark; empty for a paragraph.
        text: what follows: the paragraph, or what runs in behind the heading; empty for a heading
            that stands alone.
        run_in: whether the text runs in behind the heading.
        statistics: in `text`, in order, none overlapping.
        spot: where it stands in the document.
        published: the number as the report itself writes it, where that is another (1、 for 1.);
            empty where it is as `number`.
    """

    level: int
    number: str
    heading: str
    text: str
    run_in: bool
    statistics: tuple[Statistic, ...]
    spot: Spot
    published: str = ""


@record
class OldReport:
    """A published report, understood.

    Attributes:
        path: as the user named it.
        title: joined to one line; empty when none was found.
        issuer: who reports, from title, sign-off or lead; empty when not found.
        year: the year reported on; None when not found.
        addressees: 主送机关 without the colon; empty when there is no such line.
        blocks: everything between title and sign-off, in order: lead, headings, paragraphs.
        signatories: issuing offices of the sign-off, in order.
        dated: the sign-off's date, else the page's; None when neither is there.
        dropped: what was taken for furniture of the page, with the reason.
        spot: of the title's first line; the file as a whole when there is no title.
    """

    path: str
    title: str
    issuer: str
    year: int | None
    addressees: str
    blocks: tuple[OldBlock, ...]
    signatories: tuple[str, ...]
    dated: date | None
    dropped: tuple[Dropped, ...]
    spot: Spot
