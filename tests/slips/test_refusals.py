"""Files that are no slips, or are meant to do harm: a message, soon, and the others go on."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from drafter.model.finding import DrafterError
from drafter.readers.slips import read_slip
from tests.slips.offices import merged, office, slip
from tests.slips.packages import with_part

if TYPE_CHECKING:
    from pathlib import Path

SHEET = "xl/worksheets/sheet1.xml"
SECONDS = 10


def refused(path: Path) -> str:
    """What is said of a file; it must not take long."""
    start = time.perf_counter()
    with pytest.raises(DrafterError) as stopped:
        read_slip(path)
    assert time.perf_counter() - start < SECONDS
    (finding,) = stopped.value.findings
    assert finding.remedy
    return finding.message


def good(folder: Path) -> Path:
    return slip(folder, "甲", ("普法.活动", 36))


def padded(folder: Path, rows: int) -> Path:
    """A sheet with that many rows more, as they stand in a file."""
    path = good(folder)
    row = b"".join(b'<row r="%d"><c r="A%d" s="0"/></row>' % (n, n) for n in range(9, rows + 9))
    with_part(path, SHEET, b"</sheetData>", row + b"</sheetData>")
    return path


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_file_that_was_cut_off_is_damaged(share: float, tmp_path: Path) -> None:
    path = good(tmp_path)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    assert "损坏" in refused(path)


@pytest.mark.parametrize("at", range(40, 5000, 310))
def test_flipped_bytes_are_read_or_refused_but_never_break_the_program(
    at: int, tmp_path: Path
) -> None:
    path = good(tmp_path)
    data = bytearray(path.read_bytes())
    for place in range(at, min(at + 6, len(data))):
        data[place] ^= 0xFF
    path.write_bytes(data)
    with suppress(DrafterError):
        read_slip(path)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = good(tmp_path)
    with ZipFile(path, "a", ZIP_DEFLATED) as package, package.open("xl/x.xml", "w") as part:
        for _ in range(250):
            part.write(b"0" * 1024 * 1024)
    assert path.stat().st_size < 2_000_000
    assert "上限" in refused(path)


def test_a_part_that_says_it_is_small_and_is_not_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = good(tmp_path)
    with_part(path, SHEET, b"<sheetData>", b"<sheetData>" + b" " * (70 * 1024 * 1024))
    assert "太大" in refused(path)


def test_entities_are_refused(tmp_path: Path) -> None:
    path = good(tmp_path)
    head = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet'
    with_part(path, SHEET, b"<worksheet", head)
    assert "恶意" in refused(path)


def test_a_million_empty_rows_are_passed_over(tmp_path: Path) -> None:
    path = padded(tmp_path, 200_000)
    with_part(path, SHEET, b"<dimension ref=", b"<dimension x=")
    start = time.perf_counter()
    found = read_slip(path)
    assert [row.id for row in found.rows] == ["普法.活动"]
    assert time.perf_counter() - start < SECONDS


def test_a_million_rows_that_are_only_claimed_do_no_harm(tmp_path: Path) -> None:
    path = good(tmp_path)
    with_part(path, SHEET, b'ref="A1:H3"', b'ref="A1:XFD1048576"')
    assert len(read_slip(path).rows) == 1


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "大.xlsx"
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(100 * 1024 * 1024)
    assert "上限" in refused(path)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.xlsx", b"", "空"),
        ("a.xlsx", b"PK\x03\x04", "损坏"),
        (
            "a.xls",
            bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le"),
            "密码",
        ),
        ("a.doc", bytes.fromhex("D0CF11E0A1B11AE1"), "不是能读的表格"),
        ("a.pdf", b"%PDF-1.7", "不是能读的表格"),
        ("a.csv", "问候\n你好\n".encode(), "找不到填报表"),
        ("a.csv", b"\xff\xfe\x00", "文字"),
        ("a.csv", ("a,b\n" * 30_000).encode(), "行"),
    ],
    ids=["empty", "zip", "locked", "doc", "pdf", "no table", "half a character", "long"],
)
def test_what_is_no_slip_is_refused_with_what_to_do(
    name: str, data: bytes, words: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    assert words in refused(tmp_path / name)


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    assert "文件夹" in refused(tmp_path)
    assert "找不到" in refused(tmp_path / "没有.xlsx")


def test_old_excel_without_libreoffice_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "a.xls").write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + b"\x00" * 600)
    assert "LibreOffice" in refused(tmp_path / "a.xls")


def test_when_nothing_can_be_read_the_command_stops(tmp_path: Path) -> None:
    path = good(tmp_path)
    path.write_bytes(path.read_bytes()[:500])
    with pytest.raises(DrafterError):
        merged(office(tmp_path), path)
