"""The figure sheet (核稿单) as a Word document to sign: A4 across, a table by chapters."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from drafter.model.figure_row import Doubt
from drafter.text.days import printed_day
from drafter.writers.figure_words import (
    NOT_APPLICABLE,
    asked,
    counts,
    cut_off,
    explained,
    grouped,
    supply_lines,
    value,
    where,
)
from drafter.writers.word.package import packed
from drafter.writers.word.tables import (
    add_field,
    describe,
    empty_document,
    fix_widths,
    keep_whole,
    repeat_as_head,
    say,
    set_faces,
    shade,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as Word
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    from drafter.model.figure_row import FigureRow, FigureSheet

#: Columns and their widths in twips; together they are as wide as the page between its margins.
_COLUMNS = {
    "序号": 760, "数据": 2700, "今年": 1500, "上年": 1350, "变化": 1450, "来源": 1800,
    "正文位置": 2560, "待核和说明": 2260, "核对": 760,
}  # fmt: skip
_CENTRED = ("序号", "核对")
_SHADED = ("数据", "今年", "待核和说明")
_GAP, _JUMP, _DOUBT, _HEAD, _GROUP = "FFE699", "F8CBAD", "FFF2CC", "D9E1F2", "EDEDED"
_BODY, _BOLD = "仿宋_GB2312", "黑体"
_ID_SIZE = 9
_TOGETHER = 3  # lines that stay with the signatures
_SIGNED = ("填报", "审核", "签发")
_DAY = "　　　　年　　月　　日"


def sheet_docx_bytes(sheet: FigureSheet) -> bytes:
    """The document; the same bytes at every call."""
    document = empty_document()
    _set_up(document, sheet)
    _line(document, f"{sheet.title}数据核稿单", _BOLD, 18).alignment = WD_ALIGN_PARAGRAPH.CENTER
    until = f"　数据截至{printed_day(sheet.as_of)}" if sheet.as_of else ""
    _line(document, f"{counts(sheet)}。{until}")
    _figures(document, sheet)
    _supplies(document, sheet)
    _signatures(document)
    return packed(document)


def _set_up(document: Word, sheet: FigureSheet) -> None:
    """Page, footer, fonts and properties."""
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(297), Mm(210)
    page.left_margin = page.right_margin = Mm(15)
    page.top_margin = page.bottom_margin = Mm(17)
    page.footer_distance = Mm(9)
    set_faces(document, "Times New Roman", _BODY)
    normal = document.styles["Normal"]
    normal.font.size = Pt(10.5)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    footer = page.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for words, field in (("第 ", "PAGE"), (" 页　共 ", "NUMPAGES"), (" 页", "")):
        say(footer, words)
        if field:
            add_field(footer, field)
    properties = document.core_properties
    properties.title = f"{sheet.title}数据核稿单"
    properties.author = properties.last_modified_by = sheet.office
    day = datetime.combine(sheet.dated or date(sheet.year, 12, 31), time())
    properties.created = properties.modified = day
    properties.language = "zh-CN"
    properties.comments = ""


def _figures(document: Word, sheet: FigureSheet) -> None:
    table = document.add_table(rows=1, cols=len(_COLUMNS), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    describe(table, "数据核稿单", "按章列出全部数据：今年、上年、变化、来源、正文位置和待核的事项")
    for cell, name in zip(table.rows[0].cells, _COLUMNS, strict=True):
        say(cell.paragraphs[0], name, _BOLD).alignment = WD_ALIGN_PARAGRAPH.CENTER
        shade(cell, _HEAD)
    repeat_as_head(table.rows[0])
    groups = grouped(sheet)
    idle = groups.pop(NOT_APPLICABLE, ())
    n = 0
    for heading, rows in groups.items():
        _group(table, f"{heading}　{len(rows)}项", leads=True)
        for row in rows:
            n += 1
            _row(table, n, row, sheet)
    if idle:
        names = "、".join(row.name for row in idle)
        _group(table, f"{NOT_APPLICABLE}　{len(idle)}项：{names}", leads=False)
    fix_widths(table, tuple(_COLUMNS.values()))


def _group(table: Table, text: str, *, leads: bool) -> None:
    """A row across the table; one that leads others stays on the page of the next row."""
    cells = table.add_row().cells  # type: ignore[no-untyped-call]
    merged = cells[0].merge(cells[-1])
    paragraph = say(merged.paragraphs[0], text, _BOLD if leads else "")
    paragraph.paragraph_format.keep_with_next = leads
    shade(merged, _GROUP)
    keep_whole(table.rows[-1])


def _row(table: Table, n: int, row: FigureRow, sheet: FigureSheet) -> None:
    fill = _fill(row)
    cells = table.add_row().cells  # type: ignore[no-untyped-call]
    for cell, (name, lines) in zip(cells, _texts(n, row, sheet).items(), strict=True):
        for at, line in enumerate(lines):
            paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
            say(paragraph, line, size=_ID_SIZE if name == "数据" and at else 0)
            if name in _CENTRED:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        if fill and name in _SHADED:
            shade(cell, fill)
    keep_whole(table.rows[-1])


def _texts(n: int, row: FigureRow, sheet: FigureSheet) -> dict[str, Sequence[str]]:
    """The paragraphs of each cell."""
    told = (asked(row), *explained(row))
    return {
        "序号": (str(n),),
        "数据": (row.name,) if row.name == row.id else (row.name, row.id),
        "今年": (value(row),),
        "上年": (row.prior,),
        "变化": (row.change,),
        "来源": tuple(filter(None, (row.source, cut_off(row, sheet)))),
        "正文位置": where(row.places, headings=True),
        "待核和说明": tuple(filter(None, told)),
        "核对": ("□",),
    }


def _fill(row: FigureRow) -> str:
    if row.missing:
        return _GAP
    if row.has(Doubt.JUMP):
        return _JUMP
    return _DOUBT if row.doubtful else ""


def _supplies(document: Word, sheet: FigureSheet) -> None:
    """Who has answered, and who still owes what."""
    lines = list(supply_lines([supply for supply in sheet.supplies if supply.supplier]))
    if sheet.words:
        lines.append(f"另有{sheet.words}处文字或日期待补充。")
    if lines:
        head = _line(document, "收集情况", _BOLD).paragraph_format
        head.space_before, head.keep_with_next = Pt(8), True
    for line in lines:
        # Names alone on the last page would sign nothing.
        _line(document, line).paragraph_format.keep_with_next = line in lines[-_TOGETHER:]


def _signatures(document: Word) -> None:
    """Room for three names and dates, all on one page with the line before."""
    _line(document, "").paragraph_format.keep_with_next = True
    table = document.add_table(rows=2, cols=len(_SIGNED))
    describe(table, "签字", "填报、审核、签发的人签字和日期")
    for cell, name in zip(table.rows[0].cells, _SIGNED, strict=True):
        paragraph = say(cell.paragraphs[0], f"{name}：", _BOLD)
        paragraph.paragraph_format.keep_with_next = True
    for cell in table.rows[1].cells:
        say(cell.paragraphs[0], _DAY)
    table.rows[0].height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
    table.rows[0].height = Mm(14)
    for row in table.rows:
        keep_whole(row)
    fix_widths(table, (sum(_COLUMNS.values()) // len(_SIGNED),) * len(_SIGNED))


def _line(document: Word, text: str, face: str = "", size: float = 0) -> Paragraph:
    return say(document.add_paragraph(), text, face, size)
