"""Quantities and the units they are told in: 1141.95 as 万元, 26280 as 2.63万件."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from drafter.model.quantity import Quantity
from drafter.text.lazily import lazily
from drafter.text.quantity import base_unit, render

if TYPE_CHECKING:
    from drafter.model.quantity import Mark

_AFTER_UNIT = lazily(r"(以上|以下|以内|左右|上下)$")
_SHOWN = lazily(r"\d+(?:\.(\d+))?(?:余|多)?([万亿])?")


def with_unit(quantity: Quantity, unit: str) -> Quantity:
    """A number that was typed without a unit, in the unit it is meant in.

    `1141.95` meant in 万元 is 11419500 元, and is printed as 1141.95万元; `95以上` meant in % is
    printed as 95%以上. A quantity that has a unit stays as it is.
    """
    if quantity.unit or not unit:
        return quantity
    factor, base = base_unit(unit)
    after = _AFTER_UNIT.search(quantity.text)
    place = after.start() if after else len(quantity.text)
    text = quantity.text[:place] + unit + quantity.text[place:]
    return Quantity(_plain(quantity.value * factor), base, quantity.mark, text)


def told_in(value: Decimal, unit: str, mark: Mark) -> str:
    """A value of the base unit, told in `unit`: 11419500 in 万元 is 1141.95万元."""
    factor, _ = base_unit(unit)
    return render(value / factor, unit, mark)


def half_step(quantity: Quantity) -> Decimal:
    """Half of the last digit that is shown, in the base unit: 0.5 for 86%, 50 for 2.63万件."""
    match = _SHOWN.search(quantity.text)
    decimals = len(match.group(1) or "") if match else 0
    scale = base_unit(match.group(2) or "")[0] if match else Decimal(1)
    return Decimal(5).scaleb(-decimals - 1) * scale


def _plain(value: Decimal) -> Decimal:
    whole = value.to_integral_value()
    return Decimal(int(whole)) if value == whole else value
