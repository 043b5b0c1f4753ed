"""What becomes of returned slips: answers put in, conflicts, and what belongs nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.model.record import record

if TYPE_CHECKING:
    from datetime import date

    from drafter.model.answers import State
    from drafter.model.quantity import Quantity
    from drafter.model.slip import Place


class Clash(StrEnum):
    """Why an answer was not put in."""

    SLIPS = "slips-differ"
    ROWS = "rows-differ"
    FILLED = "already-filled"
    DETAILS = "details-differ"
    UNIT = "unit-unfit"
    NO_FIGURE = "not-a-figure"
    NEGATIVE = "negative"
    RATE = "rate-out-of-range"
    FORMULA = "formula"
    YEAR = "another-year"
    OFFICE = "another-office"
    SUPPLIER = "another-supplier"
    UNKNOWN = "unknown-id"
    CROSSED = "id-and-question-differ"
    WHOLE = "part-exceeds-whole"
    WORDS = "unusable-words"
    FILE = "unreadable-file"
    EDIT = "edit-refused"


@dataclass(frozen=True, slots=True, order=True)
class Side:
    """One of the values in a conflict, and where it stands."""

    place: Place
    value: str


@record
class Conflict:
    """Something that a person has to decide; nothing of it was put in.

    Attributes:
        clash: what kind it is.
        id: of the figure or topic; empty when a whole file is meant.
        sides: the values concerned, each with its place; at least one.
        message: what is wrong, in Chinese.
        remedy: what to do.
    """

    clash: Clash
    id: str
    sides: tuple[Side, ...]
    message: str
    remedy: str


@record
class Unmatched:
    """Something in a slip that nobody asked for, or that cannot be told what it is."""

    place: Place
    words: str
    value: str
    message: str


@record
class Claim:
    """What slips say of one figure.

    Attributes:
        id: the indicator's.
        text: as it goes into the year file, unit included.
        state: see `State`.
        quantity: None unless the state is GIVEN.
        as_of: None when not told, or the report's own.
        remark: empty when there is none.
        source: who gave it; empty when that is the usual supplier, or nobody knows.
        places: where it stands.
    """

    id: str
    text: str
    state: State
    quantity: Quantity | None
    as_of: date | None
    remark: str
    source: str
    places: tuple[Place, ...]


@record
class Applied:
    """An answer that was put in, or stands there already.

    Attributes:
        id: of the figure or the topic.
        text: the answer.
        details: 来源, 截至 and 备注 that go with it, those that are to be written.
        place: where it was told.
        already: whether the year file said so before.
        highlight: whether it is a highlight.
    """

    id: str
    text: str
    details: tuple[tuple[str, str], ...]
    place: Place
    already: bool = False
    highlight: bool = False


@record
class Merged:
    """Returned slips, held against the year file and each other; in an order of their own."""

    applied: tuple[Applied, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    unmatched: tuple[Unmatched, ...] = ()
