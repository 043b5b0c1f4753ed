"""What a Word template can print wherever it likes: names of the report, and any figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.compose import facts as known
from drafter.model.answers import State
from drafter.model.report import Piece, PieceKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from drafter.compose.facts import Facts
    from drafter.model.answers import Answers
    from drafter.model.report import Gap

#: Of the names that slots can use, those that mean something outside the text.
NAMES = ("单位", "自称", "上级", "上年度", "下年度", "数据截至")

_SAID = {State.NONE: "无", State.NOT_APPLICABLE: "不涉及"}
_LAST = "上年"


def names(answers: Answers) -> dict[str, str]:
    """The names and what they stand for; empty = not given."""
    every = known.names(answers)
    return {name: str(every[name]) for name in NAMES}


class _Figures(Mapping[str, Piece | None]):
    """Every figure that can be asked for, the catalogue's first; each is made when it is asked for.

    Few templates ask for any of the three hundred.
    """

    def __init__(self, facts: Facts, make: Callable[[str, Facts], Piece | None]) -> None:
        self._facts = facts
        self._make = make
        self._ids = {**facts.kit.indicators, **facts.answers.indicators}

    def __getitem__(self, id_: str) -> Piece | None:
        if id_ not in self._ids:
            raise KeyError(id_)
        return self._make(id_, self._facts)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


def figures(facts: Facts) -> Mapping[str, Piece | None]:
    """This year's figures by id, as a template prints them.

    A template asks for a figure as a person does who writes a sentence round it: what is blank is
    a gap, required or not; None where gaps drop out.
    """
    return _Figures(facts, _figure)


def last_figures(facts: Facts) -> Mapping[str, Piece | None]:
    """The same for last year: a figure that is not known is a gap of its own."""
    return _Figures(facts, _last_figure)


def _figure(id_: str, facts: Facts) -> Piece | None:
    state = facts.state(id_)
    if state in _SAID:
        return Piece(PieceKind.TEXT, _SAID[state], (id_,))
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
    gap = facts.gap(id_)
    return _gap(replace(gap, id=f"{_LAST}数.{id_}", label=_LAST + gap.label, question=_ask(gap)))


def _ask(gap: Gap) -> str:
    return f"{_LAST}的数：{gap.question}"


def _gap(gap: Gap) -> Piece:
    return Piece(PieceKind.GAP, f"【待补充：{gap.label}】", (gap.id,), gap)
