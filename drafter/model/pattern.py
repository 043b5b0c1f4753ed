"""Sentence patterns: text with slots for figures.

The slots are written as in Jinja (`{{ 复议.收到 | 同比 }}`), and slots are all there is: no
statements, no arithmetic, no attribute access. So a pattern cannot run anything, every printed
figure is known by its id, and the outline needs no template engine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.record import record

if TYPE_CHECKING:
    from drafter.model.spot import Spot


@record
class Filter:
    """What is done to a slot's value before it is printed.

    Attributes:
        name: its Chinese name: 占比, 同比, 增减, 万, 余, 汉字.
        arguments: what stands in the brackets: indicators' ids and numbers; empty when none does.
    """

    name: str
    arguments: tuple[str, ...] = ()


@record
class Slot:
    """A place for a value.

    Attributes:
        name: an indicator's id (`复议.收到`), a name of the report (`年度`) or a phrase
            (`提法.大会`).
        filters: applied from left to right.
        spot: where it is written.
    """

    name: str
    filters: tuple[Filter, ...]
    spot: Spot

    @property
    def source(self) -> str:
        """As a year file says it, evenly spaced."""
        if not self.filters:
            return f"{{{{{self.name}}}}}"
        filters = (
            one.name + (f"({', '.join(one.arguments)})" if one.arguments else "")
            for one in self.filters
        )
        return f"{{{{{' | '.join((self.name, *filters))}}}}}"


@record
class Pattern:
    """Text and slots in order; a text without slots is a pattern too.

    Attributes:
        parts: literal text and slots, no two literals in a row, no empty literal.
        source: the pattern as it was written.
        spot: where it begins.
        names: of its slots, in order; most clauses drop out by them alone.
    """

    parts: tuple[str | Slot, ...]
    source: str
    spot: Spot
    names: tuple[str, ...] = ()

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots in order."""
        if not self.names:
            return ()
        return tuple([part for part in self.parts if part.__class__ is Slot])


@record
class Clause:
    """A part of a sentence that stands or falls as a whole.

    A clause drops out when one of its optional figures was not given; when a required one is
    missing the gap shows in its place.

    Attributes:
        text: the pattern; with `members`, what leads them (其中).
        opening: the form used when the clause opens its sentence, where that differs from `text`;
            None = same form.
        otherwise: what is tried in turn when the clause would drop out; empty = nothing.
        none: what stands when the figure's answer is 无; None = “无” and the indicator's name.
        zero: what stands when the figure is 0; None = the figure as any other (0件).
        members: parallel members after `text`, joined with 、, each dropping out by itself;
            the clause drops when none is left. Empty for an ordinary clause.
    """

    text: Pattern
    opening: Pattern | None = None
    otherwise: tuple[Pattern, ...] = ()
    none: Pattern | None = None
    zero: Pattern | None = None
    members: tuple[Pattern, ...] = ()


@record
class SentencePattern:
    """Clauses that make one sentence, joined with ，, or another mark, and closed with 。

    Attributes:
        clauses: at least one.
        joint: the mark between clauses.
        years: first and last report year in which the sentence is right; None = no limit.
        spot: where it is written.
    """

    clauses: tuple[Clause, ...]
    joint: str
    years: tuple[int | None, int | None]
    spot: Spot

    def fits(self, year: int) -> bool:
        """Whether the sentence is right in a report on `year`."""
        first, last = self.years
        return (first is None or year >= first) and (last is None or year <= last)
