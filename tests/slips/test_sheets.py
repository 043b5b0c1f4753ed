"""A slip as Excel sees it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from drafter.app.slips_out import slips_out
from drafter.model.finding import DrafterError
from drafter.model.slip import Slip, SlipRow
from drafter.writers.slips import slip_workbook
from tests.slips.filling import EXAMPLES
from tests.slips.offices import FIGURES, office
from tests.tools import audit_errors, sdk_errors

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

NASTY = "=cmd|' /C calc'!A0"


@pytest.fixture
def book(tmp_path: Path) -> Workbook:
    """The slip of 司法局."""
    path = office(tmp_path, FIGURES.replace("调解.受理:", "调解.受理: 420宗"))
    made = slips_out(path, tmp_path / "表", due=date(2024, 1, 15))
    made.write()
    return load_workbook(tmp_path / "表" / "填报表-司法局-2023.xlsx")


def test_every_department_gets_a_file_and_the_list_says_who_owes_what(tmp_path: Path) -> None:
    made = slips_out(office(tmp_path), tmp_path / "表", due=date(2024, 1, 15))
    made.write()
    names = {path.name for path in (tmp_path / "表").iterdir()}
    assert {"填报表-司法局-2023.xlsx", "填报表-各执法部门-2023.xlsx", "清单.txt"} <= names
    text = (tmp_path / "表" / "清单.txt").read_text(encoding="utf-8-sig")
    assert "请在2024年1月15日前退回" in text
    assert "司法局还要填的" in text


def test_each_figure_is_asked_of_one_department_once(tmp_path: Path) -> None:
    made = slips_out(EXAMPLES / "longcheng-2023" / "2023.yaml", tmp_path)
    ids = [row.id for slip in made.slips.values() for row in slip.rows]
    assert len(ids) == len(set(ids))
    assert "数字化.部门" in ids


def test_only_answers_can_be_changed_without_lifting_the_protection(book: Workbook) -> None:
    sheet = book["填报表"]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    free = {
        cell.column_letter for row in sheet["A6:H6"] for cell in row if not cell.protection.locked
    }
    assert free >= {"E", "G", "H"}
    assert not free & {"A", "B", "D", "F"}


def test_a_figure_that_is_known_comes_filled_in(book: Workbook) -> None:
    rows = {row[0].value: row for row in book["填报表"]["A6:H99"]}
    assert (rows["调解.受理"][4].value, rows["调解.受理"][2].value) == (420, "宗")


def test_answers_are_checked_as_a_warning_and_parts_against_wholes(book: Workbook) -> None:
    sheet = book["填报表"]
    at = {row[0].value: row[0].row for row in sheet["A6:A99"]}
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    rule = rules[f"E{at['调解.成功']}"]
    assert rule.errorStyle == "warning"
    assert f"E{at['调解.成功']}<=E{at['调解.受理']}" in rule.formula1
    assert '"无"' in rule.formula1
    assert len(rule.formula1) < 255
    assert rules[f"C{at['调解.受理']}"].type == "list"


def test_it_prints_one_page_wide_with_the_head_on_every_page(book: Workbook) -> None:
    sheet = book["填报表"]
    assert (sheet.page_setup.paperSize, sheet.page_setup.fitToWidth) == (9, 1)
    assert sheet.print_title_rows == "$5:$5"
    assert sheet["A1"].font.name == "宋体"


def test_highlights_are_asked_of_those_who_give_the_topics_figures(book: Workbook) -> None:
    topics = [cell.value for cell in book["亮点"]["A"]]
    assert "普法宣传" in topics
    assert book["drafter"].sheet_state == "veryHidden"


def test_the_same_slip_is_the_same_file(tmp_path: Path) -> None:
    path = office(tmp_path)
    for folder in ("a", "b"):
        slips_out(path, tmp_path / folder).write()
    for one in (tmp_path / "a").iterdir():
        assert one.read_bytes() == (tmp_path / "b" / one.name).read_bytes()


def test_no_words_ever_become_a_formula() -> None:
    row = SlipRow("甲.乙", NASTY, "件", ("件",), NASTY, NASTY, NASTY, NASTY, NASTY)
    data = slip_workbook(Slip(NASTY, NASTY, 2023, None, (row,), (("普法", NASTY),)))
    from io import BytesIO

    book = load_workbook(BytesIO(data))
    kinds = {cell.data_type for sheet in book for line in sheet.iter_rows() for cell in line}
    assert "f" not in kinds
    with ZipFile(BytesIO(data)) as package:
        sheets = [package.read(n) for n in package.namelist() if "worksheets/" in n]
    assert not any(b"<f>" in one for one in sheets)


def test_a_file_that_is_there_is_not_overwritten_and_nothing_else_is_written(
    tmp_path: Path,
) -> None:
    path = office(tmp_path)
    made = slips_out(path, tmp_path / "表")
    (tmp_path / "表").mkdir()
    first = list(made.slips)[-1]
    first.write_bytes(b"mine")
    with pytest.raises(DrafterError):
        made.write()
    assert [one.name for one in (tmp_path / "表").iterdir()] == [first.name]
    assert first.read_bytes() == b"mine"
    made.write(force=True)
    assert first.read_bytes() != b"mine"


def test_names_that_no_file_can_have_are_changed(tmp_path: Path) -> None:
    own = "指标: {甲.乙: {名: 甲, 来源: 'a/b:c'}, 甲.丙: {名: 丙, 来源: 'a/b/c'}}\n"
    from tests.making import PLAIN_HEAD, year_file

    made = slips_out(year_file(tmp_path, own, head=PLAIN_HEAD), tmp_path)
    names = [path.name for path in made.slips]
    assert "填报表-a_b_c-2023.xlsx" in names
    assert "填报表-a_b_c2-2023.xlsx" in names


@pytest.mark.parametrize("who", ["司法局", "各执法部门"])
def test_validators_find_nothing_wrong(who: str, tmp_path: Path) -> None:
    slips_out(office(tmp_path), tmp_path / "表").write()
    path = tmp_path / "表" / f"填报表-{who}-2023.xlsx"
    assert sdk_errors(path) == []
    # Excel moves openpyxl's strings to a part of their own when it saves; they are not wrong.
    assert audit_errors(path) == []
