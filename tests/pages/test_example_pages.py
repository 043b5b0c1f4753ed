"""The examples' drafts, as pages: measured, validated, read back."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from drafter.app.draft import Format, draft
from tests.app.again import expected_words, words_again
from tests.pages.measuring import DRAWN, checked, measured
from tests.tools import audit_errors, need_libreoffice, sdk_errors, stand_in_fonts
from tests.word.words import paragraph_texts

pytestmark = DRAWN

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/[0-9][0-9][0-9][0-9].yaml"))


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda path: path.parent.name)
def year_file(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture(scope="module")
def drafted(year_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's Word draft."""
    path = draft(year_file, tmp_path_factory.mktemp("draft") / "draft.docx").path
    assert path is not None
    return path


@pytest.fixture(scope="module")
def printed(year_file: Path, drafted: Path) -> Path:
    """The example's PDF, which is the printed Word draft."""
    need_libreoffice()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FONTCONFIG_FILE", str(stand_in_fonts(drafted.parent)))
        path = draft(year_file, drafted.with_suffix(".pdf"), to=Format.PDF).path
    assert path is not None
    return path


def test_a_printed_draft_holds_all_fifteen_items_of_the_standard(printed: Path) -> None:
    assert checked(measured(printed)) == (15, [])


def test_adopt_reads_from_the_pdf_every_word_that_was_printed(
    printed: Path, year_file: Path, tmp_path: Path
) -> None:
    assert words_again(printed, tmp_path) == expected_words(year_file)


def test_a_pdf_says_what_it_is_and_brings_its_fonts_and_headings(
    printed: Path, year_file: Path
) -> None:
    words = expected_words(year_file)
    with pypdfium2.PdfDocument(printed) as document:
        title = document.get_metadata_value("Title")
        headings = ["".join(mark.get_title().split()) for mark in document.get_toc()]
    assert words.startswith(title)
    assert headings
    assert [heading for heading in headings if heading not in words] == []
    fonts = subprocess.run(
        ["pdffonts", printed], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    assert {line.split()[-5] for line in fonts.splitlines()[2:]} == {"yes"}
    assert b"/Lang(zh-CN)" in printed.read_bytes()


def test_both_validators_find_nothing_in_a_draft(drafted: Path) -> None:
    assert sdk_errors(drafted) == []
    assert audit_errors(drafted) == []


def test_a_draft_holds_the_expected_text(drafted: Path, year_file: Path) -> None:
    expected = (year_file.parent / "expected.txt").read_text(encoding="utf-8")
    paragraphs = paragraph_texts(Document(str(drafted)))
    assert "".join(paragraphs) == "".join(expected.replace("　　", "").splitlines())
