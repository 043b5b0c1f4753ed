"""What grows old in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text.ageing import Age, ageing


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("连续四年评为优秀", [("连续四年", Age.STREAK)]),
        ("连续3年受到激励", [("连续3年", Age.STREAK)]),
        ("全市三连冠", [("三连冠", Age.STREAK)]),
        ("获评第九批示范社区", [("第九批", Age.SERIES)]),
        ("研读第四卷", [("第四卷", Age.SERIES)]),
        ("民法典颁布五周年", [("五周年", Age.SERIES)]),
        ("推进“八五”普法", [("“八五”普法", Age.PLAN)]),
        ("“十四五”规划收官之年", [("“十四五”规划", Age.PLAN), ("收官之年", Age.STAGE)]),
        ("通过中期验收", [("中期验收", Age.STAGE)]),
        ("2023年度要点", [("2023年度", Age.YEAR)]),
        ("二〇二三年要点", [("二〇二三年", Age.YEAR)]),
        ("纲要（2021—2025年）", [("2021—2025年", Age.SPAN)]),
    ],
)
def test_years_streaks_ordinals_and_plans_are_found(
    text: str, found: list[tuple[str, Age]]
) -> None:
    assert [(one.text, one.age) for one in ageing(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "推进法治建设第一责任人",
        "“第一议题”学习",
        "第三方评估",
        "第五条",
        "办理12345热线20231件",
        "连续作战",
    ],
)
def test_what_is_right_in_any_year_is_left_alone(text: str) -> None:
    assert ageing(text) == ()


def test_the_question_names_the_words() -> None:
    assert [one.ask for one in ageing("连续四年")] == ["连续四年加一？"]


@given(st.text(alphabet="第九四批卷连续年度2023—“”八五普法中期，", max_size=30))
def test_places_are_in_order_do_not_overlap_and_hold_the_words(text: str) -> None:
    found, here = ageing(text), 0
    for one in found:
        assert here <= one.start < one.end
        assert text[one.start : one.end] == one.text
        here = one.end
