"""How commands behave on terminals: quiet ones, narrow ones, slow work, no colours."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from drafter.text.widths import columns
from tests.making import year_file
from tests.running import drafter

pytestmark = pytest.mark.skipif(os.name == "nt", reason="terminals of Unix")
EXAMPLE = Path(__file__).parents[2] / "examples" / "longcheng-2023" / "2023.yaml"
WAITING = """
import time
from drafter.cli.waiting import waiting
with waiting("数数"):
    time.sleep({seconds})
print("好了")
"""


def on_terminal(*command: str, wide: int = 80, settings: dict[str, str] | None = None) -> str:
    """All that a program writes to a terminal."""
    leader, follower = os.openpty()
    env = {**os.environ, "TERM": "xterm", "COLUMNS": str(wide), **(settings or {})}
    process = subprocess.Popen(
        [sys.executable, "-X", "utf8", *command], stdout=follower, stderr=follower, env=env
    )
    os.close(follower)
    data = b""
    with suppress(OSError):
        while part := os.read(leader, 65536):
            data += part
    os.close(leader)
    assert process.wait() == 0
    return data.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("words", [["-q", "draft"], ["draft", "-q"], ["draft", "--quiet"]])
def test_quiet_leaves_the_result_alone(tmp_path: Path, words: list[str]) -> None:
    path = year_file(tmp_path, "")
    ran = drafter(*words, path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == f"{path.with_suffix('.docx')}\n"


def test_quiet_still_tells_errors_and_keeps_the_exit_code(tmp_path: Path) -> None:
    path = year_file(tmp_path, "数据: {普法.没有: 3场, 普法.活动: 3只}\n")
    loud, quiet = drafter("outline", path), drafter("outline", "-q", path)
    assert quiet.returncode == loud.returncode == 1
    assert "错误" in quiet.stderr
    assert "警告" not in quiet.stderr
    assert quiet.stdout == loud.stdout


def test_quiet_tells_why_a_final_draft_was_refused(tmp_path: Path) -> None:
    ran = drafter("draft", "-q", "--final", year_file(tmp_path, ""))
    assert ran.returncode == 1
    assert "没有写出定稿" in ran.stderr
    assert "还欠" in ran.stderr


def test_quiet_questions_are_still_asked(tmp_path: Path) -> None:
    path = year_file(tmp_path, "")
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "drafter", "fill", "-q", str(path)],
        check=False,
        input="q\n",
        capture_output=True,
        encoding="utf-8",
    )
    assert "（1/" in ran.stderr
    assert "还欠" not in ran.stderr


def test_after_a_second_the_work_is_named_and_taken_back_when_it_is_done() -> None:
    seen = on_terminal("-c", WAITING.format(seconds=1.5))
    assert "正在数数……1秒" in seen
    assert seen.endswith("\r\x1b[K好了\n")


def test_quick_work_says_nothing() -> None:
    assert on_terminal("-c", WAITING.format(seconds=0.1)) == "好了\n"


def test_a_dumb_terminal_gets_one_plain_line() -> None:
    seen = on_terminal("-c", WAITING.format(seconds=2.5), settings={"TERM": "dumb"})
    assert seen == "正在数数，请稍候……\n好了\n"


def test_ctrl_c_while_waiting_stops_at_once_and_leaves_a_clean_line() -> None:
    started = time.monotonic()
    code = WAITING.format(seconds=60).replace(
        "import time\n", "import os, signal, threading, time\n"
    )
    code = code.replace(
        'with waiting("数数"):',
        "threading.Timer(1.5, os.kill, [os.getpid(), signal.SIGINT]).start()\n"
        'try:\n  with waiting("数数"):\n    time.sleep(60)\n'
        "except KeyboardInterrupt:\n  pass\nif False:",
    )
    assert on_terminal("-c", code).endswith("\r\x1b[K好了\n")
    assert time.monotonic() - started < 50


@pytest.mark.parametrize("more", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colours_are_left_out_where_they_are_not_wanted(more: dict[str, str]) -> None:
    command = ("-m", "drafter", "outline", str(EXAMPLE))
    assert "\x1b[" in on_terminal(*command)
    assert "\x1b[" not in on_terminal(*command, settings=more)


@pytest.mark.parametrize("wide", [44, 60])
@pytest.mark.parametrize(
    "command",
    [
        ["--help"],
        ["draft", "--help"],
        ["outline", "-q", "{file}"],
        ["figures", "-q", "{file}"],
        ["check", "-q", "--select", "F203,W1,S2", "{file}"],
        ["compare", "-q", "{file}", "{file}"],
        ["profiles", "三段式"],
        ["rules"],
    ],
)
def test_no_line_is_wider_than_the_terminal(command: list[str], wide: int) -> None:
    words = [word.format(file=EXAMPLE) for word in command]
    seen = on_terminal("-m", "drafter", *words, wide=wide, settings={"NO_COLOR": "1"})
    # Commands and paths stay whole; of the tree's lines each takes one column.
    told = [line for line in seen.splitlines() if "drafter " not in line and "/" not in line]
    lines = [line.translate(dict.fromkeys(map(ord, "├└│─"), " ")) for line in told]
    assert len(lines) > 3 or "check" in command
    assert [line for line in lines if columns(line) > wide] == []
    assert [line for line in lines if line.strip()[:1] in set("，。；：、！？）》】”")] == []
