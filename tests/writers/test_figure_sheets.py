"""The figure sheet as an Excel workbook and as a Word document to sign."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pdfplumber
import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.table import _Cell
from openpyxl import load_workbook

from drafter.app.figures import Format, figures, write
from drafter.model.figure_row import RowState
from drafter.model.quantity import Mark, Quantity
from drafter.writers.figure_sheet_docx import sheet_docx_bytes
from drafter.writers.figure_sheet_xlsx import xlsx_bytes
from drafter.writers.figure_words import counts, grouped, value
from drafter.writers.figures import figures_json
from tests.making import year_file
from tests.tools import audit_errors, sdk_errors, to_pdf

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from drafter.model.figure_row import FigureRow, FigureSheet

EXAMPLES = Path(__file__).parents[2] / "examples"
YEAR_FILES = sorted(EXAMPLES.glob("*/[0-9][0-9][0-9][0-9].yaml"))
LAST = "报告: {年度: 2022, 结构: 纲要八章}\n单位: {名称: 某街道, 类型: 街道}\n"
SOME = """\
上年: 2022.yaml
数据:
  普法.活动: {值: 300场, 来源: "=1+1", 截至: 2023-12-31, 备注: "@SUM(A1)"}
  普法.资料: 近1.5万份
  调解.金额: 1141.95万元
  出庭.开庭: 14宗
  出庭.负责人: 12宗
  园区.宣传: 14场
  公开.主动: 123456789012345条
  述法.人数: 不涉及
指标:
  园区.宣传: {名: "=HYPERLINK(1)宣传", 单位: 场, 来源: "+司法所"}
  考法.参考: {名: 学法考试人员, 单位: 名, 需: 选}
