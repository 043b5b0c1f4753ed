"""Q215: a sentence of own words that is nothing but a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.questionnaire.own_words import own_patterns
from drafter.checks.rule import Filed, year_file_rule
from drafter.model.finding import Severity
from drafter.model.pattern import Slot
from drafter.text.lazily import lazily
from drafter.text.patterns import COMPARISONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Case
    from drafter.model.pattern import Pattern

_END = lazily("[。！？；!?;]")
_WORD = lazily(r"\w")


@year_file_rule("Q215", "comparison-alone", Severity.WARNING)
def comparison_alone(case: Case) -> Iterator[Filed]:
    """查什么：亮点、不足、安排等文字里，有没有一句话只有同比、增减或占比。

    为什么：{{普法.活动 | 同比}} 只印“同比增长20%”，不印是哪一项、多少；单独成句，看不出说的是什么。
    例：亮点只写“{{普法.活动 | 同比}}”，印成“同比增长20%。”。
    怎么改：前面写上这一项和它的数：“开展普法活动{{普法.活动}}，{{普法.活动 | 同比}}”。
    """
    for pattern in own_patterns(case):
        if not any(_compares(slot) for slot in pattern.slots):
            continue
        for slot in filter(None, map(_alone, _sentences(pattern))):
            indicator = case.indicator(slot.name)
            name = indicator.name if indicator else slot.name
            message = f"这句话只有“{slot.source}”，印出来不知道说的是哪一项、多少"
            remedy = f"前面写上这一项和它的数，如“{name}{{{{{slot.name}}}}}，{slot.source}”"
            yield Filed(slot.spot, message, remedy, slot.source)


def _sentences(pattern: Pattern) -> Iterator[list[str | Slot]]:
    """The pattern's parts, sentence by sentence."""
    own: list[str | Slot] = []
    for part in pattern.parts:
        if isinstance(part, Slot):
            own.append(part)
            continue
        first, *others = _END.split(part)
        own.append(first)
        for words in others:
            yield own
            own = [words]
    yield own


def _alone(sentence: list[str | Slot]) -> Slot | None:
    """The first comparison of a sentence that has nothing else."""
    slots = [part for part in sentence if isinstance(part, Slot)]
    words = any(_WORD.search(part) for part in sentence if isinstance(part, str))
    return slots[0] if slots and not words and all(map(_compares, slots)) else None


def _compares(slot: Slot) -> bool:
    return any(one.name in COMPARISONS for one in slot.filters)
