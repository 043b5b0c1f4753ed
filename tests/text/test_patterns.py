"""Sentence patterns read from text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drafter.model.pattern import Filter, Slot
from drafter.model.spot import Spot
from drafter.text.patterns import PatternError, filled, own_pattern, parse_pattern, written

HERE, START = Spot("2023.yaml", 7, 5), Spot("2023.yaml", 1, 1)
FILTERS = {
    "同比": Filter("同比"),
    "同比()": Filter("同比"),
    "同比(1)": Filter("同比", ("1",)),
    "同比（１）": Filter("同比", ("１",)),
    "占比(复议.收到)": Filter("占比", ("复议.收到",)),
    "占比（复议．收到， 0）": Filter("占比", ("复议.收到", "0")),
    " 增减 ": Filter("增减"),
    "余(2)": Filter("余", ("2",)),
    "万": Filter("万"),
    "汉字": Filter("汉字"),
    "顿号": Filter("顿号"),
}
UNREADABLE = {
    "受理{{热线.受理": "没有配对的",
    "受理{{热线.受理}": "没有配对的",
    "受理热线.受理}}件": "前面没有",
    "受理{{}}": "应是一个指标名",
    "受理{{ }}": "应是一个指标名",
    "受理{{热线.}}": "应是一个指标名",
    "受理{{热线 受理}}": "应是一个指标名",
    "受理{{12345.受理}}": "应是一个指标名",
    "受理{{a+b}}": "应是一个指标名",
    "受理{{a()}}": "应是一个指标名",
    "受理{{{a}}}": "应是一个指标名",
    "受理｛｛热线.受理｝｝": "全角大括号",
    "{{a|同此}}": "是不是“同比”",
    "{{a|天气}}": "可用：占比、",
    "{{a|}}": "后面是空的",
    "{{a|占比}}": "1到2项",
    "{{a|占比(b,1,2)}}": "1到2项",
    "{{a|增减(1)}}": "不带括号",
    "{{a|占比(1)}}": "先写一个指标名",
    "{{a|占比(b,c)}}": "0到4的一个整数",
    "{{a|同比(两)}}": "0到4的一个整数",
    "{{a|同比(-1)}}": "0到4的一个整数",
    "{{a|同比(99)}}": "0到4的一个整数",
    "{{a|余(0)}}": "1到9的一个整数",
    "{{a|同比(1}}": "是不是“同比”",
}


def problems(text: str, spot: Spot = HERE) -> tuple[tuple[str, Spot], ...]:
    with pytest.raises(PatternError) as error:
        parse_pattern(text, spot)
    return error.value.problems


def test_slots_and_words_come_in_order() -> None:
    pattern = parse_pattern("受理{{热线.受理}}，{{ 热线.受理 | 同比 }}。", HERE)
    assert pattern.parts == (
        "受理",
        Slot("热线.受理", (), Spot("2023.yaml", 7, 7)),
        "，",
        Slot("热线.受理", (Filter("同比"),), Spot("2023.yaml", 7, 17)),
        "。",
    )


def test_the_column_of_a_slot_is_that_of_its_first_brace() -> None:
    text = "办理{{a}}{{b}}，其中{{提法.大会}}"
    pattern = parse_pattern(text, START)
    assert [text[slot.spot.column - 1 :][:3] for slot in pattern.slots] == ["{{a", "{{b", "{{提"]


def test_no_column_is_made_up_where_none_is_known() -> None:
    assert parse_pattern("办理{{a}}", Spot("f", 3)).slots[0].spot == Spot("f", 3)


def test_two_slots_in_a_row_have_no_empty_words_between_them() -> None:
    assert [type(part) for part in parse_pattern("{{a}}{{b}}", HERE).parts] == [Slot, Slot]


@pytest.mark.parametrize(("typed", "meant"), FILTERS.items())
@pytest.mark.parametrize("bar", ["|", "｜", " | "])
def test_filters_are_read_in_both_widths(typed: str, meant: Filter, bar: str) -> None:
    assert parse_pattern(f"{{{{热线.受理{bar}{typed}}}}}", HERE).slots[0].filters == (meant,)


def test_filters_are_kept_from_left_to_right() -> None:
    slot = parse_pattern("{{a|万|汉字}}", HERE).slots[0]
    assert [each.name for each in slot.filters] == ["万", "汉字"]


def test_a_full_width_dot_is_the_dot_of_an_id() -> None:
    assert parse_pattern("{{热线．受理}}", HERE).slots[0].name == "热线.受理"


@pytest.mark.parametrize(("text", "reason"), UNREADABLE.items())
def test_what_is_wrong_with_a_slot_is_told_in_chinese(text: str, reason: str) -> None:
    assert any(reason in message for message, _ in problems(text))


def test_every_problem_is_told_at_its_own_place() -> None:
    text = "甲{{b|同此}}乙}}丙｛｛丁｝｝戊{{己"
    found = [(text[spot.column - 1 :][:3], message) for message, spot in problems(text, START)]
    assert [(place, message[:6]) for place, message in found] == [
        ("{{b", "没有“同此”"),
        ("{{己", "“{{”没有"),
        ("}}丙", "“}}”前面"),
        ("｛｛丁", "“｛｛丁｝｝"),
    ]


def test_an_unclosed_slot_does_not_swallow_the_next() -> None:
    ((message, spot),) = problems("受理{{a，办结{{b}}", START)
    assert "没有配对" in message
    assert spot.column == 3


@given(st.text().filter(lambda text: not set(text) & set("{}｛｝")))
@example("")
@example(" 留白 \n 两行\t")
@example("100%、a|b（丙）")
def test_text_without_braces_is_kept_exactly(text: str) -> None:
    pattern = parse_pattern(text, HERE)
    assert pattern.parts == ((text,) if text else ())
    assert pattern.source == text


@given(st.text() | st.text("{}｛｝|｜()（）a.占比同1, "))
@example("{{" * 20_000)
@example("{{a" * 20_000)
@example("｛｛" * 20_000)
def test_own_words_are_a_pattern_whatever_they_are(text: str) -> None:
    pattern = own_pattern(text, HERE)
    assert pattern.source == text
    try:
        read = parse_pattern(text, HERE)
    except PatternError:
        assert pattern.parts == (text,)
    else:
        assert pattern == read


@pytest.mark.parametrize("inside", ["复议.收到", "a | 万 | 汉字", "复议.收到 | 占比(复议.办结, 1)"])
def test_a_slot_is_written_as_it_was_read(inside: str) -> None:
    (slot,) = parse_pattern(f"{{{{{inside}}}}}", HERE).slots
    assert written(slot) == inside
    assert parse_pattern(written(slot, braces=True), HERE).slots == (slot,)


def test_known_slots_are_filled_and_the_others_stay_as_they_were_written() -> None:
    pattern = parse_pattern("受理{{a}}，办结{{ b|同比（1）}}。", HERE)
    assert filled(pattern, {"a": "12件"}) == "受理12件，办结{{b | 同比(1)}}。"
