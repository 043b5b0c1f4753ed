"""What own words say where a figure is there, and cannot be used as they want it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafter.model.report import PieceKind
from drafter.writers.outline import outline_json
from drafter.writers.tallies import owed
from tests.making import HEAD, opened, section_text, whole_text, year_file

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.checks.case import Case
    from drafter.model.report import Gap


def composed(folder: Path, data: str, words: str, *, last: str = "") -> Case:
    """A report with `words` under 普法宣传; last year's figures where they are given."""
    text = f"数据: {{{data}}}\n亮点:\n  普法宣传:\n    - '{words}'\n"
    if last:
        head = HEAD.replace("2023", "2022").replace("2024", "2023")
        year_file(folder, f"数据: {{{last}}}\n", head=head, name="2022.yaml")
        text = "上年: 2022.yaml\n" + text
    return opened(folder, text)[0]


def gap(case: Case, id_: str) -> Gap:
    return next(gap for gap in case.report.gaps if gap.id == id_)


@pytest.mark.parametrize("answer", ["无", "不涉及"])
def test_words_that_do_not_fit_the_answer_show_a_place_to_mend_and_nobody_owes_the_figure(
    tmp_path: Path, answer: str
) -> None:
    data, words = f"普法: {{活动: 3场, 横幅: {answer}}}", "办活动{{普法.活动}}，挂横幅{{普法.横幅}}"
    case = composed(tmp_path, data, words)
    place = f"【待补充：普法宣传横幅填的是“{answer}”，请改写这句话】"
    assert section_text(case, "普法宣传") == f"办活动3场，挂横幅{place}。"
    found = gap(case, "改写.普法.横幅")
    assert (found.supplier, found.units, found.about) == ("", (), "普法.横幅")
    assert "普法.横幅" not in [one.id for one in case.report.gaps]
    assert found in owed(case.report)[""]
    assert "普法.横幅" not in case.report.unused


def test_words_that_do_not_fit_the_answer_are_told_at_their_line_with_both_remedies(
    tmp_path: Path,
) -> None:
    text = "数据:\n  普法.横幅: 无\n亮点:\n  普法宣传:\n    - 挂横幅{{普法.横幅}}\n"
    [found] = opened(tmp_path, text)[1]
    assert (found.code, found.severity) == ("Q214", "error")
    assert (found.spot.line, found.spot.column) == (8, 10)
    assert "改写这句话，不用 {{普法.横幅}}" in found.remedy
    assert "第5行把“无”改成数" in found.remedy


def test_the_place_to_mend_remembers_its_slot(tmp_path: Path) -> None:
    case = composed(tmp_path, "普法.横幅: 无", "挂横幅{{普法.横幅}}")
    section = next(one for one in case.report.walk() if one.id == "普法宣传")
    [piece] = [one for one in section.paragraphs[0].pieces if one.gap and one.gap.about]
    assert (piece.kind, piece.slot) == (PieceKind.GAP, "{{普法.横幅}}")
    assert piece.figures[0] == "普法.横幅"


@pytest.mark.parametrize("compares", ["同比", "增减"])
def test_a_comparison_without_last_years_value_asks_for_that_and_not_for_this_years(
    tmp_path: Path, compares: str
) -> None:
    words = f"办活动{{{{普法.活动}}}}，{{{{普法.活动 | {compares}}}}}"
    case = composed(tmp_path, "普法.活动: 36场", words)
    told = "办活动36场，【待补充：普法活动的上年数（场）】。"
    assert section_text(case, "普法宣传") == told
    found = gap(case, "上年数.普法.活动")
    assert "上年的问卷" in found.question
    assert "改写" in found.question
    assert found.supplier == ""
    assert "普法.活动" not in [one.id for one in case.report.gaps]
    gaps = outline_json(case.report)["gaps"]
    assert isinstance(gaps, list)
    assert "上年数.普法.活动" in gaps


def test_a_blank_figure_is_asked_for_before_last_years(tmp_path: Path) -> None:
    case = composed(tmp_path, "普法.活动: ", "办活动{{普法.活动 | 同比}}")
    assert section_text(case, "普法宣传").startswith("办活动【待补充：普法活动（场）】。")


@pytest.mark.parametrize(
    ("data", "last", "slot", "label"),
    [
        ("普法.活动: 36场", "普法.活动: 30余场", "普法.活动 | 同比", "普法活动的同比"),
        ("普法.活动: 36场", "普法.活动: 30次", "普法.活动 | 增减", "普法活动的增减"),
        ("普法.活动: 36场", "普法.活动: 0场", "普法.活动 | 同比", "普法活动的同比"),
        ("普法.活动: 36场", "普法.活动: 无", "普法.活动 | 同比", "普法活动的同比"),
        ("普法.活动: 36场", "", "普法.活动 | 占比(普法.资料)", "普法宣传资料（份）"),
        (
            "普法: {活动: 36场, 资料: 0份}",
            "",
            "普法.活动 | 占比(普法.资料)",
            "普法活动的占比",
        ),
        (
            "普法: {活动: 36场, 资料: 无}",
            "",
            "普法.活动 | 占比(普法.资料)",
            "普法宣传资料填的是“无”，请改写这句话",
        ),
    ],
)
def test_what_cannot_be_worked_out_names_what_is_in_the_way(
    tmp_path: Path, data: str, last: str, slot: str, label: str
) -> None:
    case = composed(tmp_path, data, f"活动{{{{{slot}}}}}。", last=last)
    assert section_text(case, "普法宣传").startswith(f"活动【待补充：{label}】。")


def test_a_comparison_in_own_words_does_not_keep_the_figure_from_being_told(
    tmp_path: Path,
) -> None:
    words, last = "普法活动{{普法.活动 | 同比}}", "普法.活动: 30场"
    case = composed(tmp_path, "普法.活动: 36场", words, last=last)
    assert section_text(case, "普法宣传") == "普法活动同比增长20%。全年开展普法活动36场。"


def test_a_comparison_told_in_own_words_is_not_told_again(tmp_path: Path) -> None:
    words = "信访{{信访.受理 | 同比}}"
    text = f"上年: 2022.yaml\n数据: {{信访.受理: 12件}}\n亮点: {{信访工作: ['{words}']}}\n"
    head = HEAD.replace("2023", "2022").replace("2024", "2023")
    year_file(tmp_path, "数据: {信访.受理: 10件}\n", head=head, name="2022.yaml")
    case, _ = opened(tmp_path, text, head=HEAD.replace("纲要八章", "三段式"))
    told = whole_text(case)
    assert "受理信访事项12件。" in told
    assert told.count("同比增长20%") == 1


def test_without_gaps_words_that_do_not_fit_the_answer_are_left_out(tmp_path: Path) -> None:
    text = "数据: {普法.横幅: 无}\n正文: {普法宣传: ['挂横幅{{普法.横幅}}。人人参与。']}\n"
    case, findings = opened(tmp_path, text, gaps=False)
    assert section_text(case, "普法宣传") == "人人参与。"
    assert "Q214" in [finding.code for finding in findings]
