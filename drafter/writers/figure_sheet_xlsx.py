"""The figure sheet (核稿单) as an Excel workbook."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from math import ceil
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from drafter.model.figure_row import Doubt
from drafter.text.days import printed_day
from drafter.text.widths import columns
from drafter.writers.figure_words import asked, counts, explained, grouped, value, where
from drafter.writers.workbook import workbook_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from drafter.model.figure_row import FigureRow, FigureSheet

#: What stands in a cell.
_Content = str | int | Decimal | date

#: Columns and their widths in characters.
_COLUMNS = {
    "序号": 5, "章": 16, "编号": 17, "数据": 20, "今年": 13, "数值": 11, "单位": 7, "上年": 11,
    "变化": 13, "来源": 15, "截至": 12, "正文位置": 24, "待核": 18, "说明": 22, "核对": 6,
}  # fmt: skip
_SUPPLY_COLUMNS = {
    "提供单位": 30,
    "已报": 8,
    "其中写明来源": 14,
    "截至": 13,
    "还欠": 8,
    "欠的数据": 60,
}
#: Kept on one line and cut off: chapters are long, and rows must stay low.
_ONE_LINE = ("章",)
#: The cells of a figure that are shaded when there is something about it.
_SHADED = ("数据", "今年", "待核", "提供单位", "还欠")
_LINE_HEIGHT = 14.5  # points
_TITLE_ROW, _HEAD_ROW = 1, 3
_GAP, _JUMP, _DOUBT, _HEAD = "FFE699", "F8CBAD", "FFF2CC", "D9E1F2"
#: Digits that a spreadsheet keeps; a longer number stays text.
_DIGITS = 15
#: What a spreadsheet would take for the start of a formula when the cell is edited.
_FORMULA = ("=", "+", "-", "@")
_THIN = Side(style="thin", color="808080")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


def xlsx_bytes(sheet: FigureSheet) -> bytes:
    """The workbook: the figures, and how far each supplier is; the same bytes at every call."""
    book = Workbook()
    day = datetime.combine(sheet.dated or date(sheet.year, 12, 31), time())
    book.properties.creator = book.properties.lastModifiedBy = sheet.office
    book.properties.title = f"{sheet.title}数据核稿单"
    book.properties.created = book.properties.modified = day
    book.properties.language = "zh-CN"
    page = book.worksheets[0]
    page.title = "数据核稿单"
    _figures(page, sheet)
    _supplies(book.create_sheet("收集情况"), sheet)
    return workbook_bytes(book)


def _figures(page: Worksheet, sheet: FigureSheet) -> None:
    until = f"　数据截至{printed_day(sheet.as_of)}" if sheet.as_of else ""
    _begin(page, f"{sheet.title}数据核稿单", f"{counts(sheet)}{until}", _COLUMNS)
    at = _HEAD_ROW
    for chapter, rows in grouped(sheet).items():
        for row in rows:
            at += 1
            cells = _cells(at - _HEAD_ROW, chapter, row)
            _line(page, at, dict(zip(_COLUMNS, cells, strict=True)), _fill(row))
    page.auto_filter.ref = f"A{_HEAD_ROW}:{get_column_letter(len(_COLUMNS))}{at}"
    names = list(_COLUMNS)
    page.freeze_panes = page.cell(_HEAD_ROW + 1, names.index("今年") + 1).coordinate


def _cells(n: int, chapter: str, row: FigureRow) -> tuple[_Content, ...]:
    """The texts and numbers of a row, in the order of `_COLUMNS`."""
    return (
        n,
        chapter,
        row.id,
        row.name,
        value(row),
        _number(row),
        row.quantity.unit if row.quantity else "",
        row.prior,
        row.change,
        row.source,
        row.as_of or "",
        "\n".join(where(row.places, headings=True)),
        asked(row),
        "\n".join(explained(row)),
        "□",
    )


def _number(row: FigureRow) -> Decimal | str:
    """The value in its base unit, for sums; text where a spreadsheet would round it."""
    if row.quantity is None:
        return ""
    number = row.quantity.value
    digits = len(number.normalize().as_tuple().digits)
    return number if digits <= _DIGITS and abs(number.adjusted()) < _DIGITS else f"{number:f}"


def _fill(row: FigureRow) -> str:
    if row.missing:
        return _GAP
    if row.has(Doubt.JUMP):
        return _JUMP
    return _DOUBT if row.doubtful else ""


def _supplies(page: Worksheet, sheet: FigureSheet) -> None:
    remark = "问卷没有写来源的，按指标通常的提供单位算；“截至”只看写明来源的数据"
    _begin(page, "数据收集情况", remark, _SUPPLY_COLUMNS)
    ordered = sorted(sheet.supplies, key=lambda supply: not supply.owed)
    for at, supply in enumerate(ordered, _HEAD_ROW + 1):
        cells = (
            supply.supplier or "（自己填写、没有写明来源）",
            len(supply.answered),
            supply.named,
            supply.as_of or "",
            len(supply.owed),
            "\n".join(supply.owed),
        )
        named = dict(zip(_SUPPLY_COLUMNS, cells, strict=True))
        _line(page, at, named, _GAP if supply.owed else "")


def _begin(page: Worksheet, title: str, remark: str, heads: dict[str, int]) -> None:
    """Title, remark, heads of the columns, and how it is printed: A4 across, one page wide."""
    _text(page.cell(_TITLE_ROW, 1), title).font = Font(name="黑体", size=16)
    _text(page.cell(_TITLE_ROW + 1, 1), remark).font = Font(name="宋体", size=10.5)
    for at, (name, width) in enumerate(heads.items(), 1):
        cell = _text(page.cell(_HEAD_ROW, at), name)
        cell.font = Font(name="黑体", size=10.5)
        cell.fill = PatternFill("solid", fgColor=_HEAD)
        cell.border = _BOX
        cell.alignment = Alignment(horizontal="center", vertical="center")
        page.column_dimensions[get_column_letter(at)].width = width
    page.freeze_panes = page.cell(_HEAD_ROW + 1, 1).coordinate
    page.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 9  # A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = page.page_margins
    margins.left = margins.right = 0.4  # inches
    margins.top = margins.bottom = 0.7
    page.oddFooter.center.text = "第 &P 页 共 &N 页"  # type: ignore[union-attr]


def _line(page: Worksheet, at: int, cells: Mapping[str, _Content], fill: str) -> None:
    """A row, its cells by their columns; high enough for the longest one.

    Spreadsheets do not see to the height of a row that a program wrote.
    """
    lines = 1
    for column, (name, content) in enumerate(cells.items(), 1):
        cell = page.cell(at, column)
        wraps = name not in _ONE_LINE
        if isinstance(content, str):
            _text(cell, content)
            room = int(page.column_dimensions[get_column_letter(column)].width) - 1
            lines = max(lines, _lines(content, room) if wraps else 1)
        else:
            cell.value = content
        if isinstance(content, date):
            cell.number_format = "yyyy-mm-dd"
        cell.font = Font(name="宋体", size=10.5)
        cell.border = _BOX
        cell.alignment = Alignment(vertical="center", wrap_text=wraps)
        if fill and name in _SHADED:
            cell.fill = PatternFill("solid", fgColor=fill)
    page.row_dimensions[at].height = lines * _LINE_HEIGHT + 3


def _lines(text: str, room: int) -> int:
    return sum(max(1, ceil(columns(part) / room)) for part in text.split("\n"))


def _text(cell: Cell | MergedCell, text: str) -> Cell | MergedCell:
    """Words as words: what begins like a formula stays text, when it is edited as well."""
    if text:
        cell.value = text
        cell.data_type = "s"
        if text.startswith(_FORMULA):
            cell.quotePrefix = True
    return cell
