"""The template with a table of the report's figures as an attachment (附表)."""

from __future__ import annotations

from tools.word_templates.report import addressees, body, sign_off, title
from tools.word_templates.wml import GRID, MARK, NORMAL, mark, note, paragraph, run

# Style ids of tools/word/styles_annex.xml.
STATEMENT, HEAD, HEAD_TITLE = "b1", "b2", "b3"
COLUMN_HEAD, WORDS, CENTRED, NUMBER, END = "b4", "b5", "b6", "b7", "b8"

NAME = "主要数据表"

# Width in twips, column head, contents and their style; together as wide as 28 characters.
Columns = tuple[tuple[int, str, str, str], ...]
_TWO_YEARS: Columns = (
    (3060, "指标", "{{ 项.名 }}", WORDS),
    (880, "单位", "{{ 项.单位 }}", CENTRED),
    (1300, "{{ 年度 }}年", "{{ 项.今年 }}", NUMBER),
    (1300, "上年", "{% if 项.上年 %}{{ 项.上年 }}{% else %}—{% endif %}", NUMBER),
    (2304, "增减", "{% if 项.增减 %}{{ 项.增减 }}{% else %}—{% endif %}", CENTRED),
)
_ONE_YEAR: Columns = (
    (5364, "指标", "{{ 项.名 }}", WORDS),
    (1180, "单位", "{{ 项.单位 }}", CENTRED),
    (2300, "{{ 年度 }}年", "{{ 项.今年 }}", NUMBER),
)


def with_annex() -> list[str]:
    """The whole text."""
    return [*title(), *addressees(), *body(), *statement(), *sign_off(), *annex()]


def statement() -> list[str]:
    """附件：name, one blank line below the text (GB/T 9704-2012, 7.3.4)."""
    return [
        note("附件说明：正文里没有印数据的，附件和附件说明都不印"),
        mark("if 数据表"),
        paragraph(NORMAL),
        paragraph(STATEMENT, run(f"附件：{NAME}")),
        mark("endif"),
    ]


def annex() -> list[str]:
    """The attachment on its own pages: mark, blank line, title, table (7.3.7)."""
    return [
        note("附件：另面开始；正文里印了的数据每项一行，表头每页重复，一行不会分到两页"),
        mark("if 数据表"),
        paragraph(HEAD, run("附件")),
        paragraph(NORMAL),
        paragraph(HEAD_TITLE, run(NAME)),
        paragraph(NORMAL),
        note("问卷的“上年”没有指到去年问卷的，不印上年、增减两栏"),
        mark("if 有上年数"),
        table(_TWO_YEARS, "报告中各项数据的单位、今年数、上年数和增减，每项一行"),
        mark("else"),
        table(_ONE_YEAR, "报告中各项数据的单位和今年数，每项一行"),
        mark("endif"),
        paragraph(END),
        mark("endif"),
    ]


def table(columns: Columns, description: str) -> str:
    """The table: a head that is repeated on each page, one row for each figure.

    Args:
        columns: of the table.
        description: what is in it, for those who have it read to them.
    """
    widths = "".join(f'<w:gridCol w:w="{width}"/>' for width, *_ in columns)
    total = sum(width for width, *_ in columns)
    heads = "".join(cell(width, COLUMN_HEAD, head) for width, head, *_ in columns)
    cells = "".join(cell(width, style, text) for width, _, text, style in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{GRID}"/><w:tblW w:w="{total}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="80" w:type="dxa"/>'
        '<w:right w:w="80" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        ' w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{NAME}"/>'
        f'<w:tblDescription w:val="{description}"/></w:tblPr>'
        f"<w:tblGrid>{widths}</w:tblGrid>"
        + row(heads, head=True)
        + marked("for 项 in 数据表", columns)
        + row(cells)
        + marked("endfor", columns)
        + "</w:tbl>"
    )


def row(cells: str, *, head: bool = False) -> str:
    """A row that stays on one page; as `head` it is repeated on each page."""
    repeated = "<w:tblHeader/>" if head else ""
    properties = f'<w:trPr><w:cantSplit/><w:trHeight w:val="480"/>{repeated}</w:trPr>'
    return f"<w:tr>{properties}{cells}</w:tr>"


def cell(width: int, style: str, text: str, columns: int = 1) -> str:
    """A cell with one paragraph."""
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{span}<w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(style, run(text))}</w:tc>"


def marked(statement: str, columns: Columns) -> str:
    """A statement that takes its row away."""
    total = sum(width for width, *_ in columns)
    return row(cell(total, MARK, f"{{%tr {statement} %}}", len(columns)))
