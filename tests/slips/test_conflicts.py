"""What a person has to decide: told with every value and place, and nothing is put in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook, load_workbook

from drafter.app.slips_in import slips_in
from drafter.app.slips_out import slips_out
from drafter.model.merged import Clash
from tests.making import HEAD
from tests.slips.offices import FIGURES, answered, merged, office, slip

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.model.merged import Merged

FILLED = FIGURES.replace("普法.活动:      #", "普法.活动: 36场  #")


def only(found: Merged) -> tuple[Clash, str, list[str]]:
    """The one conflict, its figure and its values; nothing else was found."""
    assert found.applied == ()
    assert found.unmatched == ()
    (conflict,) = found.conflicts
    assert conflict.message
    assert conflict.remedy
    return conflict.clash, conflict.id, [f"{s.place.cell} {s.value}" for s in conflict.sides]


def test_two_slips_that_differ_put_neither_in(tmp_path: Path) -> None:
    slips = slip(tmp_path, "甲", ("普法.活动", 36)), slip(tmp_path, "乙", ("普法.活动", 38))
    found = merged(office(tmp_path), *slips)
    assert only(found) == (Clash.SLIPS, "普法.活动", ["E3 38场", "E3 36场"])


def test_parts_of_several_departments_are_added_up_for_the_clerk_not_for_the_report(
    tmp_path: Path,
) -> None:
    slips = slip(tmp_path, "甲", ("处罚.案件", 36)), slip(tmp_path, "乙", ("处罚.案件", 38))
    found = merged(office(tmp_path), *slips)
    assert only(found)[0] is Clash.SLIPS
    assert "加起来是74" in found.conflicts[0].remedy


def test_an_answer_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    path, one = office(tmp_path, FILLED), slip(tmp_path, "甲", ("普法.活动", 38))
    assert only(merged(path, one)) == (Clash.FILLED, "普法.活动", ["E3 38场", "第5行 36场"])
    assert slips_in(path, [one]).after == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("prefer", "value"), [("填报表", "38场"), ("问卷", "36场")])
def test_a_person_can_say_whose_value_counts(prefer: str, value: str, tmp_path: Path) -> None:
    path, one = office(tmp_path, FILLED), slip(tmp_path, "甲", ("普法.活动", 38))
    done = slips_in(path, [one], prefer)
    assert done.merged.conflicts == ()
    assert f"普法.活动: {value}" in done.after


@pytest.mark.parametrize(
    ("answer", "clash"),
    [
        (("调解.金额", "1141件"), Clash.UNIT),
        (("调解.金额", 1141, "件"), Clash.UNIT),
        (("普法.活动", "98.73%"), Clash.UNIT),
        (("普法.活动", "三十多场左右吧"), Clash.NO_FIGURE),
        (("普法.活动", "2023-12-31"), Clash.NO_FIGURE),
        (("普法.活动", "—"), Clash.NO_FIGURE),
        (("普法.活动", True), Clash.NO_FIGURE),
        (("普法.活动", -5), Clash.NEGATIVE),
        (("普法.活动", "-5"), Clash.NEGATIVE),
        (("调解.成功率", 987.3), Clash.RATE),
        (("调解.成功率", 0.9873), Clash.RATE),
        (("普法.活动", "=SUM(A1:A2)"), Clash.FORMULA),
        (("普法.飞行", 3), Clash.UNKNOWN),
    ],
)
def test_an_answer_that_does_not_fit_is_told_with_its_cell(
    answer: tuple[object, ...], clash: Clash, tmp_path: Path
) -> None:
    found = merged(office(tmp_path), slip(tmp_path, "甲", answer))
    told, id_, sides = only(found)
    assert (told, id_) == (clash, answer[0])
    assert sides[0].startswith("E3 ")


def test_the_nearest_id_is_named_for_one_that_is_unknown(tmp_path: Path) -> None:
    found = merged(office(tmp_path), slip(tmp_path, "甲", ("普法.活勤", 3)))
    assert only(found)[0] is Clash.UNKNOWN
    assert "普法.活动" in found.conflicts[0].remedy


def test_a_slip_of_another_year_or_place_brings_nothing(tmp_path: Path) -> None:
    one = slip(tmp_path, "甲", ("普法.活动", 3), title="某街道2022年填报表")
    other = slip(tmp_path, "乙", ("普法.活动", 3), title="另一街道2023年填报表")
    assert only(merged(office(tmp_path), one))[0] is Clash.YEAR
    assert only(merged(office(tmp_path), other))[0] is Clash.OFFICE


@pytest.mark.parametrize("department", ["司法局", "某区司法局"])
def test_a_departments_own_table_is_its_answer_and_says_who_gave_it(
    tmp_path: Path, department: str
) -> None:
    title = f"{department}2023年度填报数据"
    own = slip(tmp_path, "甲", ("普法.活动", 3), ("处罚.案件", 5), title=title)
    done = slips_in(office(tmp_path), [own])
    assert done.merged.conflicts == ()
    assert f"处罚.案件: {{值: 5件, 来源: {department}}}" in done.after


def test_an_id_counts_in_the_column_of_names_too(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("序号", "指标", "数量"), (1, "普法.活动", 3), (2, "合计", 999)):
        sheet.append(row)
    book.save(tmp_path / "甲.xlsx")
    found = merged(office(tmp_path), tmp_path / "甲.xlsx")
    assert [(one.id, one.text) for one in found.applied] == [("普法.活动", "3场")]
    assert [one.words for one in found.unmatched] == ["合计"]


def test_year_and_place_are_known_even_when_title_and_name_were_changed(tmp_path: Path) -> None:
    made = slips_out(office(tmp_path), tmp_path / "表")
    made.write()
    path = next(p for p in made.slips if "司法局" in p.name)
    answered(path, "普法.活动", 36)
    book = load_workbook(path)
    book["填报表"]["A1"].value = "数据"
    book.save(tmp_path / "别名.xlsx")
    (tmp_path / "b").mkdir()
    head = HEAD.replace("2023", "2024").replace("某街道", "另一街道")
    (tmp_path / "b" / "a.yaml").write_text(head + FIGURES, encoding="utf-8")
    assert only(merged(tmp_path / "b" / "a.yaml", tmp_path / "别名.xlsx"))[0] is Clash.YEAR


def test_two_rows_of_one_slip_that_differ_put_neither_in(tmp_path: Path) -> None:
    found = merged(office(tmp_path), slip(tmp_path, "甲", ("普法.活动", 3), ("普法.活动", 4)))
    assert only(found) == (Clash.ROWS, "普法.活动", ["E3 3场", "E4 4场"])


def test_a_part_greater_than_its_whole_puts_neither_in(tmp_path: Path) -> None:
    found = merged(office(tmp_path), slip(tmp_path, "甲", ("调解.受理", 420), ("调解.成功", 4365)))
    told, id_, sides = only(found)
    assert (told, id_) == (Clash.WHOLE, "调解.成功")
    assert [side.split()[1:] for side in sides] == [
        ["调解.成功", "4365宗"] if "宗" in sides[0] else ["调解.成功", "4365件"],
        ["调解.受理", "420宗"] if "宗" in sides[1] else ["调解.受理", "420件"],
    ]


def test_a_part_is_held_against_a_whole_that_was_answered_before(tmp_path: Path) -> None:
    path = office(tmp_path, FIGURES.replace("调解.受理:", "调解.受理: 420件"))
    found = merged(path, slip(tmp_path, "甲", ("调解.成功", "4365件")))
    assert only(found)[0] is Clash.WHOLE


def test_a_figure_of_another_department_is_told(tmp_path: Path) -> None:
    made = slip(tmp_path, "填报表-财政局-2023", ("普法.活动", 36))
    assert only(merged(office(tmp_path), made))[0] is Clash.SUPPLIER


def test_an_id_beside_the_question_of_another_figure_is_told(tmp_path: Path) -> None:
    made = slips_out(office(tmp_path), tmp_path / "表")
    made.write()
    path = next(p for p in made.slips if "司法局" in p.name)
    book = load_workbook(path)
    sheet = book["填报表"]
    sheet["A6"].value, sheet["A7"].value = sheet["A7"].value, sheet["A6"].value
    sheet["E6"].value = 5
    book.save(path)
    assert only(merged(office(tmp_path), path))[0] is Clash.CROSSED


def test_a_damaged_slip_does_not_keep_the_others_out(tmp_path: Path) -> None:
    good = slip(tmp_path, "甲", ("普法.活动", 36))
    bad = tmp_path / "乙.xlsx"
    bad.write_bytes(good.read_bytes()[:900])
    found = merged(office(tmp_path), good, bad)
    assert [one.id for one in found.applied] == ["普法.活动"]
    assert [one.clash for one in found.conflicts] == [Clash.FILE]
    assert found.conflicts[0].sides[0].place.file == str(bad)


def test_another_remark_or_cut_off_for_the_same_value_is_told(tmp_path: Path) -> None:
    path = office(tmp_path, "数据:\n  普法.活动: {值: 36场, 备注: 含线上}\n")
    found = merged(path, slip(tmp_path, "甲", ("普法.活动", 36, "场", None, "不含线上的")))
    assert only(found)[0] is Clash.DETAILS


def test_every_value_that_was_typed_is_applied_in_conflict_or_unmatched(tmp_path: Path) -> None:
    answers = [
        ("普法.活动", 36), ("普法.资料", "很多"), ("调解.受理", 420), ("调解.成功", 4365),
        ("没有.这个", 1), (None, 7), ("处罚.案件", "=1/0"), ("公开.主动", "12条"),
    ]  # fmt: skip
    found = merged(office(tmp_path), slip(tmp_path, "甲", *answers))
    cells = {one.place.cell for one in found.applied}
    cells |= {one.place.cell for one in found.unmatched}
    cells |= {side.place.cell for one in found.conflicts for side in one.sides}
    assert cells == {f"E{row}" for row in range(3, 3 + len(answers))}


def test_a_remark_without_a_value_is_not_lost(tmp_path: Path) -> None:
    made = slip(tmp_path, "甲", ("普法.活动", None, None, None, "下周给"))
    found = merged(office(tmp_path), made)
    assert [one.value for one in found.unmatched] == ["下周给"]
