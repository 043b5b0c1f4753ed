"""The proof (校样): a report's printed text as the checks read it, whatever it came from."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.model.record import record

if TYPE_CHECKING:
    from datetime import date

    from drafter.model.kit import Part
    from drafter.model.quantity import Quantity
    from drafter.model.spot import Spot


class PassageKind(StrEnum):
    """What a passage is."""

    TITLE = "title"
    HEADING = "heading"  #: with the text that runs in behind it, where it does
    TEXT = "text"


@record
class Told:
    """A statistic in a passage.

    Attributes:
        quantity: value, unit and mark.
        start: place in the passage's text of its first character, its mark in front included.
        end: place behind its last character, unit and mark behind included.
        id: the indicator that it tells; empty when that is not known.
        sure: how sure the id is, 0 to 1; 1 where the year file itself says it, 0 without an id.
        computed: whether drafter worked it out (a rate, a sum, a change).
    """

    quantity: Quantity
    start: int
    end: int
    id: str = ""
    sure: float = 0.0
    computed: bool = False


@record
class Passage:
    """A title, a heading or a paragraph, as it is printed.

    Attributes:
        place: its place among the proof's passages, from 0.
        kind: see `PassageKind`.
        level: 1 to 4 for headings, else 0.
        number: a heading's, as evened out (一、 （一） 1. （1）); empty for none.
        heading: a heading's words, without number and closing mark; else empty.
        run_in: whether the text runs in behind the heading.
        text: the whole of it evened out (`text.evening`): full-width marks, no stray blanks;
            begins with number and heading. What rules read.
        body: where in `text` the body begins: 0 for a text, behind the heading where one runs in,
            `len(text)` for a title and a heading that stands alone.
        raw: as it stands in the file, half-width marks and blanks included; at the ends none.
        told: the statistics in the body, in order, none overlapping.
        section: number and heading of what it stands under; a heading's own; empty in the lead.
        parts: whether it stands in the part on shortcomings, on plans, or on both.
        table: whether it stands in a table.
        spots: where it was written: (place in `raw`, spot) in order, the first at 0; of several at
            one place the last counts. A figure of a year file has its own.
        exact: whether columns count on from the spot; False where patterns made the text.
    """

    place: int
    kind: PassageKind
    level: int
    number: str
    heading: str
    run_in: bool
    text: str
    body: int
    raw: str
    told: tuple[Told, ...]
    section: str
    parts: frozenset[Part]
    table: bool
    spots: tuple[tuple[int, Spot], ...]
    exact: bool

    @property
    def sentences(self) -> str:
        """The body alone; empty for a title and a heading that stands alone."""
        return self.text[self.body :]


@record
class Proof:
    """A whole report as it is checked.

    Attributes:
        path: as the user named it.
        filed: whether a year file made the text; else it is somebody's document.
        title: joined to one line; empty when there is none.
        issuer: who reports, by full name; empty when not known.
        self_name: how the text is to call itself; empty when not told.
        year: the year reported on; None when not known.
        dated: the document's date; None when not known.
        as_of: the day up to which figures count; None when not told.
        addressees: 主送机关 without the colon; empty when there are none.
        signatories: issuing offices in order.
        passages: title, headings and paragraphs in printed order; no sign-off.
        typed: a year file's exact figures by id, printed or not; empty for a document.
        public: whether the text is made public (a report not from a year file is).
    """

    path: str
    filed: bool
    title: str
    issuer: str
    self_name: str
    year: int | None
    dated: date | None
    as_of: date | None
    addressees: str
    signatories: tuple[str, ...]
    passages: tuple[Passage, ...]
    typed: tuple[tuple[str, Quantity], ...] = ()
    public: bool = True
