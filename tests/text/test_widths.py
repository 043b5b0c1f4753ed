"""Columns of a terminal."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from drafter.text.widths import columns, typeset, wrapped


@given(st.text() | st.text("汉a，\u0301", max_size=200), st.integers(-1, 60))
def test_the_parts_joined_give_the_text_back_and_each_fits(text: str, width: int) -> None:
    parts = list(wrapped(text, width))
    assert "".join(parts) == text
    assert all(columns(part) <= max(width, 20) for part in parts)
    assert all(parts)


@given(st.text("汉a", min_size=1, max_size=200), st.integers(20, 60))
def test_a_part_is_only_ended_when_the_next_character_would_not_fit(text: str, width: int) -> None:
    parts = list(wrapped(text, width))
    for part, after in pairwise(parts):
        assert columns(part + after[0]) > width


def test_a_terminal_of_a_few_columns_still_gets_twenty() -> None:
    assert list(wrapped("汉" * 25, 5)) == ["汉" * 10, "汉" * 10, "汉" * 5]


def test_a_chinese_character_takes_two_columns_and_an_accent_none() -> None:
    assert columns("年a，e\u0301") == 2 + 1 + 2 + 1


@given(st.text("汉a，。”", max_size=200), st.integers(22, 60))
def test_typeset_lines_joined_give_the_text_back_and_each_fits(text: str, width: int) -> None:
    lines = list(typeset(text, width))
    assert "".join(lines) == text
    assert all(columns(line) <= width for line in lines)


def test_a_closing_mark_begins_no_line_and_an_opening_one_ends_none() -> None:
    assert list(typeset("汉" * 10 + "）。" + "汉" * 3, 20)) == ["汉" * 9, "汉）。汉汉汉"]
    assert list(typeset("汉" * 9 + "（" + "汉" * 3, 20)) == ["汉" * 9, "（汉汉汉"]


def test_a_number_and_a_word_stay_whole_unless_they_are_longer_than_a_line() -> None:
    assert list(typeset("汉" * 9 + "2023年drafter", 20)) == ["汉" * 9, "2023年drafter"]
    assert list(typeset("a" * 25, 20)) == ["a" * 20, "a" * 5]


def test_without_a_width_a_text_is_one_line() -> None:
    assert list(typeset("汉" * 99, 0)) == ["汉" * 99]
    assert list(typeset("", 30)) == [""]
