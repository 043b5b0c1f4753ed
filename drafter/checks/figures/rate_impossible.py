"""F211: a rate that no whole number of the cases makes."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from drafter.checks.figures.told_fault import told_fault
from drafter.checks.rule import Fault, text_rule
from drafter.model.finding import Severity
from drafter.text.claimed_shares import claimed_shares, possible, shown
from drafter.text.tied_out import statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.model.quantity import Quantity

_FULL = Decimal(100)


@text_rule("F211", "rate-impossible", Severity.WARNING, requires=("F205", "F210"))
def rate_impossible(reading: Reading) -> Iterator[Fault]:
    """查什么：“调解1497宗，成功率98.73%”这样只写总数和率的话，能不能由一个整数算出来。

    为什么：件数都是整数；没有一个整数能算出这个率，总数和率就至少有一个写错了。
    例：调解矛盾纠纷1497宗，成功率达98.37%（1472宗是98.33%，1473宗是98.40%；实为98.73%）。
    怎么改：找出成功、办结的件数，重新算一次。
    """
    for passage in reading.proof.passages:
        for statement in statements(passage):
            for share in claimed_shares(statement):
                rate, whole = share.rate.quantity, share.wholes[0].quantity
                if share.part is not None or not 0 < rate.value < _FULL:
                    continue
                if possible(whole.value, rate):
                    continue
                message = (
                    f"{whole.text}的“{share.name}”写的是“{rate.text}”，"
                    f"没有一个整数能算出来（{_beside(whole, rate)}）"
                )
                remedy = "找出这一项的件数，重新算比率"
                weight = None
                if share.on_time:
                    remedy += "；按已办结的件数算的，不必理会"
                    weight = Severity.INFO
                yield told_fault(reading, (passage, share.rate.told), message, remedy, weight)


def _beside(whole: Quantity, rate: Quantity) -> str:
    """The two rates on either side that whole numbers do make."""
    below = (rate.value * whole.value / _FULL).to_integral_value(rounding=ROUND_FLOOR)
    told = (
        f"{part:f}{whole.unit}是{shown(part, whole.value, rate):f}%"
        for part in (below, below + 1)
        if part <= whole.value
    )
    return "，".join(told)
