"""F108: a unit that does not go with what is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.unfit_units import unfit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading


@text_rule("F108", "unit-unfit", Severity.WARNING, requires=("F107",))
def unit_unfit(reading: Reading) -> Iterator[Fault]:
    """查什么：单位和所数的东西配不配：人用“个”“件”数，讲座用“件”数，案件用“人次”数。

    为什么：单位不配，往往是数填错了格；人写成多少个，也不庄重。
    例：“新增调解员12个”应写“新增调解员12名”；“举办讲座9件”应写“举办讲座9场”。
    怎么改：核对这个数数的是什么，再换单位。人用“名”“人”“位”，按次数计的用“人次”。
    """
    for passage in reading.proof.passages:
        for told in passage.told:
            found = unfit(passage.text, told.start, told.end, told.quantity.unit)
            if found is None:
                continue
            words = passage.text[found.start : found.end]
            message = f"“{words}”：“{found.noun}”不用“{told.quantity.unit}”数"
            weight = Severity.ERROR if found.sure else Severity.WARNING
            remedy = f"核对数的是什么；数的是{found.noun}，单位用{found.better}"
            yield fault(passage, (found.start, found.end), message, remedy, weight)
