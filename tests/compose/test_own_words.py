"""What a person wrote reaches the page as it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.making import PLAIN_HEAD, opened, section_text, whole_text

if TYPE_CHECKING:
    from pathlib import Path


def test_a_highlight_stands_before_the_figures(tmp_path: Path) -> None:
    case, _ = opened(tmp_path, "数据: {普法.活动: 3场}\n亮点: {普法宣传: [建成法治公园]}\n")
    assert section_text(case, "普法宣传") == "建成法治公园。全年开展普法活动3场。"


def test_a_figure_told_in_own_words_is_not_told_again(tmp_path: Path) -> None:
    words = "在{{普法.活动}}活动中走进校园"
    text = f"数据: {{普法: {{活动: 3场, 资料: 20份}}}}\n亮点:\n  普法宣传:\n    - {words}\n"
    case, _ = opened(tmp_path, text)
    assert section_text(case, "普法宣传") == "在3场活动中走进校园。发放宣传资料20份。"


def test_nor_in_the_form_that_stands_in_where_a_figure_is_missing(tmp_path: Path) -> None:
    text = """\
数据: {时限: {改后: 3个工作日}}
亮点: {审批改革: ["时限缩到{{时限.改后}}"]}
章节: {政府职能: [{主题: 审批改革}]}
"""
    case, _ = opened(tmp_path, text)
    assert section_text(case, "审批改革") == "时限缩到3个工作日。"


def test_a_topics_own_heading_leads_its_item_and_not_the_section(tmp_path: Path) -> None:
    text = """\
题目: {督查督办: 抓督办}
亮点: {督查督办: [件件督办], 数字法治: [数据共享]}
章节:
  制约监督:
    - {题: 加强监督, 主题: [督查督办, 数字法治], 列举: 是}
"""
    case, _ = opened(tmp_path, text)
    section = next(s for s in case.report.walk() if s.id == "督查督办")
    assert section.heading.text == "加强监督"
    told = section.paragraphs[0].text
    assert told == "一是抓督办。件件督办。二是加快数字法治政府建设。数据共享。"


def test_marks_and_signs_of_own_words_stay(tmp_path: Path) -> None:
    words = "R&D <b>“三项制度”</b> {单} ｛全｝ 《办法》！"
    text = f"数据: {{普法.活动: 不涉及}}\n亮点:\n  普法宣传:\n    - '{words}'\n"
    case, _ = opened(tmp_path, text)
    assert section_text(case, "普法宣传") == words


def test_a_blank_figure_in_own_words_is_a_gap(tmp_path: Path) -> None:
    text = "亮点: {普法宣传: ['悬挂横幅{{普法.横幅}}']}\n数据: {普法.活动: 不涉及}\n"
    case, _ = opened(tmp_path, text)
    assert section_text(case, "普法宣传").startswith("悬挂横幅【待补充：")


def test_an_unknown_name_in_own_words_is_an_error_with_the_nearest(tmp_path: Path) -> None:
    _, findings = opened(tmp_path, "亮点:\n  普法宣传:\n    - 开展活动{{普法.活勤}}\n")
    found = next(f for f in findings if f.code == "Q205")
    assert (found.spot.line, found.spot.column) == (6, 11)
    assert "普法.活动" in found.remedy


def test_a_slot_that_cannot_be_read_is_told_and_its_words_stay(tmp_path: Path) -> None:
    text = "数据: {普法.活动: 不涉及}\n亮点:\n  普法宣传:\n    - 开展活动{{普法.活动\n"
    case, findings = opened(tmp_path, text)
    assert [f.code for f in findings if f.severity == "error"] == ["Q204"]
    assert section_text(case, "普法宣传") == "开展活动{{普法.活动。"


def test_this_years_own_heading_replaces_the_usual_one(tmp_path: Path) -> None:
    case, _ = opened(tmp_path, "题目: {普法宣传: 建设法治文化。, 行政执法: 严格执法}\n")
    headings = [section.heading.text for section in case.report.walk()]
    assert "建设法治文化" in headings
    assert "严格执法" in headings


def test_shortcomings_are_one_sentence_with_semicolons_and_causes(tmp_path: Path) -> None:
    text = "不足:\n  - 亮点不多。\n  - {文: 力量不足, 因: 编制较少}\n"
    case, _ = opened(tmp_path, text)
    told = section_text(case, "不足和安排")
    assert told.endswith("主要是：亮点不多；力量不足，主要原因是编制较少。")


def test_plans_are_sections_with_their_own_headings(tmp_path: Path) -> None:
    text = "安排:\n  - {题: 抓学习, 文: 常学常新}\n  - {题: 抓落实, 文: 件件有着落}\n"
    case, _ = opened(tmp_path, text)
    plans = case.report.sections[-1].children
    assert [(p.number, p.heading.text, p.run_in) for p in plans] == [
        ("（一）", "抓学习", True),
        ("（二）", "抓落实", True),
    ]
    assert plans[0].paragraphs[0].text == "常学常新。"


def test_plans_are_one_paragraph_with_its_own_opening_where_the_file_says_so(
    tmp_path: Path,
) -> None:
    text = """\
写法:
  不足: 一是
  安排: {式: 一是, 领: "{{下年度}}年，{{自称}}重点做好以下工作。"}
不足: [亮点不多, 力量不足]
安排:
  - {题: 抓学习, 文: 常学常新}
  - {题: 抓落实, 文: 件件有着落}
