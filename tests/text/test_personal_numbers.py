from __future__ import annotations

import pytest

from drafter.text.personal_numbers import (
    is_bank_card,
    is_resident_number,
    looks_like_resident_number,
)


@pytest.mark.parametrize(
    ("digits", "right", "like"),
    [
        ("11010519491231002X", True, True),
        ("110105194912310021", False, True),
        ("11010519491231002", False, True),
        ("110105491231002", False, True),
        ("110105194913310021", False, False),
        ("202313912345678901", False, False),
    ],
)
def test_resident_numbers_are_told_by_their_check_digit(
    digits: str, *, right: bool, like: bool
) -> None:
    assert is_resident_number(digits) is right
    assert looks_like_resident_number(digits) is like


def test_bank_cards_are_told_by_their_check_digit() -> None:
    assert is_bank_card("6222020100001234564")
    assert not is_bank_card("6222020100001234565")
