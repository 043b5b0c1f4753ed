"""Two years' reports side by side."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.model.record import record

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from drafter.model.answers import State
    from drafter.model.finding import Finding
    from drafter.model.quantity import Quantity
    from drafter.model.spot import Spot


class Kind(StrEnum):
    """What became of a figure."""

    CHANGED = "changed"
    SAME = "same"  #: the value of last year; a unit that differs makes it CHANGED
    NEW = "new"  #: this year only, or not recognised in last year's report
    GONE = "gone"  #: last year only, or not recognised in this year's report


@record
class Line:
    """A sentence or a heading.

    Attributes:
        text: as it is printed; a heading without its number.
        section: number and heading of the innermost section; empty before the first one.
        spot: where it was written.
        waiting: whether something in it is still missing (待补充); of a heading, whether all that
            stands below waits.
    """

    text: str
    section: str
    spot: Spot
    waiting: bool = False


@record
class Datum:
    """A figure of one year's report.

    Attributes:
        id: the indicator's; empty when only its words are known.
        name: the indicator's name, else the words before the number.
        quantity: what was reported.
        spot: of the answer in a year file, else of the sentence.
        line: which of the account's sentences prints it first; None = none does.
        start: place in that sentence of its first character.
        end: place behind its last character.
        subject: of a published figure that another one came to, the words in front of that one's
            由.
        running: whether it is of several years together.
    """

    id: str
    name: str
    quantity: Quantity
    spot: Spot
    line: int | None = None
    start: int = 0
    end: int = 0
    subject: str = ""
    running: bool = False


@record
class Account:
    """A year's report as it is compared.

    Attributes:
        path: as the user named it.
        year: the year reported on; None when the report does not say.
        filed: whether it is a year file, whose figures have ids.
        headings: in printed order.
        lines: the sentences below headings, in printed order.
        data: the figures; those of a year file include the ones that no sentence prints.
        absent: of a year file, the figures that it names without a value, and why.
    """

    path: str
    year: int | None
    filed: bool
    headings: tuple[Line, ...]
    lines: tuple[Line, ...]
    data: tuple[Datum, ...]
    absent: Mapping[str, State] = field(default_factory=dict)


@record
class Solved:
    """What a rate of change in this year's text says of last year.

    Attributes:
        line: which of this year's sentences it stands in.
        start: place in that sentence of the count it belongs to.
        text: count and rate as printed: `786宗，同比增长68.67%`.
        unit: of the count.
        low: the least that last year's value can have been, the rate being rounded.
        high: the most.
        value: the one whole number in between; None when the rate leaves more than half of one to
            either side.
    """

    line: int
    start: int
    text: str
    unit: str
    low: Decimal
    high: Decimal
    value: Decimal | None


@record
class FigureChange:
    """One figure in the two years.

    Attributes:
        id: empty when neither report gives one.
        name: for people.
        last: None for a new one.
        this: None for one that is gone.
        kind: see `Kind`.
        change: in words: `增长68.67%`, `提高1.2个百分点`; empty when nothing can be told.
        remark: what a person should look at; empty when there is nothing.
        absent: why this year's file has no value; None when it has one, or does not say.
    """

    id: str
    name: str
    last: Datum | None
    this: Datum | None
    kind: Kind
    change: str
    remark: str = ""
    absent: State | None = None


@record
class Carried:
    """A sentence or heading of this year that last year had too.

    Attributes:
        last: as it was.
        this: as it is.
        numbers: the numbers that differ, last year's and this year's; a year's number that moved
            with the year is not among them.
        exact: whether it is the same word for word, numbers and marks aside.
    """

    last: Line
    this: Line
    numbers: tuple[tuple[str, str], ...]
    exact: bool


@record
class Turnover:
    """What became of the sentences, or of the headings.

    Attributes:
        carried: in this year's order.
        new: this year only.
        gone: last year only.
        waiting: this year only, and not yet written.
    """

    carried: tuple[Carried, ...]
    new: tuple[Line, ...]
    gone: tuple[Line, ...]
    waiting: tuple[Line, ...] = ()


@record
class Share:
    """How much of a section's own text is last year's; headings do not count.

    Attributes:
        section: number and heading; empty for what stands before the first one.
        carried: characters of the sentences carried over.
        characters: characters of all its sentences.
    """

    section: str
    carried: int
    characters: int

    @property
    def share(self) -> float:
        """From 0 to 1; 0 for a section without text."""
        return self.carried / self.characters if self.characters else 0.0


@record
class Comparison:
    """This year's report beside last year's.

    Attributes:
        last: last year's.
        this: this year's.
        figures: this year's in their order, then those that are gone.
        headings: without their numbers.
        sentences: those below headings.
        shares: by section of this year's report, in order.
        findings: contradictions and what else a person should look at.
    """

    last: Account
    this: Account
    figures: tuple[FigureChange, ...]
    headings: Turnover
    sentences: Turnover
    shares: tuple[Share, ...]
    findings: tuple[Finding, ...]

    @property
    def whole(self) -> Share:
        """The whole text's share."""
        carried = sum(share.carried for share in self.shares)
        return Share("", carried, sum(share.characters for share in self.shares))


@record
class FigureYears:
    """One figure through the years.

    Attributes:
        id: the newest file's.
        name: for people.
        values: by year, oldest first, only the years that have it.
    """

    id: str
    name: str
    values: Mapping[int, Quantity]
