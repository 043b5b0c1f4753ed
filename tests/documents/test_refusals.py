from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from drafter.readers.documents.load import LARGEST, MIB
from drafter.readers.documents.packages import LARGEST_UNPACKED
from tests.documents.making import LEAD, p, raw_docx, refused, texts

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_missing_file_a_folder_and_an_unknown_kind_are_told(tmp_path: Path) -> None:
    assert refused(tmp_path / "无.docx").code == "D001"
    assert refused(tmp_path).code == "D002"
    (tmp_path / "表.csv").write_text("1,2", encoding="utf-8")
    assert refused(tmp_path / "表.csv").code == "D005"


def test_an_empty_file_holds_no_text(tmp_path: Path) -> None:
    for name in ("空.docx", "空.txt", "空.html", "空.md"):
        (tmp_path / name).write_bytes(b" \n")
        assert refused(tmp_path / name).code == "D006"
    assert refused(raw_docx(tmp_path, p(""))).code == "D006"


def test_a_cut_off_word_file_is_damaged(tmp_path: Path) -> None:
    path = raw_docx(tmp_path, p(LEAD))
    path.write_bytes(path.read_bytes()[:-60])
    assert refused(path).code == "D010"


def test_broken_xml_is_damaged(tmp_path: Path) -> None:
    assert refused(raw_docx(tmp_path, "<w:p>")).code == "D010"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "大.docx"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    assert refused(path).code == "D004"


def test_a_package_that_swells_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "弹.docx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package,
        package.open("word/document.xml", "w") as part,
    ):
        for _ in range(LARGEST_UNPACKED // MIB + 1):
            part.write(bytes(MIB))
    assert refused(path).code == "D011"


def test_entities_are_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "秘密.txt"
    secret.write_text("不可读", encoding="utf-8")
    path = tmp_path / "实体.docx"
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xml = (
        f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]><w:document xmlns:w="{space}">'
        f"<w:body><w:p><w:r><w:t>{LEAD}&x;</w:t></w:r></w:p></w:body></w:document>"
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", xml)
    assert texts(path) == [LEAD]


def test_tables_without_bottom_are_refused(tmp_path: Path) -> None:
    body = "<w:tbl><w:tr><w:tc>" * 90 + p(LEAD) + "</w:tc></w:tr></w:tbl>" * 90
    assert refused(raw_docx(tmp_path, body)).code == "D014"


def test_a_locked_word_file_is_told_from_an_old_one(tmp_path: Path) -> None:
    path = tmp_path / "加密.docx"
    path.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le"))
    assert refused(path).code == "D012"


def test_a_damaged_pdf_a_picture_and_a_scan_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "坏.pdf").write_bytes(b"%PDF-1.7\n1 0 obj")
    assert refused(tmp_path / "坏.pdf").code == "D010"
    (tmp_path / "图.png").write_bytes(b"\x89PNG\r\n")
    assert refused(tmp_path / "图.png").code == "D013"
    scan = tmp_path / "扫描.pdf"
    scan.write_bytes(_page_without_text())
    finding = refused(scan)
    assert (finding.code, "扫描" in finding.message) == ("D013", True)


def test_without_libreoffice_an_old_word_file_is_refused_with_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    path = tmp_path / "旧.doc"
    path.write_bytes(b"{\\rtf1 x}")
    finding = refused(path)
    assert finding.code == "D020"
    assert ".docx" in finding.remedy


def _page_without_text() -> bytes:
    import pypdfium2

    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