"""
    case, findings = opened(tmp_path, text)
    assert not [f for f in findings if f.severity == "error"]
    chapter = case.report.sections[-1]
    assert chapter.children == ()
    shortcomings, plans = (paragraph.text for paragraph in chapter.paragraphs)
    assert shortcomings.endswith("主要是：一是亮点不多；二是力量不足。")
    assert plans == (
        "2024年，我街道重点做好以下工作。一是抓学习。常学常新。二是抓落实。件件有着落。"
    )


def test_a_slot_that_cannot_be_filled_in_an_own_opening_is_an_error(tmp_path: Path) -> None:
    text = "写法: {安排: {领: '抓好{{普法.活勤}}'}}\n安排: [抓学习]\n"
    _, findings = opened(tmp_path, text)
    assert [f.text for f in findings if f.code == "Q205"] == ["普法.活勤"]


def test_the_lead_names_superior_phrase_and_slogan(tmp_path: Path) -> None:
    case, _ = opened(tmp_path, "口号: 建设平安街道\n")
    lead = case.report.lead[0].text
    assert lead.startswith("2023年，某街道在区委、区政府的坚强领导下，坚持以")
    assert "党的二十大和二十届二中全会精神" in lead
    assert "为建设平安街道提供" in lead
    assert lead.endswith("报告如下：")


def test_a_gap_that_a_person_typed_counts_as_one(tmp_path: Path) -> None:
    text = "数据: {普法.活动: 不涉及}\n亮点: {普法宣传: [建成公园【待补充：几】处]}\n"
    case, _ = opened(tmp_path, text)
    assert section_text(case, "普法宣传") == "建成公园【待补充：几】处。"
    assert "待补充.几" in [gap.id for gap in case.report.gaps]
    case, _ = opened(tmp_path, text, gaps=False)
    assert "普法宣传" not in [section.id for section in case.report.walk()]


GAP = "{{普法.资料}}"


@pytest.mark.parametrize(
    ("words", "left"),
    [
        (f"建成法治公园。发放资料{GAP}。开通热线", "建成法治公园。开通热线"),
        (f"发放资料{GAP}。建成法治公园！成效如何？", "建成法治公园！成效如何？"),
        (f"建成法治公园。发放资料{GAP}", "建成法治公园。"),
        (f"一是建成公园；二是发放资料{GAP}；三是开通热线。人人参与。", "人人参与。"),
        (f"群众说：“好。资料{GAP}真多。”人人参与。", "人人参与。"),
        (f"建成公园（含展板{GAP}。有3处）。人人参与。", "人人参与。"),
        (f"群众说：“真好。”发放资料{GAP}。", "群众说：“真好。”"),
        ("建成公园【待补充：几】处。人人参与。", "人人参与。"),
        (f"开展活动{{{{普法.活动}}}}。发放资料{GAP}。", "开展活动36场。"),
    ],
)
def test_without_gaps_own_words_lose_the_sentences_with_one_and_no_others(
    tmp_path: Path, words: str, left: str
) -> None:
    text = f"数据: {{普法.活动: 36场}}\n正文:\n  普法宣传: ['{words}']\n"
    case, _ = opened(tmp_path, text, gaps=False)
    assert section_text(case, "普法宣传") == left


def test_without_gaps_nothing_is_left_of_own_words_that_are_one_sentence(tmp_path: Path) -> None:
    text = f"正文: {{普法宣传: ['发放资料{GAP}，反响热烈', '人人参与。']}}\n"
    case, _ = opened(tmp_path, text, gaps=False)
    assert section_text(case, "普法宣传") == "人人参与。"


def test_what_is_left_keeps_its_figures_origin_and_place(tmp_path: Path) -> None:
    words = f"开展活动{{{{普法.活动}}}}。发放资料{GAP}。"
    text = f"数据: {{普法.活动: 36场}}\n亮点: {{普法宣传: ['{words}']}}\n"
    case, _ = opened(tmp_path, text, gaps=False)
    section = next(one for one in case.report.walk() if one.id == "普法宣传")
    [sentence] = section.paragraphs[0].sentences
    assert (sentence.origin, sentence.spot.line) == ("亮点", 5)
    assert [piece.figures for piece in sentence.pieces] == [(), ("普法.活动",), ()]
    assert case.report.gaps == ()


def test_a_figure_whose_own_sentence_is_left_out_is_told_by_the_pattern(tmp_path: Path) -> None:
    words = f"开展活动{{{{普法.活动}}}}，发放资料{GAP}"
    text = f"数据: {{普法.活动: 36场}}\n亮点: {{普法宣传: ['{words}']}}\n"
    case, _ = opened(tmp_path, text, gaps=False)
    assert section_text(case, "普法宣传") == "全年开展普法活动36场。"


def test_a_figure_in_a_sentence_that_is_left_out_is_not_called_unused(tmp_path: Path) -> None:
    words = f"设立基地{{{{园区.基地}}}}，发放资料{GAP}"
    own = "指标: {园区.基地: {名: 普法基地, 单位: 个}}\n"
    text = f"{own}数据: {{园区.基地: 3个}}\n亮点: {{普法宣传: ['{words}']}}\n"
    findings = opened(tmp_path, text, head=PLAIN_HEAD, gaps=False)[1]
    assert [finding.code for finding in findings] == []


def test_a_heading_keeps_its_gap_for_what_stands_below_it_would_be_lost_else(
    tmp_path: Path,
) -> None:
    text = f"题目: {{普法宣传: '发放资料{GAP}'}}\n亮点: {{普法宣传: [人人参与]}}\n"
    case, _ = opened(tmp_path, text, gaps=False)
    section = next(one for one in case.report.walk() if one.id == "普法宣传")
    assert section.heading.text == "发放资料【待补充：普法宣传资料（份）】"


def test_shortcomings_without_a_whole_sentence_leave_no_opening_behind(tmp_path: Path) -> None:
    case, _ = opened(tmp_path, f"不足: ['资料只有{GAP}']\n", gaps=False)
    assert "主要表现在" not in whole_text(case)
    assert "不足和安排" not in [section.id for section in case.report.walk()]
