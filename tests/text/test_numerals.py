"""Chinese numerals, written and read."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text.numerals import DIGITS, chinese, value_of

WRITTEN = {
    0: "零",
    1: "一",
    10: "十",
    11: "十一",
    20: "二十",
    99: "九十九",
    100: "一百",
    103: "一百零三",
    110: "一百一十",
    115: "一百一十五",
    1000: "一千",
    1001: "一千零一",
    1010: "一千零一十",
    1100: "一千一百",
    2023: "二千零二十三",
    10_000: "一万",
    10_001: "一万零一",
    12_000: "一万二千",
    100_000: "十万",
    100_010: "十万零一十",
    10_010_000: "一千零一万",
    99_999_999: "九千九百九十九万九千九百九十九",
}
SPOKEN = {
    "一十五": 15,
    "两": 2,
    "两百": 200,
    "两千零三": 2003,
    "两万": 20_000,
    "一百〇三": 103,
    "〇": 0,
    "二〇二三": 2023,
    "二零二三": 2023,
    "一二": 12,
}
WRONG = (
    *("", "百", "万", "十十", "零十五", "一百五", "一千五十", "一百零零五", "一百十五", "五零十"),
    *("两十", "十两", "一万零", "一万一万", "二千零", "零五", "〇〇", "甲", "1", "一 二", "一点五"),
    *("负一", "一亿", "一" * 17, "十" * 100_000),
)


@pytest.mark.parametrize(("number", "text"), WRITTEN.items())
def test_a_number_is_written_as_a_heading_writes_it(number: int, text: str) -> None:
    assert chinese(number) == text


@given(st.integers(0, 99_999_999) | st.integers(0, 20_000))
def test_what_is_written_is_read_back(number: int) -> None:
    assert value_of(chinese(number)) == number


@given(st.integers(1, 99_999_999))
def test_two_zeros_never_stand_together_and_none_at_the_end(number: int) -> None:
    text = chinese(number)
    assert "零零" not in text
    assert not text.startswith("零")
    assert not text.endswith("零")


@pytest.mark.parametrize(("text", "number"), SPOKEN.items())
def test_spoken_forms_and_rows_of_digits_are_read(text: str, number: int) -> None:
    assert value_of(text) == number


@pytest.mark.parametrize("text", WRONG, ids=lambda text: text[:20])
def test_what_is_no_numeral_or_not_clear_is_refused_in_chinese(text: str) -> None:
    with pytest.raises(ValueError, match="不是中文数字"):
        value_of(text)


@given(st.text() | st.text("零〇一两五十百千万"))
def test_any_text_is_a_number_or_no_numeral(text: str) -> None:
    with suppress(ValueError):
        assert value_of(text) >= 0


@pytest.mark.parametrize("number", [-1, 100_000_000])
def test_a_number_out_of_range_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="不在 0 到"):
        chinese(number)


def test_a_digit_stands_at_its_own_value() -> None:
    assert [value_of(digit) for digit in DIGITS] == list(range(10))
