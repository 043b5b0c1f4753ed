"""Returned slips held against each other and against the year file. Pure, in any order the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.model.answers import State
from drafter.model.merged import Applied, Claim, Conflict, Merged, Side, Unmatched
from drafter.text.bounds import comparable, least, most
from drafter.text.measures import with_unit
from drafter.text.related import wholes_by_part
from drafter.text.slip_conflicts import at, details_differ, disagreement, filled, said, too_great
from drafter.text.slip_matching import bare
from drafter.text.slip_reading import Line, foreign, from_whom, read_lines, read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.model.answers import Figure
    from drafter.model.quantity import Quantity
    from drafter.model.slip import Returned
    from drafter.text.slip_reading import Asked


def merge(asked: Asked, slips: Iterable[Returned], prefer: str = "") -> Merged:
    """What slips bring to a year file.

    Args:
        asked: the year file.
        slips: in any order, which the result does not depend on; each is forgotten once it is
            read.
        prefer: 填报表 or 问卷: whose value counts where the year file has another one already;
            empty = neither, it is a conflict.
    """
    merging = _Merging(asked, prefer)
    for returned in slips:
        slip = from_whom(asked, returned)
        wrong = foreign(asked, slip)
        if wrong is not None:
            merging.conflicts.append(wrong)
            continue
        for outcome in (*read_rows(asked, slip), *read_lines(asked, slip)):
            merging.take(outcome)
    return merging.done()


class _Merging:
    """Everything that slips say, gathered before anything is decided."""

    def __init__(self, asked: Asked, prefer: str) -> None:
        self._asked, self._prefer = asked, prefer
        self._claims: dict[str, list[Claim]] = {}
        self._lines: list[Line] = []
        self._unmatched: list[Unmatched] = []
        self.conflicts: list[Conflict] = []

    def take(self, outcome: Claim | Conflict | Unmatched | Line) -> None:
        """One row or line."""
        match outcome:
            case Claim():
                self._claims.setdefault(outcome.id, []).append(outcome)
            case Conflict():
                self.conflicts.append(outcome)
            case Unmatched():
                self._unmatched.append(outcome)
            case Line():
                self._lines.append(outcome)

    def done(self) -> Merged:
        """What is to be put in, what a person has to decide, and what nobody asked for."""
        agreed = {}
        for id_, claims in self._claims.items():
            claim = _agreed(claims)
            if claim is None:
                self.conflicts.append(
                    disagreement(id_, claims, self._asked.indicators[id_].supplier)
                )
            else:
                agreed[id_] = claim
        applied = [one for claim in agreed.values() for one in self._against_file(claim)]
        beyond = {id_ for pair in self._beyond(agreed, applied) for id_ in pair}
        applied = [one for one in applied if one.id not in beyond or one.already]
        applied += self._highlights()
        return Merged(
            tuple(sorted(applied, key=lambda one: (one.place, one.highlight, one.id, one.text))),
            tuple(sorted(self.conflicts, key=lambda one: (one.sides, one.clash, one.id))),
            tuple(sorted(self._unmatched, key=lambda one: (one.place, one.words))),
        )

    def _against_file(self, claim: Claim) -> Iterator[Applied]:
        """A claim that all slips share, beside what the year file says."""
        asked = self._asked
        figure = asked.figures.get(claim.id)
        details = tuple(_details(claim))
        if figure is None or figure.state is State.BLANK:
            yield Applied(claim.id, claim.text, details, claim.places[0])
            return
        known = _measured(figure.quantity, asked.units[claim.id])
        if (figure.state, _value(known)) != (claim.state, _value(claim.quantity)):
            if self._prefer == "填报表":
                yield Applied(claim.id, claim.text, details, claim.places[0])
            elif self._prefer == "问卷":
                yield Applied(claim.id, said(figure), (), claim.places[0], already=True)
            else:
                self.conflicts.append(filled(asked.file, figure, claim))
            return
        new, contrary = _compared(claim, figure)
        if contrary and not self._prefer:
            self.conflicts.append(details_differ(asked.file, figure, claim, contrary))
            return
        wanted = (*new, *contrary) if self._prefer == "填报表" else new
        text = said(figure)
        yield Applied(claim.id, text, wanted, claim.places[0], already=not wanted)

    def _beyond(
        self, agreed: dict[str, Claim], applied: list[Applied]
    ) -> Iterator[tuple[str, str]]:
        """Parts greater than their wholes, where at least one of the two is new; each told."""
        new = {one.id for one in applied if not one.already}
        for part, wholes in wholes_by_part(self._asked.indicators).items():
            for whole in wholes:
                one, other = self._known(part, agreed), self._known(whole, agreed)
                if not {part, whole} & new or one is None or other is None:
                    continue
                low, high = least(one), most(other)
                if comparable(one, other) and low is not None and high is not None and low > high:
                    sides = self._side(part, agreed), self._side(whole, agreed)
                    self.conflicts.append(too_great(part, whole, sides))
                    yield part, whole

    def _known(self, id_: str, agreed: dict[str, Claim]) -> Quantity | None:
        """A figure as the slips tell it, else as the year file does."""
        if id_ in agreed:
            return agreed[id_].quantity
        figure = self._asked.figures.get(id_)
        return _measured(figure.quantity, self._asked.units[id_]) if figure else None

    def _side(self, id_: str, agreed: dict[str, Claim]) -> Side:
        """Where a figure stands, and what it is."""
        if id_ in agreed:
            return Side(agreed[id_].places[0], f"{id_} {agreed[id_].text}")
        figure = self._asked.figures[id_]
        return Side(at(self._asked.file, figure), f"{id_} {said(figure)}")

    def _highlights(self) -> Iterator[Applied]:
        told = {(topic, bare(t)) for topic, ts in self._asked.highlights.items() for t in ts}
        seen: set[tuple[str, str]] = set()
        for line in sorted(self._lines, key=lambda one: (one.topic, one.place, one.text)):
            key = line.topic, bare(line.text)
            if key not in seen:
                yield Applied(
                    line.topic, line.text, (), line.place, already=key in told, highlight=True
                )
            seen.add(key)


def _agreed(claims: list[Claim]) -> Claim | None:
    """One claim for all; None when they differ in value or cut-off."""
    if len({(one.state, _value(one.quantity), one.as_of) for one in claims}) > 1:
        return None
    first = min(claims, key=lambda one: one.places)
    places = tuple(sorted(place for one in claims for place in one.places))
    return replace(
        first,
        source="、".join(sorted({one.source for one in claims if one.source})),
        remark="；".join(sorted({one.remark for one in claims if one.remark})),
        places=places,
    )


def _value(quantity: Quantity | None) -> tuple[object, ...]:
    return (quantity.value, quantity.unit, quantity.mark) if quantity else ()


def _measured(quantity: Quantity | None, unit: str) -> Quantity | None:
    return with_unit(quantity, unit) if quantity else None


def _details(claim: Claim) -> Iterator[tuple[str, str]]:
    """来源, 截至 and 备注, those that there are."""
    if claim.source:
        yield "来源", claim.source
    if claim.as_of:
        yield "截至", claim.as_of.isoformat()
    if claim.remark:
        yield "备注", claim.remark


def _compared(
    claim: Claim, figure: Figure
) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    """Cut-off and remark that the year file lacks, and those that it has otherwise."""
    known = {"截至": figure.as_of.isoformat() if figure.as_of else "", "备注": figure.note}
    told = [(name, words) for name, words in _details(claim) if name in known]
    new = tuple((name, words) for name, words in told if not known[name])
    contrary = tuple((name, words) for name, words in told if not _holds(known[name], words))
    return new, contrary


def _holds(known: str, words: str) -> bool:
    return not known or all(word in known for word in words.split("；"))
