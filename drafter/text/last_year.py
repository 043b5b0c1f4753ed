"""How a figure stands to last year's: in words, and whether a person should look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.text.quantity import change, render

if TYPE_CHECKING:
    from drafter.model.quantity import Quantity

#: From here on a change is looked at: ten-fold is a digit too many or too few, or 万 forgotten.
JUMP = 10
#: Counts that stay below do jump: 2 drills one year, 25 the next.
SMALL = 100
_TEN, _HUNDRED, _DECIMALS = 10, 100, 2


def change_in_words(last: Quantity, this: Quantity) -> str:
    """增长68.67%, 提高1.2个百分点; only the direction when a figure is not exact."""
    if switched(last, this):
        return f"单位由{last.unit}改为{this.unit}"
    up = this.value > last.value
    if not (last.exact and this.exact) or last.value <= 0:
        return "增加" if up else "减少"
    if this.unit in {"%", "‰"}:
        points = render(abs(this.value - last.value), "", this.mark)
        return f"{'提高' if up else '降低'}{points}个{'百' if this.unit == '%' else '千'}分点"
    word, rate = change(this.value, last.value, _DECIMALS)
    return word if rate is None else word + rate.text


def jumps(one: Quantity, two: Quantity) -> bool:
    """Whether one is ten times the other or more, and no small count."""
    low, high = sorted((abs(one.value), abs(two.value)))
    return low > 0 and high >= SMALL and high >= low * JUMP


def switched(one: Quantity, two: Quantity) -> bool:
    """Whether both have a unit, and not the same."""
    return bool(one.unit and two.unit and one.unit != two.unit)


def telling(quantity: Quantity) -> bool:
    """Whether a value that did not change is worth a look.

    Three digits, a decimal, or two digits that are not round. A full 100% is what every report
    says, and single digits meet by chance.
    """
    value = abs(quantity.value)
    if quantity.unit == "%" and value == _HUNDRED:
        return False
    whole = value == value.to_integral_value()
    return not whole or value >= _HUNDRED or (value > _TEN and value % _TEN != 0)
