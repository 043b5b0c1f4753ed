"""F301: a rate of change that contradicts last year's report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.figures.beside_last_year import findings_of
from drafter.checks.rule import Fault, text_rule
from drafter.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading


@text_rule("F301", "change-contradicts-last-year", Severity.ERROR)
def change_contradicts_last_year(reading: Reading) -> Iterator[Fault]:
    """查什么：今年写的“同比增长68.67%”推出来的上年数，与上年报告里的数是不是一个。

    为什么：两年的报告都是公开的，读的人把它们放在一起就能看出来。
    例：今年写“收到复议申请786宗，同比增长68.67%”，推出上年是466宗；上年的报告写的是446宗。
    怎么改：核对今年数、上年数和增减率，改正错的一个；上年的报告写错了的，另作说明。
    """
    yield from findings_of(reading, "F301")
