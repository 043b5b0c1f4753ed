"""Q205: a slot in the office's own words that no indicator fills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.questionnaire.own_words import own_patterns
from drafter.checks.rule import Filed, year_file_rule
from drafter.model.finding import Severity
from drafter.text.nearest import nearest
from drafter.text.patterns import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Case


@year_file_rule("Q205", "unknown-slot", Severity.ERROR)
def unknown_slot(case: Case) -> Iterator[Filed]:
    """查什么：亮点、不足、安排等文字里 {{…}} 中的指标名，目录或“指标”里有没有。

    为什么：没有这个指标，正文里这一处就填不出数。
    例：亮点写“受理业务{{政务.办見}}”。
    怎么改：改成目录或“指标”里有的名称。
    """
    names = (*NAMES, *(f"提法.{name}" for name in case.kit.phrases))
    for slot in (slot for pattern in own_patterns(case) for slot in pattern.slots):
        wholes = [f.arguments[0] for f in slot.filters if f.name == "占比"]
        for name in (slot.name, *wholes):
            if case.indicator(name) is None and name not in names:
                near = nearest(name, (*case.ids, *names))
                remedy = f"是不是“{near[0]}”" if near else f"在“指标”下说明“{name}”，或改名"
                message = f"没有“{name}”这个指标，这里填不出数"
                yield Filed(slot.spot, message, remedy, name)
