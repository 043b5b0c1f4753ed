"""P105: an indicator that no sentence pattern tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.catalogue.relations import relations
from drafter.checks.catalogue.topics import topic_patterns
from drafter.checks.rule import Filed, kit_rule
from drafter.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.kit import Kit


@kit_rule("P105", "indicator-never-told", Severity.WARNING)
def never_told(kit: Kit) -> Iterator[Filed]:
    """查什么：每一项指标有没有哪个主题的句式会用到它，或者用它算别的指标。

    为什么：没有句式用到的指标，填了也不会自己写进正文，只能靠人在亮点里写。
    例：加了“巡河.次数”这项指标，却没有在任何主题里写一句。
    怎么改：在有关主题的“句”里加一句，写上 {{指标名}}；不再需要的指标可以删去。
    """
    told = {
        name
        for topic in kit.topics.values()
        for pattern in topic_patterns(topic)
        for slot in pattern.slots
        for name in (slot.name, *(word for f in slot.filters for word in f.arguments))
    }
    serving = {
        id_
        for indicator in kit.indicators.values()
        if indicator.id in told
        for word, id_ in relations(indicator)
        if word == "算"
    }
    for id_, indicator in kit.indicators.items():
        if id_ not in told | serving:
            message = f"没有一个主题的句式用到“{id_}”，填了也不会自己写进正文"
            yield Filed(indicator.spot, message, f"在有关主题的“句”里写上 {{{{{id_}}}}}", id_)
