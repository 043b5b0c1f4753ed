"""Consoles without Chinese, outputs that take nothing, and homes that are not there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.desk import snapshot
from tests.faults.running import as_anybody, run, told

TITLE = "龙城街道2023年法治政府建设年度报告"
C_LOCALE: dict[str, str | None] = {"LC_ALL": "C", "PYTHONUTF8": None}
NO_UTF8: dict[str, str | None] = {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.parametrize(
    ("variables", "encoding"),
    [
        (C_LOCALE, "utf-8"),
        ({"PYTHONIOENCODING": "gbk"}, "gbk"),
        ({"PYTHONIOENCODING": "latin-1"}, "utf-8"),
        ({"PYTHONIOENCODING": "ascii:strict"}, "utf-8"),
    ],
)
def test_every_console_shows_chinese_and_json_is_utf8(
    variables: dict[str, str | None], encoding: str, desk: Path
) -> None:
    assert TITLE in run("outline", "2023.yaml", folder=desk, world=variables).stdout.decode(
        encoding
    )
    ran = run("outline", "2023.yaml", "--json", folder=desk, world=variables)
    assert json.loads(ran.stdout.decode())["title"] == TITLE
    ran = run("outline", "没有.yaml", folder=desk, world=variables)
    assert "找不到文件" in ran.stderr.decode(encoding)


def test_a_character_that_the_console_has_not_stops_nothing(desk: Path) -> None:
    path = desk / "2023.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("龙城", "𠮷城"), encoding="utf-8")
    ran = run("draft", "2023.yaml", "-o", "𠮷.txt", folder=desk, world={"PYTHONIOENCODING": "gbk"})
    assert (ran.returncode, ran.stdout) == (0, b"?.txt\n")
    assert "𠮷城" in (desk / "𠮷.txt").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names of files are always UTF-8")
def test_a_locale_in_which_names_of_files_are_not_utf8_is_told(desk: Path) -> None:
    ran = run("draft", "2023.yaml", folder=desk, world=NO_UTF8)
    assert ran.returncode == 2
    assert "LC_ALL=C.UTF-8" in told(ran)


@pytest.mark.parametrize("loaded", ["click", "drafter.cli.draft", "lxml", "docx", "docxtpl"])
def test_ctrl_c_at_any_time_ends_it_without_a_traceback(loaded: str, desk: Path) -> None:
    before = snapshot(desk)
    # A template that is kept needs no docxtpl.
    world = {"STEP_CTRL_C": loaded, "DRAFTER_CACHE": "off"}
    ran = run("draft", "2023.yaml", "--force", folder=desk, world=world)
    assert ran.returncode != 0
    assert "已停止" in told(ran) or loaded == "click"  # with that nothing has begun
    assert "KeyboardInterrupt" not in told(ran)
    assert snapshot(desk) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_an_output_that_is_full_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        ran = run("rules", folder=Path.cwd(), output=full.fileno())
    assert ran.returncode == 2
    assert "结果没有输出完：磁盘已满" in told(ran)
    assert ran.stderr.decode().count("\n") == 2


def test_a_reader_that_has_seen_enough_is_no_fault(desk: Path) -> None:
    command = f'"{sys.executable}" -m drafter figures 2023.yaml --json'
    ran = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command} | head -1"],
        check=False,
        capture_output=True,
        cwd=desk,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert (ran.returncode, ran.stdout) == (0, b"{\n")
    assert b"rror" not in ran.stderr


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-", "2>/dev/full"])
def test_work_is_done_though_an_output_or_the_input_is_closed(closed: str, desk: Path) -> None:
    command = f'"{sys.executable}" -X utf8 -m drafter slips in 空/2023.yaml 空/表 {closed}'
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    before = (desk / "空" / "2023.yaml").read_bytes()
    ran = subprocess.run(["sh", "-c", command], check=False, cwd=desk, env=environment)
    assert ran.returncode == 0
    assert (desk / "空" / "2023.yaml").read_bytes() != before


def test_questions_without_anybody_to_answer_end_at_once(desk: Path) -> None:
    command = f'"{sys.executable}" -X utf8 -m drafter fill 空/2023.yaml <&-'
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    ran = subprocess.run(
        ["sh", "-c", command], check=False, cwd=desk, env=environment, capture_output=True
    )
    assert ran.returncode == 0
    assert "这次填了0项" in ran.stdout.decode()


@pytest.mark.parametrize("home", ["missing", "none", "closed", "read-only"])
def test_no_home_to_keep_things_in_is_no_fault(home: str, desk: Path, tmp_path: Path) -> None:
    folder = tmp_path / "home"
    if home in {"closed", "read-only"}:
        (folder / "inside").mkdir(parents=True)
        folder.chmod(0 if home == "closed" else 0o555)
    path = {"none": None, "closed": str(folder / "inside")}.get(home, str(folder))
    variables: dict[str, str | None] = {"XDG_CACHE_HOME": None, "HOME": path}
    ran = run("outline", "2023.yaml", folder=desk, prefix=as_anybody(), world=variables)
    if folder.exists():
        folder.chmod(0o755)
    assert (ran.returncode, "Error" in told(ran)) == (0, False)
    assert TITLE in ran.stdout.decode()


def test_a_cache_folder_that_somebody_else_could_write_is_not_used(
    desk: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache" / "drafter"
    cache.mkdir(parents=True)
    cache.chmod(0o777)
    ran = run("outline", "2023.yaml", folder=desk, world={"XDG_CACHE_HOME": str(cache.parent)})
    assert (ran.returncode, "Error" in told(ran)) == (0, False)
    assert list(cache.iterdir()) == []
