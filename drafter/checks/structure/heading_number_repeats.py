"""S102: a number that two headings bear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.heading_runs import SlipKind, number_slips
from drafter.text.proof_outline import named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading


@text_rule("S102", "heading-number-repeats", Severity.ERROR)
def heading_number_repeats(reading: Reading) -> Iterator[Fault]:
    """查什么：同一级、同一章里的标题有没有两个用了同一个序号。

    为什么：插进一节以后没有重排，序号就会重复，目录和引用都对不上。
    例：两节都是（二）。
    怎么改：后一个改成下一个序号，再后面的顺次往后排。
    """
    for slip in number_slips(reading.proof):
        if slip.kind is not SlipKind.REPEATS or slip.other is None:
            continue
        found, expected = slip.passage.number, slip.expected
        message = (
            f"序号“{found}”用了两次：前面已有“{named(slip.other)}”，"
            f"“{named(slip.passage)}”应是“{expected}”"
        )
        remedy = f"把“{found}”改为“{expected}”，后面的顺次重排"
        yield fault(slip.passage, (0, len(found)), message, remedy)
