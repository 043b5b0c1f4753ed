"""The four states of a figure: given (zero too), 无, 不涉及, blank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.making import opened, section_text, whole_text

if TYPE_CHECKING:
    from pathlib import Path


def test_a_given_figure_is_printed_as_typed(tmp_path: Path) -> None:
    case, _ = opened(tmp_path, "数据: {普法: {活动: 超200场, 资料: 近1.5万份}}\n")
    assert section_text(case, "普法宣传") == "全年开展普法活动超200场，发放宣传资料近1.5万份。"


def test_a_figure_without_unit_gets_the_usual_one(tmp_path: Path) -> None:
    case, _ = opened(tmp_path, "数据: {普法.活动: 20, 普法.资料: 30000余}\n")
    assert section_text(case, "普法宣传") == "全年开展普法活动20场，发放宣传资料30000余份。"


def test_a_missing_required_figure_is_a_gap_not_a_zero(tmp_path: Path) -> None:
    case, _ = opened(tmp_path, "数据: {普法.资料: 100份}\n")
    gap = "【待补充：普法活动（场）】"
    assert section_text(case, "普法宣传") == f"全年开展普法活动{gap}，发放宣传资料100份。"
    assert "普法.活动" in [gap.id for gap in case.report.gaps]


def test_a_missing_optional_figure_drops_out_with_its_clause(tmp_path: Path) -> None:
    case, _ = opened(tmp_path, "数据: {普法.活动: 20场}\n")
    assert section_text(case, "普法宣传") == "全年开展普法活动20场。"


def test_zero_is_a_number(tmp_path: Path) -> None:
    case, _ = opened(tmp_path, "数据: {普法.活动: 0场}\n")
    assert section_text(case, "普法宣传") == "全年开展普法活动0场。"


def test_nothing_to_report_is_said_in_words(tmp_path: Path) -> None:
    case, _ = opened(tmp_path, "数据: {应诉: {案件: 3件, 败诉: 无}, 被复议.案件: 无}\n")
    text = section_text(case, "各方监督")
    assert "作为被告的行政诉讼案件3件，无作为被申请人的复议案件，无行政诉讼败诉案件" in text


def test_what_does_not_apply_is_not_mentioned(tmp_path: Path) -> None:
    case, _ = opened(tmp_path, "数据: {普法: {活动: 不涉及, 资料: 100份}}\n")
    assert section_text(case, "普法宣传") == "发放宣传资料100份。"
    assert "普法.活动" not in [gap.id for gap in case.report.gaps]


def test_gaps_can_be_left_out_and_nothing_else_is(tmp_path: Path) -> None:
    case, _ = opened(tmp_path, "数据: {普法.资料: 100份}\n", gaps=False)
    assert section_text(case, "普法宣传") == "发放宣传资料100份。"
    assert case.report.gaps == ()
    assert "【" not in whole_text(case)


def test_an_empty_section_says_what_is_missing(tmp_path: Path) -> None:
    case, _ = opened(tmp_path, "")
    gap = next(gap for gap in case.report.gaps if gap.id == "亮点.执法创新")
    assert gap.label in section_text(case, "执法创新")
