"""The known name that a mistyped one is most like."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text.nearest import nearest

if TYPE_CHECKING:
    import random

NAMES = (
    *("热线.受理", "热线.办结", "热线.满意率", "复议.收到", "复议.受理", "复议.审结", "应诉.案件"),
    *(
        "应诉.败诉",
        "出庭.开庭",
        "出庭.负责人",
        "调解.受理",
        "调解.成功",
        "普法.活动",
        "考法.参考率",
    ),
)
MISTYPED = {
    "热线.理受": "热线.受理",  # swapped
    "热钱.受理": "热线.受理",  # a wrong character
    "热线.受里": "热线.受理",
    "热线.满率": "热线.满意率",  # one missing
    "热线.满意意率": "热线.满意率",  # one too many
    "热线受理": "热线.受理",  # the dot missing
    "受理.热线": "热线.受理",
    "复议．收到": "复议.收到",  # other marks for the dot
    "复议。收到": "复议.收到",
    "复议·收到": "复议.收到",
    "复议、收到": "复议.收到",
    " 复议.收到 ": "复议.收到",
}
STRANGE = ("", "  ", "天气", "预算.金额", "abc", "。", "热线的事情由谁来办理才算是真正办结了呢")


@pytest.mark.parametrize(("word", "name"), MISTYPED.items())
def test_a_mistyped_name_is_found(word: str, name: str) -> None:
    assert nearest(word, NAMES) == (name,)


@pytest.mark.parametrize(("word", "name"), [("同此", "同比"), ("占b比", "占比"), ("汉学", "汉字")])
def test_a_short_name_is_found_by_half_of_it(word: str, name: str) -> None:
    assert nearest(word, ("占比", "同比", "增减", "万", "余", "汉字")) == (name,)


@pytest.mark.parametrize("word", STRANGE)
def test_nothing_is_found_where_nothing_is_near(word: str) -> None:
    assert nearest(word, NAMES, 3) == ()


def test_nothing_is_near_when_nothing_is_known() -> None:
    assert nearest("热线.受理", ()) == ()
    assert nearest("热线.受理", ("",)) == ()


def test_one_right_part_of_an_id_is_enough_whatever_dot_was_typed() -> None:
    assert nearest("应诉.胜诉的占比", ("应诉.案件", "热线.受理")) == ("应诉.案件",)
    assert nearest("应诉．胜诉的占比", ("应诉.案件", "热线.受理")) == ("应诉.案件",)
    assert nearest("普法.胜诉的占比", ("应诉.案件", "热线.受理")) == ()


def test_of_an_unknown_id_the_names_in_its_own_group_are_nearest() -> None:
    assert {name.partition(".")[0] for name in nearest("应诉.胜诉率", NAMES, 2)} == {"应诉"}


@given(st.randoms(use_true_random=False))
def test_the_order_in_which_names_are_known_changes_nothing(chance: random.Random) -> None:
    shuffled = list(NAMES)
    chance.shuffle(shuffled)
    assert nearest("调解.办理", shuffled, 5) == nearest("调解.办理", NAMES, 5)


def test_no_more_than_asked_for_and_no_name_twice() -> None:
    found = nearest("热线.受结", (*NAMES, *NAMES), 2)
    assert len(found) == len(set(found)) == 2


@given(st.text(), st.lists(st.text(), max_size=20))
def test_what_is_found_is_always_a_known_name(word: str, known: list[str]) -> None:
    assert set(nearest(word, known, 3)) <= set(known)


def test_a_long_text_in_place_of_a_name_is_near_to_none_of_300() -> None:
    assert nearest("热线.受理" * 20_000, [f"组{n}.指标{n}" for n in range(300)]) == ()
