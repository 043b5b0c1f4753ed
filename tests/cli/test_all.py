"""`draft --all` and `check --all` as a clerk runs them: real processes, a real Ctrl-C."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.batching import DAMAGED, contents, offices
from tests.running import drafter

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

posix = pytest.mark.skipif(os.name == "nt", reason="no process groups, no pseudo terminals")


def _started(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """drafter in a process group of its own, as a shell starts it."""
    return subprocess.Popen(
        [sys.executable, "-X", "utf8", "-m", "drafter", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=folder,
        start_new_session=True,
    )


@pytest.fixture(scope="module")
def sixty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty year files, the 31st damaged, drafted."""
    folder = tmp_path_factory.mktemp("sixty")
    offices(folder / "各街道", 60)
    (folder / "各街道" / "街道30" / "2023.yaml").write_text(DAMAGED, encoding="utf-8")
    return folder


def test_one_damaged_file_of_sixty_is_listed_and_the_others_are_drafted(sixty: Path) -> None:
    ran = drafter("draft", "--all", "各街道", "-o", "初稿", "--to", "txt", folder=sixty)
    assert ran.returncode == 1
    assert ran.stdout == "初稿\n"
    assert "没有写成的1份：" in ran.stderr
    assert "各街道/街道30/2023.yaml:1:3 错误" in ran.stderr
    assert "共60份问卷：写好59份，没有写成1份；待补充共" in ran.stderr
    assert "\x1b" not in ran.stderr
    assert "[#" not in ran.stderr
    assert len(list((sixty / "初稿").rglob("2023.txt"))) == 59

    again = drafter("draft", "--all", "各街道", "-o", "初稿", "--to", "txt", folder=sixty)
    assert again.returncode == 1
    assert "已是最新、没有重写59份，没有写成1份" in again.stderr


def test_many_files_are_counted_by_file_and_by_code(sixty: Path) -> None:
    ran = drafter("check", "--all", "各街道", folder=sixty)
    assert ran.returncode == 1
    assert "  街道00/2023.yaml　" in ran.stdout
    assert re.search(
        r"  [A-Z]\d{3} (警告|提示|错误)　\d+处，在59个文件里\n      查的是：", ran.stdout
    )
    assert "没有查成的1个：" in ran.stderr
    assert "各街道/街道30/2023.yaml:1:3 错误" in ran.stderr
    assert re.search(r"共查60个文件：.*1个没有查成。", ran.stderr)


def test_findings_of_many_files_as_json_are_those_of_each_file(tmp_path: Path) -> None:
    paths = offices(tmp_path / "各街道", 3)
    before = contents(tmp_path)
    ran = drafter("check", "--all", tmp_path / "各街道", "--json", "--jobs", "2")
    whole = json.loads(ran.stdout)
    alone = json.loads(drafter("check", *paths, "--json").stdout)
    assert whole == alone
    assert whole["findings"]
    assert contents(tmp_path) == before


@posix
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_stops_at_once_leaves_no_half_file_and_the_next_run_goes_on(
    jobs: str, tmp_path: Path
) -> None:
    offices(tmp_path / "各街道", 90)
    command = ["draft", "--all", "各街道", "-o", "初稿", "--jobs", jobs]
    running = _started(tmp_path, *command)
    while len(list((tmp_path / "初稿").rglob("*.docx"))) < 2:
        assert running.poll() is None
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert (running.returncode, out) == (2, "")
    told = re.search(r"共90份问卷，做完(\d+)份，还有(\d+)份没有做；没有写了一半的文件。", err)
    assert told
    assert "再运行一次" in err
    assert "Traceback" not in err
    assert "Error" not in err
    written = list((tmp_path / "初稿").rglob("*.docx"))
    assert 2 <= int(told[1]) == len(written) < 90
    assert not list((tmp_path / "初稿").rglob("*.tmp"))
    again = drafter(*command, folder=tmp_path)
    assert again.returncode == 0
    assert f"共90份问卷：写好{told[2]}份，已是最新、没有重写{told[1]}份" in again.stderr


@posix
def test_a_terminal_that_is_closed_stops_the_work_as_ctrl_c_does(tmp_path: Path) -> None:
    offices(tmp_path / "各街道", 60)
    running = _started(tmp_path, "draft", "--all", "各街道", "-o", "初稿", "--jobs", "2")
    while not list((tmp_path / "初稿").rglob("*.docx")):
        assert running.poll() is None
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGHUP)
    _, err = running.communicate(timeout=60)
    assert running.returncode == 2
    assert "已停止" in err
    assert not list((tmp_path / "初稿").rglob("*.tmp"))


