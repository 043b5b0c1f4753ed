"""F305: a rate of change that gives last year's value away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.figures.beside_last_year import findings_of
from drafter.checks.rule import Fault, text_rule
from drafter.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading


@text_rule("F305", "solved-back", Severity.INFO)
def solved_back(reading: Reading) -> Iterator[Fault]:
    """查什么：今年写了同比增减率、上年的材料里却找不到对应的数的，把推出来的上年数告诉您。

    为什么：上年的报告里如果有这个数，可以对一下；没有的，也好知道增减率是怎么来的。
    例：“收到复议申请786宗，同比增长68.67%”推出上年是466宗。
    怎么改：与上年的报告核对一下。
    """
    yield from findings_of(reading, "F305")
