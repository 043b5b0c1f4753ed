"""One report in many dresses: whatever the file, the tree that is read is the same."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from drafter.readers.documents import read_document
from drafter.text.old_outline import printed, understand
from tests.tools import to_pdf

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.run import Run

    from drafter.model.old_report import OldBlock, OldReport

SAMPLES = sorted((Path(__file__).parents[3] / "shared" / "samples").glob("*.txt"))
FACES = {1: "黑体", 2: "楷体", 3: "仿宋", 4: "仿宋"}
NUMBERING = f"""
<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>
  <w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>
  <w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
  <w:suff w:val="nothing"/><w:lvlText w:val="%3."/></w:lvl>
</w:abstractNum>
"""

pytestmark = pytest.mark.skipif(not SAMPLES, reason="没有样本文件")


@cache
def published(sample: Path) -> OldReport:
    return understand(read_document(sample))


def tree(report: OldReport) -> list[tuple[int, str, str, str]]:
    return [(b.level, b.number, b.heading, b.text) for b in report.blocks]


@pytest.fixture(params=SAMPLES, ids=lambda path: path.name[:3])
def sample(request: pytest.FixtureRequest) -> Path:
    path = request.param
    assert isinstance(path, Path)
    return path


def lines(report: OldReport) -> list[str]:
    """The report as plain paragraphs, title and sign-off included."""
    day = report.dated
    signed = [*report.signatories]
    if signed and day:
        signed.append(f"{day.year}年{day.month}月{day.day}日")
    title = [report.title] if report.title else []
    return [*title, *map(printed, report.blocks), *signed]


def saved(document: WordDocument, folder: Path) -> Path:
    path = folder / "report.docx"
    document.save(str(path))
    return path


def set_face(run: Run, face: str) -> None:
    run.font.name = face
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)  # noqa: SLF001


def words(block: OldBlock) -> tuple[str, str]:
    """A heading's part of the paragraph, its mark included, and what runs in behind it."""
    whole = printed(block)
    return whole[: len(whole) - len(block.text)], block.text


def test_headings_by_style(sample: Path, tmp_path: Path) -> None:
    report, document = published(sample), Document()
    if report.title:
        document.add_paragraph(report.title, style="Title")
    for block in report.blocks:
        alone = block.level and not block.run_in
        style = f"Heading {block.level}" if alone else "Normal"
        document.add_paragraph(printed(block), style=style)
    assert tree(understand(read_document(saved(document, tmp_path)))) == tree(report)


def test_headings_by_direct_formatting(sample: Path, tmp_path: Path) -> None:
    report, document = published(sample), Document()
    if report.title:
        document.add_paragraph().add_run(report.title).bold = True
    for block in report.blocks:
        paragraph = document.add_paragraph()
        head, rest = words(block) if block.level else ("", block.text)
        if head:
            set_face(paragraph.add_run(head), FACES[block.level])
        for at in range(0, len(rest), 17):
            set_face(paragraph.add_run(rest[at : at + 17]), "仿宋")
    assert tree(understand(read_document(saved(document, tmp_path)))) == tree(report)


def test_headings_numbered_by_word(sample: Path, tmp_path: Path) -> None:
    report, document = published(sample), Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(NUMBERING))
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
    )
    if report.title:
        document.add_paragraph(report.title, style="Title")
    for block in report.blocks:
        paragraph = document.add_paragraph(printed(block).removeprefix(block.number))
        if block.number:
            level = f'<w:ilvl w:val="{block.level - 1}"/><w:numId w:val="77"/>'
            properties: BaseOxmlElement = paragraph._p.get_or_add_pPr()  # noqa: SLF001
            properties.append(parse_xml(f"<w:numPr {nsdecls('w')}>{level}</w:numPr>"))
    assert tree(understand(read_document(saved(document, tmp_path)))) == tree(report)


def test_a_web_page(sample: Path, tmp_path: Path) -> None:
    report = published(sample)
    body = "".join(f"<p>&nbsp;&nbsp;{line}</p>" for line in lines(report))
    path = tmp_path / "report.html"
    page = f"<html><head><meta charset='gbk'></head><body><div>{body}</div></body></html>"
    path.write_bytes(page.encode("gb18030"))
    assert tree(understand(read_document(path))) == tree(report)


def test_a_text_file_in_gb18030(sample: Path, tmp_path: Path) -> None:
    report = published(sample)
    path = tmp_path / "report.txt"
    path.write_bytes("\r\n".join(lines(report)).encode("gb18030"))
    assert tree(understand(read_document(path))) == tree(report)


def test_a_pdf(sample: Path, tmp_path: Path) -> None:
    report, document = published(sample), Document()
    for line in lines(report):
        document.add_paragraph().add_run("　　" + line)
    pdf = to_pdf(saved(document, tmp_path))
    assert tree(understand(read_document(pdf))) == tree(report)
