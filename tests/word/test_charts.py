"""The annex of charts in Word: valid, with its data, behind the sign-off."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pypdfium2
import pytest
from lxml import etree
from openpyxl import load_workbook

from drafter.app.draft import Format, draft
from drafter.app.pull import pull
from drafter.model.chart import Bar, Chart, Series
from drafter.model.finding import DrafterError
from drafter.model.quantity import Mark
from drafter.readers.documents import read_document
from drafter.text.old_outline import understand
from drafter.writers.docx import docx_bytes, read_back
from drafter.writers.word.charts import with_charts
from tests.making import HEAD, year_file
from tests.tools import (
    ROOT,
    TEMPLATE,
    audit_errors,
    need_libreoffice,
    sdk_errors,
    stand_in_fonts,
)
from tests.word import reports

if TYPE_CHECKING:
    from pathlib import Path

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
ANNEX = ROOT / "templates" / "word" / "附表.docx"


def bar(year: int, value: str, mark: Mark = Mark.EXACT) -> Bar:
    return Bar(year, Decimal(value), f"{value}件", mark)


ONE = Chart('收案<& "》', "件", (Series("甲", "收案", (bar(2021, "8"), bar(2023, "26280.5"))),))
TWO = Chart(
    "办案",
    "",
    (
        Series("甲", "甲类", (bar(2021, "8"), bar(2022, "0"), bar(2023, "9", Mark.OVER))),
        Series("乙", "乙类", (bar(2022, "5", Mark.NEAR), bar(2023, "6"))),
    ),
)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("charts") / "report.docx"
    path.write_bytes(docx_bytes(reports.full(), TEMPLATE, charts=(ONE, TWO)))
    return path


def test_both_validators_find_nothing_in_a_draft_with_charts(drawn: Path) -> None:
    assert sdk_errors(drawn) == []
    assert audit_errors(drawn) == []


def test_a_chart_and_the_workbook_in_it_hold_the_figures(drawn: Path) -> None:
    with ZipFile(drawn) as package:
        chart = etree.fromstring(package.read("word/charts/chart2.xml"))
        sheet = load_workbook(BytesIO(package.read("word/embeddings/chart2.xlsx"))).active
    assert sheet is not None
    assert [list(row) for row in sheet.values] == [
        ["年度", "甲类", "乙类"],
        ["2021年", 8, None],
        ["2022年", 0, 5],
        ["2023年", 9, 6],
    ]
    shown = [
        {
            point.get("idx"): point.findtext(f"{C}v")
            for point in series.iterfind(f".//{C}numCache/{C}pt")
        }
        for series in chart.iter(f"{C}ser")
    ]
    assert shown == [{"0": "8", "1": "0", "2": "9"}, {"1": "5", "2": "6"}]
    formats = [
        (str(at.get("val")), str(told.get("formatCode")))
        for label in chart.iter(f"{C}dLbl")
        for at, told in zip(label.iter(f"{C}idx"), label.iter(f"{C}numFmt"), strict=True)
    ]
    assert formats == [("2", 'General"余"'), ("1", '"近"General')]


def test_the_annex_is_announced_and_stands_behind_the_sign_off(drawn: Path) -> None:
    texts = [text for _, text in read_back(drawn.read_bytes())]
    plain = [text for _, text in read_back(docx_bytes(reports.full(), TEMPLATE))]
    at = texts.index("附件：主要数据图")
    assert texts[at - 1 : at + 2 : 2] == ["", ""]
    assert texts[at + 2] == reports.full().signatories[0]
    assert texts[:at] + texts[at + 2 : -4] == [*plain[: at - 1], "", *plain[at:]]
    assert texts[-4:] == ["附件", "主要数据图", "", ""]


def test_a_chart_is_told_to_those_who_have_it_read_to_them(drawn: Path) -> None:
    with ZipFile(drawn) as package:
        document = etree.fromstring(package.read("word/document.xml"))
    told = [e.get("descr") for e in document.iter() if etree.QName(e).localname == "docPr"]
    assert told[0] == '柱状图，收案<& "》。收案：2021年8件，2023年26280.5件。'
    assert len(told) == 2


def test_without_charts_a_draft_stays_as_it_is() -> None:
    assert docx_bytes(reports.full(), TEMPLATE, charts=()) == docx_bytes(reports.full(), TEMPLATE)


def test_the_same_charts_give_the_same_file(drawn: Path) -> None:
    assert docx_bytes(reports.full(), TEMPLATE, charts=(ONE, TWO)) == drawn.read_bytes()


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    """A year file of the second of two years that asks for two charts."""
    before = HEAD.replace("年度: 2023", "年度: 2022")
    year_file(
        tmp_path, "数据: {普法: {活动: 28场, 资料: 8000余份}}\n", head=before, name="2022.yaml"
    )
    text = (
        "上年: 2022.yaml\n数据: {普法: {活动: 36场, 资料: 1.2万份}}\n图表: [普法.活动, 普法.资料]\n"
    )
    return year_file(tmp_path, text)


@pytest.fixture
def printed(asked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same as a PDF."""
    need_libreoffice()
    monkeypatch.setenv("FONTCONFIG_FILE", str(stand_in_fonts(tmp_path)))
    path = draft(asked, to=Format.PDF).path
    assert path is not None
    return path