"""
HEAD = (
    "报告: {年度: 2023, 结构: 纲要八章, 成文日期: 2024-01-20}\n"
    "单位: {名称: 某街道, 类型: 街道, 自称: 我街道, 上级: 区委、区政府, 落款: [某街道办事处]}\n"
)


@pytest.fixture
def sheet(tmp_path: Path) -> FigureSheet:
    year_file(tmp_path, "数据: {普法.活动: 30场}\n", head=LAST, name="2022.yaml")
    return figures(year_file(tmp_path, SOME, head=HEAD))[0]


def opened(sheet: FigureSheet) -> Worksheet:
    return load_workbook(BytesIO(xlsx_bytes(sheet))).worksheets[0]


def records(page: Worksheet) -> dict[object, dict[object, object]]:
    """The rows by 编号, each by the heads of its columns."""
    head, *rows = list(page.iter_rows(min_row=3, values_only=True))
    found: list[dict[object, object]] = [dict(zip(head, row, strict=True)) for row in rows]
    by_id = {row["编号"]: row for row in found}
    assert len(by_id) == len(found)
    return by_id


@pytest.mark.parametrize("path", YEAR_FILES, ids=lambda path: path.parent.name)
def test_the_workbook_has_every_figure_of_an_example(path: Path) -> None:
    sheet, _ = figures(path)
    found = records(opened(sheet))
    assert set(found) == {row.id for row in sheet.rows}
    for row in sheet.rows:
        told = found[row.id]
        assert told["今年"] == row.text
        assert (told["来源"] or "") == row.source
        places = str(told["正文位置"] or "").split("\n")
        assert places == [place.section for place in row.places] or not row.places
        if row.quantity is not None:
            assert float(str(told["数值"])) == float(row.quantity.value)
            assert told["单位"] == (row.quantity.unit or None)


def test_a_value_is_a_number_as_well_and_a_day_a_day(sheet: FigureSheet) -> None:
    found = records(opened(sheet))
    assert found["调解.金额"]["数值"] == 11419500
    assert found["普法.活动"]["截至"] == datetime(2023, 12, 31)  # noqa: DTZ001 - a cell has no zone
    assert found["公开.主动"]["数值"] == 123456789012345


def test_a_value_in_json_is_a_plain_number(sheet: FigureSheet) -> None:
    row = next(row for row in sheet.rows if row.id == "普法.活动")
    quantity = Quantity(Decimal("3E+2"), "场", Mark.EXACT, "300场")
    one = replace(sheet, rows=(replace(row, quantity=quantity),))
    (made,) = cast("list[dict[str, object]]", figures_json(one)["figures"])
    assert made["value"] == "300"


def test_no_cell_is_a_formula(sheet: FigureSheet) -> None:
    book = load_workbook(BytesIO(xlsx_bytes(sheet)))
    cells = [cell for page in book for row in page.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    texts = {cell.value: cell for cell in cells if isinstance(cell.value, str)}
    for text in ("=1+1", "=HYPERLINK(1)宣传", "+司法所"):
        assert texts[text].quotePrefix
    assert "备注：@SUM(A1)" in texts


def test_gaps_and_jumps_are_shaded_and_said(sheet: FigureSheet) -> None:
    page = opened(sheet)
    heads = [cell.value for cell in page[3]]
    fills = {}
    for cells in page.iter_rows(min_row=4):
        told = dict(zip(heads, cells, strict=True))
        colour = told["今年"].fill.fgColor.rgb if told["今年"].fill.patternType else ""
        fills[told["编号"].value] = (colour, told["待核"].value)
    assert fills["处罚.案件"] == ("00FFE699", "缺，请补")
    assert fills["普法.活动"] == ("00F8CBAD", "与上年相差10倍以上，请核对")
    assert fills["出庭.开庭"] == ("", None)


def test_the_workbook_prints_across_with_its_head_on_every_page(sheet: FigureSheet) -> None:
    page = opened(sheet)
    assert (page.page_setup.orientation, page.print_title_rows) == ("landscape", "$3:$3")
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
    assert page.auto_filter.ref == f"A3:O{page.max_row}"
    assert page.freeze_panes == "E4"


def test_the_second_sheet_tells_who_has_answered_and_who_owes(sheet: FigureSheet) -> None:
    page = load_workbook(BytesIO(xlsx_bytes(sheet)))["收集情况"]
    rows = {row[0]: row[1:] for row in page.iter_rows(min_row=4, values_only=True)}
    assert rows["=1+1"] == (1, 1, datetime(2023, 12, 31), 0, None)  # noqa: DTZ001
    assert rows["各执法部门"] == (0, 0, None, 1, "行政处罚案件（件）")


def table_rows(data: bytes) -> list[list[str]]:
    """The cells of the table; those that are merged once."""
    table = Document(BytesIO(data)).tables[0]
    return [
        [_Cell(cell, table).text for cell in row.tc_lst]
        for row in table._tbl.tr_lst  # noqa: SLF001
    ]


@pytest.mark.parametrize("path", YEAR_FILES, ids=lambda path: path.parent.name)
def test_the_document_has_every_figure_of_an_example_under_its_chapter(path: Path) -> None:
    sheet, _ = figures(path)
    rows = table_rows(sheet_docx_bytes(sheet))[1:]
    for heading, group in grouped(sheet).items():
        first = next(at for at, row in enumerate(rows) if row[0].startswith(f"{heading}　"))
        if heading == "不涉及":
            assert rows[first][0].endswith("、".join(row.name for row in group))
            continue
        for row, cells in zip(group, rows[first + 1 :], strict=False):
            assert cells[1].split("\n")[0] == row.name
            assert cells[2] == value(row)
            assert all(place.section in cells[6] for place in row.places)


def test_the_document_says_gaps_jumps_and_formulas_in_words(sheet: FigureSheet) -> None:
    by_name = {row[1]: row for row in table_rows(sheet_docx_bytes(sheet)) if len(row) > 1}
    assert by_name["行政处罚案件\n处罚.案件"][2] == "缺（件）"
    assert by_name["行政处罚案件\n处罚.案件"][7] == "缺，请补"
    assert by_name["普法活动\n普法.活动"][3:6] == ["30场", "增长900%", "=1+1\n截至2023年12月31日"]
    assert "相差10倍以上" in by_name["普法活动\n普法.活动"][7]
    rate = by_name["行政机关负责人出庭应诉率\n出庭.应诉率"]
    assert "算式：出庭.负责人 / 出庭.开庭" in rate[7]


def test_the_head_repeats_and_no_row_breaks(sheet: FigureSheet) -> None:
    document = Document(BytesIO(sheet_docx_bytes(sheet)))
    for table in document.tables:
        for row in table._tbl.tr_lst:  # noqa: SLF001
            assert row.find(f".//{qn('w:cantSplit')}") is not None
    head, *rows = document.tables[0]._tbl.tr_lst  # noqa: SLF001
    assert head.find(f".//{qn('w:tblHeader')}") is not None
    assert not [row for row in rows if row.find(f".//{qn('w:tblHeader')}") is not None]


def test_the_fonts_are_those_of_official_documents(sheet: FigureSheet) -> None:
    document = Document(BytesIO(sheet_docx_bytes(sheet)))
    own = {f.get(qn("w:eastAsia")) for f in document.element.body.iter(qn("w:rFonts"))}
    assert own <= {None, "黑体"}
    (usual,) = document.styles.element.xpath("./w:docDefaults//w:rFonts")
    assert usual.get(qn("w:eastAsia")) == "仿宋_GB2312"
    assert usual.get(qn("w:eastAsiaTheme")) is None


@pytest.mark.parametrize("to", list(Format))
def test_a_sheet_is_the_same_bytes_each_time_and_valid(
    to: Format, sheet: FigureSheet, tmp_path: Path
) -> None:
    one, two = tmp_path / f"一.{to}", tmp_path / f"二.{to}"
    write(sheet, one, to)
    write(sheet, two, to)
    assert one.read_bytes() == two.read_bytes()
    assert sdk_errors(one) == []
    assert audit_errors(one) == []


def long(sheet: FigureSheet) -> FigureSheet:
    """The sheet with figures for several pages."""

    def again(row: FigureRow, n: int) -> FigureRow:
        return replace(row, id=f"{row.id}{n}", name=f"{row.name}{n}")

    return replace(sheet, rows=tuple(again(row, n) for n in range(4) for row in sheet.rows))


def pages(path: Path) -> list[tuple[str, list[str]]]:
    """Of each page of what LibreOffice makes of a file: its text, and the cells of its tables."""
    with pdfplumber.open(to_pdf(path)) as pdf:
        return [
            (
                "".join(page.extract_text().split()),
                ["".join((c or "").split()) for t in page.extract_tables() for r in t for c in r],
            )
            for page in pdf.pages
        ]


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("to", list(Format))
def test_libreoffice_prints_every_figure_and_the_head_on_every_page(
    to: Format, sheet: FigureSheet, tmp_path: Path
) -> None:
    many = long(sheet)
    path = tmp_path / f"核稿单.{to}"
    write(many, path, to)
    found = pages(path)
    assert counts(many) in found[0][0]
    cells = [cell for _, of_page in found for cell in of_page]
    for row in many.rows:
        if row.state is not RowState.NOT_APPLICABLE:
            assert any(cell in {row.id, row.name + row.id} for cell in cells), row.id
    ends = max(at for at, (_, own) in enumerate(found) if any("园区.宣传" in cell for cell in own))
    assert ends > 1
    assert all({"今年", "正文位置"} <= set(own) for _, own in found[: ends + 1])


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_the_signatures_stand_on_one_page_at_the_end(sheet: FigureSheet, tmp_path: Path) -> None:
    path = tmp_path / "核稿单.docx"
    write(sheet, path, Format.DOCX)
    last = pages(path)[-1][0]
    assert all(f"{word}：" in last for word in ("填报", "审核", "签发"))
    assert last.count("年月日") == 3
