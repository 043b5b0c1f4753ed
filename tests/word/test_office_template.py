"""A template that an office made itself, in LibreOffice, and that our builder never saw."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from docx.oxml.ns import qn
from lxml import etree

from drafter.app.opening import open_case
from drafter.writers.blocks import Style, blocks
from drafter.writers.docx import docx_bytes, read_back
from drafter.writers.word.inspection import inspect_template
from tests.pages.measuring import DRAWN
from tests.tools import ROOT, audit_errors, sdk_errors, to_pdf
from tests.word import office_template as office

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.model.report import Report

TOLD_ANEW = ("docProps/", "word/document.xml", "word/header", "word/footer", "[Content_Types].xml")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return office.office_template(tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="module")
def report() -> Report:
    return open_case(ROOT / "examples" / "longcheng-2023" / "2023.yaml")[0].report


@pytest.fixture(scope="module")
def draft(template: Path, report: Report) -> Path:
    path = template.with_name("初稿.docx")
    path.write_bytes(docx_bytes(report, template))
    return path


def xml(path: Path, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(path) as package:
        return etree.fromstring(package.read(name))


def saying(root: etree._Element, tag: str, words: str) -> bytes:
    """The first element of a kind that says `words`, in canonical form."""
    found = (e for e in root.iter(qn(tag)) if words in "".join(e.itertext()))
    return bytes(etree.tostring(next(found), method="c14n"))


def test_the_whole_report_is_there_in_order_between_what_the_office_wrote(
    draft: Path, report: Report
) -> None:
    layout = [block.text for block in blocks(report) if block.style is not Style.BLANK]
    titles = sum(block.style is Style.TITLE for block in blocks(report))
    own = ["数据卡（截至2023年11月30日）", "政务服务办件", "26280件", "人民调解受理", "420宗"]
    assert [text for _, text in read_back(draft.read_bytes())] == [
        office.RED_HEAD,
        office.NUMBER,
        *layout[:titles],
        *own,
        *layout[titles:],
        *office.IMPRINT,
    ]


def test_headings_stand_in_the_offices_heading_styles(draft: Path) -> None:
    styles = {text: style for style, text in read_back(draft.read_bytes())}
    assert {style for text, style in styles.items() if text.startswith("二、")} == {"Heading 1"}
    assert styles[office.RED_HEAD] == "红头"


def test_what_the_office_put_in_stays_as_it_was(template: Path, draft: Path) -> None:
    before, after = xml(template), xml(draft)
    for words in (office.RED_HEAD, office.NUMBER, *office.IMPRINT):
        was = saying(before, "w:p", words)
        assert without_space(saying(after, "w:p", words)) == without_space(was)
    assert without_runs(after) == without_runs(before)
    footer = next(name for name in names(template) if name.startswith("word/footer"))
    assert without_space(canonical(draft, footer)) == without_space(canonical(template, footer))


def test_every_other_part_is_the_same(template: Path, draft: Path) -> None:
    kept = [n for n in names(template) if not n.startswith(TOLD_ANEW) and not n.endswith(".rels")]
    assert {"word/styles.xml", "word/settings.xml", "word/fontTable.xml"} <= set(kept)
    for name in kept:
        assert canonical(draft, name) == canonical(template, name), name


def test_the_header_has_the_title(draft: Path, report: Report) -> None:
    header = next(name for name in names(draft) if name.startswith("word/header"))
    assert "".join(xml(draft, header).itertext()).strip() == report.title.text


def test_the_validators_find_nothing_that_libreoffice_did_not_write(
    template: Path, draft: Path
) -> None:
    assert set(sdk_errors(draft)) <= set(sdk_errors(template))
    assert set(audit_errors(draft)) <= set(audit_errors(template))


@DRAWN
def test_it_becomes_a_pdf_that_begins_with_the_red_head(draft: Path, report: Report) -> None:
    pages = pypdfium2.PdfDocument(to_pdf(draft))
    first = pages[0].get_textpage().get_text_bounded().replace("\r\n", "").replace(" ", "")
    last = pages[len(pages) - 1].get_textpage().get_text_bounded().replace("\r\n", "")
    places = [first.find(words) for words in (office.RED_HEAD, office.NUMBER, "26280件")]
    assert -1 not in places
    assert places == sorted(places)
    assert report.title.text in first
    assert office.IMPRINT[0] in last
    assert 4 <= len(pages) <= 12


def test_what_differs_from_the_standard_is_told_and_nothing_is_refused(template: Path) -> None:
    figures = {"政务.办件": "政务服务业务", "调解.受理": "人民调解案件"}
    found = inspect_template(template, figures)
    assert [one.code for one in found.findings] == ["T211", "T214", "T215", "T218"]
    assert {one.severity.value for one in found.findings} == {"warning"}
    told = {one.code: one.message for one in found.findings}
    assert "主送机关" in told["T211"]
    assert told["T214"].startswith("页眉第1段：“{{ 标题 }}”")
    assert "“沿用上年”" in told["T215"]
    assert "每页21行、每行27字" in told["T218"]
    assert [one.story for one in found.asks] == ["正文", "页眉"]


def names(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as package:
        return package.namelist()


def canonical(path: Path, name: str) -> bytes:
    """A part in canonical form; what is no XML as it is."""
    with zipfile.ZipFile(path) as package:
        data = package.read(name)
    if not name.endswith(".xml"):
        return data
    out = BytesIO()
    parser = etree.XMLParser(remove_blank_text=True)
    etree.ElementTree(etree.fromstring(data, parser)).write_c14n(out)
    return out.getvalue()


def without_runs(root: etree._Element) -> bytes:
    """The table in canonical form, without the words in it."""
    table = etree.fromstring(saying(root, "w:tbl", "政务服务办件"))
    for run in tuple(table.iter(qn("w:r"))):
        run.getparent().remove(run)  # type: ignore[union-attr]
    return bytes(etree.tostring(table, method="c14n"))


def without_space(data: bytes) -> bytes:
    """XML but for the words that keep blanks, and for the hint for Chinese marks."""
    plain = data.replace(b' xml:space="preserve"', b"")
    return plain.replace(b'<w:rFonts w:hint="eastAsia"></w:rFonts>', b"")
