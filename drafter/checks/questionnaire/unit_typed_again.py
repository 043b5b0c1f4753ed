"""Q212: a unit typed behind a slot whose value brings its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.questionnaire.own_words import own_patterns
from drafter.checks.rule import Filed, year_file_rule
from drafter.model.finding import Severity
from drafter.model.pattern import Slot
from drafter.text.patterns import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Case

_SHARES = {"占比", "同比"}
_SHORTER = {"万", "余"}


@year_file_rule("Q212", "unit-typed-again", Severity.ERROR)
def unit_typed_again(case: Case) -> Iterator[Filed]:
    """查什么：亮点、不足、安排等文字里，{{…}} 后面有没有又写一遍单位。

    为什么：数里已经带着单位，再写一遍就印成“36场场”。
    例：“开展活动{{普法.活动}}场”应写“开展活动{{普法.活动}}”。
    怎么改：删去 }} 后面的单位。
    """
    for pattern in own_patterns(case):
        for part, behind in zip(pattern.parts, pattern.parts[1:], strict=False):
            if not isinstance(part, Slot) or not isinstance(behind, str):
                continue
            unit = _unit(behind, _units(part, case))
            # 件件有回音 begins with 件 and is a word of its own.
            if unit and not behind.startswith(unit * 2):
                slot = written(part, braces=True)
                message = f"“{slot}”的数里已经带着单位，后面又写了“{unit}”，单位会印两遍"
                yield Filed(part.spot, message, f"删去“{unit}”，写成 `{slot}`", slot + unit)


def _unit(words: str, units: frozenset[str]) -> str:
    """The one with which words begin, unless it is the beginning of another word."""
    if not words.startswith(tuple(units)):
        return ""
    from drafter.text.units import unit_at

    return unit_at(words, 0, units)


def _units(slot: Slot, case: Case) -> frozenset[str]:
    """What the slot's value may end with."""
    filters = {one.name for one in slot.filters}
    indicator = case.indicator(slot.name)
    if indicator is None or not filters <= _SHARES | _SHORTER:
        return frozenset()
    if filters & _SHARES:
        return frozenset("%")
    figure = case.answers.figures.get(slot.name)
    typed = (figure.quantity.unit,) if figure and figure.quantity else ()
    return frozenset((*indicator.units, *typed)) - {""}