def test_two_runs_at_once_into_one_folder_do_not_disturb_each_other(tmp_path: Path) -> None:
    offices(tmp_path / "各街道", 5)
    command = ["draft", "--all", "各街道", "-o", "初稿", "--jobs", "2"]
    runs = [_started(tmp_path, *command) for _ in range(2)]
    ended = [(run.communicate(timeout=120)[1], run.returncode) for run in runs]
    drafts = {name: data for name, data in contents(tmp_path / "初稿").items() if "docx" in name}
    alone = drafter("draft", "--all", "各街道", "-o", "对照", folder=tmp_path)
    assert alone.returncode == 0
    expected = contents(tmp_path / "对照")
    assert drafts == {name: expected[name] for name in drafts}
    assert len(drafts) == 5
    assert [code for _, code in ended] == [0, 0], ended
    again = drafter(*command, folder=tmp_path)
    assert "已是最新、没有重写5份" in again.stderr


def _on_a_terminal(folder: Path, settings: Mapping[str, str]) -> str:
    """What a terminal of 80 columns shows when three drafts are written."""
    import pty
    import termios

    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))  # type: ignore[attr-defined, unused-ignore]
    running = subprocess.Popen(
        [sys.executable, "-X", "utf8", "-m", "drafter",
         "draft", "--all", "各街道", "-o", "初稿", "--to", "txt"],
        stdin=theirs, stdout=theirs, stderr=theirs, cwd=folder, env={**os.environ, **settings},
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    with contextlib.suppress(OSError):  # so Linux tells that the other end is closed
        while data := os.read(ours, 4096):
            shown += data
    os.close(ours)
    assert running.wait(60) == 1
    return shown.decode()


@posix
@pytest.mark.parametrize(
    ("settings", "bar", "colour"),
    [
        ({"TERM": "xterm"}, True, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, True, False),
        ({"TERM": "dumb"}, False, False),
    ],
    ids=["terminal", "no colour", "dumb"],
)
def test_a_terminal_shows_a_bar_and_colours_as_far_as_it_is_asked(
    settings: Mapping[str, str], tmp_path: Path, *, bar: bool, colour: bool
) -> None:
    offices(tmp_path / "各街道", 3)
    (tmp_path / "各街道" / "街道01" / "2023.yaml").write_text(DAMAGED, encoding="utf-8")
    shown = _on_a_terminal(tmp_path, settings)
    assert ("出初稿  [" in shown and "3/3" in shown) is bar
    assert ("\x1b[31m" in shown) is colour
    assert "共3份问卷：写好2份，没有写成1份" in shown
    assert all(len(line) <= 80 for line in shown.split("\r") if "出初稿" in line)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["draft", "--all", "没有", "-o", "初稿"], "没有“没有”这个文件夹"),
        (["draft", "--all", "空", "-o", "初稿"], "里没有问卷"),
        (["draft", "--all", "空"], "-o"),
        (["draft", "--all", "空", "a.yaml", "-o", "b"], "就不要再写“a.yaml”"),
        (["draft", "--all", "空", "-o", "a.docx"], "要写一个文件夹"),
        (["draft", "--all", "空", "-o", "b", "--jobs", "0"], "--jobs"),
        (["draft", "a.yaml", "--jobs", "2"], "--all"),
        (["draft", "--all", "街道", "-o", "b", "--word", "没有"], "没有叫“没有”的 Word 模板"),
        (["draft", "--all", "街道", "-o", "街道/街道00/2023.yaml"], "要写一个文件夹"),
        (["check", "--all", "空"], "里没有可以检查的文件"),
        (["check", "--all", "空", "--last", "a.yaml"], "--last 不能和 --all 一起用"),
        (["check", "--all", "空", "--to", "docx"], "--to 不能和 --all 一起用"),
        (["check"], "缺少文件"),
    ],
)
def test_what_cannot_be_done_is_told_at_once_and_nothing_is_written(
    arguments: list[str], words: str, tmp_path: Path
) -> None:
    (tmp_path / "空").mkdir()
    offices(tmp_path / "街道", 1)
    before = contents(tmp_path)
    ran = drafter(*arguments, folder=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert words in ran.stderr
    assert "怎么" in ran.stderr
    assert contents(tmp_path) == before


def test_when_not_one_file_could_be_drafted_the_exit_code_says_so(tmp_path: Path) -> None:
    for path in offices(tmp_path / "各街道", 2):
        path.write_text(DAMAGED, encoding="utf-8")
    ran = drafter("draft", "--all", "各街道", "-o", "初稿", folder=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "没有写成2份" in ran.stderr
