"""One value put into a year file; every other byte stays."""

from __future__ import annotations

import pytest
import yaml

from drafter.model.finding import DrafterError
from drafter.readers.year_edits import EditRefusedError, append, put, put_figure
from tests.lines import changed_lines

FORMS = {
    "nested": ("数据:\n  普法:\n    活动:\n", ["    活动:"], ["    活动: 36场"]),
    "nested, a blank behind the colon": (
        "数据:\n  普法:\n    活动: \n",
        ["    活动: "],
        ["    活动: 36场"],
    ),
    "dotted": ("数据:\n  普法.活动:\n", ["  普法.活动:"], ["  普法.活动: 36场"]),
    "with a comment": (
        "数据:\n  普法.活动:   # 司法局\n",
        ["  普法.活动:   # 司法局"],
        ["  普法.活动: 36场  # 司法局"],
    ),
    "with a comment in a column of its own": (
        "数据:\n  普法.活动:       # 司法局\n",
        ["  普法.活动:       # 司法局"],
        ["  普法.活动: 36场  # 司法局"],
    ),
    "answered": (
        "数据:\n  普法.活动: 3场 # 旧\n",
        ["  普法.活动: 3场 # 旧"],
        ["  普法.活动: 36场 # 旧"],
    ),
    "in double quotes": ('数据:\n  普法.活动: ""\n', ['  普法.活动: ""'], ['  普法.活动: "36场"']),
    "in single quotes": (
        "数据:\n  普法.活动: '3场'\n",
        ["  普法.活动: '3场'"],
        ["  普法.活动: '36场'"],
    ),
    "between braces": (
        "数据:\n  普法: {活动: , 资料: 3份}\n",
        ["  普法: {活动: , 资料: 3份}"],
        ["  普法: {活动: 36场, 资料: 3份}"],
    ),
    "last between braces": (
        "数据: {普法.资料: 3份, 普法.活动: }\n",
        ["数据: {普法.资料: 3份, 普法.活动: }"],
        ["数据: {普法.资料: 3份, 普法.活动: 36场}"],
    ),
    "with its source": (
        "数据:\n  普法.活动: {值: , 来源: 司法局}\n",
        ["  普法.活动: {值: , 来源: 司法局}"],
        ["  普法.活动: {值: 36场, 来源: 司法局}"],
    ),
    "with its source on lines of their own": (
        "数据:\n  普法.活动:\n    来源: 司法局\n    值:\n",
        ["    值:"],
        ["    值: 36场"],
    ),
    "with nothing but its source": (
        "数据:\n  普法.活动: {来源: 司法局}\n",
        ["  普法.活动: {来源: 司法局}"],
        ["  普法.活动: {来源: 司法局, 值: 36场}"],
    ),
    "several lines": (
        "数据:\n  普法.活动: |\n    3\n    场\n",
        ["  普法.活动: |", "    3", "    场"],
        ["  普法.活动: 36场"],
    ),
    "behind a #": (
        "数据:\n  # 普法.活动:  # 开展普法活动多少场？\n  调解.受理: 1件\n",
        ["  # 普法.活动:  # 开展普法活动多少场？"],
        ["  普法.活动: 36场  # 开展普法活动多少场？"],
    ),
    "behind a # with a comment in a column of its own": (
        "数据:\n  # 普法.活动:       # 场\n",
        ["  # 普法.活动:       # 场"],
        ["  普法.活动: 36场    # 场"],
    ),
    "behind a # with a model answer": (
        "数据:\n  # 普法.活动: 12场  # 如\n",
        ["  # 普法.活动: 12场  # 如"],
        ["  普法.活动: 36场  # 如"],
    ),
    "behind a # with a question": (
        "数据:\n  # 普法.活动: 多少场？\n",
        ["  # 普法.活动: 多少场？"],
        ["  普法.活动: 36场  # 多少场？"],
    ),
    "behind a # in its group": (
        "数据:\n  普法:\n    资料: 3份\n    # 活动:\n",
        ["    # 活动:"],
        ["    活动: 36场"],
    ),
    "behind a # at the line's beginning": (
        "数据:\n  普法.资料: 3份\n# 普法.活动:\n",
        ["# 普法.活动:"],
        ["  普法.活动: 36场"],
    ),
    "not there but its group is": (
        "数据:\n   普法:\n      资料: 3份 # 三\n\n   # 完\n",
        [],
        ["      活动: 36场"],
    ),
    "not there but its dotted kin is": (
        "数据:\n  普法.资料: 3份\n  调解.受理: 1件\n",
        [],
        ["  普法.活动: 36场"],
    ),
    "not there but its group is, between braces": (
        "数据:\n  普法: {资料: 3份}\n",
        ["  普法: {资料: 3份}"],
        ["  普法: {资料: 3份, 活动: 36场}"],
    ),
    "its group is empty": ("数据:\n    普法:  # 空\n", [], ["        活动: 36场"]),
    "no figure at all": ("数据:\n亮点:\n", [], ["  普法.活动: 36场"]),
    "empty braces": ("数据: {}\n", ["数据: {}"], ["数据: {普法.活动: 36场}"]),
    "no data": ("报告:\n  年度: 2023\n亮点:\n", [], ["数据:", "  普法.活动: 36场"]),
    "no data in a file with blank lines": (
        "报告:\n  年度: 2023\n\n亮点:\n",
        [],
        ["数据:", "  普法.活动: 36场", ""],
    ),
    "a figure of the group's name": (
        "数据:\n  普法: {值: 3场, 来源: 司法局}\n",
        [],
        ["  普法.活动: 36场"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_a_figure_is_put_where_it_belongs(form: str) -> None:
    before, old, new = FORMS[form]
    after = put_figure(before, "普法.活动", "36场")
    assert changed_lines(before, after) == (old, new)


@pytest.mark.parametrize("form", FORMS)
def test_line_breaks_stay_what_they_were(form: str) -> None:
    before, _, _ = FORMS[form]
    after = put_figure(before.replace("\n", "\r\n"), "普法.活动", "36场")
    assert after == put_figure(before, "普法.活动", "36场").replace("\n", "\r\n")


def test_an_empty_file_gets_its_first_figure() -> None:
    assert put_figure("", "普法.活动", "36场") == "数据:\n  普法.活动: 36场\n"


def test_a_file_without_a_last_line_break_gets_none() -> None:
    assert put_figure("数据:\n  甲.乙: 1", "丙.丁", "2") == "数据:\n  甲.乙: 1\n  丙.丁: 2"


def test_a_byte_order_mark_stays() -> None:
    assert put_figure("\ufeff数据: {甲: }\n", "甲", "2") == "\ufeff数据: {甲: 2}\n"


def test_characters_that_cannot_be_seen_do_not_shift_what_is_changed() -> None:
    before = "数据:\n  普法.活\u200b动: 36\u200b场\n  普法.资料: 3份\n"
    after = put_figure(before, "普法.活动", "37场")
    assert after == "数据:\n  普法.活\u200b动: 37场\n  普法.资料: 3份\n"


def test_a_remark_in_a_comment_is_not_taken_for_a_question() -> None:
    before = "# 普法.活动: 由司法局提供\n数据:\n  甲: 1\n  乙: |\n    # 普法.活动:\n"
    assert changed_lines(before, put_figure(before, "普法.活动", "36场"))[1] == [
        "  普法.活动: 36场"
    ]


@pytest.mark.parametrize(
    "value",
    [
        "甲: 乙",
        "甲 # 乙",
        "# 甲",
        "'甲",
        '"甲"',
        "{甲",
        "甲,乙",
        "- 甲",
        "*甲",
        "甲:",
        "\\n",
        "a\nb",
    ],
)
@pytest.mark.parametrize("text", ["口号:\n", "口号: 旧\n", "单位: {口号: , 名称: 甲}\n"])
def test_whatever_the_value_it_is_read_as_it_was_given(text: str, value: str) -> None:
    path = ("单位", "口号") if text.startswith("单位") else ("口号",)
    read = yaml.load(put(text, path, value), Loader=yaml.BaseLoader)  # noqa: S506
    assert (read["单位"]["口号"] if len(path) > 1 else read["口号"]) == value


def test_plain_values_are_not_quoted() -> None:
    assert (
        put("口号:\n", ("口号",), "近1.5万份（含“法律明白人”）")
        == "口号: 近1.5万份（含“法律明白人”）\n"
    )


def test_the_date_comes_to_life_where_it_stands_behind_a_mark() -> None:
    before = "报告:\n  年度: 2023\n  # 成文日期: 2024-01-20  # 定稿前写上\n"
    after = put(before, ("报告", "成文日期"), "2024-02-01")
    assert after == "报告:\n  年度: 2023\n  成文日期: 2024-02-01  # 定稿前写上\n"


LISTS = {
    "at its end": ("亮点:\n  普法:\n    - 甲\n\n  政务:\n", [], ["    - 丙"]),
    "with dashes below the key": ("亮点:\n  普法:\n  - 甲\n", [], ["  - 丙"]),
    "in its empty item": (
        "亮点:\n  普法:  # 问\n    -  # 一条一件事\n",
        ["    -  # 一条一件事"],
        ["    - 丙  # 一条一件事"],
    ),
    "between brackets": (
        "亮点: {普法: [甲]}\n",
        ["亮点: {普法: [甲]}"],
        ["亮点: {普法: [甲, 丙]}"],
    ),
    "where nothing stands yet": ("亮点:\n  普法:\n", [], ["    - 丙"]),
    "where the topic is missing": ("亮点:\n  政务: [甲]\n", [], ["  普法:", "    - 丙"]),
    "where all is missing": ("数据: {甲: 1}\n", [], ["亮点:", "  普法:", "    - 丙"]),
    "behind several lines": ("亮点:\n  普法:\n    - |\n      甲\n      乙\n\n", [], ["    - 丙"]),
}  # fmt: skip


@pytest.mark.parametrize("form", LISTS)
def test_a_highlight_is_added(form: str) -> None:
    before, old, new = LISTS[form]
    assert changed_lines(before, append(before, ("亮点", "普法"), "丙")) == (old, new)


@pytest.mark.parametrize(
    "text",
    [
        "数据: 无\n",
        "数据:\n  普法.活动: [1, 2]\n",
        "数据:\n- 普法.活动: 1\n",
        "数据:\n  ? 普法.活动\n",
    ],
)
def test_what_cannot_be_changed_alone_is_refused_with_what_to_do(text: str) -> None:
    with pytest.raises(EditRefusedError) as caught:
        put_figure(text, "普法.活动", "36场", "2023.yaml")
    (finding,) = caught.value.findings
    assert finding.spot.file == "2023.yaml"
    assert "普法.活动: 36场" in finding.remedy


def test_an_entry_whose_keys_stand_there_empty_takes_the_text() -> None:
    before = "不足:\n  - 文: \n    因: \n安排:\n"
    once = append(before, ("不足",), "执法力量不足")
    assert once == "不足:\n  - 文: 执法力量不足\n    因: \n安排:\n"
    assert append(once, ("不足",), "甲").endswith("    因: \n  - 甲\n安排:\n")


def test_text_that_is_not_yaml_is_refused_with_its_own_findings() -> None:
    with pytest.raises(DrafterError) as caught:
        put_figure("数据: {\n", "普法.活动", "36场", "2023.yaml")
    assert caught.value.findings[0].name != "edit-refused"
