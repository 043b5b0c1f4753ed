"""What clerks may say about words without code: wording.yaml, calendar.yaml and names.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from drafter.model.finding import Severity
    from drafter.model.spot import Spot


@dataclass(frozen=True, slots=True)
class Slip:
    """Words that are wrong, or wrong from a day on (wording.yaml, 用词).

    Attributes:
        words: the wrong words; … in them stands for up to twelve characters without 。；.
        better: what to write instead; empty when only a person can say.
        reason: why, in Chinese.
        severity: how much it weighs.
        unless: words in which, or next to which, they are right.
        first: first document date on which they are wrong; None = always were.
        spot: where it is written.
    """

    words: str
    better: str
    reason: str
    severity: Severity
    unless: tuple[str, ...]
    first: date | None
    spot: Spot


@dataclass(frozen=True, slots=True)
class Season:
    """A set phrase and the time in which it may be used as current (calendar.yaml).

    Attributes:
        name: what it is called in messages.
        words: literal forms.
        by_year: whether its time is held against the report's year (the next one in the part on
            plans); else against the document's date.
        first: first day; None = no limit.
        last: last day; None = still right.
        better: what has replaced it; empty when nothing has.
        early: how much naming it too early weighs; None = not told.
        late: how much naming it too late weighs; None = not told.
        unless: words in the same sentence that make it history (收官, 以来) or another thing.
        unless_after: words right in front that make it another thing (省委十三届…四次全会).
        spot: where it is written.
    """

    name: str
    words: tuple[str, ...]
    by_year: bool
    first: date | None
    last: date | None
    better: str
    early: Severity | None
    late: Severity | None
    unless: tuple[str, ...]
    unless_after: tuple[str, ...]
    spot: Spot


@dataclass(frozen=True, slots=True)
class Wording:
    """Everything that is known about words.

    Attributes:
        slips: wrong words.
        seasons: set phrases with their time.
        titles: right titles of documents, without 《》.
        places: names of provinces, cities, counties and districts, each with those it lies in,
            the widest first.
        allowed: names of other places that the office may mention.
    """

    slips: tuple[Slip, ...] = ()
    seasons: tuple[Season, ...] = ()
    titles: tuple[str, ...] = ()
    places: tuple[tuple[str, ...], ...] = ()
    allowed: frozenset[str] = frozenset()
