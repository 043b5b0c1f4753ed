"""Marks of what a draft said."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from drafter.text.headings import number, read_number
from drafter.text.origins import bare

_NUMBERS = st.builds(number, st.integers(1, 4), st.integers(1, 45))
_ODD = st.sampled_from(
    ["2023", "1.5", "一是", " 一、", "（三", "3、5", "十二、", "二、三", "(1)", "１．", ""]
)
_WORDS = st.sampled_from(
    ["年加强学习", "季度", "、级", "2023年", "万件", "加强", " 学习", "月", "，"]
)


@example("二、三", "季度")
@example("1.", "2023年加强学习")
@example("一、", " 加强")
@given((_NUMBERS | _ODD), (_WORDS | st.text(max_size=5)))
def test_a_paragraphs_words_are_what_stands_behind_its_number(begins: str, words: str) -> None:
    text = begins + words
    read = read_number(text)
    assert bare(text) == (read[2] if read else text)
