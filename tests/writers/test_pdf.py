"""The report as a PDF, where all is well and where fonts or LibreOffice are missing."""

from __future__ import annotations

import subprocess
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

from drafter.app.draft import Format, draft
from drafter.model.finding import DrafterError
from drafter.writers.docx import docx_bytes, read_back
from drafter.writers.pdf import pdf_bytes
from drafter.writers.word.print_copy import print_copy
from tests.batching import offices
from tests.making import year_file
from tests.running import drafter
from tests.tools import TEMPLATE, need_libreoffice, stand_in_fonts
from tests.word import reports

FIGURES = "数据: {普法.活动: 3场, 普法.资料: 20份}\n"


def printed(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)


@pytest.fixture
def fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    need_libreoffice()
    monkeypatch.setenv("FONTCONFIG_FILE", str(stand_in_fonts(tmp_path)))


@pytest.mark.usefixtures("fonts")
def test_a_pdf_shows_gaps_as_text_prints_no_comment_and_is_the_same_each_time(
    tmp_path: Path,
) -> None:
    source = year_file(tmp_path, FIGURES)
    first, second = (draft(source, tmp_path / name, to=Format.PDF) for name in ("一.pdf", "二.pdf"))
    assert first.path is not None
    assert second.path is not None
    assert first.path.read_bytes() == second.path.read_bytes()
    text = printed(first.path)
    assert text.count("【待补充：") >= len(first.report.gaps) > 5
    with pypdfium2.PdfDocument(first.path) as document:
        kinds = pypdfium2.raw.FPDFPage_GetAnnotCount
        assert [kinds(page) for page in document] == [0] * len(document)
    assert first.report.gaps[0].question not in text


@pytest.mark.usefixtures("fonts")
def test_fonts_that_the_word_file_names_and_the_machine_lacks_are_told(tmp_path: Path) -> None:
    drafted = draft(year_file(tmp_path, FIGURES), to=Format.PDF)
    (told,) = (finding for finding in drafted.findings if finding.code == "O215")
    assert "方正小标宋简体" in told.message
    assert "Times New Roman" not in told.message


def test_without_a_chinese_font_no_pdf_of_boxes_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    need_libreoffice()
    asked = ["fc-list", ":lang=zh-cn", "file"]
    listed = subprocess.run(asked, check=True, capture_output=True, encoding="utf-8").stdout
    globs = "".join(f"<glob>{line.split(':')[0]}</glob>" for line in listed.splitlines())
    rules = (
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"<selectfont><rejectfont>{globs}</rejectfont></selectfont>"
    )
    bare = tmp_path / "bare.conf"
    bare.write_text(f'<?xml version="1.0"?><fontconfig>{rules}</fontconfig>', encoding="utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(bare))
    with pytest.raises(DrafterError) as problem:
        draft(year_file(tmp_path, FIGURES), to=Format.PDF)
    (told,) = problem.value.findings
    assert told.code == "O214"
    assert "方框" in told.message
    assert "中文字体" in told.remedy
    assert not list(tmp_path.glob("*.pdf"))


def test_without_libreoffice_no_pdf_is_written_and_the_way_out_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DrafterError) as problem:
        draft(year_file(tmp_path, FIGURES), to=Format.PDF)
    (told,) = problem.value.findings
    assert told.code == "O211"
    assert "--to docx" in told.remedy
    assert not list(tmp_path.glob("*.pdf"))


def test_what_is_printed_has_the_words_of_the_word_file_and_none_of_its_controls() -> None:
    report = reports.full()
    whole = docx_bytes(report, TEMPLATE)
    copy = print_copy(whole)
    assert b"w:sdt" in document_xml(whole)
    assert b"w:sdt" not in document_xml(copy)
    assert b"commentR" not in document_xml(copy)
    assert read_back(copy) == read_back(whole)


def document_xml(data: bytes) -> bytes:
    blob: bytes = Document(BytesIO(data)).part.blob
    return blob


@pytest.mark.usefixtures("fonts")
def test_many_pdfs_name_missing_fonts_once_and_are_known_again(tmp_path: Path) -> None:
    offices(tmp_path / "各街道", 2)
    command = ("draft", "--all", "各街道", "-o", "印", "--to", "pdf", "--jobs", "2")
    first = drafter(*command, folder=tmp_path)
    assert first.returncode == 0
    assert first.stderr.count("O215") == 1
    assert len(list((tmp_path / "印").rglob("*.pdf"))) == 2
    assert "已是最新、没有重写2份" in drafter(*command, folder=tmp_path).stderr


@pytest.mark.usefixtures("fonts")
def test_odd_characters_and_hyphens_at_line_ends_are_found_in_the_pdf() -> None:
    odd = (
        "①Ⅱ℃㎡·…×±≥△●■★→𬭚𠮷㐀éａＢﬁ office "
        "www.a-b.cn/very-long-hyphenated-thing-indeed-so-and-so-2023 "
    )
    dates = "".join(f"第{n}项2023-12-{n:02d}，办理A-{n}号“案件”；" for n in range(1, 29))
    report = reports.one(f"{odd}{dates}完。")
    made, _ = pdf_bytes(docx_bytes(report, TEMPLATE), date(2024, 1, 20), Path("报告.pdf"))
    assert made.startswith(b"%PDF")


def test_where_a_mark_would_get_lost_no_style_lets_it_hang() -> None:
    whole = docx_bytes(reports.full(), TEMPLATE)
    copy = Document(BytesIO(print_copy(whole, hanging=False)))
    styles = [style.element for style in copy.styles if style.type == WD_STYLE_TYPE.PARAGRAPH]
    assert styles
    for style in styles:
        (mark,) = style.iter(qn("w:overflowPunct"))
        assert mark.get(qn("w:val")) == "1"
    assert read_back(print_copy(whole, hanging=False)) == read_back(whole)
