"""Rates and comparisons are worked out, never typed twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.report import PieceKind
from tests.making import HEAD, opened, section_text, whole_text, year_file

if TYPE_CHECKING:
    from pathlib import Path

COURT = "数据: {出庭: {开庭: 14宗, 负责人: 12宗%s}}\n"


def test_a_rate_is_computed_from_its_counts(tmp_path: Path) -> None:
    case, _ = opened(tmp_path, COURT % "")
    assert "应诉率达85.71%" in section_text(case, "各方监督")


def test_a_computed_rate_names_the_figures_it_came_from(tmp_path: Path) -> None:
    case, _ = opened(tmp_path, COURT % "")
    pieces = [
        piece
        for section in case.report.walk()
        for paragraph in section.paragraphs
        for piece in paragraph.pieces
        if piece.kind is PieceKind.COMPUTED
    ]
    assert [piece.figures for piece in pieces] == [("出庭.应诉率", "出庭.负责人", "出庭.开庭")]


def test_a_typed_rate_is_printed_at_its_own_decimals(tmp_path: Path) -> None:
    case, findings = opened(tmp_path, COURT % ", 应诉率: 86%")
    assert "应诉率达86%" in section_text(case, "各方监督")
    assert not [f for f in findings if f.code == "F203"]


def test_a_typed_rate_that_does_not_follow_is_an_error(tmp_path: Path) -> None:
    _, findings = opened(tmp_path, COURT % ", 应诉率: 92%")
    found = next(f for f in findings if f.code == "F203")
    assert "92%" in found.message
    assert "85.71" in found.message
    assert found.spot.line == 4


def test_an_approximate_count_gives_no_exact_rate(tmp_path: Path) -> None:
    case, _ = opened(tmp_path, "数据: {网格: {上报: 42800余件, 办结: 42800余件}}\n")
    assert "办结率" not in section_text(case, "基层治理")


def test_a_rate_on_zero_is_not_told(tmp_path: Path) -> None:
    case, _ = opened(tmp_path, "数据: {网格: {上报: 0件, 办结: 0件}}\n")
    assert "率" not in section_text(case, "基层治理")


def test_last_years_value_makes_the_comparison(tmp_path: Path) -> None:
    year_file(tmp_path, "数据: {复议.收到: 466件}\n", name="2022.yaml")
    words = "收到申请{{复议.收到}}，{{复议.收到 | 同比}}"
    text = f"上年: 2022.yaml\n数据: {{复议.收到: 786件}}\n亮点:\n  行政应诉:\n    - {words}\n"
    case, _ = opened(tmp_path, text)
    assert "收到申请786件，同比增长68.67%。" in section_text(case, "各方监督")


def test_last_years_value_stands_in_the_gap_and_nowhere_else(tmp_path: Path) -> None:
    year_file(tmp_path, "数据: {普法.活动: 4711场}\n", name="2022.yaml")
    case, _ = opened(tmp_path, "上年: 2022.yaml\n")
    gap = next(gap for gap in case.report.gaps if gap.id == "普法.活动")
    assert gap.prior == "4711场"
    assert "4711" not in whole_text(case)


def test_a_missing_last_year_is_told_and_the_work_goes_on(tmp_path: Path) -> None:
    case, findings = opened(tmp_path, "上年: 2022.yaml\n数据: {普法.活动: 3场}\n", head=HEAD)
    assert [f.severity for f in findings if f.code == "Q207"] == ["warning"]
    assert "3场" in section_text(case, "普法宣传")


def test_money_typed_without_a_unit_is_meant_in_the_usual_one(tmp_path: Path) -> None:
    year_file(tmp_path, "数据: {调解.金额: 1000万元}\n", name="2022.yaml")
    words = "涉及金额{{调解.金额}}，{{调解.金额 | 增减}}"
    text = f"上年: 2022.yaml\n数据: {{调解.金额: 1141.95}}\n亮点:\n  矛盾纠纷:\n    - {words}\n"
    case, _ = opened(tmp_path, text)
    told = "涉及金额1141.95万元，比上年增加141.95万元。"
    assert section_text(case, "矛盾纠纷").startswith(told)


def test_a_bound_typed_without_a_unit_gets_it_before_its_mark(tmp_path: Path) -> None:
    case, _ = opened(tmp_path, "数据: {普法: {活动: 20以上, 资料: 5余万}}\n")
    assert "全年开展普法活动20场以上，发放宣传资料5余万份" in section_text(case, "普法宣传")
