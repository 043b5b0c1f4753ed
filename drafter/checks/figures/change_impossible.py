"""F209: a rate of change that no whole number of last year makes."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR
from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.bounds import is_count
from drafter.text.solved_back import solved
from drafter.text.tied_out import statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.model.comparison import Solved


@text_rule("F209", "change-impossible", Severity.WARNING)
def change_impossible(reading: Reading) -> Iterator[Fault]:
    """查什么：“786宗，同比增长68.67%”这样的话，能不能由一个整数的上年数算出来。

    为什么：件数都是整数；没有一个整数能算出这个增减率，今年数和增减率就至少有一个写错了。
    例：收到行政复议申请768宗，同比增长68.67%（上年应为455.3宗，不是整数；实为786宗，上年466宗）。
    怎么改：找出上年的数，重新算一次。
    """
    for passage in reading.proof.passages:
        for statement in statements(passage):
            counts = {one.told.start for one in statement.figures if is_count(one.quantity)}
            for rate in solved(statement.text, 0, reading.proof.year):
                start = statement.start + rate.start
                if start not in counts or _whole_number_in(rate):
                    continue
                middle = (rate.low + rate.high) / 2
                message = (
                    f"按“{rate.text}”推算，上年是{middle:.1f}{rate.unit}，"
                    "没有一个整数能算出这个比率"
                )
                remedy = "找出上年的数，重新算增减率"
                yield fault(passage, (start, start + len(rate.text)), message, remedy)


def _whole_number_in(rate: Solved) -> bool:
    low = rate.low.to_integral_value(rounding=ROUND_CEILING)
    return low <= rate.high.to_integral_value(rounding=ROUND_FLOOR)
