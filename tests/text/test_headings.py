"""Numbers before headings, written and read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text.headings import number, read_number

WORDS = "健全依法行政制度体系"
FORMS = {
    "一、": (1, 1),
    "一,": (1, 1),
    "一，": (1, 1),
    "一．": (1, 1),
    "　　十二、": (1, 12),
    "（一）": (2, 1),
    "(一)": (2, 1),
    "( 一 ）": (2, 1),
    "（二十一）、": (2, 21),
    "1.": (3, 1),
    "１．": (3, 1),
    "1、": (3, 1),
    "  12. ": (3, 12),
    "（1）": (4, 1),
    "(1)": (4, 1),
    "（１２）": (4, 12),
}
NO_HEADINGS = (
    *("2023年，我街道", "1.5万份宣传册", "1．5万份", "12345热线受理", "3.15消费者权益日", "０．５"),
    *("一是加强领导", "一方面", "（2021—2025年）", "（扩大）会议", "（2023）5号", "3件", "12月6日"),
    *("一、二季度办件", "二、三级响应", "3、5月各一次", "第一、统筹", "（一百五）", "0.", "（0）"),
    *("", "、", "（）", "123.", "（123）", "十十、", "①", "一 是"),
)


@given(st.integers(1, 4), st.integers(1, 99))
def test_a_number_is_read_back_with_its_level(level: int, n: int) -> None:
    assert read_number(number(level, n) + WORDS) == (level, n, WORDS)


@pytest.mark.parametrize(("form", "meaning"), FORMS.items())
def test_full_and_half_width_forms_are_read_alike(form: str, meaning: tuple[int, int]) -> None:
    assert read_number(form + WORDS) == (*meaning, WORDS)


@pytest.mark.parametrize("text", NO_HEADINGS)
def test_a_date_a_decimal_a_list_and_a_bracket_are_no_headings(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize("words", ["2023年工作安排", "12345热线提质", ""])
def test_a_heading_may_begin_with_a_year_or_hold_nothing_yet(words: str) -> None:
    assert read_number(f"1.{words}") == (3, 1, words)
    assert read_number(f"1、{words}") == (3, 1, words)


def test_the_forms_are_those_of_the_standard() -> None:
    assert [number(level, 12) for level in (1, 2, 3, 4)] == ["十二、", "（十二）", "12.", "（12）"]


@pytest.mark.parametrize(("level", "n"), [(0, 1), (5, 1), (1, 0), (3, -1)])
def test_there_is_no_fifth_level_and_no_number_below_one(level: int, n: int) -> None:
    with pytest.raises(ValueError, match=r"级标题|序号"):
        number(level, n)


@given(st.text() | st.text("一二百（）()、.．1２5年 \n"))
def test_any_line_is_read_or_is_no_heading(text: str) -> None:
    found = read_number(text)
    assert found is None or (text.endswith(found[2]) and found[1] > 0)
