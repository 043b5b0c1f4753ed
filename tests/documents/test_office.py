from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Pt

from drafter.readers.documents import read_document
from tests.documents.making import LEAD, SAMPLES, plain
from tests.tools import converted, to_pdf

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "某区2023年法治政府建设年度报告"
TEXTS = [
    TITLE,
    *(f"{n}{LEAD}受理“12345”热线 App 工单{n * 7}件，办结率98.73%。" * 3 for n in range(1, 25)),
    "（一）健全“三项制度”",
    "2024年1月4日",
]


def made(folder: Path, texts: list[str], *, indent: bool = True) -> Path:
    """A docx with a large centred title, a page number below, and paragraphs of 16 pt."""
    document = Document()
    for n, text in enumerate(texts):
        paragraph = document.add_paragraph()
        run = paragraph.add_run(text)
        run.font.size = Pt(16 if n else 22)
        if n == 0:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif indent:
            paragraph.paragraph_format.first_line_indent = Pt(32)
    number = document.sections[0].footer.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}instr", "PAGE")
    number.add_run("— ")
    number._p.append(field)  # noqa: SLF001 - python-docx has no fields
    number.add_run(" —")
    path = folder / "报告.docx"
    document.save(str(path))
    return path


@pytest.mark.parametrize("kind", ["doc", "rtf", "odt"])
def test_old_word_files_are_read_through_libreoffice(tmp_path: Path, kind: str) -> None:
    path = converted(made(tmp_path, TEXTS), kind)
    document = read_document(path)
    assert document.kind == "doc"
    assert {one.spot.file for one in document.paragraphs} == {str(path)}
    assert [one.text for one in document.paragraphs] == TEXTS
    assert document.paragraphs[0].title


@pytest.mark.parametrize("indent", [True, False])
def test_a_pdf_gives_paragraphs_back_without_page_numbers(tmp_path: Path, indent: bool) -> None:  # noqa: FBT001
    document = read_document(to_pdf(made(tmp_path, TEXTS, indent=indent)))
    assert plain(document) == ["".join(text.split()) for text in TEXTS]
    assert document.paragraphs[0].title
    assert len(document.dropped) > 1
    assert {one.reason for one in document.dropped} == {"页码"}


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample documents are not there")
@pytest.mark.parametrize("kind", ["docx", "html", "pdf"])
@pytest.mark.parametrize("name", ["000", "001", "002", "003", "004"])
def test_a_sample_reads_the_same_from_every_kind_of_file(
    tmp_path: Path, name: str, kind: str
) -> None:
    (sample,) = SAMPLES.glob(f"{name}_*.txt")
    text = read_document(sample)
    path = made(tmp_path, [one.text for one in text.paragraphs])
    document = read_document(path if kind == "docx" else converted(path, kind))
    assert plain(document) == plain(text)
