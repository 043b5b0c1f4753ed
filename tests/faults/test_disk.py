"""Disks that are full or closed to writing, and files that another program holds."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from tests.faults.desk import JOBS, Job, leftovers, snapshot
from tests.faults.running import as_anybody, run, small_disk, told

if TYPE_CHECKING:
    from pathlib import Path

WRITING = [job for job in JOBS if job.name in {"draft --force", "roll", "pull", "slips in", "fill"}]
REPLACING = [job for job in WRITING if job.name != "roll"]


def refused(job: Job, folder: Path, code: str, **how: object) -> str:
    """The command says why it could not write, and every file is as it was."""
    before = snapshot(folder)
    ran = run(*job.arguments, folder=folder, typed=job.typed, **how)  # type: ignore[arg-type]
    text = told(ran)
    assert ran.returncode == 2, text
    assert code in text, text
    assert "怎么改：" in text
    assert snapshot(folder) == before
    return text


@pytest.mark.parametrize("job", [*WRITING, JOBS[8]], ids=lambda job: job.name)
def test_a_full_disk_is_told_and_every_file_is_as_it_was(
    job: Job, first_desk: Path, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "U盘", kilobytes=1024) as disk:
        folder = shutil.copytree(first_desk, disk / "桌子")
        _fill_up(disk)
        assert "磁盘已满" in refused(job, folder, "O105")
        (disk / "满").unlink()
        ran = run(*job.arguments, folder=folder, typed=job.typed)
        assert ran.returncode == 0, told(ran)


def _fill_up(disk: Path) -> None:
    with (disk / "满").open("wb", buffering=0) as full, suppress(OSError):
        while True:
            full.write(b"0" * 4096)


@pytest.mark.parametrize("job", WRITING, ids=lambda job: job.name)
def test_a_folder_closed_to_writing_is_told(job: Job, desk: Path) -> None:
    for folder in (desk, desk / "空"):
        folder.chmod(0o555)
    text = refused(job, desk, "O104", prefix=as_anybody())
    assert "没有权限往文件夹" in text
    for folder in (desk, desk / "空"):
        folder.chmod(0o755)


def test_a_disk_closed_to_writing_is_told(desk: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path / "光盘", kilobytes=1024) as disk:
        shutil.copy(desk / "2023.yaml", disk)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        assert "这个盘是只读的" in refused(Job("", ("draft", "2023.yaml")), disk, "O104")


@pytest.mark.parametrize("job", REPLACING[:2], ids=lambda job: job.name)
def test_a_file_closed_to_writing_is_not_replaced(job: Job, desk: Path) -> None:
    for name in ("2023.docx", "2023.yaml"):
        (desk / name).chmod(0o444)
    refused(job, desk, "O108", prefix=as_anybody())


@pytest.mark.parametrize("job", REPLACING, ids=lambda job: job.name)
def test_a_file_that_windows_does_not_let_go_is_told_with_the_remedy(job: Job, desk: Path) -> None:
    text = refused(job, desk, "O104", world={"STEP_FAIL": "replace:EACCES"})
    assert "关掉 Word" in text


@pytest.mark.parametrize("lock", ["~$2023.docx", "~$23.docx", ".~lock.2023.docx#", ".~2023.docx"])
def test_a_draft_that_is_open_in_word_or_wps_is_not_replaced(lock: str, desk: Path) -> None:
    (desk / lock).write_bytes(b"")
    refused(JOBS[0], desk, "O112")


def test_a_year_file_that_cannot_be_read_is_told(desk: Path) -> None:
    (desk / "2023.yaml").chmod(0)
    before = sorted(desk.iterdir())
    ran = run("draft", "2023.yaml", folder=desk, prefix=as_anybody())
    assert (ran.returncode, "Q003" in told(ran)) == (2, True)
    assert sorted(desk.iterdir()) == before


def test_what_a_killed_process_left_is_no_slip_and_goes_when_it_is_old(desk: Path) -> None:
    fresh, old = desk / ".2023.docx.0123abcd.drafter.tmp", desk / ".a.0123abcd.drafter.tmp"
    hers = desk / ".a.drafter.tmp"
    slip = desk / "空" / "表" / ".填报表.xlsx.0123abcd.drafter.tmp"
    for path in (fresh, old, hers, slip):
        path.write_bytes(b"half")
    for path in (old, hers):
        os.utime(path, (0, 0))
    assert run(*JOBS[0].arguments, folder=desk).returncode == 0
    assert fresh.exists() and hers.exists() and not old.exists()  # noqa: PT018
    ran = run(*JOBS[3].arguments, folder=desk)
    assert ran.returncode == 0
    assert "drafter.tmp" not in told(ran) + ran.stdout.decode()
    assert len(leftovers(desk)) == 2