def test_a_pdf_shows_the_charts_with_their_labels(
    printed: Path,
) -> None:
    with pypdfium2.PdfDocument(printed) as document:
        last = document[len(document) - 1].get_textpage().get_text_range()
    words = "".join(last.split())
    assert words.startswith("附件主要数据图")
    for label in (
        "普法活动（场）",
        "28",
        "36",
        "8000余",
        "12000",
        "2022年",
        "2023年",
        "普法宣传资料（份）",
    ):
        assert label in words


def test_pull_takes_the_annex_for_no_edit(asked: Path) -> None:
    path = draft(asked).path
    assert path is not None
    pulled = pull(asked, path, write=False)
    assert not pulled.applied
    assert not pulled.unmatched


def test_behind_the_annex_of_a_template_charts_are_the_second_and_both_are_numbered(
    asked: Path, tmp_path: Path
) -> None:
    path = draft(asked, tmp_path / "report.docx", word=ANNEX).path
    assert path is not None
    texts = [text for _, text in read_back(path.read_bytes())]
    at = texts.index("附件：1.主要数据表")
    assert texts[at - 1 : at + 4] == [
        "",
        "附件：1.主要数据表",
        "2.主要数据图",
        "",
        "某街道办事处",
    ]
    assert texts.index("附件1") < texts.index("主要数据表") < texts.index("附件2")
    assert texts[-4:-2] == ["附件2", "主要数据图"]
    assert audit_errors(path) == []
    assert sdk_errors(path) == []
    pulled = pull(asked, path, write=False)
    assert (pulled.applied, pulled.unmatched) == ((), ())


def test_a_list_of_two_annexes_gets_a_third(tmp_path: Path) -> None:
    made = draft(year_file(tmp_path, "数据: {普法.活动: 3场}\n"), word=ANNEX).path
    assert made is not None
    twice = with_charts(with_charts(made.read_bytes(), (ONE,), "某街道办事处"), (ONE,), "")
    texts = [text for _, text in read_back(twice)]
    at = texts.index("附件：1.主要数据表")
    assert texts[at + 1 : at + 4] == ["2.主要数据图", "3.主要数据图", ""]
    assert [text for text in texts if text.startswith("附件") and len(text) == 3] == [
        "附件1",
        "附件2",
        "附件3",
    ]


def test_a_pdf_with_charts_is_read_back_as_the_report_alone(
    printed: Path,
) -> None:
    report = understand(read_document(printed))
    assert report.signatories == ("某街道办事处",)
    dropped = [one.text for one in report.dropped if one.reason in {"附件", "附件说明"}]
    assert dropped[:3] == ["附件：主要数据图", "附件", "主要数据图"]
    assert all("数据图" not in block.text for block in report.blocks)


def test_a_character_that_word_cannot_hold_is_refused_in_a_chart_too() -> None:
    odd = Chart("收\x0b案", "件", ONE.series)
    with pytest.raises(DrafterError) as problem:
        docx_bytes(reports.full(), TEMPLATE, charts=(odd,))
    assert problem.value.findings[0].code == "T201"


def test_a_chart_may_have_more_figures_than_the_alphabet_has_letters(tmp_path: Path) -> None:
    many = tuple(Series(f"甲{n}", f"第{n}类", ONE.series[0].bars) for n in range(30))
    path = tmp_path / "many.docx"
    path.write_bytes(docx_bytes(reports.full(), TEMPLATE, charts=(Chart("多", "件", many),)))
    assert audit_errors(path) == []
