"""W204: a plenum without its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading

_LOST = lazily("[一二三四五六七八九十]{0,4}[届大]中全会")


@text_rule("W204", "plenum-number-lost", Severity.ERROR)
def plenum_number_lost(reading: Reading) -> Iterator[Fault]:
    """查什么：“届”后面有没有直接写“中全会”，丢了是几中全会。

    为什么：这是会议名称，丢一个字就不知道是哪一次全会。
    例：“党的二十届中全会”应写“党的二十届三中全会”。
    怎么改：补上是几中全会。
    """
    for passage in reading.proof.passages:
        for match in _LOST.finditer(passage.text):
            message = f"“{match.group()}”没有写是几中全会"
            yield fault(passage, match.span(), message, "补上，如“三中全会”；都包括的写“历次全会”")
