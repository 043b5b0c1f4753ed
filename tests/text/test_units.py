"""Units behind numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text.units import SPELT_UNITS, UNITS, unit_at

_UNITS = st.sampled_from(sorted(UNITS))


@given(_UNITS, st.text(max_size=3), st.sampled_from("，。；、（"))
def test_a_unit_is_found_where_it_stands_alone(unit: str, before: str, mark: str) -> None:
    assert unit_at(f"{before}{unit}{mark}", len(before)) == unit


@given(st.lists(_UNITS | st.text(max_size=2), max_size=4).map("".join))
def test_what_is_found_is_a_unit_and_stands_at_the_place(text: str) -> None:
    unit = unit_at(text, 0)
    assert unit == "" or (unit in UNITS and text.startswith(unit))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("人次参加", "人次"),
        ("个工作日内", "个工作日"),
        ("件次", "件次"),
        ("处隐患", "处"),
        ("处置平台", ""),
        ("条例", ""),
        ("分钟", "分钟"),
        ("分钟便民服务圈", ""),
        ("小时自助服务区", ""),
        ("小时内", "小时"),
        ("天×24小时", ""),
        ("部门", "部门"),
        ("部委", ""),
    ],
)
def test_the_longest_unit_counts_and_the_beginning_of_a_word_is_none(text: str, unit: str) -> None:
    assert unit_at(text, 0) == unit


def test_a_numeral_in_characters_counts_fewer_things() -> None:
    assert unit_at("类", 0) == "类"
    assert unit_at("类", 0, SPELT_UNITS) == ""
    assert SPELT_UNITS < UNITS
