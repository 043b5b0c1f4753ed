"""What the finished file says of itself, and what Word shows beside the page."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import docx
import pytest
from docx.oxml.ns import qn

from drafter.app.word_templates import word_template_names
from drafter.writers.docx import docx_bytes
from drafter.writers.word.package import zipped
from tests.tools import ROOT, TEMPLATE, audit_errors, sdk_errors
from tests.word import reports

if TYPE_CHECKING:
    from pathlib import Path

    from docx.text.paragraph import Paragraph

FOLDER = ROOT / "templates" / "word"
APP = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
OURS = b"<Application>drafter</Application>"
WORDS = b"<Application>Microsoft Office Word</Application><Pages>9</Pages><Company>K</Company>"

each = pytest.mark.parametrize("name", word_template_names())


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def app(data: bytes) -> dict[str, str]:
    root = ET.fromstring(parts(data)["docProps/app.xml"])  # noqa: S314 - our own file
    return {child.tag.removeprefix(APP): child.text or "" for child in root}


@each
def test_the_properties_tell_title_office_year_and_language(name: str) -> None:
    data = docx_bytes(reports.full(), FOLDER / f"{name}.docx")
    properties = docx.Document(BytesIO(data)).core_properties
    assert properties.title == reports.full().title.text
    assert properties.subject == "法治政府建设年度报告"
    assert properties.category == "报告"
    assert properties.keywords == f"2023年度; {reports.OFFICES[0]}"
    assert properties.author == properties.last_modified_by == reports.OFFICES[0]
    assert properties.language == "zh-CN"
    assert app(data) == {"Application": "drafter", "Company": reports.OFFICES[0]}


def test_without_an_office_none_is_named() -> None:
    data = docx_bytes(reports.one("文"), TEMPLATE)
    properties = docx.Document(BytesIO(data)).core_properties
    assert (properties.author, properties.keywords) == ("", "2023年度")
    assert app(data) == {"Application": "drafter"}


def test_an_office_with_marks_of_xml_in_its_name_is_named_right() -> None:
    data = docx_bytes(reports.full(signatories=("甲&<乙>",)), TEMPLATE)
    assert app(data)["Company"] == "甲&<乙>"


def test_nothing_that_the_template_says_of_itself_is_left(tmp_path: Path) -> None:
    document = docx.Document(str(TEMPLATE))
    document.core_properties.comments = "去年的"
    document.core_properties.content_status = "终稿"
    document.core_properties.version = "3"
    path = tmp_path / "模板.docx"
    document.save(str(path))
    contents = parts(path.read_bytes())
    assert OURS in contents["docProps/app.xml"]
    contents["docProps/app.xml"] = contents["docProps/app.xml"].replace(OURS, WORDS)
    path.write_bytes(zipped(contents))
    data = docx_bytes(reports.one("文"), path)
    properties = docx.Document(BytesIO(data)).core_properties
    assert (properties.comments, properties.content_status, properties.version) == ("", "", "")
    assert app(data) == {"Application": "drafter"}


def test_a_template_without_program_properties_gets_them(tmp_path: Path) -> None:
    contents = parts(TEMPLATE.read_bytes())
    del contents["docProps/app.xml"]
    relations = ET.fromstring(contents["_rels/.rels"])  # noqa: S314 - our own file
    for relation in tuple(relations):
        if relation.get("Target") == "docProps/app.xml":
            relations.remove(relation)
    contents["_rels/.rels"] = ET.tostring(relations)
    contents["[Content_Types].xml"] = contents["[Content_Types].xml"].replace(
        b'PartName="/docProps/app.xml"', b'PartName="/docProps/none.xml"'
    )
    path, result = tmp_path / "模板.docx", tmp_path / "report.docx"
    path.write_bytes(zipped(contents))
    result.write_bytes(docx_bytes(reports.full(), path))
    assert app(result.read_bytes())["Company"] == reports.OFFICES[0]
    assert (sdk_errors(result), audit_errors(result)) == ([], [])


@each
def test_the_text_is_chinese_and_its_headings_are_in_the_navigation_pane(name: str) -> None:
    data = docx_bytes(reports.full(), FOLDER / f"{name}.docx")
    document = docx.Document(BytesIO(data))
    defaults = document.styles.element.find(qn("w:docDefaults"))
    assert [lang.get(qn("w:eastAsia")) for lang in defaults.iter(qn("w:lang"))] == ["zh-CN"]
    assert {level(paragraph) for paragraph in document.paragraphs} >= {"0", "1", "2", "3", ""}
    run_in = [p for p in document.paragraphs if p.text.startswith("（一）") and "。" in p.text]
    assert [level(paragraph) for paragraph in run_in] == [""] * len(run_in)
    assert run_in


def level(paragraph: Paragraph) -> str:
    """Outline level of a paragraph's style, 0 for the highest; empty for plain text."""
    assert paragraph.style is not None
    found = next(paragraph.style.element.iter(qn("w:outlineLvl")), None)
    return "" if found is None else str(found.get(qn("w:val")))


@each
def test_two_runs_are_the_same_bytes(name: str) -> None:
    path = FOLDER / f"{name}.docx"
    report = reports.full(dated=None)
    assert docx_bytes(report, path) == docx_bytes(report, path)
    assert docx_bytes(reports.full(), path, clean=True) == docx_bytes(
        reports.full(), path, clean=True
    )
