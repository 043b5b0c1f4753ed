"""The figure sheet: every figure once, with its value, its source, its places and its questions."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from drafter.app.figures import figures
from drafter.app.outline import collected, outline
from drafter.model.figure_row import Doubt, RowState
from drafter.writers.figures import figures_json
from drafter.writers.outline import outline_json
from tests.making import year_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.figure_row import FigureRow, FigureSheet

EXAMPLES = Path(__file__).parents[2] / "examples"
YEAR_FILES = sorted(EXAMPLES.glob("*/[0-9][0-9][0-9][0-9].yaml"))
#: A figure as the examples write it, read here without the program's own reader.
FORM = re.compile(
    r"(?P<before>近|超)?(?P<number>[0-9.]+|[一二两三四五])(?P<over>余|多)?(?P<scale>万|亿)?"
    r"(?P<more>余|多)?(?P<unit>.*?)(?P<after>以上)?"
)
NUMERALS = dict(zip("一二三四五", "12345", strict=True)) | {"两": "2"}
MARKS = {"近": "near", "超": "above", "余": "over", "多": "over", "以上": "above"}
HEADING = re.compile(
    r"　*([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[0-9]+\.(?=\D))(.*)"
)


@pytest.fixture(params=YEAR_FILES, ids=lambda path: path.parent.name)
def example(request: pytest.FixtureRequest) -> Path:
    path = request.param
    assert isinstance(path, Path)
    return path


def typed(path: Path) -> dict[str, str]:
    """What a year file answers, by id, by a YAML library."""

    def walk(tree: dict[str, object], above: str) -> Iterator[tuple[str, str]]:
        for key, value in tree.items():
            id_ = f"{above}.{key}" if above else str(key)
            if isinstance(value, dict) and "值" not in value:
                yield from walk(value, id_)
            else:
                yield id_, str(value["值"] if isinstance(value, dict) else value)

    return dict(walk(yaml.safe_load(path.read_text(encoding="utf-8"))["数据"], ""))


def read(text: str) -> tuple[Decimal, str, str]:
    """Value in the base unit, base unit and mark."""
    match = FORM.fullmatch(text)
    assert match, text
    number = Decimal(NUMERALS.get(match["number"], match["number"]))
    scaled = number * {"万": 10**4, "亿": 10**8}.get(match["scale"], 1)
    told = (match[name] for name in ("before", "over", "more", "after"))
    return scaled, match["unit"], next((MARKS[word] for word in told if word), "exact")


def test_there_are_five_examples() -> None:
    assert len(YEAR_FILES) == 5


def test_every_figure_of_an_example_is_on_the_sheet_once_as_it_was_typed(example: Path) -> None:
    answers = typed(example)
    rows = figures_json(figures(example)[0])["figures"]
    assert isinstance(rows, list)
    assert len({row["id"] for row in rows}) == len(rows)
    by_id = {row["id"]: row for row in rows}
    for id_, text in answers.items():
        row = by_id.pop(id_)
        if text in {"无", "不涉及"}:
            state = "none" if text == "无" else "not_applicable"
            assert (row["state"], row["text"]) == (state, text)
            assert (row["value"], row["unit"], row["mark"]) == (None, None, None)
        else:
            assert (row["state"], row["text"]) == ("given", text)
            assert (Decimal(row["value"]), row["unit"], row["mark"]) == read(text), id_
            assert re.fullmatch(r"[0-9]+(\.[0-9]+)?", row["value"])
    assert {row["state"] for row in by_id.values()} <= {"computed"}


def test_a_figure_of_an_example_is_used_where_the_outline_and_the_text_have_it(
    example: Path,
) -> None:
    sheet, _ = figures(example)
    report, _ = outline(example)
    counted: dict[str, list[str]] = {}

    def walk(sections: object, above: str) -> None:
        assert isinstance(sections, list)
        for section in sections:
            name = above + section["number"] + section["heading"]
            for id_ in section["figures"]:
                counted.setdefault(id_, []).append(name)
            walk(section["children"], above + section["number"].rstrip("、."))

    walk(outline_json(report)["sections"], "")
    assert {row.id: [p.section for p in row.places] for row in sheet.rows if row.places} == counted
    printed = sections_of((example.parent / "expected.txt").read_text(encoding="utf-8"))
    for row in sheet.rows:
        for place in row.places:
            if row.quantity is not None and place.printed:
                assert row.text in printed[place.section], (row.id, place)


def sections_of(text: str) -> dict[str, str]:
    """The printed text of each section, by numbers and heading."""
    found: dict[str, str] = {}
    above: list[str] = []
    name = ""
    for line in text.splitlines():
        match = HEADING.match(line)
        if match:
            number = match[1]
            level = 0 if number.endswith("、") else 1 if number.startswith("（") else 2
            heading = match[2].split("。")[0]
            above = above[:level]
            name = "".join(part.rstrip("、.") for part in above) + number + heading
            above.append(number)
        found[name] = found.get(name, "") + line
    return found


def test_an_example_leaves_nothing_missing_and_owed_to_nobody(example: Path) -> None:
    sheet, _ = figures(example)
    assert not any(row.missing for row in sheet.rows)
    assert not any(supply.owed for supply in sheet.supplies)
    answered = sum(len(supply.answered) for supply in sheet.supplies)
    assert answered == sum(value != "不涉及" for value in typed(example).values())


LAST = """\
数据: {普法.活动: 30场, 普法.资料: 14000份, 调解.受理: 420宗, 应诉.案件: 25件, 法援.案件: 90件}
"""
THIS = """\
上年: 2022.yaml
报告: {年度: 2023, 结构: 纲要八章, 成文日期: 2024-01-20, 数据截至: 2023-11-30}
单位: {名称: 某街道, 类型: 街道, 自称: 我街道, 上级: 区委、区政府, 落款: [某街道办事处]}
数据:
  普法.活动: {值: 300场, 来源: 区司法局, 截至: 2023-12-31, 备注: 含线上}
  普法.资料: 近1.5万份
  处罚.案件:
  调解.受理: 420宗
  调解.成功: 365人
  应诉.案件: 25宗
  应诉.败诉: 无
  出庭.开庭: 14宗
  出庭.负责人: 12宗
  法援.案件: 99件
  咨询.人次: 880人次
  园区.宣传: 14场
  述法.人数: 不涉及
  无此.项: 5件
  议事机构.个数:
  合同.审查: {值: , 来源: 区人大}
