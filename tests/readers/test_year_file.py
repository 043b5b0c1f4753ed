from __future__ import annotations

import json
import tempfile
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from drafter.model.answers import Answers, State, Use
from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.kit import Kind, Need, Part
from drafter.model.spot import Spot
from drafter.readers.year_file import read_year_file

HEAD = """\
报告:
  年度: 2023
  结构: 纲要八章
单位:
  名称: 龙城街道
  类型: 街道
"""
BELOW = HEAD.count("\n")  # a line of `body` stands this much lower in the file


def read_whole(text: str) -> tuple[Answers, tuple[Finding, ...]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "2023.yaml"
        path.write_bytes(text.encode())
        return read_year_file(path)


def read(body: str) -> tuple[Answers, tuple[Finding, ...]]:
    return read_whole(HEAD + body)


def answers_of(body: str) -> Answers:
    answers, findings = read(body)
    assert findings == ()
    return answers


def only_finding(body: str) -> Finding:
    (finding,) = read(body)[1]
    return finding


def refused(text: str) -> tuple[Finding, ...]:
    with pytest.raises(DrafterError) as caught:
        read_whole(text)
    return caught.value.findings


def test_the_least_that_is_needed_is_year_structure_name_and_kind() -> None:
    answers = answers_of("")
    assert (answers.year, answers.profile, answers.use) == (2023, "纲要八章", Use.PUBLIC)
    assert (answers.office.name, answers.office.kind) == ("龙城街道", Kind.SUBDISTRICT)
    assert answers.office.self_name == "龙城街道"
    assert answers.figures == {}
    assert answers.lead is None


def test_everything_that_can_be_said_of_report_and_office_is_read() -> None:
    answers, findings = read_whole("""\
报告:
  年度: ２０２３年
  结构: 本文件
  用途: 上报
  标题: 龙城街道报告
  数据截至: 2023.11.30
  成文日期: ２０２３年１２月６日
单位:
  名称: 龙城街道
  类型: 街道
  自称: 我街道
  上级: 区委、区政府
  落款: [党工委, 办事处]
  主送: 区委依法治区办
上年: 2022.yaml
导语: 2023年，我街道依法行政。
口号: 全力推进核心区建设
章节:
  - 题: 主要做法
    文: 依法行政。
""")
    assert findings == ()
    assert (answers.year, answers.use) == (2023, Use.UPWARD)
    assert (answers.as_of, answers.dated) == (date(2023, 11, 30), date(2023, 12, 6))
    assert answers.title is not None
    assert (answers.title.text, answers.title.spot) == ("龙城街道报告", Spot(answers.path, 5, 7))
    office = answers.office
    assert (office.self_name, office.superior) == ("我街道", "区委、区政府")
    assert (office.signatories, office.addressees) == (("党工委", "办事处"), "区委依法治区办")
    assert answers.prior_file == "2022.yaml"
    assert answers.lead is not None
    assert answers.lead.text == "2023年，我街道依法行政。"
    assert answers.slogan is not None


def test_one_signatory_may_stand_without_a_list() -> None:
    text = HEAD.replace("  类型", "  落款: 办事处\n  类型")
    assert read_whole(text)[0].office.signatories == ("办事处",)


@pytest.mark.parametrize(
    "day", ["2023-12-06", "2023/12/6", "2023.12.6", "2023年12月6日", "２０２３－１２－０６"]
)
def test_a_day_may_be_written_in_many_ways(day: str) -> None:
    answers = answers_of(f"数据: {{收: {{值: 3件, 截至: {day}}}}}\n")
    assert answers.figures["收"].as_of == date(2023, 12, 6)


@pytest.mark.parametrize(
    ("day", "says"),
    [("2023-02-30", "2月只有28天"), ("2023-13-01", "没有13月"), ("2023年12月", "全年、月、日")],
)
def test_an_impossible_day_is_told_of(day: str, says: str) -> None:
    (finding,) = read_whole(HEAD.replace("单位", f"  成文日期: {day}\n单位", 1))[1]
    assert (finding.code, finding.spot.line, finding.spot.column) == ("Q105", 4, 9)
    assert finding.message.startswith(f"“成文日期”写的是“{day}”，读不懂：")
    assert says in finding.message
    assert "`2023-12-06`" in finding.remedy


@pytest.mark.parametrize("day", ["2023-12-06", "2024-03-31"])
@pytest.mark.parametrize("key", ["成文日期", "数据截至"])
def test_a_report_is_dated_in_its_year_or_the_next(key: str, day: str) -> None:
    assert read_whole(HEAD.replace("单位", f"  {key}: {day}\n单位", 1))[1] == ()


@pytest.mark.parametrize("day", ["2022-12-31", "2035-01-20"])
@pytest.mark.parametrize("key", ["成文日期", "数据截至"])
def test_a_date_far_from_the_year_is_warned_of(key: str, day: str) -> None:
    (finding,) = read_whole(HEAD.replace("单位", f"  {key}: {day}\n单位", 1))[1]
    assert (finding.code, finding.severity.value, finding.spot.line) == ("Q105", "warning", 4)
    assert "2023年或2024年" in finding.remedy


def test_figures_may_be_nested_or_dotted() -> None:
    figures = answers_of("""\
数据:
  政务:
    受理: 26280件
    网办: 9208件
  热线.受理: 8316宗
  复议:
    收到: {值: 786宗, 来源: 区司法局, 截至: 2023-12-31, 备注: 含并案}
""").figures
    assert list(figures) == ["政务.受理", "政务.网办", "热线.受理", "复议.收到"]
    figure = figures["复议.收到"]
    assert figure.quantity is not None
    assert (figure.quantity.value, figure.quantity.unit) == (Decimal(786), "宗")
    assert (figure.source, figure.as_of, figure.note) == ("区司法局", date(2023, 12, 31), "含并案")
    assert (figure.spot.line, figure.spot.column) == (BELOW + 7, 13)


def test_there_are_four_states_and_zero_is_a_number() -> None:
    figures = answers_of(
        "数据: {a: 0件, b: 无, c: 没有, d: 不涉及, e: 不适用, f: , g: {来源: 甲}}\n"
    ).figures
    assert [figure.state for figure in figures.values()] == [
        State.GIVEN,
        State.NONE,
        State.NONE,
        State.NOT_APPLICABLE,
        State.NOT_APPLICABLE,
        State.BLANK,
        State.BLANK,
    ]
    assert figures["g"].source == "甲"
    assert figures["f"].quantity is None


def test_a_blank_figure_stands_where_its_key_does() -> None:
    figure = answers_of("数据:\n  受理:\n").figures["受理"]
    assert (figure.spot.line, figure.spot.column) == (BELOW + 2, 3)


@pytest.mark.parametrize("value", ["012", "1_000", "NO", "12:30", "好几百"])
def test_a_value_that_is_no_quantity_is_told_of_and_stays_blank(value: str) -> None:
    answers, (finding,) = read(f"数据:\n  受理: {value}\n  办结: 3件\n")
    assert (finding.code, finding.spot.line, finding.spot.column) == ("Q108", BELOW + 2, 7)
    assert value in finding.message
    assert answers.figures["受理"].state is State.BLANK
    assert answers.figures["办结"].state is State.GIVEN


def test_highlights_are_texts_each_with_its_place() -> None:
    highlights = answers_of("""\
亮点:
  政务服务:
    - 荣获称号
    - "含: 冒号 #号"
    - |
      　　第一段

      第二段：甲
  普法: 只有一条
  空着:
""").highlights
    assert list(highlights) == ["政务服务", "普法"]
    found = [(t.text, t.spot.line - BELOW, t.spot.column) for t in highlights["政务服务"]]
    assert found == [
        ("荣获称号", 3, 7),
        ("含: 冒号 #号", 4, 7),
        ("第一段", 6, 9),
        ("第二段：甲", 8, 7),
    ]


def test_shortcomings_and_plans_are_read_in_both_forms() -> None:
    answers = answers_of("""\
不足:
  - 创新亮点不多
  - {文: 力量不足, 因: 编制少}
安排:
  - {题: 提升决策水平, 文: 严格程序}
  - 加强普法
  - 题: 深化改革
""")
    short = [([t.text for t in p.texts], p.cause and p.cause.text) for p in answers.shortcomings]
    assert short == [(["创新亮点不多"], None), (["力量不足"], "编制少")]
    plans = [(p.heading and p.heading.text, [t.text for t in p.texts]) for p in answers.plans]
    assert plans == [("提升决策水平", ["严格程序"]), (None, ["加强普法"]), ("深化改革", [])]


def test_a_cause_without_a_shortcoming_is_told_of() -> None:
    finding = only_finding("不足:\n  - {因: 编制少}\n")
    assert (finding.name, finding.spot.line) == ("empty-entry", BELOW + 2)


def test_a_check_is_ignored_with_a_reason_only() -> None:
    answers, (finding,) = read("忽略: {F204: 今年口径未变, F301: }\n")
    assert answers.ignored["F204"].text == "今年口径未变"
    assert "F301" not in answers.ignored
    assert (finding.name, finding.spot.column) == ("empty-entry", 20)
    assert "`F301: " in finding.remedy


def test_own_indicators_get_name_and_question_from_their_id() -> None:
    indicators = answers_of("""\
指标:
  园区.咨询: {单位: [人次, 人], 需: 必}
  园区.率:
    {名: 咨询率, 问: 多少？, 算: 园区.咨询 / 园区.人数, 小数: 1, 属于: 园区.总, 曾用: 园.率}
""").indicators
    first, second = indicators.values()
    assert (first.name, first.units) == ("咨询", ("人次", "人"))
    assert "咨询" in first.question
    assert first.need(Kind.SUBDISTRICT) is Need.REQUIRED
    assert (second.name, second.decimals, second.part_of) == ("咨询率", 1, "园区.总")
    assert second.former == ("园.率",)


def test_how_the_lists_are_written_is_read_short_and_long() -> None:
    styles = answers_of("写法:\n  不足: 分号\n  安排: {式: 一是, 领: 明年重点：}\n").list_styles
    assert (styles[Part.SHORTCOMINGS].layout, styles[Part.SHORTCOMINGS].opening) == ("分号", None)
    plans = styles[Part.PLANS]
    assert (plans.layout, plans.opening and plans.opening.text) == ("一是", "明年重点：")


@pytest.mark.parametrize(
    ("body", "code", "line", "remedy"),
    [
        ("写法:\n  安排: 一二三\n", "Q106", 2, "分号、一是、分节"),
        ("写法:\n  安排: {式: 分段}\n", "Q106", 2, "分号、一是、分节"),
        ("写法:\n  安徘: 一是\n", "Q101", 2, "安排"),
        ("写法:\n  安排: {导语: 甲}\n", "Q101", 2, "式、领"),
        ("写法: 一是\n", "Q102", 1, "名称: 内容"),
    ],
)
def test_a_way_of_writing_that_there_is_not_is_told_of(
    body: str, code: str, line: int, remedy: str
) -> None:
    finding = only_finding(body)
    assert (finding.code, finding.spot.line - BELOW) == (code, line)
    assert remedy in finding.remedy


def test_a_file_may_bring_its_own_sections() -> None:
    answers, findings = read_whole(
        HEAD.replace("纲要八章", "本文件")
        + """\
章节:
  - 题: 主要做法
    名: 做法
    接排: 是
    节:
      - 主题: [普法宣传, 学法考试]
      - 题: 其他
        文: |
          第一段{{普法.活动}}

          第二段
  - 题: 不足和安排
    部件: [不足, 安排]
"""
    )
    assert findings == ()
    first, second = answers.tree
    assert (first.id, first.run_in) == ("做法", True)
    assert first.children[0].topics == ("普法宣传", "学法考试")
    paragraphs = first.children[1].paragraphs
    assert [(p.source, p.spot.line - BELOW) for p in paragraphs] == [
        ("第一段{{普法.活动}}", 9),
        ("第二段", 11),
    ]
    assert second.parts == (Part.SHORTCOMINGS, Part.PLANS)


def test_a_section_without_any_heading_is_told_of() -> None:
    text = HEAD.replace("纲要八章", "本文件") + "章节:\n  - 文: 甲\n  - 题: 乙\n"
    answers, (finding,) = read_whole(text)
    assert (finding.name, finding.spot.line) == ("missing-answer", BELOW + 2)
    assert len(answers.tree) == 1


def test_a_broken_pattern_is_told_of_where_it_stands() -> None:
    text = HEAD.replace("纲要八章", "本文件") + "章节:\n  - 题: 甲{{乙\n"
    (finding,) = read_whole(text)[1]
    assert (finding.name, finding.spot.line) == ("bad-pattern", BELOW + 2)


@pytest.mark.parametrize(
    ("body", "code", "line", "column", "remedy"),
    [
        ("数据:\n  受理：786宗\n", "Q012", 2, 5, "`受理: 786宗`"),
        ("数据: 受理：786宗\n", "Q102", 1, 5, "`受理: 786宗`"),
        ("数据:\n  收到：{值: 786宗}\n", "Q012", 2, 5, "`收到: {值: 786宗}`"),
        ("数据:\n  收到: {值：7宗，来源：甲}\n", "Q012", 2, 9, "`收到: {值: 7宗, 来源: 甲}`"),
        ("数据:\n  收到: {值: 7宗，来源：甲}\n", "Q012", 2, 11, "`收到: {值: 7宗, 来源: 甲}`"),
        ("数据:\n  政务: 受理：786宗\n", "Q012", 2, 7, "`受理: 786宗`"),
        ("数据:\n  受理:786宗\n", "Q015", 2, 5, "`受理: 786宗`"),
        ("数据:\n  受理:　786宗\n", "Q015", 2, 6, "`受理: 786宗`"),
        ("数据: {受理:　786宗}\n", "Q015", 1, 9, "`数据: {受理: 786宗}`"),
        ("亮点:\n  政务:　\n    - 甲\n", "Q015", 2, 6, "`政务:`"),
        ("不足:\n  - 文:　甲\n", "Q015", 2, 7, "`- 文: 甲`"),
        ("不足:\n  - 文：甲\n", "Q012", 2, 6, "`- 文: 甲`"),
        ("数据: {受理:786宗}\n", "Q015", 1, 8, "`数据: {受理: 786宗}`"),
        ("数据:\n  - 受理: 786宗\n", "Q102", 2, 3, "`受理: 786宗`"),
        ("数据:\n  受理: [786宗]\n", "Q102", 2, 7, "`受理: "),
        ("数据:\n  12345热线: 8316宗\n", "Q107", 2, 3, "`热线12345`"),
        ("数据:\n  复议(收到): 8316宗\n", "Q107", 2, 3, "`复议收到`"),
        ("数据:\n  复议。收到: 8316宗\n", "Q107", 2, 3, "`复议.收到`"),
        ("数据:\n  受理: 7宗\n    办结：8宗\n", "Q109", 3, 5, "`  办结: 8宗`"),
        ("数据:\n  受理: 7宗\n    并案3宗\n", "Q109", 3, 5, "写在一行"),
        ("数据:\n  a.b: 1件\n  a: {b: 2件}\n", "Q110", 3, 7, "留下对的一处"),
        ("数据:\n  受理: 1件\n  受理: 2件\n", "Q022", 3, 3, "合到一处"),
        ("数据:\n  a: {值: 1件, 来原: 甲}\n", "Q101", 2, 14, "“来源”"),
        ("忽路: {F1: 甲}\n", "Q101", 1, 1, "“忽略”"),
        ("亮点:\n  - 荣获称号\n", "Q102", 2, 3, "`政务服务:`"),
        ("亮点:\n  政务:\n    - 荣获称号: 甲\n", "Q019", 3, 7, "`- 荣获称号：甲`"),
        ("亮点:\n  政务:\n    - {政务.办件}\n", "Q019", 3, 7, "`'{{政务.办件}}'`"),
        ("亮点:\n  政务:\n    甲: {乙: 丙}\n", "Q102", 3, 5, "一段文字"),
        ("亮点:\n  政务:\n    -荣获称号\n", "Q016", 3, 5, "`- 荣获称号`"),
        ("题目:\n  政务: [甲, 乙]\n", "Q102", 2, 7, "一段文字"),
        ("不足:\n  文: 甲\n", "Q102", 2, 3, "`- 文: 甲`"),
        ("安排:\n  - {题: 甲, 内容: 乙}\n", "Q101", 2, 12, "题、文、因"),
        ("指标:\n  3x: {名: 甲}\n", "Q107", 2, 3, "以点分段"),
        ("数据:\n　　受理: 786宗\n", "Q014", 2, 1, "`  受理: 786宗`"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_the_corrected_text(
    body: str, code: str, line: int, column: int, remedy: str
) -> None:
    finding = only_finding(body)
    assert finding.severity is Severity.ERROR
    assert (finding.code, finding.spot.line, finding.spot.column) == (code, BELOW + line, column)
    assert remedy in finding.remedy


@pytest.mark.parametrize(
    ("body", "code", "column"),
    [
        ("亮点:\n  政务:\n    - 甲\n      乙\n", "Q113", 7),
        ("题目:\n  政务: |\n    甲\n    乙\n", "Q113", 7),
        ("亮点:\n  政务:\n    - 荣获 #1 称号\n", "Q114", 7),
        ("口号:\n  #甲\n", None, 0),
        ("口号: #甲\n", "Q114", 4),
        ("亮点:\n  政务:\n    -5%的企业\n", None, 0),
        ("亮点:\n  政务:\n    - -5%至-3%\n", None, 0),
        ("数据:\n  受理: 38次   # 第四卷\n", None, 0),
        ("亮点:\n  政务: [甲, 乙] #丙\n", None, 0),
    ],
)
def test_what_looks_odd_is_used_with_a_warning(body: str, code: str | None, column: int) -> None:
    findings = read(body)[1]
    assert [(f.code, f.spot.column) for f in findings] == ([(code, column)] if code else [])
    assert all(finding.severity is Severity.WARNING for finding in findings)


def test_a_heading_in_two_lines_is_joined() -> None:
    answers, _ = read("题目:\n  政务: |\n    深入推进\n    改革\n")
    assert answers.headings["政务"].text == "深入推进改革"


def test_full_width_commas_between_signatories_are_told_of() -> None:
    text = HEAD + "  落款: [党工委，办事处]\n"
    (finding,) = read_whole(text)[1]
    assert (finding.name, finding.severity) == ("full-width-mark", Severity.WARNING)
    assert "`落款: [党工委, 办事处]`" in finding.remedy


def test_blanks_at_the_end_of_a_key_do_no_harm() -> None:
    assert answers_of("数据　:\n  受理 : 3件\n").figures["受理"].state is State.GIVEN


@pytest.mark.parametrize(("use", "near"), [("内部", "公开"), ("上报件", "上报")])
def test_an_unknown_use_is_told_of(use: str, near: str) -> None:
    (finding,) = read_whole(HEAD.replace("单位", f"  用途: {use}\n单位", 1))[1]
    assert (finding.code, finding.spot.line) == ("Q106", 4)
    assert f"`用途: {near}`" in finding.remedy


def test_an_odd_year_is_warned_of() -> None:
    answers, (finding,) = read_whole(HEAD.replace("2023", "1023"))
    assert answers.year == 1023
    assert (finding.code, finding.severity) == ("Q104", Severity.WARNING)


def test_a_missing_structure_is_told_of() -> None:
    answers, (finding,) = read_whole(HEAD.replace("  结构: 纲要八章\n", ""))
    assert (finding.code, answers.profile) == ("Q103", "")
    assert "`结构: 纲要八章`" in finding.remedy


def test_own_sections_stand_for_a_missing_structure() -> None:
    text = HEAD.replace("  结构: 纲要八章\n", "") + "章节:\n  - 题: 甲\n"
    answers, findings = read_whole(text)
    assert (answers.profile, findings) == ("本文件", ())


def test_own_sections_that_are_not_used_are_warned_of() -> None:
    finding = only_finding("章节:\n  - 题: 甲\n")
    assert (finding.severity, finding.spot.line) == (Severity.WARNING, BELOW + 2)
    assert "`结构: 本文件`" in finding.remedy


@pytest.mark.parametrize(
    ("text", "code", "line", "remedy"),
    [
        ("", "Q103", 0, "drafter new"),
        ("- 甲\n", "Q102", 1, "甲"),
        ("甲\n", "Q102", 1, "名称: 内容"),
        ("报告:\n  年度: 2023\n  受理：3\n", "Q012", 3, "`受理: 3`"),
        (HEAD.replace("年度: 2023", "年度: 二三年"), "Q104", 2, "`年度: 2023`"),
        (HEAD.replace("  年度: 2023\n", ""), "Q103", 2, "`年度: 2023`"),
        (HEAD.replace("  名称: 龙城街道\n", ""), "Q103", 5, "`名称: "),
        (HEAD.replace("  类型: 街道\n", ""), "Q103", 5, "省、市、县、区"),
        (HEAD.replace("类型: 街道", "类型: 镇"), "Q106", 6, "`类型: 乡镇`"),
    ],
)
def test_without_year_name_or_kind_there_is_nothing_to_go_on_with(
    text: str, code: str, line: int, remedy: str
) -> None:
    (finding,) = refused(text)
    assert (finding.code, finding.spot.line) == (code, line)
    assert remedy in finding.remedy


def test_a_file_with_full_width_colons_only_is_told_of_line_by_line() -> None:
    findings = refused("报告：\n  年度：2023\n单位：\n  名称：龙城街道\n")
    assert [(f.code, f.spot.line) for f in findings] == [("Q012", n) for n in (1, 2, 3, 4)]
    assert "`年度: 2023`" in findings[1].remedy


def test_all_problems_are_told_at_once_in_the_order_of_the_lines() -> None:
    answers, findings = read("""\
数据:
  12345: 3件
  受理: 3.4.5件
  办结: 5件
题木: 3
忽略: {F1: }
""")
    assert [(f.name, f.spot.line - BELOW) for f in findings] == [
        ("bad-id", 2),
        ("bad-quantity", 3),
        ("unknown-key", 5),
        ("empty-entry", 6),
    ]
    assert answers.figures["办结"].state is State.GIVEN


def test_when_there_is_nothing_to_go_on_with_the_other_problems_are_told_too() -> None:
    findings = refused("报告:\n  结构: 甲\n数据:\n  受理: 若干\n")
    assert {f.name for f in findings} == {"missing-answer", "bad-quantity"}


ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def as_typed(text: str, form: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    try:
        answers, findings = read(f"亮点:\n  政务:\n    - {form}\n")
    except DrafterError as problem:
        findings = problem.findings
    # A bullet is told and printed.
    findings = tuple(f for f in findings if f.name != "missing-space-after-dash")
    if findings:
        assert {"forbidden-character", "invisible-character"} & {f.name for f in findings}
        assert all(f.spot.line > BELOW + 2 for f in findings)
        return
    found = [highlight.text for highlight in answers.highlights.get("政务", ())]
    assert found == [line.strip() for line in lines if line.strip()]


@given(ANY_TEXT)
@settings(deadline=None)
def test_any_highlight_in_quotes_comes_back_as_typed_or_is_refused(text: str) -> None:
    as_typed(text, json.dumps(text, ensure_ascii=False))


@given(ANY_TEXT)
@example("0.:")
@settings(deadline=None)
def test_any_highlight_in_a_block_comes_back_as_typed_or_is_refused(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    as_typed(text, "|\n" + "\n".join(f"      {line.strip()}" for line in lines))


@given(st.text(alphabet="报告年度单位名称数据亮点：:- \n\"'[]{}#&*，2023件\t　", max_size=80))
@settings(deadline=None)
def test_any_text_gives_answers_or_findings_and_nothing_else(text: str) -> None:
    with suppress(DrafterError):
        findings = read(text)[1]
        assert all(finding.message and finding.remedy for finding in findings)


@given(st.text(alphabet="受理值来源：: \n\"'[]{}#，2023件.", max_size=60))
@settings(deadline=None)
def test_anything_under_a_key_gives_answers_or_findings(text: str) -> None:
    below = text.replace("\n", "\n    ")
    for key in ("报告", "单位", "数据", "指标", "亮点", "不足", "安排", "章节", "忽略"):
        with suppress(DrafterError):
            read_whole(HEAD + f"{key}:\n    {below}\n")
            read_whole(f"{key}:\n    {below}\n")


def test_the_example_is_read_without_a_finding() -> None:
    example = Path(__file__).parents[2] / "examples" / "longcheng-2023" / "2023.yaml"
    assert read_year_file(example)[1] == ()


@pytest.mark.parametrize(
    ("body", "lines", "remedies", "severity"),
    [
        ("    — 甲甲\n    • 乙乙\n", (3, 4), ("`- 甲甲`", "`- 乙乙`"), "error"),
        ("    1. 甲甲\n    2、乙乙\n", (3, 4), ("`- 甲甲`", "`- 乙乙`"), "error"),
        ("    －甲甲\n    ● 乙乙\n", (3, 4), ("`- 甲甲`", "`- 乙乙`"), "error"),
        ("    - — 甲甲\n    - 乙乙\n", (3,), ("`- 甲甲`",), "warning"),
        ("    - 1. 甲甲\n    - （2）乙乙\n", (3, 4), ("`- 甲甲`", "`- 乙乙`"), "warning"),
        ("    |\n    1) 甲甲\n    - 乙乙\n", (4, 5), ("`甲甲`", "`乙乙`"), "warning"),
    ],
)
def test_bullets_that_would_be_printed_are_told_of_line_by_line(
    body: str, lines: tuple[int, ...], remedies: tuple[str, ...], severity: str
) -> None:
    findings = read(f"亮点:\n  普法宣传:\n{body}")[1]
    assert [(f.code, f.severity.value) for f in findings] == [("Q016", severity)] * len(lines)
    assert tuple(f.spot.line - BELOW for f in findings) == lines
    for finding, remedy in zip(findings, remedies, strict=True):
        assert f"写成 {remedy}" in finding.remedy


@pytest.mark.parametrize(
    "words",
    [
        "3.5万人次参加",
        "3、4月开展普法",
        "——建成公园",
        "12345热线办结",
        "'1. 甲'",
        "-5%以上",
        "1月开展",
    ],
)
def test_a_text_may_begin_with_a_number_or_a_long_dash(words: str) -> None:
    assert read(f"亮点:\n  普法宣传:\n    - {words}\n")[1] == ()


def test_a_bullet_among_dashes_is_told_of_at_its_line() -> None:
    (finding,) = refused(HEAD + "亮点:\n  普法宣传:\n    - 甲甲\n    • 乙乙\n    - 丙丙\n")
    assert (finding.code, finding.spot.line - BELOW) == ("Q016", 4)
    assert "`- 乙乙`" in finding.remedy
