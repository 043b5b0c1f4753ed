"""What a Word template can print wherever it likes: names of the report, and any figure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from drafter.compose import facts as known
from drafter.model.answers import ANSWERED_WITHOUT
from drafter.model.report import Piece, PieceKind

if TYPE_CHECKING:
    from drafter.compose.facts import Facts
    from drafter.model.answers import Answers
    from drafter.model.report import Gap

#: Of the names that slots can use, those that mean something outside the text.
NAMES = ("单位", "自称", "上级", "上年度", "下年度", "数据截至")


def names(answers: Answers) -> dict[str, str]:
    """The names and what they stand for; empty = not given."""
    every = known.names(answers)
    return {name: str(every[name]) for name in NAMES}


class _Asked(Mapping[str, Piece | None]):
    """What is printed for each figure, made when it is asked for: most never are."""

    def __init__(self, facts: Facts, make: Callable[[str, Facts], Piece | None]) -> None:
        self._facts, self._make = facts, make
        self._made: dict[str, Piece | None] = {}

    def __getitem__(self, id_: str) -> Piece | None:
        if id_ not in self._made:
            if self._facts.indicator(id_) is None:
                raise KeyError(id_)
            self._made[id_] = self._make(id_, self._facts)
        return self._made[id_]

    def __iter__(self) -> Iterator[str]:
        """The catalogue's come first."""
        return iter({**self._facts.kit.indicators, **self._facts.answers.indicators})

    def __len__(self) -> int:
        return len(self._facts.kit.indicators.keys() | self._facts.answers.indicators)


def figures(facts: Facts) -> Mapping[str, Piece | None]:
    """This year's figures by id, as a template prints them.

    A template asks for a figure as a person does who writes a sentence round it: what is blank is
    a gap, required or not; None where gaps drop out.
    """
    return _Asked(facts, _figure)


def last_figures(facts: Facts) -> Mapping[str, Piece | None]:
    """The same for last year: a figure that is not known is a gap of its own."""
    return _Asked(facts, _last_figure)


def _figure(id_: str, facts: Facts) -> Piece | None:
    state = facts.state(id_)
    if state in ANSWERED_WITHOUT:
        return Piece(PieceKind.TEXT, ANSWERED_WITHOUT[state], (id_,))
    given = facts.given(id_)
    if given is not None:
        return Piece(PieceKind.FIGURE, given.text, (id_,))
    found = facts.computed(id_)
    if found is not None:
        return Piece(PieceKind.COMPUTED, found[0].text, (id_, *found[1]))
    return _gap(facts.gap(id_)) if facts.gaps else None


def _last_figure(id_: str, facts: Facts) -> Piece | None:
    prior = facts.prior(id_)
    if prior is not None:
        return Piece(PieceKind.FIGURE, prior.text, (id_,))
    if not facts.gaps:
        return None
    from drafter.compose.lacking import prior_gap

    return _gap(prior_gap(id_, facts))


def _gap(gap: Gap) -> Piece:
    return Piece(PieceKind.GAP, f"【待补充：{gap.label}】", (gap.id,), gap)
