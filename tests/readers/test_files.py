from __future__ import annotations

import io
import os
import tempfile
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.finding import DrafterError, Finding
from drafter.readers.files import read_text

TEXT = "数据:\n  受理: 786宗\n"


def refused(path: Path, limit: int | None = None) -> Finding:
    with pytest.raises(DrafterError) as caught:
        read_text(path) if limit is None else read_text(path, limit)
    (finding,) = caught.value.findings
    assert finding.spot.file == str(path)
    return finding


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_whatever_program_wrote_it_the_text_is_the_same(
    tmp_path: Path, encoding: str, end: str
) -> None:
    path = tmp_path / "问卷.yaml"
    path.write_bytes(TEXT.replace("\n", end).encode(encoding))
    assert read_text(path) == TEXT


def test_big_endian_utf_16_is_read(tmp_path: Path) -> None:
    path = tmp_path / "问卷.yaml"
    path.write_bytes(b"\xfe\xff" + TEXT.encode("utf-16-be"))
    assert read_text(path) == TEXT


def test_rare_characters_of_gb_18030_are_read(tmp_path: Path) -> None:
    path = tmp_path / "问卷.yaml"
    path.write_bytes("名称: 㙍镇𠮷村".encode("gb18030"))
    assert read_text(path) == "名称: 㙍镇𠮷村"


def test_an_empty_file_is_an_empty_text(tmp_path: Path) -> None:
    path = tmp_path / "空.yaml"
    path.touch()
    assert read_text(path) == ""


def test_for_a_file_that_is_not_there_the_nearest_name_is_told(tmp_path: Path) -> None:
    (tmp_path / "龙城2023.yaml").touch()
    finding = refused(tmp_path / "龙城2032.yaml")
    assert finding.name == "file-not-found"
    assert "龙城2023.yaml" in finding.remedy


def test_a_folder_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    finding = refused(tmp_path / "无此文件夹" / "2023.yaml")
    assert finding.name == "file-not-found"
    assert "文件夹" in finding.message


def test_a_file_taken_for_a_folder_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "甲.yaml").touch()
    assert refused(tmp_path / "甲.yaml" / "乙.yaml").name == "file-not-found"


def test_for_a_folder_five_of_its_files_are_named(tmp_path: Path) -> None:
    for number in range(7):
        (tmp_path / f"{number}.yaml").touch()
    finding = refused(tmp_path)
    assert finding.name == "folder-given"
    assert "4.yaml等" in finding.remedy
    assert "5.yaml" not in finding.remedy


def test_a_folder_without_year_files_is_told_of(tmp_path: Path) -> None:
    assert "没有 .yaml 文件" in refused(tmp_path).remedy


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_file_without_permission_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "问卷.yaml"
    path.touch(mode=0o000)
    assert refused(path).name == "file-not-allowed"


def test_a_file_that_the_system_refuses_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    path = tmp_path / "问卷.yaml"
    path.touch()
    monkeypatch.setattr(Path, "open", refuse)
    assert refused(path).name == "file-not-allowed"


@pytest.mark.parametrize("name", ["甲\x00.yaml", "甲" * 400], ids=["nul", "long"])
def test_an_impossible_name_is_told_of(tmp_path: Path, name: str) -> None:
    assert refused(tmp_path / name).name in {"file-not-allowed", "file-not-found"}


def test_fifty_megabytes_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "问卷.yaml"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    finding = refused(path)
    assert finding.name == "file-too-large"
    assert "50.0MB" in finding.message
    assert "5.0MB" in finding.message


def test_the_limit_can_be_set(tmp_path: Path) -> None:
    path = tmp_path / "问卷.yaml"
    path.write_bytes(b"a" * 2048)
    assert len(read_text(path, 2048)) == 2048
    assert "2.0KB" in refused(path, 2047).message


def zipped(part: str) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        archive.writestr(part, "x")
    return memory.getvalue()


@pytest.mark.parametrize(
    ("data", "kind", "advice"),
    [
        (zipped("word/document.xml"), "Word 文件（.docx）", ".yaml 问卷文件"),
        (zipped("xl/workbook.xml"), "Excel", ".yaml 问卷文件"),
        (zipped("甲.yaml"), "压缩包", "解压"),
        (b"%PDF-1.7 x", "PDF", ".yaml 问卷文件"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + b"x", "旧版 Word", ".yaml 问卷文件"),
        (b"\x89PNG\r\n", "图片", "文件名"),
        (b"\xff\xd8\xff\xe0", "图片", "文件名"),
    ],
    ids=["docx", "xlsx", "zip", "pdf", "doc", "png", "jpeg"],
)
def test_a_file_of_another_kind_is_named(
    tmp_path: Path, data: bytes, kind: str, advice: str
) -> None:
    path = tmp_path / "问卷.yaml"
    path.write_bytes(data)
    finding = refused(path)
    assert finding.name == "not-a-text-file"
    assert kind in finding.message
    assert advice in finding.remedy


def test_bytes_that_are_no_text_are_told_of(tmp_path: Path) -> None:
    path = tmp_path / "问卷.yaml"
    path.write_bytes(bytes(range(256)) * 4)
    assert refused(path).name == "unknown-encoding"


def test_a_damaged_utf_8_file_is_not_read_as_gbk(tmp_path: Path) -> None:
    path = tmp_path / "问卷.yaml"
    path.write_bytes("甲: 龙城街道\n乙: 司法所".encode() + b"\xe5\x8f\n")
    finding = refused(path)
    assert (finding.name, finding.spot.line) == ("unknown-encoding", 2)


@given(st.binary())
def test_any_bytes_give_a_text_or_one_finding(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "问卷.yaml"
        path.write_bytes(data)
        with suppress(DrafterError):
            assert "\r" not in read_text(path)
