"""The table of main figures at the end: its rows, its head, its pages."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import docx
import pdfplumber
import pytest
from docx.oxml.ns import qn

from drafter.app.opening import open_case
from drafter.model.report import Note, Piece, PieceKind, Report
from drafter.writers.blocks import blocks
from drafter.writers.docx import docx_bytes
from drafter.writers.word.figure_rows import figure_rows
from tests.tools import ROOT, audit_errors, sdk_errors, to_pdf
from tests.word import reports
from tests.word.words import paragraph_texts

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document

ANNEX = ROOT / "templates" / "word" / "附表.docx"
HEAD = ["指标", "单位", "2023年", "上年", "增减"]
AREA_ENDS = 262 / 25.4 * 72 + 1  # points from the upper edge, and the width of a rule
HUADU = ROOT / "examples" / "huadu-2023" / "2023.yaml"


def note(name: str, text: str, prior: str = "", change: str = "") -> Note:
    return Note(name, name, f"{name}多少？", text, "", prior, change, "", "", "")


def telling(*notes: Note, gap: bool = False) -> Report:
    """A report of one paragraph in which each figure is printed."""
    pieces = [
        reports.sentence(one.name, reports.figure(one.text, one.name), "。", line=1)
        for one in notes
    ]
    if gap:
        pieces.append(reports.sentence("收到", reports.missing(), "。"))
    report = reports.report(lead=(reports.paragraph(*pieces),), signatories=("云溪镇人民政府",))
    return replace(report, notes={one.name: one for one in notes})


def written(report: Report) -> Document:
    return docx.Document(BytesIO(docx_bytes(report, ANNEX)))


def rows(document: Document) -> list[list[str]]:
    (table,) = document.tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def names(count: int) -> list[str]:
    """Names of figures, each seventh of which takes two lines."""
    return [f"第{at}项事项{'的具体件数和处理情况' * (at % 7 == 0)}" for at in range(count)]


def many(count: int) -> Report:
    return telling(*(note(name, "105件", "100件", "增长5%") for name in names(count)))


def test_each_figure_with_a_value_is_one_row_in_the_order_of_the_text() -> None:
    figures = (
        note("复议申请", "786宗", "466宗", "增长68.67%"),
        note("宣传资料", "近1.5万份"),
        note("涉及金额", "1141.95万元", "900万元", "增长26.88%"),
        note("应诉率", "86%", "82%", "提高4个百分点"),
    )
    assert rows(written(telling(*figures, gap=True))) == [
        HEAD,
        ["复议申请", "宗", "786", "466", "增长68.67%"],
        ["宣传资料", "万份", "近1.5", "—", "—"],
        ["涉及金额", "万元", "1141.95", "900", "增长26.88%"],
        ["应诉率", "%", "86", "82", "提高4个百分点"],
    ]


def test_a_figure_printed_twice_is_one_row_and_a_figure_without_a_value_none() -> None:
    report = telling(note("办件", "5件"), note("败诉", "无"))
    again = Piece(PieceKind.COMPUTED, "增长25%", ("办件",), slot="{{办件 | 同比}}")
    more = reports.paragraph(reports.sentence("办件", again, "。"))
    report = replace(report, lead=(*report.lead, more))
    assert [row["名"] for row in figure_rows(blocks(report), report.notes)] == ["办件"]


@pytest.mark.parametrize(
    ("now", "prior", "row"),
    [
        pytest.param("2.63万件", "9800件", ("件", "2.63万", "9800"), id="只有一年带万"),
        pytest.param("5场", "5次", ("", "5场", "5次"), id="单位不同"),
        pytest.param("200人左右", "", ("人", "200左右", ""), id="单位不在末尾"),
        pytest.param("三年", "二十余年", ("年", "3", "20余"), id="汉字数字"),
        pytest.param("12", "11", ("", "12", "11"), id="没有单位"),
        pytest.param("三位一体", "11", ("", "三位一体", "11"), id="不是数"),
    ],
)
def test_a_unit_stands_in_its_own_column_where_both_years_share_it(
    now: str, prior: str, row: tuple[str, str, str]
) -> None:
    report = telling(note("某项", now, prior))
    (found,) = figure_rows(blocks(report), report.notes)
    assert (found["单位"], found["今年"], found["上年"]) == row


def test_without_last_year_there_are_no_columns_for_it() -> None:
    assert rows(written(telling(note("办件", "5件")))) == [
        ["指标", "单位", "2023年"],
        ["办件", "件", "5"],
    ]


def test_a_report_without_figures_has_no_annex_and_does_not_announce_one() -> None:
    document = written(reports.one("文"))
    assert document.tables == []
    assert not [text for text in paragraph_texts(document) if "附件" in text]


def test_the_annex_is_announced_between_text_and_sign_off_and_stays_with_them() -> None:
    document = written(telling(note("办件", "5件")))
    texts = paragraph_texts(document)
    at = texts.index("附件：主要数据表")
    assert (texts[at - 2], texts[at - 1], texts[at + 1]) == ("办件5件。", "", "")
    assert texts[at + 2] == "云溪镇人民政府"
    kept = [p.paragraph_format.keep_with_next for p in document.paragraphs[at - 2 : at + 2]]
    assert kept == [True] * 4


def test_the_announcement_stays_with_the_text_where_nobody_signs() -> None:
    document = written(replace(telling(note("办件", "5件")), signatories=()))
    at = paragraph_texts(document).index("附件：主要数据表")
    kept = [p.paragraph_format.keep_with_next for p in document.paragraphs[at - 2 : at + 1]]
    assert kept == [True, True, None]


def test_every_figure_of_an_example_with_last_year_stands_in_the_table() -> None:
    report = open_case(HUADU)[0].report
    printed = figure_rows(blocks(report), report.notes)
    document = written(report)
    assert [row[0] for row in rows(document)[1:]] == [row["名"] for row in printed]
    assert len(printed) > 10
    assert any(row["增减"] for row in printed)


def test_the_table_is_marked_for_those_who_have_it_read_to_them() -> None:
    document = written(many(3))
    (table,) = document.element.iter(qn("w:tbl"))
    properties = table.tblPr
    assert properties.find(qn("w:tblCaption")).get(qn("w:val")) == "主要数据表"
    assert "每项一行" in properties.find(qn("w:tblDescription")).get(qn("w:val"))
    assert properties.find(qn("w:tblLook")).get(qn("w:firstRow")) == "1"
    head, *others = table.tr_lst
    assert head.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    assert not [
        row for row in others if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    ]
    assert all(
        row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in (head, *others)
    )


#: Rows that leave room on the annex's first page, fill it, go over it, and go on.
@pytest.fixture(scope="module", params=[1, 18, 19, 80])
def count(request: pytest.FixtureRequest) -> int:
    number: int = request.param
    return number


@pytest.fixture(scope="module")
def drafted(count: int, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("annex") / "report.docx"
    path.write_bytes(docx_bytes(many(count), ANNEX))
    return path


@pytest.fixture(scope="module")
def pages(drafted: Path) -> list[list[list[str]]]:
    """The rows of the table on each page from the annex on."""
    with pdfplumber.open(to_pdf(drafted)) as pdf:
        first = next(at for at, p in enumerate(pdf.pages) if p.extract_text().startswith("附件\n"))
        annex = [page.extract_table() or [] for page in pdf.pages[first:]]
        ends = [table.bbox[3] for page in pdf.pages for table in page.find_tables()]
    assert max(ends) <= AREA_ENDS
    return [[[re.sub(r"\s", "", cell or "") for cell in row] for row in rows] for rows in annex]


def test_each_page_of_the_annex_begins_the_table_with_its_head(
    pages: list[list[list[str]]],
) -> None:
    assert [rows[:1] for rows in pages] == [[HEAD]] * len(pages)
    assert all(len(rows) > 1 for rows in pages)


def test_no_row_is_lost_or_divided_between_two_pages(
    pages: list[list[list[str]]], count: int
) -> None:
    assert [row[0] for rows in pages for row in rows[1:]] == names(count)
    assert len(pages) == (4 if count == 80 else 1 + (count > 18))


def test_both_validators_find_nothing_in_a_draft_with_an_annex(drafted: Path) -> None:
    assert sdk_errors(drafted) == []
    assert audit_errors(drafted) == []
