"""S101: a number left out among headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.heading_runs import SlipKind, number_slips
from drafter.text.proof_outline import named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading


@text_rule("S101", "heading-number-skips", Severity.ERROR, requires=("S103",))
def heading_number_skips(reading: Reading) -> Iterator[Fault]:
    """查什么：同一级标题的序号是不是一个接一个，中间有没有跳过。

    为什么：跳号多半是删掉了一节，或者合并以后没有重排；读者会以为少了内容。
    例：（一）后面就是（三）。
    怎么改：把序号改连贯，后面的顺次往前排；真的少了一节的，补上。
    """
    for slip in number_slips(reading.proof):
        if slip.kind is not SlipKind.SKIPS:
            continue
        found, expected = slip.passage.number, slip.expected
        if slip.other is None:
            message = f"这一级标题从“{named(slip.passage)}”开始，前面没有“{expected}”"
        else:
            message = (
                f"“{named(slip.passage)}”的序号应是“{expected}”："
                f"上一个同级标题是“{named(slip.other)}”"
            )
        remedy = f"把“{found}”改为“{expected}”，后面的顺次重排；少了一节的，补上"
        yield fault(slip.passage, (0, len(found)), message, remedy)
