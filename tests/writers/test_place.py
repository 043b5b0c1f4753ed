"""A finished file is put in its place whole or not at all."""

from __future__ import annotations

import errno
import os
from functools import partial
from typing import TYPE_CHECKING, NoReturn

import pytest

from drafter.model.finding import DrafterError, Finding
from drafter.writers.place import Placing, place, place_all, place_each

if TYPE_CHECKING:
    from pathlib import Path


def refused(path: Path, *, force: bool = False) -> Finding:
    with pytest.raises(DrafterError) as caught:
        place(path, b"new", force=force)
    (finding,) = caught.value.findings
    assert finding.spot.file == str(path)
    assert finding.remedy
    return finding


def raising(number: int) -> object:
    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return fail


def test_new_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    place(tmp_path / "报告.docx", b"new", force=False)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [
        ("报告.docx", b"new")
    ]


def test_new_file_can_be_read_by_whom_any_new_file_can(tmp_path: Path) -> None:
    place(tmp_path / "a", b"new", force=False)
    (tmp_path / "b").write_bytes(b"")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode


def test_existing_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(b"old")
    finding = refused(path)
    assert (finding.code, finding.remedy) == ("O101", "加 --force 覆盖，或换个名字")
    assert path.read_bytes() == b"old"


def test_existing_file_is_replaced_with_force(tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(b"old")
    path.chmod(0o600)
    place(path, b"new", force=True)
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o600


def test_dangling_link_counts_as_an_existing_file(tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    path.symlink_to(tmp_path / "nowhere")
    assert refused(path).code == "O101"


def test_folder_in_the_way_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path, force=True).code == "O102"


def test_missing_folder_is_named(tmp_path: Path) -> None:
    finding = refused(tmp_path / "没有" / "报告.docx")
    assert finding.code == "O103"
    assert str(tmp_path / "没有") in finding.message


def test_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path / ("报" * 100 + ".docx")).code == "O106"


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.EACCES, "O104"), (errno.EPERM, "O104"), (errno.ENOSPC, "O105"), (errno.EIO, "O109")],
)
@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_refusal_of_the_system_is_told_and_leaves_nothing_behind(
    number: int, code: str, step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(b"old")
    monkeypatch.setattr(step, raising(number))
    assert refused(path, force=True).code == code
    assert [(found.name, found.read_bytes()) for found in tmp_path.iterdir()] == [
        ("报告.docx", b"old")
    ]


def test_link_stays_and_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    home, link = tmp_path / "家" / "报告.docx", tmp_path / "链接.docx"
    home.parent.mkdir()
    home.write_bytes(b"old")
    link.symlink_to(home)
    place(link, b"new", force=True)
    assert (link.is_symlink(), home.read_bytes()) == (True, b"new")
    assert [path.name for path in home.parent.iterdir()] == [home.name]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives away")
def test_owner_stays_when_root_replaces_a_file(tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(b"old")
    os.chown(path, 12345, 23456)
    place(path, b"new", force=True)
    assert (path.stat().st_uid, path.stat().st_gid) == (12345, 23456)


def test_device_is_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "管道"
    os.mkfifo(pipe)
    assert refused(pipe, force=True).code == "O110"
    assert pipe.is_fifo()


def test_a_disk_without_links_takes_new_files_and_keeps_old_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.link", raising(errno.EPERM))
    path = tmp_path / "报告.docx"
    place(path, b"new", force=False)
    assert refused(path).code == "O101"
    assert [(found.name, found.read_bytes()) for found in tmp_path.iterdir()] == [
        ("报告.docx", b"new")
    ]


def test_a_file_that_appears_while_ours_is_written_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, fsync = tmp_path / "报告.docx", os.fsync

    def meanwhile(handle: int) -> None:
        path.write_bytes(b"somebody else's")
        fsync(handle)

    monkeypatch.setattr("os.fsync", meanwhile)
    assert refused(path).code == "O101"
    assert [(found.name, found.read_bytes()) for found in tmp_path.iterdir()] == [
        ("报告.docx", b"somebody else's")
    ]


def test_of_several_files_none_is_written_when_one_is_in_the_way(tmp_path: Path) -> None:
    files = {tmp_path / name: b"new" for name in ("甲", "乙", "丙")}
    (tmp_path / "乙").write_bytes(b"old")
    (tmp_path / "丙").mkdir()
    with pytest.raises(DrafterError) as caught:
        place_all(files, force=False)
    assert [finding.code for finding in caught.value.findings] == ["O101", "O102"]
    assert {path.name for path in tmp_path.iterdir()} == {"乙", "丙"}


def test_of_several_files_none_is_written_when_the_disk_gets_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls, fsync = [], os.fsync

    def full_at_the_third(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 3:
            raise OSError(errno.ENOSPC, "")
        fsync(handle)

    monkeypatch.setattr("os.fsync", full_at_the_third)
    with pytest.raises(DrafterError) as caught:
        place_all({tmp_path / name: b"new" for name in "甲乙丙丁"}, force=True)
    assert caught.value.findings[0].code == "O105"
    assert list(tmp_path.iterdir()) == []


def test_of_many_files_each_is_placed_or_refused_by_itself(tmp_path: Path) -> None:
    (tmp_path / "乙").write_bytes(b"old")
    (tmp_path / "丙").mkdir()
    (tmp_path / "丁").write_bytes(b"edited")
    still = {"甲": True, "乙": True, "丙": True, "丁": False, "戊": True}
    files = [
        Placing(tmp_path / name, b"new", name == "丁", (), partial(still.__getitem__, name))
        for name in still
    ]
    told = place_each(files)
    codes = [one and one.findings[0].code for one in told]
    assert codes == [None, "O101", "O102", "O107", None]
    found = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    assert found == {"甲": b"new", "乙": b"old", "丁": b"edited", "戊": b"new"}
