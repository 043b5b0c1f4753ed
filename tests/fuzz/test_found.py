"""What hostile inputs have found: each once broke the program."""

from __future__ import annotations

import struct
import zipfile
from typing import TYPE_CHECKING

import pytest

from drafter.model.finding import DrafterError
from drafter.readers.kit_files import read_profile_file
from drafter.readers.year_file import read_year_text
from drafter.writers.word.inspection import inspect_template
from tests.documents.making import LEAD, p, page, part, raw_docx, refused, texts
from tests.fuzz.seeds import pdf
from tests.making import opened, whole_text
from tests.tools import TEMPLATE
from tests.word.templates import template

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "codec", ["hex", "zlib", "idna", "punycode", "undefined", "unicode_escape"]
)
def test_a_page_that_names_a_codec_which_makes_no_text_is_read_as_utf_8(
    codec: str, tmp_path: Path
) -> None:
    assert texts(page(tmp_path, f"<p>{LEAD}</p>", f"<meta charset={codec}>")) == [LEAD]


def test_a_rare_character_of_a_pdf_is_one_character(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf("某区𠮷田街道坚持依法行政，各项工作有序推进。"))
    assert "𠮷" in texts(tmp_path / "a.pdf")[0]


def test_a_package_that_places_its_parts_before_its_beginning_is_damaged(tmp_path: Path) -> None:
    path = raw_docx(tmp_path, p(LEAD))
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x05\x06")
    (size,) = struct.unpack_from("<I", data, at + 12)
    struct.pack_into("<I", data, at + 12, size - 9)
    path.write_bytes(data)
    assert refused(path).code == "D010"


def test_a_package_packed_as_word_never_does_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as package:
        package.writestr("word/document.xml", part("document", f"<w:body>{p(LEAD)}</w:body>"))
    assert "压缩办法" in refused(path).message


def test_a_list_level_of_five_thousand_digits_is_no_level(tmp_path: Path) -> None:
    level = f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="{"9" * 5000}"/></w:abstractNum>'
    numbering = f'{level}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    assert texts(raw_docx(tmp_path, p(LEAD, numbered), numbering=numbering)) == [LEAD]


def test_a_year_file_that_is_one_blank_text_is_empty() -> None:
    with pytest.raises(DrafterError) as stopped:
        read_year_text("|\n\n", "a.yaml")
    assert "空的" in stopped.value.findings[0].message


def test_the_name_of_a_structure_may_be_of_any_length(tmp_path: Path) -> None:
    head = f"报告: {{年度: 2023, 结构: {'长' * 5000}}}\n单位: {{名称: 某街道, 类型: 街道}}\n"
    with pytest.raises(DrafterError) as stopped:
        opened(tmp_path, "", head=head)
    assert stopped.value.findings[0].code == "Q115"


@pytest.mark.parametrize("key", ["年度", "接排"])
def test_numbers_of_five_thousand_digits_in_a_structure_break_nothing(
    key: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(f"标题: 甲\n章节: [{{题: 乙}}]\n{key}: {'9' * 5000}\n", encoding="utf-8")
    try:
        assert read_profile_file(path).nodes
    except DrafterError as problem:
        assert key in problem.findings[0].message  # noqa: PT017 - either will do


def test_a_number_too_large_for_characters_stays_as_it_was_typed(tmp_path: Path) -> None:
    case, _ = opened(
        tmp_path,
        "数据: {普法.活动: 999999999场}\n亮点:\n  普法宣传: ['办了{{ 普法.活动 | 汉字 }}']\n",
    )
    assert "办了999999999场" in whole_text(case)


@pytest.mark.parametrize("unit", ["1件，", "受理1件", "（", "“", "甲"])
def test_a_paragraph_or_a_text_longer_than_any_report_is_refused(unit: str, tmp_path: Path) -> None:
    path = tmp_path / "长.txt"
    lines = 500_000 // (1000 * len(unit)) + 1
    for text in (unit * 20_001, f"{unit * 1000}。\n" * lines):
        path.write_text(text, encoding="utf-8")
        assert refused(path).code == "D004"


def _swapped(folder: Path, part_name: str) -> Path:
    """The standard Word template with something else in the place of one part."""
    path = folder / "模板.docx"
    with zipfile.ZipFile(TEMPLATE) as whole, zipfile.ZipFile(path, "w") as made:
        for name in whole.namelist():
            made.writestr(name, b"<other/>" if name == part_name else whole.read(name))
    return path


@pytest.mark.parametrize("name", ["word/styles.xml", "docProps/core.xml"])
def test_a_word_template_whose_parts_are_not_what_they_are_for_is_told_of(
    name: str, tmp_path: Path
) -> None:
    path = _swapped(tmp_path, name)
    try:
        found = inspect_template(path, {}).findings
    except DrafterError as problem:
        found = problem.findings
    assert found
    assert all(finding.remedy for finding in found)


def test_a_word_template_with_else_before_elif_is_told_of(tmp_path: Path) -> None:
    path = template(
        tmp_path,
        "{%p if 落款 %}",
        "甲",
        "{%p else %}",
        "乙",
        "{%p elif 正文 %}",
        "丙",
        "{%p endif %}",
    )
    found = {finding.code for finding in inspect_template(path, {}).findings}
    assert "T103" in found
