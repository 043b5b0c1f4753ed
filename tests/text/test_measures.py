"""Units: what a bare number is meant in, what a value is told in."""

from __future__ import annotations

from decimal import Decimal

import pytest

from drafter.model.quantity import Mark
from drafter.text.measures import half_step, told_in, with_unit
from drafter.text.quantity import read_quantity


@pytest.mark.parametrize(
    ("typed", "unit", "value", "text"),
    [
        ("8316", "件", "8316", "8316件"),
        ("1141.95", "万元", "11419500", "1141.95万元"),
        ("95以上", "%", "95", "95%以上"),
        ("200左右", "人", "200", "200人左右"),
        ("5余万", "份", "50000", "5余万份"),
        ("30宗", "件", "30", "30宗"),
    ],
)
def test_a_bare_number_gets_the_unit_that_it_is_meant_in(
    typed: str, unit: str, value: str, text: str
) -> None:
    quantity = with_unit(read_quantity(typed), unit)
    assert (str(quantity.value), quantity.text) == (value, text)


def test_a_value_is_told_in_the_unit_asked_for() -> None:
    assert told_in(Decimal(11419500), "万元", Mark.EXACT) == "1141.95万元"
    assert told_in(Decimal(12), "件", Mark.EXACT) == "12件"


@pytest.mark.parametrize(
    ("typed", "half"),
    [
        ("86%", "0.5"),
        ("85.7%", "0.05"),
        ("26280件", "0.5"),
        ("2.63万件", "50"),
        ("27亿条", "50000000"),
    ],
)
def test_half_of_the_last_digit_shown(typed: str, half: str) -> None:
    assert half_step(read_quantity(typed)) == Decimal(half)
