"""How large or small a quantity can be, and which quantities can be held against each other."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from drafter.model.quantity import Mark
from drafter.text.lazily import lazily
from drafter.text.measures import half_step

if TYPE_CHECKING:
    from drafter.model.quantity import Quantity

_HALF = Decimal("0.5")
#: A sentence that opens with 其中 belongs to the one before it.
#: Units that count the same things.
_KINDS = (frozenset("件宗起"), frozenset("名人位"), frozenset("项个"), frozenset("家户"))
#: Units that measure: their values need not be whole.
_MEASURES = frozenset({
    "元", "美元", "亩", "公顷", "平方公里", "平方千米", "平方米", "立方米", "公里", "千米", "米",
    "公斤", "千克", "克", "吨", "千瓦时", "千瓦", "兆瓦", "度", "倍", "分", "%", "‰",
    "小时", "分钟", "秒", "天", "学时", "课时", "个小时", "个学时", "个课时", "个月", "个工作日",
    "个自然日", "个百分点",
})  # fmt: skip
_RATES = frozenset("%‰")
_SCALED = lazily("[万亿]")


def least(quantity: Quantity) -> Decimal | None:
    """The least that the true value can be; None when the mark does not say."""
    if quantity.mark in {Mark.EXACT, Mark.OVER, Mark.ABOVE}:
        return quantity.value - _slack(quantity)
    return None


def most(quantity: Quantity) -> Decimal | None:
    """The most that the true value can be; None when the mark does not say.

    30000余 stays below 40000; 近1.5万 and 不足10 do not pass what they name.
    """
    if quantity.mark in {Mark.EXACT, Mark.NEAR, Mark.BELOW}:
        return quantity.value + _slack(quantity)
    if quantity.mark is Mark.OVER:
        return quantity.value + _last_place(quantity.value)
    return None


def is_rate(quantity: Quantity) -> bool:
    """Whether it is told in % or ‰."""
    return quantity.unit in _RATES


def is_count(quantity: Quantity) -> bool:
    """Whether it is an exact whole number of things, told to the last one."""
    return counts_things(quantity) and not _SCALED.search(quantity.text)


def counts_things(quantity: Quantity) -> bool:
    """Whether it is a whole number of things, told to the last one or rounded: 1.26万人次."""
    return (
        quantity.exact
        and bool(quantity.unit)
        and quantity.unit not in _MEASURES
        and quantity.value > 0
        and quantity.value == quantity.value.to_integral_value()
    )


def comparable(one: Quantity, other: Quantity) -> bool:
    """Whether both are told in one unit, or in units that count the same things."""
    if one.unit == other.unit:
        return bool(one.unit)
    return any(one.unit in kind and other.unit in kind for kind in _KINDS)


def _slack(quantity: Quantity) -> Decimal:
    """By how much the number itself may be rounded: 2.63万件 by 50, 786宗 by nothing."""
    step = half_step(quantity)
    return Decimal(0) if step <= _HALF else step


def _last_place(value: Decimal) -> Decimal:
    """What the last digit that is not 0 counts: 10000 in 30000, 100 in 42800."""
    digits = f"{value:f}".partition(".")[0]
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0")))
