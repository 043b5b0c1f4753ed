"""P106: two wordings of a set phrase for the same day."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from drafter.checks.rule import Filed, kit_rule
from drafter.model.finding import Severity
from drafter.model.spot import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.kit import Kit


@kit_rule("P106", "phrase-times-overlap", Severity.WARNING)
def phrase_times_overlap(kit: Kit) -> Iterator[Filed]:
    """查什么：同一个提法的几种写法，时间有没有重叠或者颠倒。

    为什么：同一天有两种写法，程序只会用前一种，后一种永远用不上。
    例：提法“大会”的前一种写法没有写“至”，后面又加了新的写法。
    怎么改：给前一种写法加上“至”，写新写法开始的前一天。
    """
    for phrase in kit.phrases.values():
        for one, two in pairwise(phrase.forms):
            if two.first <= (one.last or date.max):
                until = f"至{one.last}" if one.last else "没有写“至”"
                message = (
                    f"提法“{phrase.name}”里，“{one.text}”{until}，“{two.text}”却自{two.first}起"
                )
                remedy = "给前一种写法加上“至”，写后一种开始的前一天"
                yield Filed(Spot("phrases.yaml"), message, remedy, two.text)
