"""A new questionnaire can be read back, asks what is needed, and takes every answer it proposes."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from drafter import locate
from drafter.app.profiles import profile
from drafter.checks.case import Case
from drafter.checks.year_files import run
from drafter.compose import compose
from drafter.model.answers import State
from drafter.model.finding import DrafterError
from drafter.model.kit import Kind, Need
from drafter.readers.kit import profile_names, read_kit
from drafter.readers.questionnaire import read_words
from drafter.readers.year_file import read_year_file
from drafter.text.quantity import base_unit, read_quantity
from drafter.text.widths import columns
from drafter.writers.asked import asked
from drafter.writers.questionnaire import questionnaire

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.model.answers import Answers
    from drafter.model.kit import Kit
    from drafter.model.questionnaire import Words

YEARS = range(2019, 2027)
PROFILES = profile_names(locate.templates())
OPTION = re.compile(r"( *)# ( *([\w.]+):(?: .*)?)")

SMALL = {
    "indicators/热线.yaml": (
        "热线.受理: {名: 热线工单, 问: 受理多少件？, 单位: [件, 宗], 来源: 信访局, 需: 必}\n"
        "热线.办结: {名: 办结的工单, 问: 办结多少件？, 单位: 件, 需: 必}\n"
        "热线.办结率: {名: 办结率, 单位: '%', 算: 热线.办结 / 热线.受理}\n"
        "热线.满意率: {名: 满意率, 单位: '%', 需: {街道: 否}, 口径: 按回访数算}\n"
        "热线.回访: {名: 回访, 单位: 件}\n"
        "热线.渠道: {名: 受理渠道, 单位: 个}\n"
    ),
    "topics/热线.yaml": (
        "题: ['办好{{年度}}年热线', 做好热线]\n问: 热线怎样办\n句:\n"
        "  - - 受理{{热线.受理}}\n    - 办结率{{热线.办结率}}\n"
        "  - 满意率{{热线.满意率}}\n"
        "  - {年度: 2025-, 分句: ['回访{{热线.回访}}']}\n"
    ),
    "profiles/小.yaml": (
        "标题: 年报\n不足: {式: 分号}\n章节:\n  - 题: 热线工作\n    名: 热线章\n"
        "    节: [{主题: 热线}]\n  - {题: 县里的事, 适用: 县, 文: 我们县}\n"
        "  - {题: 其他, 文: '渠道{{热线.渠道}}'}\n"
    ),
    "phrases.yaml": "大会: {按: 日期, 用法: [{用: 党的二十大, 自: 2022-10-23}]}\n",
    "contents.yaml": "",
    "recipients.yaml": "",
}


@cache
def kit(name: str) -> Kit:
    return profile(name)


@cache
def words() -> Words:
    return read_words(locate.templates() / "questionnaire.yaml")


def text(name: str, kind: Kind, year: int = 2025, place: str = "某某单位") -> str:
    return questionnaire(kit(name), words(), place=place, kind=kind, year=year)


def read(folder: Path, content: str) -> Answers:
    """The answers; the file must be read without any finding."""
    path = folder / "问卷.yaml"
    path.write_text(content, encoding="utf-8")
    answers, findings = read_year_file(path)
    assert [f"{f.spot}: {f.message}" for f in findings] == []
    return answers


def small(folder: Path, kind: Kind = Kind.SUBDISTRICT, year: int = 2025) -> str:
    """The questionnaire of a kit of one topic."""
    for name, content in SMALL.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    made = read_kit(folder, folder / "profiles" / "小.yaml")
    return questionnaire(made, words(), place="某某街道", kind=kind, year=year)


def line_of(content: str, start: str) -> str:
    return next(line for line in content.split("\n") if line.strip().startswith(start))


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("name", PROFILES)
def test_it_is_read_without_finding_and_every_required_question_is_a_gap(
    name: str, kind: Kind, tmp_path: Path
) -> None:
    for year in YEARS:
        answers = read(tmp_path, text(name, kind, year))
        assert (answers.year, answers.profile, answers.office.kind) == (year, name, kind)
        gaps = {gap.id for gap in compose(kit(name), answers).gaps} & set(kit(name).indicators)
        sections = asked(kit(name), kind, year, {})
        required = {figure.id for section in sections for figure in section.required}
        assert required == set(answers.figures)
        assert gaps == required if kit(name).profile.nodes else gaps <= required


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("name", PROFILES)
def test_every_optional_line_is_accepted_with_its_model_answer(
    name: str, kind: Kind, tmp_path: Path
) -> None:
    indicators = kit(name).indicators
    made = []
    for line in text(name, kind).split("\n"):
        match = OPTION.fullmatch(line)
        written = match[1] + match[2] if match else line
        id_ = written.strip().partition(":")[0]
        if id_ in indicators:
            written = written.replace(":", f": {words().sample(indicators[id_].units)}", 1)
        made.append(written)
    answers = read(tmp_path, "\n".join(made))
    optional = [one for s in asked(kit(name), kind, 2025, {}) for one in s.optional]
    assert {answers.figures[one.id].state for one in optional} == {State.GIVEN}
    assert answers.headings
    assert answers.ignored
    assert answers.indicators
    assert answers.office.signatories
    case = Case(kit(name), answers, {}, compose(kit(name), answers))
    assert [f.message for f in run(case) if f.code.startswith("Q")] == []


def test_every_model_answer_is_a_figure_in_the_indicators_own_unit() -> None:
    for indicator in kit("纲要八章").indicators.values():
        unit = read_quantity(words().sample(indicator.units)).unit
        assert unit == base_unit(indicator.units[0])[1], indicator.id


@pytest.mark.parametrize("kind", Kind)
def test_what_does_not_concern_the_body_is_not_asked(kind: Kind) -> None:
    content = text("纲要八章", kind)
    others = [i.id for i in kit("纲要八章").indicators.values() if i.need(kind) is Need.NONE]
    assert [id_ for id_ in others if f" {id_}:" in content] == []


def test_a_required_question_tells_model_units_and_supplier_and_an_optional_one_its_unit(
    tmp_path: Path,
) -> None:
    content = small(tmp_path, Kind.COUNTY)
    question = "受理多少件？如 128件（也可用宗）；由信访局提供"
    assert line_of(content, "热线.受理:").endswith(f"  # {question}")
    assert line_of(content, "# 热线.满意率:").endswith("  # 满意率（%）；口径：按回访数算")


def test_a_figure_that_only_goes_into_a_computation_is_optional(tmp_path: Path) -> None:
    content = small(tmp_path)
    assert "  # 热线.办结:" in content
    assert "  # 程序会算：办结率（热线.办结率）" in content


def test_a_sentence_of_other_years_asks_nothing(tmp_path: Path) -> None:
    assert "# 热线.回访:" in small(tmp_path, year=2025)
    earlier = small(tmp_path, year=2024)
    assert "# 热线.回访:" not in earlier
    assert "热线.回访（件）" in earlier


def test_a_figure_in_a_profiles_own_text_is_asked_in_its_section(tmp_path: Path) -> None:
    lines = small(tmp_path).split("\n")
    place = next(n for n, line in enumerate(lines) if "# 热线.渠道:" in line)
    assert lines[place - 1] == "  # ━━ 二、其他"


def test_sections_for_other_bodies_are_left_out_and_not_counted(tmp_path: Path) -> None:
    assert "县里的事" not in small(tmp_path, Kind.SUBDISTRICT)
    assert "━━ 三、其他" in small(tmp_path, Kind.COUNTY)


def test_headings_are_offered_under_the_name_that_changes_them(tmp_path: Path) -> None:
    content = small(tmp_path)
    assert "\n  # 热线章: 热线工作\n" in content
    assert "\n  # 热线: 办好2025年热线\n  #   也可以是：做好热线\n" in content


def test_shortcomings_have_the_shape_of_the_profile(tmp_path: Path) -> None:
    assert re.search(r"\n不足:.*\n  - \n\n安排:", small(tmp_path))
    assert re.search(r"\n不足:.*\n  - 文: \n    因: \n\n安排:", text("纲要八章", Kind.DISTRICT))


def test_a_highlights_question_stands_between_its_topic_and_the_place_to_answer() -> None:
    content = text("纲要八章", Kind.SUBDISTRICT)
    match = re.search(r"\n  普法宣传:\n((?:    # .*\n)+)    - \n", content)
    assert match
    question = match[1].replace("    # ", "").replace("\n", "")
    assert question == kit("纲要八章").topics["普法宣传"].ask


def test_the_questions_stand_under_one_another() -> None:
    content = text("纲要八章", Kind.COUNTY)
    figures = content.partition("\n数据:")[2].partition("\n亮点:")[0].split("\n")
    lefts = [re.match(r"(.*\S): +# ", line) for line in figures]
    ends = {columns(match[0]) for match in lefts if match}
    assert len(ends) == 1


@pytest.mark.parametrize(
    "place",
    ["甲: 乙", "# 街道", "NO", "- 街", "{区}", "'引'", '"甲"', "甲\\乙", "12:30", "@街", "街 #1"],
)
def test_a_name_that_yaml_would_misread_comes_back_as_it_was_given(
    place: str, tmp_path: Path
) -> None:
    assert read(tmp_path, text("纲要八章", Kind.ZONE, place=place)).office.name == place


@pytest.mark.parametrize(
    ("kind", "place", "own", "signs"),
    [
        (Kind.SUBDISTRICT, "龙城街道", "我街道", "龙城街道办事处"),
        (Kind.TOWNSHIP, "某某乡", "我乡", "某某乡人民政府"),
        (Kind.COUNTY, "某某县人民政府", "我县", "某某县人民政府"),
        (Kind.COUNTY, "某某市", "我市", "某某市人民政府"),
        (Kind.ZONE, "高新区管委会", "我区", "高新区管委会"),
        (Kind.DEPARTMENT, "某某县教育局", "我局", "某某县教育局"),
    ],
)
def test_the_office_is_called_as_such_bodies_are(
    kind: Kind, place: str, own: str, signs: str, tmp_path: Path
) -> None:
    content = text("纲要八章", kind, place=place)
    assert f"  # 落款: [{signs}]" in content
    assert read(tmp_path, content).office.self_name == own


def test_an_own_tree_is_begun_with_a_model(tmp_path: Path) -> None:
    answers = read(tmp_path, text("本文件", Kind.DEPARTMENT))
    assert answers.profile == "本文件"
    assert answers.tree


def test_a_fault_in_its_words_is_told_with_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "questionnaire.yaml"
    source = (locate.templates() / path.name).read_text(encoding="utf-8")
    path.write_text(source.replace("  年度: {{年度}}\n", "  年度: {{年度\n"), encoding="utf-8")
    with pytest.raises(DrafterError) as caught:
        read_words(path)
    line = source.split("\n").index("    年度: {{年度}}") + 1
    assert [(f.code, f.spot.line) for f in caught.value.findings] == [("Q112", line)]
