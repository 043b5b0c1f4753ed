"""The Word file: its text, styles, gaps, properties, and what Word needs besides."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from drafter.model.finding import DrafterError
from drafter.writers.blocks import Style, blocks
from drafter.writers.docx import docx_bytes, read_back
from drafter.writers.word import readback
from drafter.writers.word.package import zipped
from tests.tools import TEMPLATE, audit_errors, sdk_errors
from tests.word import reports
from tests.word.templates import EVERYTHING, template
from tests.word.words import all_runs, paragraph_texts

if TYPE_CHECKING:
    from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STORIES = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
AMBIGUOUS = frozenset("“”‘’—…×·")

STANDARD = TEMPLATE.read_bytes()
PACKAGE = b"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
LIBREOFFICE = (
    b"http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties"
)

WORD_STYLES = {
    Style.TITLE: "Title",
    Style.ADDRESSEE: "主送机关",
    Style.BODY: "Body Text",
    Style.HEADING1: "heading 1",
    Style.HEADING2: "heading 2",
    Style.HEADING3: "heading 3",
    Style.HEADING4: "heading 4",
    Style.RUN_IN: "Body Text",
    Style.SIGNATORY: "落款",
    Style.DATE: "成文日期",
    Style.BLANK: "Normal",
}


@pytest.fixture(scope="module")
def data() -> bytes:
    return docx_bytes(reports.full(dated=None), TEMPLATE)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def stories(data: bytes) -> dict[str, ET.Element]:
    return {
        name: ET.fromstring(content)  # noqa: S314 - our own file
        for name, content in parts(data).items()
        if STORIES.fullmatch(name)
    }


def test_every_block_stands_in_its_style_and_nothing_else(data: bytes) -> None:
    layout = blocks(reports.full(dated=None))
    assert read_back(data) == tuple((WORD_STYLES[b.style], b.text) for b in layout)


def test_both_validators_find_nothing(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(data)
    assert audit_errors(path) == []
    assert sdk_errors(path) == []


def test_every_field_is_closed(data: bytes) -> None:
    for name, root in stories(data).items():
        kinds = Counter(char.get(f"{W}fldCharType") for char in root.iter(f"{W}fldChar"))
        assert len(set(kinds.values())) <= 1, name
        if "footer" in name:
            assert kinds == {"begin": 1, "separate": 1, "end": 1}


def test_every_run_with_an_ambiguous_mark_has_the_chinese_hint(data: bytes, tmp_path: Path) -> None:
    assert hinted(data) >= 20
    without = template(tmp_path, *EVERYTHING, "甲“乙”", header="丙——丁")
    assert hinted(docx_bytes(reports.full(), without)) >= 20


def hinted(data: bytes) -> int:
    seen = 0
    for root in stories(data).values():
        for run in root.iter(f"{W}r"):
            text = "".join(t.text or "" for t in run.iter(f"{W}t"))
            if AMBIGUOUS & set(text):
                seen += 1
                fonts = run.find(f"{W}rPr/{W}rFonts")
                assert fonts is not None, text
                assert fonts.get(f"{W}hint") == "eastAsia", text
    return seen


def test_no_theme_font_and_no_part_that_nobody_wants(data: bytes) -> None:
    theme = re.compile(rb"asciiTheme|hAnsiTheme|eastAsiaTheme|cstheme")
    assert [name for name, content in parts(data).items() if theme.search(content)] == []
    assert not [n for n in parts(data) if re.search("stylesWithEffects|thumbnail|customXml", n)]


def test_run_in_headings_are_in_their_own_face(data: bytes) -> None:
    document = docx.Document(BytesIO(data))
    faces = {
        paragraph.runs[0].style.name
        for paragraph in document.paragraphs
        if re.match("（[一二三四]）.*。|四、", paragraph.text)
        and paragraph.style is not None
        and paragraph.style.name == "Body Text"
    }
    assert faces == {"一级标题字", "二级标题字"}


def test_each_piece_is_a_run_of_its_own(data: bytes) -> None:
    document = docx.Document(BytesIO(data))
    runs = all_runs(document)
    texts = [run.text for run in runs]
    assert "26280件" in texts
    assert "35.04%" in texts
    comments = [run for run in runs if run.style.name == "annotation reference"]
    assert texts.count("") == len(comments) == 2


def test_gap_is_styled_and_its_comment_says_who_owes_what(data: bytes) -> None:
    document = docx.Document(BytesIO(data))
    marked = [run.text for run in all_runs(document) if run.style.name == "待补充"]
    assert marked == ["【待补充：收到复议申请件数】", "【待补充：成文日期】"]
    first, second = document.comments
    assert first.text == (
        "问题：今年收到多少件复议申请？\n单位：件、宗\n由谁提供：区司法局\n上年数：786宗"
    )
    assert second.text == "问题：哪一天成文？"
    assert {(c.author, c.initials, c.timestamp) for c in (first, second)} == {
        ("drafter", "草", None)
    }


def test_gap_is_marked_in_a_template_without_pieces_too(tmp_path: Path) -> None:
    path = template(tmp_path, *EVERYTHING)
    document = docx.Document(BytesIO(docx_bytes(reports.full(dated=None), path)))
    marked = [run.text for run in all_runs(document) if run.style.name == "待补充"]
    assert marked == ["【待补充：收到复议申请件数】", "【待补充：成文日期】"]
    assert len(document.comments) == 2


def test_without_gaps_nothing_is_marked() -> None:
    data = docx_bytes(reports.full(dated=None), TEMPLATE, gaps=False)
    assert "待补充" not in "".join(text for _, text in read_back(data))
    assert "word/comments.xml" not in parts(data)


def test_two_runs_are_the_same_bytes() -> None:
    report = reports.full(dated=None)
    assert docx_bytes(report, TEMPLATE) == docx_bytes(report, TEMPLATE)


def test_properties_tell_what_the_document_is() -> None:
    properties = docx.Document(BytesIO(docx_bytes(reports.full(), TEMPLATE))).core_properties
    assert properties.title == reports.full().title.text
    assert properties.author == properties.last_modified_by == reports.OFFICES[0]
    assert properties.language == "zh-CN"
    assert properties.comments == ""
    assert str(properties.created) == str(properties.modified) == "2023-12-06 00:00:00+00:00"


def test_character_that_word_cannot_hold_is_refused_with_its_place() -> None:
    bad = reports.report(
        reports.section(
            1, "一、", "主要工作", reports.paragraph(reports.sentence("甲\x0b乙", line=7))
        )
    )
    with pytest.raises(DrafterError) as caught:
        docx_bytes(bad, TEMPLATE)
    (finding,) = caught.value.findings
    assert finding.code == "T201"
    assert str(finding.spot) == "2023.yaml:7"
    assert finding.section == "主要工作"
    assert finding.message == "“甲□乙”里有印不出来的字符（换行，U+000B，在□处）"


@pytest.mark.parametrize("code", [0, 7, 9, 10, 12, 13, 0xD800, 0xFFFE, 0xFFFF])
def test_each_unprintable_character_is_refused(code: int) -> None:
    with pytest.raises(DrafterError) as caught:
        docx_bytes(reports.one(f"甲{chr(code)}"), TEMPLATE)
    assert [finding.code for finding in caught.value.findings] == ["T201"]


def test_template_that_leaves_something_out_is_refused(tmp_path: Path) -> None:
    path = template(tmp_path, *EVERYTHING[:9])
    with pytest.raises(DrafterError) as caught:
        docx_bytes(reports.full(), path)
    (finding,) = caught.value.findings
    assert finding.code == "T902"
    assert finding.message == f"模板没有印出这一段（落款），或者次序不对：“{reports.OFFICES[0]}”"


def test_paragraph_that_came_out_different_is_named(data: bytes, tmp_path: Path) -> None:
    texts = [text for _, text in read_back(data)]
    footers = ["— 1 —"], ["— 1 —"]
    files = ("word/document.xml", "word/footer1.xml", "word/footer2.xml")
    places = tuple(zip(("正文", "页脚", "页脚"), files, strict=True))
    readback.verify(data, places, (texts, *footers), tmp_path)
    texts[4] = "别的"
    with pytest.raises(DrafterError) as caught:
        readback.verify(data, places, (texts, *footers), tmp_path)
    (finding,) = caught.value.findings
    assert finding.code == "T901"
    assert "正文第5段写成了“2023年，我镇" in finding.message


def test_text_of_the_template_itself_survives(tmp_path: Path) -> None:
    path = template(
        tmp_path,
        *EVERYTHING,
        "R&D、<甲>、5%<6%、“乙”",
        ("{{ 年", "度 ", "}}年{%r i", "f 年度 %}有{%r else %}无{%", "r endif %}"),
        "{% for 行 in 标题行 %}{{ 行 }}{{ '、&' }}{% endfor %}",
        header="R&D {{ 标题 }}",
        rows=(("{{ 年度 }}", "R&D"),),
    )
    data = docx_bytes(reports.report(title="甲&乙<丙>{{ 丁 }}"), path)
    document = docx.Document(BytesIO(data))
    assert paragraph_texts(document) == [
        "甲&乙<丙>{{ 丁 }}",
        "R&D、<甲>、5%<6%、“乙”",
        "2023年有",
        "甲&乙<丙>{{ 丁 }}、&",
    ]
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["2023", "R&D"]
    assert document.sections[0].header.paragraphs[0].text == "R&D 甲&乙<丙>{{ 丁 }}"


def test_formatting_around_run_tags_survives(tmp_path: Path) -> None:
    path = template(tmp_path, *EVERYTHING, "甲{%r if 年度 %}乙{%r endif %}丙")
    document = docx.Document(BytesIO(docx_bytes(reports.one("文"), path)))
    (last,) = document.paragraphs[-1:]
    assert [(run.text, run.bold) for run in last.runs] == [("甲", True), ("乙", True), ("丙", True)]


def test_rows_of_a_table_can_be_repeated(tmp_path: Path) -> None:
    rows = (("{%tr for 行 in 标题行 %}", ""), ("{{ 行 }}", "乙"), ("{%tr endfor %}", ""))
    path = template(tmp_path, *EVERYTHING, rows=rows)
    document = docx.Document(BytesIO(docx_bytes(reports.one("文"), path)))
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["云溪镇2023年法治政府建设年度报告", "乙"]
    ]


def test_place_that_the_template_gives_the_sign_off_is_kept(tmp_path: Path) -> None:
    path = template(tmp_path, *EVERYTHING)
    document = docx.Document(str(path))
    document.paragraphs[10].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.save(str(path))
    written = docx.Document(BytesIO(docx_bytes(reports.full(), path)))
    first, second, date = written.paragraphs[-3:]
    assert (first.alignment, second.alignment, date.alignment) == (2, 2, 1)


def test_sign_off_stays_with_the_text_above_it(data: bytes) -> None:
    paragraphs = docx.Document(BytesIO(data)).paragraphs[-5:]
    assert [p.paragraph_format.keep_with_next for p in paragraphs] == [True] * 4 + [None]


def test_template_saved_by_libreoffice_keeps_one_set_of_properties(tmp_path: Path) -> None:
    saved = {
        name: content.replace(PACKAGE, LIBREOFFICE) for name, content in parts(STANDARD).items()
    }
    path = tmp_path / "模板.docx"
    path.write_bytes(zipped(saved))
    result = tmp_path / "report.docx"
    result.write_bytes(docx_bytes(reports.full(), path))
    assert [name for name in parts(result.read_bytes()) if "core" in name] == ["docProps/core.xml"]
    assert audit_errors(result) == []
