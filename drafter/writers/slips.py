"""A slip (填报表) as an Excel file: figures on one sheet, highlights on another."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from drafter.model.slip import VERSION
from drafter.text.days import printed_day
from drafter.writers.workbook import workbook_bytes

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from drafter.model.slip import Slip, SlipRow

#: The sheet that tells the program what the slip is; nobody sees it.
HIDDEN = "drafter"
FIGURES, HIGHLIGHTS = "填报表", "亮点"
COLUMNS = ("编号", "数据", "单位", "上年数", "本年数", "口径", "数据截至", "备注")
_WIDTHS = (12, 34, 8, 12, 14, 30, 12, 18)
_LEFT = ("数据", "口径", "备注")
_HEAD = 5  # row of the columns' names
_HOW = (
    "填法：在“本年数”里填数（如 8316、近1.5万、98.73%）。没有发生写“无”，与本单位无关写“不涉及”，"
    "还不知道就空着。灰色的不用填，也不要改。"
)
_HOW_HIGHLIGHTS = "一格写一条，一条说一件事；不够写就在下面插入一行。没有就空着。"
_LINES = 3  # free lines for the highlights of a topic
_PER_LINE = 17  # 汉字 of a question in a line of its column
_PER_NOTE = 15
_LINE_HEIGHT, _LEAST = 14.0, 20.0
_FACE = "宋体"
_GREY, _PALE = "FF808080", "FFF2F2F2"
_THIN = Side("thin", "FFA6A6A6")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_MARGIN, _A4 = 0.5, 9


def slip_workbook(slip: Slip) -> bytes:
    """The file, byte for byte the same for the same slip."""
    book = Workbook()
    sheet = book.active
    if sheet is None:  # a new workbook has a sheet
        raise AssertionError
    sheet.title = FIGURES
    _frame(sheet, slip)
    _figures(sheet, slip)
    _set_up(sheet, f"{_HEAD}:{_HEAD}", "H")
    if slip.topics:
        _highlights(book.create_sheet(HIGHLIGHTS), slip)
    _identity(book.create_sheet(HIDDEN), slip)
    book.properties.title = f"{slip.office}{slip.year}年数据填报表（{slip.supplier}）"
    book.properties.creator = slip.office
    book.properties.created = book.properties.modified = datetime(slip.year, 12, 31)  # noqa: DTZ001
    return workbook_bytes(book)


def _write(
    cell: Cell | MergedCell, text: str, *, bold: bool = False, grey: bool = False
) -> Cell | MergedCell:
    """Words into a cell; what begins with = is words too, never a formula."""
    if text:
        cell.value = text
        cell.data_type = "s"
        cell.quotePrefix = text[0] in "=+-@"
    cell.font = Font(name=_FACE, size=9 if grey else 11, bold=bold, color=_GREY if grey else None)
    cell.alignment = Alignment(
        horizontal="center", vertical="center", wrap_text=not grey, shrink_to_fit=grey
    )
    return cell


def _open(cell: Cell | MergedCell) -> None:
    """A cell that may be filled in."""
    cell.protection = Protection(locked=False)


def _frame(sheet: Worksheet, slip: Slip) -> None:
    """What stands above the table: whose report, who answers, by when, and how."""
    for column, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    title = f"{slip.office}{slip.year}年法治政府建设年度报告数据填报表"
    sheet.merge_cells("A1:H1")
    _write(sheet["A1"], title).font = Font(name=_FACE, size=16, bold=True)
    sheet.row_dimensions[1].height = 32
    due = f"{printed_day(slip.due)}前" if slip.due else ""
    given = {"A2": "填报单位", "C2": "填报人", "F2": "联系电话", "A3": "退回日期"}
    for name, label in given.items():
        _write(sheet[name], label, bold=True)
    for name, text in {"B2": slip.supplier, "D2": "", "G2": "", "B3": due}.items():
        cell = _write(sheet[name], text)
        cell.border = Border(bottom=_THIN)
        if name != "B3":
            _open(cell)
    for merged in ("D2:E2", "G2:H2"):
        sheet.merge_cells(merged)
    sheet.row_dimensions[2].height = sheet.row_dimensions[3].height = 22
    sheet.merge_cells("A4:H4")
    how = _write(sheet["A4"], _HOW)
    how.alignment = Alignment(horizontal="left", vertical="center", wrap_text=True)
    sheet.row_dimensions[4].height = 32


def _figures(sheet: Worksheet, slip: Slip) -> None:
    for column, name in enumerate(COLUMNS, 1):
        cell = _write(sheet.cell(_HEAD, column), name, bold=True)
        cell.border, cell.fill = _BOX, PatternFill("solid", _PALE)
    sheet.row_dimensions[_HEAD].height = 22
    sheet.freeze_panes = f"A{_HEAD + 1}"
    rows = {row.id: number for number, row in enumerate(slip.rows, _HEAD + 1)}
    for row in slip.rows:
        _figure(sheet, rows[row.id], row)
        for rule in (_units(rows[row.id], row), _limits(rows, row, slip.rows)):
            if rule is not None:
                sheet.add_data_validation(rule)


def _figure(sheet: Worksheet, number: int, row: SlipRow) -> None:
    question = row.question if row.required else f"{row.question}（选填）"
    texts = (row.id, question, row.unit, row.prior, row.value, row.note, row.as_of, row.remark)
    for column, (name, text) in enumerate(zip(COLUMNS, texts, strict=True), 1):
        cell = _write(sheet.cell(number, column), text, grey=name == "编号")
        cell.border = _BOX
        if name in _LEFT:
            cell.alignment = Alignment(horizontal="left", vertical="center", wrap_text=True)
        if name in {"本年数", "数据截至", "备注"} or (name == "单位" and len(row.units) > 1):
            _open(cell)
        else:
            cell.fill = PatternFill("solid", _PALE)
    if row.value.replace(".", "", 1).isdecimal():
        # As a number, so that the sheet can be summed.
        plain = sheet.cell(number, COLUMNS.index("本年数") + 1)
        plain.value = float(row.value) if "." in row.value else int(row.value)
    lines = max(-(-len(question) // _PER_LINE), -(-len(row.note) // _PER_NOTE), 1)
    lines = max(lines, -(-len(row.remark) // 8))
    sheet.row_dimensions[number].height = max(_LEAST, lines * _LINE_HEIGHT + 4)


def _units(number: int, row: SlipRow) -> DataValidation | None:
    """The units to choose from, where several are right."""
    if len(row.units) < 2:  # noqa: PLR2004 - one is no choice
        return None
    rule = DataValidation("list", formula1=f'"{",".join(row.units)}"', allow_blank=True)
    rule.add(f"C{number}")
    return rule


def _limits(rows: dict[str, int], row: SlipRow, others: tuple[SlipRow, ...]) -> DataValidation:
    """A warning, which can be passed over, at what is no number or contradicts another row."""
    at = rows[row.id]
    below = [(rows[whole], at) for whole in row.wholes if whole in rows]
    above = [(at, rows[other.id]) for other in others if row.id in other.wholes]
    number = [f"ISNUMBER(E{at})", f"E{at}>=0"]
    if row.unit and row.unit not in {"%", "‰"} and "元" not in row.unit:
        number.append(f"E{at}=INT(E{at})")
    number += [
        f"OR(NOT(ISNUMBER(E{whole})),NOT(ISNUMBER(E{part})),C{whole}<>C{part},E{part}<=E{whole})"
        for whole, part in below + above
    ]
    formula = f'OR(E{at}="无",E{at}="不涉及",AND({",".join(number)}))'
    rule = DataValidation("custom", formula1=formula, allow_blank=True, showErrorMessage=True)
    rule.errorStyle, rule.errorTitle = "warning", "请核对"
    rule.error = (
        "这里填一个不小于0的数，或“无”“不涉及”；部分不能大于总数。"
        "大约的数（如 近1.5万、30000余）可以照填，按“是”继续。"
    )
    rule.add(f"E{at}")
    return rule


def _highlights(sheet: Worksheet, slip: Slip) -> None:
    """Free lines for each topic."""
    for letter, width in zip("ABC", (11, 40, 62), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.merge_cells("A1:C1")
    _write(sheet["A1"], "亮点").font = Font(name=_FACE, size=16, bold=True)
    sheet.row_dimensions[1].height = 28
    sheet.merge_cells("A2:C2")
    _write(sheet["A2"], _HOW_HIGHLIGHTS).alignment = Alignment(horizontal="left")
    for column, name in enumerate(("主题", "要什么", "亮点"), 1):
        cell = _write(sheet.cell(3, column), name, bold=True)
        cell.border, cell.fill = _BOX, PatternFill("solid", _PALE)
    sheet.freeze_panes = "A4"
    number = 4
    for topic, question in slip.topics:
        for line in range(_LINES):
            words = (topic, question if line == 0 else "", "")
            for column, text in enumerate(words, 1):
                cell = _write(sheet.cell(number + line, column), text, grey=column == 1)
                cell.border = _BOX
                cell.alignment = Alignment(horizontal="left", vertical="center", wrap_text=True)
                if column == len(words):
                    _open(cell)
            sheet.row_dimensions[number + line].height = 30
        sheet.merge_cells(f"B{number}:B{number + _LINES - 1}")
        number += _LINES
    _set_up(sheet, "3:3", "C")
    sheet.protection.insertRows = False  # that is: allowed


def _set_up(sheet: Worksheet, repeated: str, last: str) -> None:
    """Protection without a password, and a print that is one A4 page wide."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False  # that is: allowed
    sheet.sheet_view.showGridLines = False
    setup = sheet.page_setup
    setup.orientation, setup.paperSize = "landscape", _A4
    setup.fitToWidth, setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = repeated
    sheet.print_area = f"A1:{last}{sheet.max_row}"
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = margins.bottom = _MARGIN
    footer = sheet.oddFooter.center if sheet.oddFooter is not None else None
    if footer is not None:
        footer.text, footer.size = "第&P页，共&N页", 9


def _identity(sheet: Worksheet, slip: Slip) -> None:
    """What the program has to know when the slip comes back."""
    told = {
        "格式": VERSION, "年度": str(slip.year), "单位": slip.office, "发给": slip.supplier,
    }  # fmt: skip
    for number, (name, text) in enumerate(told.items(), 1):
        _write(sheet.cell(number, 1), name)
        _write(sheet.cell(number, 2), text)
    sheet.sheet_state = "veryHidden"
