"""Texts and lists of a year file changed in place; every other byte stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafter.model.spot import Spot
from drafter.readers.yaml_plain import path_at, plain_at, touched
from drafter.readers.year_edits import EditRefusedError
from drafter.readers.year_texts import add_entry, add_list, arrange, remark_above, replace_text
from tests.lines import changed_lines

if TYPE_CHECKING:
    from drafter.readers.yaml_items import Item

LISTED = """\
亮点:
  普法:
    - 甲一  # 记一
    # 关于乙
    - "乙二"
    - 丙三

安排: [子, "丑: 一", 寅]
不足:
  - 题: 力量不足   # 题
    文: 人少
    因: 编制少
  - 一句话
"""
FIRST, NOTE = "    - 甲一  # 记一", "    # 关于乙"
SECOND, THIRD = '    - "乙二"', "    - 丙三"


def test_a_text_keeps_its_quotes_and_the_remark_behind() -> None:
    after = replace_text(LISTED, ("亮点", "普法", 0), "甲：新的一句")
    assert changed_lines(LISTED, after) == (["    - 甲一  # 记一"], ["    - 甲：新的一句  # 记一"])
    after = replace_text(LISTED, ("亮点", "普法", 1), "乙, {{甲.乙}}")
    assert changed_lines(LISTED, after)[1] == ['    - "乙, {{甲.乙}}"']


@pytest.mark.parametrize("words", ["甲: 乙", "# 甲", "- 甲", "'甲", "{{甲}}起", "甲 # 乙"])
@pytest.mark.parametrize("path", [("亮点", "普法", 0), ("安排", 0), ("不足", 0, "文")])
def test_whatever_the_words_they_are_read_as_they_were_given(
    path: tuple[str | int, ...], words: str
) -> None:
    assert plain_at(replace_text(LISTED, path, words), path) == words


def test_a_line_of_a_block_is_changed_alone() -> None:
    text = "导语: |\n  第一段。\n  第二段。\n口号: 甲\n"
    after = replace_text(text, ("导语",), "第一段。\n改了。\n")
    assert changed_lines(text, after) == (["  第二段。"], ["  改了。"])


@pytest.mark.parametrize(
    ("order", "lines"),
    [
        ([0, 1, "新", 2], [FIRST, NOTE, SECOND, "    - 新", THIRD]),
        ([2, 0, 1], [THIRD, FIRST, NOTE, SECOND]),
        ([0, 2], [FIRST, NOTE, '    # 定稿时删去："乙二"', THIRD]),
        (
            [],
            [
                "    # 定稿时删去：甲一  # 记一",
                NOTE,
                '    # 定稿时删去："乙二"',
                "    # 定稿时删去：丙三",
            ],
        ),
    ],
    ids=["one more", "another order", "one less", "none left"],
)  # fmt: skip
def test_items_keep_their_remarks_and_what_goes_stays_as_a_comment(
    order: list[int | Item], lines: list[str]
) -> None:
    after = arrange(LISTED, ("亮点", "普法"), order).split("\n")
    assert after[2 : 2 + len(lines)] == lines
    assert after[2 + len(lines) :] == LISTED.split("\n")[6:]


def test_between_brackets_it_stays_on_its_line() -> None:
    after = arrange(LISTED, ("安排",), [2, 0, "卯, 四"])
    assert changed_lines(LISTED, after) == (
        ['安排: [子, "丑: 一", 寅]'],
        ['# 定稿时删去："丑: 一"', '安排: [寅, 子, "卯, 四"]'],
    )


def test_an_entry_with_keys_goes_as_one_line_and_comes_with_its_keys() -> None:
    after = arrange(LISTED, ("不足",), [{"题": "新", "文": ["一句", "二句"]}, 1])
    assert changed_lines(LISTED, after)[1] == [
        "  - 题: 新",
        "    文: [一句, 二句]",
        "  # 定稿时删去：题: 力量不足   # 题 文: 人少 因: 编制少",
    ]


def test_a_single_text_becomes_a_list() -> None:
    text = "导语: 第一段。  # 记\n口号: 甲\n"
    assert arrange(text, ("导语",), [0, "第二段。"]) == (
        "导语:  # 记\n  - 第一段。\n  - 第二段。\n口号: 甲\n"
    )
    inline = "亮点: {普法: 甲, 政务: 乙}\n"
    assert arrange(inline, ("亮点", "普法"), [0, "丙"]) == "亮点: {普法: [甲, 丙], 政务: 乙}\n"


def test_a_list_can_be_begun_and_remarked() -> None:
    text = add_list("亮点:\n  甲: [乙]\n", ("正文", "普法"), ["一段。", "二段。"])
    assert remark_above(text, ("正文", "普法"), "定了") == (
        "亮点:\n  甲: [乙]\n正文:\n  # 定了\n  普法:\n    - 一段。\n    - 二段。\n"
    )


def test_a_section_gets_sections_below_it() -> None:
    text = "章节:\n  - 题: 甲\n    主题: 普法\n"
    assert add_entry(text, ("章节", 0), "节", [{"题": "乙", "文": ["一句话。"]}]) == (
        "章节:\n  - 题: 甲\n    节:\n      - 题: 乙\n        文: 一句话。\n    主题: 普法\n"
    )


def test_line_breaks_stay_what_they_were() -> None:
    orders: list[list[int | Item]] = [[0, "新", 2], [2, 1, 0]]
    for order in orders:
        there = arrange(LISTED.replace("\n", "\r\n"), ("亮点", "普法"), order)
        assert there == arrange(LISTED, ("亮点", "普法"), order).replace("\n", "\r\n")


def test_what_cannot_be_done_in_place_is_refused() -> None:
    with pytest.raises(EditRefusedError):
        replace_text(LISTED, ("亮点",), "甲")
    with pytest.raises(EditRefusedError):
        arrange("导语: |\n  一\n  二\n", ("导语",), [0, "三"])


def test_the_way_to_a_place_is_found() -> None:
    assert path_at(LISTED, Spot("", 6, 7)) == ("亮点", "普法", 2)
    assert path_at(LISTED, Spot("", 10, 5)) == ("不足", 0)
    assert path_at(LISTED, Spot("", 11, 9)) == ("不足", 0, "文")


def test_what_two_texts_differ_in_is_named() -> None:
    after = replace_text(replace_text(LISTED, ("亮点", "普法", 0), "新"), ("不足", 1), "新")
    assert touched(LISTED, after) == "亮点.普法、不足"
