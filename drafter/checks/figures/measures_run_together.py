"""F109: two measures without a mark between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading

_JOINED = lazily("共计|累计|总计|合计|总共")
#: Units that only divide what is counted behind them: 5大类共计23项 is right.
_DIVIDING = lazily("类|种|项|批|期|轮|组|领域|方面|板块|部分|任务|镇|村|街道|部门|单位")


@text_rule("F109", "measures-run-together", Severity.WARNING)
def measures_run_together(reading: Reading) -> Iterator[Fault]:
    """查什么：两个数用“共计”“累计”直接连在一起，中间没有标点。

    为什么：“多少条共计多少户次”读起来像一个数，其实是两个单位、两件事，前一个又常是大概数。
    例：“修复信息3600条共计900户次”应写“修复信息3600条，涉及900户次”。
    怎么改：中间加逗号，说清后一个数是什么。分类的数不算，如“5大类共计23项”。
    """
    for passage in reading.proof.passages:
        for one, other in zip(passage.told, passage.told[1:], strict=False):
            joint = _JOINED.fullmatch(passage.text, one.end, other.start)
            unit = one.quantity.unit
            if joint is None or unit == other.quantity.unit or _DIVIDING.search(unit):
                continue
            words = passage.text[one.start : other.end]
            message = f"“{words}”：两个单位的数连在一起，中间没有标点"
            first, then = passage.text[one.start : one.end], passage.text[other.start : other.end]
            remedy = f"分开写：“{first}，涉及{then}”，或者说清后一个数是什么"
            yield fault(passage, (one.start, other.end), message, remedy)
