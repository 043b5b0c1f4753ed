"""正文: what was settled for a section stands there, exactly, in the place of all else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.app.opening import open_case
from drafter.app.roll import roll
from tests.making import opened, section_text, whole_text, year_file

if TYPE_CHECKING:
    from pathlib import Path

FIGURES = "数据: {普法.活动: 3场}\n"
HIGHLIGHT = "亮点: {普法宣传: [办了展览]}\n"
SETTLED = (
    FIGURES + HIGHLIGHT + "正文: {普法宣传: ['全年普法{{普法.活动}}，反响很好', 再办一场。]}\n"
)


def test_settled_text_takes_the_place_of_patterns_and_highlights(tmp_path: Path) -> None:
    case, _ = opened(tmp_path, SETTLED)
    assert "全年普法3场，反响很好\n再办一场。" in whole_text(case)
    assert "办了展览" not in whole_text(case)


def test_settled_text_gets_no_mark_that_nobody_wrote(tmp_path: Path) -> None:
    case, _ = opened(tmp_path, "正文: {普法宣传: [没有句号]}\n")
    assert section_text(case, "普法宣传") == "没有句号"


def test_a_figure_in_settled_text_counts_as_used_and_a_blank_one_is_a_gap(tmp_path: Path) -> None:
    case, findings = opened(tmp_path, SETTLED)
    assert [f.code for f in findings] == ["Q216"]  # the highlight behind it
    missing, _ = opened(tmp_path, "正文: {普法宣传: ['普法{{普法.活动}}。']}\n")
    assert "普法.活动" in [gap.id for gap in missing.report.gaps]
    assert "普法.活动" not in [gap.id for gap in case.report.gaps]


def test_settled_text_for_a_section_that_is_not_there_is_told(tmp_path: Path) -> None:
    _, findings = opened(tmp_path, "正文: {普法宣专: [普法]}\n")
    assert [(f.code, "普法宣传" in f.remedy) for f in findings] == [("Q202", True)]


def test_settled_text_of_a_plan_stands_under_its_heading(tmp_path: Path) -> None:
    text = "安排: [{题: 抓好普法, 文: 办展览}]\n正文: {抓好普法: [办展览。, 再办一场。]}\n"
    case, findings = opened(tmp_path, text)
    plan = next(s for s in case.report.walk() if s.heading.text == "抓好普法")
    assert [one.text for one in plan.paragraphs] == ["办展览。", "再办一场。"]
    assert [f.code for f in findings if f.code == "Q202"] == []


def test_chapters_of_its_own_can_take_the_place_of_all(tmp_path: Path) -> None:
    text = "章节: {全文: [{题: 只有一章, 主题: 普法宣传}, {题: 第二章, 文: 自己的话。}]}\n"
    case, findings = opened(tmp_path, FIGURES + text)
    assert [section.heading.text for section in case.report.sections] == ["只有一章", "第二章"]
    assert findings == ()


def test_next_year_settled_text_is_a_comment_to_look_at(tmp_path: Path) -> None:
    rolled = roll(year_file(tmp_path, SETTLED))
    rolled.write()
    text = rolled.path.read_text("utf-8")
    assert "# 上年" in text or "反响很好" in text
    case, _ = open_case(rolled.path)
    assert "反响很好" not in whole_text(case)