指标: {园区.宣传: {名: 园区法治宣传, 单位: 场, 来源: 司法所}}
忽略: {F304: 口径未变}
亮点:
  普法宣传:
    - 述法{{述法.人数}}
    - 咨询{{咨询.人次 | 同比}}
"""


@pytest.fixture
def sheet(tmp_path: Path) -> FigureSheet:
    head = "报告: {年度: 2022, 结构: 纲要八章}\n单位: {名称: 某街道, 类型: 街道}\n"
    year_file(tmp_path, LAST, head=head, name="2022.yaml")
    return figures(year_file(tmp_path, THIS, head=""))[0]


def row_of(sheet: FigureSheet, id_: str) -> FigureRow:
    return next(row for row in sheet.rows if row.id == id_)


def doubts(sheet: FigureSheet, id_: str) -> list[Doubt]:
    return [question.doubt for question in row_of(sheet, id_).questions]


def test_last_year_and_the_change_stand_beside_the_figure(sheet: FigureSheet) -> None:
    row = row_of(sheet, "法援.案件")
    assert (row.text, row.prior, row.change) == ("99件", "90件", "增长10%")
    assert row.questions == ()


def test_what_is_asked_about_a_figure(sheet: FigureSheet) -> None:
    assert doubts(sheet, "普法.活动") == [Doubt.JUMP]
    assert doubts(sheet, "普法.资料") == [Doubt.ABOUT]
    assert doubts(sheet, "处罚.案件") == [Doubt.GAP]
    assert doubts(sheet, "调解.成功") == [Doubt.UNIT]
    assert doubts(sheet, "应诉.案件") == [Doubt.UNIT_CHANGED]
    assert doubts(sheet, "园区.宣传") == [Doubt.UNUSED]
    assert doubts(sheet, "无此.项") == [Doubt.UNKNOWN]
    assert doubts(sheet, "应诉.败诉") == []
    assert doubts(sheet, "议事机构.个数") == []


def test_a_figure_that_does_not_apply_but_is_used_in_own_words_is_doubtful_and_owed_by_nobody(
    sheet: FigureSheet,
) -> None:
    row = row_of(sheet, "述法.人数")
    assert (row.text, row.missing, row.doubtful) == ("不涉及", False, True)
    assert doubts(sheet, "述法.人数") == [Doubt.CONTRADICTED]
    assert "不涉及" in row.questions[0].text
    owed = {supply.supplier: supply.owed for supply in sheet.supplies}
    assert [who for who, labels in owed.items() if any("述法" in one for one in labels)] == [""]


def test_a_figure_whose_comparison_cannot_be_made_says_so_and_keeps_its_value(
    sheet: FigureSheet,
) -> None:
    row = row_of(sheet, "咨询.人次")
    assert (row.text, row.missing, row.doubtful) == ("880人次", False, True)
    assert doubts(sheet, "咨询.人次") == [Doubt.NOT_RECKONED]
    assert "上年数" in row.questions[0].text
    assert [supply for supply in sheet.supplies if "咨询.人次" in supply.answered]


def test_a_question_that_the_year_file_has_answered_is_told_and_no_longer_open(
    sheet: FigureSheet,
) -> None:
    row = row_of(sheet, "调解.受理")
    (question,) = row.questions
    assert (question.doubt, question.settled) == (Doubt.SAME, "口径未变")
    assert not row.doubtful


def test_the_source_is_who_gave_it_else_who_usually_owns_it(sheet: FigureSheet) -> None:
    told, usual = row_of(sheet, "普法.活动"), row_of(sheet, "处罚.案件")
    assert (told.source, told.named, told.note) == ("区司法局", True, "含线上")
    assert (usual.source, usual.named) == ("各执法部门", False)


def test_the_cut_off_is_the_figures_own_else_the_reports_and_none_without_a_value(
    sheet: FigureSheet,
) -> None:
    assert str(row_of(sheet, "普法.活动").as_of) == "2023-12-31"
    assert str(row_of(sheet, "法援.案件").as_of) == "2023-11-30"
    assert str(row_of(sheet, "出庭.应诉率").as_of) == "2023-11-30"
    assert row_of(sheet, "处罚.案件").as_of is None


def test_a_computed_figure_has_its_formula_and_its_figures_know_where_it_stands(
    sheet: FigureSheet,
) -> None:
    row = row_of(sheet, "出庭.应诉率")
    assert (row.state, row.text) == (RowState.COMPUTED, "85.71%")
    assert "出庭.负责人 12宗" in row.formula
    assert row.places[0].section.startswith("七（一）")


def test_a_figure_that_is_only_counted_with_is_used_but_not_printed(tmp_path: Path) -> None:
    text = (
        "数据: {园区.甲: 3件, 园区.乙: 4件}\n"
        "亮点: {普法宣传: ['甲占{{园区.甲 | 占比(园区.乙)}}']}\n"
        "指标: {园区.甲: {名: 甲, 单位: 件}, 园区.乙: {名: 乙, 单位: 件}}\n"
    )
    head = "报告: {年度: 2023, 结构: 纲要八章}\n单位: {名称: 某街道, 类型: 街道}\n"
    found, _ = figures(year_file(tmp_path, text, head=head))
    part, whole = row_of(found, "园区.甲"), row_of(found, "园区.乙")
    assert [place.printed for place in part.places] == [True]
    assert [place.printed for place in whole.places] == [False]
    assert part.places[0].section == whole.places[0].section


def test_suppliers_have_answered_or_owe_and_both_commands_agree(
    sheet: FigureSheet, tmp_path: Path
) -> None:
    found = {supply.supplier: supply for supply in sheet.supplies}
    named = found["区司法局"]
    assert (named.answered, named.named, str(named.as_of)) == (("普法.活动",), 1, "2023-12-31")
    assert named.owed == ()
    assert found["区人大"].owed == ("合同合法性审查（份）",)
    assert found["各执法部门"].owed == ("行政处罚案件（件）",)
    usual = found["司法局"]
    assert (usual.named, usual.as_of) == (0, None)
    assert "法援.案件" in usual.answered
    report, supplies, _ = collected(tmp_path / "2023.yaml")
    assert supplies == sheet.supplies
    assert sum(len(supply.owed) for supply in supplies) == len(report.gaps)
    assert sheet.words == len([gap for gap in report.gaps if not gap.units and not gap.about])
