"""What clerks may say about words without code: wording.yaml, calendar.yaml and names.yaml."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from drafter.model.record import record

if TYPE_CHECKING:
    from datetime import date

    from drafter.model.finding import Severity
    from drafter.model.spot import Spot


@record
class Slip:
    """Words that are wrong, or wrong from a day on (wording.yaml, 用词).

    Attributes:
        words: the wrong words; … in them stands for up to sixteen characters without ，。；：.
        better: what to write instead; empty when only a person can say.
        reason: why, in Chinese.
        severity: how much it weighs.
        unless: words in which, or next to which, they are right.
        first: first document date on which they are wrong; None = always were.
        spot: where it is written.
        unless_sentence: words anywhere in the same sentence that make them right.
        in_titles: whether they are wrong inside 《》 too.
        taste: whether it is a matter of taste, told only when asked for.
    """

    words: str
    better: str
    reason: str
    severity: Severity
    unless: tuple[str, ...]
    first: date | None
    spot: Spot
    unless_sentence: tuple[str, ...] = ()
    in_titles: bool = False
    taste: bool = False


@record
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


@record
class Meeting:
    """A congress of the party, or a plenum of the committee that it elected.

    Attributes:
        term: which congress, in 汉字: 二十.
        number: which plenum, in 汉字: 三; empty for the congress itself.
        closed: the day on which it closed.
        missing: how much it weighs that a text of a later day stops before it; None = nothing.
        spot: where it is written.
    """

    term: str
    number: str
    closed: date
    missing: Severity | None
    spot: Spot

    @property
    def name(self) -> str:
        """党的二十大, 党的二十届三中全会."""
        return f"党的{self.term}届{self.number}中全会" if self.number else f"党的{self.term}大"


@record
class Office:
    """A kind of office that a reform has renamed.

    Attributes:
        names: old names, whole (工商局).
        shorts: old names as members of a list (工商); empty where the short form is a plain word.
        better: the new name.
        first: first document date on which the old one is out of date.
        spot: where it is written.
    """

    names: tuple[str, ...]
    shorts: tuple[str, ...]
    better: str
    first: date
    spot: Spot


@record
class Holiday:
    """A day that is named with its date: “12·4”国家宪法日.

    Attributes:
        day: month and day with a middle dot.
        name: the right name behind it.
        wrong: names that are out of date or incomplete.
        spot: where it is written.
    """

    day: str
    name: str
    wrong: tuple[str, ...]
    spot: Spot


@record
class NumberWords:
    """How texts speak of numbers that are no results.

    Attributes:
        aims: words whose sentence goes on with targets (力争).
        demands: words whose clause holds what has to be done (不少于, 每季度).
        limits: what stands behind a time limit (内).
        done: words that begin a result again (力争10场，实际12场).
    """

    aims: tuple[str, ...] = ()
    demands: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    done: tuple[str, ...] = ()


@record
class Wording:
    """Everything that is known about words.

    Attributes:
        slips: wrong words.
        seasons: set phrases with their time.
        titles: right titles of documents, without 《》.
        places: names of provinces, cities, counties and districts, each with those it lies in,
            the widest first.
        allowed: names of other places that the office may mention.
        set_phrases: what may be said again and again (固定说法).
        terms: terms of the field that are always written alike.
        term_exceptions: right words that are nearly such a term.
        numbers: how targets and time limits are spoken of; empty when nothing is told.
    """

    slips: tuple[Slip, ...] = ()
    seasons: tuple[Season, ...] = ()
    titles: tuple[str, ...] = ()
    places: tuple[tuple[str, ...], ...] = ()
    allowed: frozenset[str] = frozenset()
    set_phrases: tuple[str, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    history: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    holidays: tuple[Holiday, ...] = ()
    common: frozenset[str] = frozenset()
    terms: tuple[str, ...] = ()
    term_exceptions: tuple[str, ...] = ()
    numbers: NumberWords = field(default_factory=NumberWords)
