"""What there is to know about each figure that the text prints: for reviewers and previews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.report import Note, PieceKind
from drafter.text.days import printed_day
from drafter.text.formulas import read_formula
from drafter.text.last_year import JUMP, change_in_words, jumps

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.compose.facts import Facts
    from drafter.model.kit import Indicator
    from drafter.model.report import Piece

_PRINTED = {PieceKind.FIGURE, PieceKind.COMPUTED}


def notes(pieces: Iterable[Piece], facts: Facts) -> dict[str, Note]:
    """A note on every figure among the pieces, and on those that they were worked out from."""
    ids = dict.fromkeys(id_ for p in pieces if p.kind in _PRINTED for id_ in p.figures)
    return {id_: note for id_ in ids if (note := _note(id_, facts)) is not None}


def _note(id_: str, facts: Facts) -> Note | None:
    """None for an id that nobody defines."""
    indicator = facts.indicator(id_)
    if indicator is None:
        return None
    figure = facts.answers.figures.get(id_)
    typed = facts.given(id_)
    computed = facts.computed(id_) if typed is None else None
    now = computed[0] if computed else typed
    prior = facts.prior(id_)
    change = jump = ""
    if now is not None and prior is not None:
        change = change_in_words(prior, now) if prior.value != now.value else "与上年相同"
        if jumps(prior, now):
            jump = f"上年是{prior.text}，今年是{now.text}，相差{JUMP}倍以上，请核对"
    as_of = (figure.as_of if figure else None) or facts.answers.as_of
    return Note(
        id=id_,
        name=indicator.name,
        question=indicator.question,
        text=now.text if now else "无",
        formula=_formula(indicator, computed[1], facts) if computed else "",
        prior=prior.text if prior else "",
        change=change,
        jump=jump,
        source=(figure.source if figure else "") or indicator.supplier,
        as_of=printed_day(as_of) if as_of else "",
    )


def _formula(indicator: Indicator, ids: tuple[str, ...], facts: Facts) -> str:
    """出庭.负责人 / 出庭.开庭（出庭.负责人 12宗、出庭.开庭 14宗）."""
    formula = next(f for f in indicator.formulas if read_formula(f)[1] == ids)
    values = [f"{id_} {quantity.text}" for id_ in ids if (quantity := facts.given(id_))]
    return formula + (f"（{'、'.join(values)}）" if values else "")
