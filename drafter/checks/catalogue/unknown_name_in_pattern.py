"""P104: a sentence pattern of a topic with a slot that nothing fills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.catalogue.topics import topic_patterns
from drafter.checks.rule import Filed, kit_rule
from drafter.model.finding import Severity
from drafter.text.nearest import nearest
from drafter.text.patterns import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.kit import Kit


@kit_rule("P104", "unknown-name-in-pattern", Severity.ERROR)
def unknown_name_in_pattern(kit: Kit) -> Iterator[Filed]:
    """查什么：主题的句式里，{{…}} 中的名称在指标目录里有没有。

    为什么：没有这个名称，这个分句永远不会印出来，填了数据也看不见。
    例：普法宣传的句式里写了 {{普法.话动}}，目录里是“普法.活动”。
    怎么改：照提示改成有的名称，或者先在指标文件里加上这项指标。
    """
    known = (*kit.indicators, *NAMES, *(f"提法.{name}" for name in kit.phrases))
    for topic in kit.topics.values():
        for slot in (slot for pattern in topic_patterns(topic) for slot in pattern.slots):
            if slot.name not in known:
                near = nearest(slot.name, known)
                remedy = f"是不是“{near[0]}”" if near else "先在指标文件里写上这项指标"
                message = f"主题“{topic.id}”的句式里写了“{slot.name}”，没有这个名称"
                yield Filed(slot.spot, message, remedy, slot.name)
