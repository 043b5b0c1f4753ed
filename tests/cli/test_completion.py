"""Completion: what is offered, and that real shells take it."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from tests.making import year_file
from tests.running import drafter

if TYPE_CHECKING:
    from pathlib import Path

SHELLS = ("bash", "zsh", "fish", "powershell")
_CONTROLS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|[\r\x08]")
START = {"bash": ("bash", "--norc", "-i"), "zsh": ("zsh", "-f", "-i"), "fish": ("fish", "-N")}
PATIENCE = 30  # seconds; the machine may be busy


def offered(folder: Path, *words: str, to: str = "bash") -> list[str]:
    """What the program answers, for a line whose last word is being typed."""
    line = "\n".join(("drafter", *words)) if to == "powershell" else " ".join(words)
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "drafter"],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env={
            **os.environ,
            "_DRAFTER_COMPLETE": f"{to}_complete",
            "COMP_WORDS": line if to == "powershell" else f"drafter {line}",
            "COMP_CWORD": str(len(words)),
        },
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout.split("\n")


def values(folder: Path, *words: str) -> list[str]:
    """The values that bash is offered."""
    return [line.removeprefix("plain,") for line in offered(folder, *words) if "plain," in line]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (("dra",), ["draft"]),
        (("-q", "sli"), ["slips"]),
        (("slips", ""), ["in", "out"]),
        (("draft", "--gaps", ""), ["show", "drop"]),
        (("new", "a.yaml", "--profile", "三"), ["三段式"]),
        (("new", "a.yaml", "--kind", "街"), ["街道"]),
        (("draft", "--word", "版"), ["版心"]),
        (("rules", "f203"), ["F203"]),
        (("check", "--select", "F203,W10"), ["F203,W101"]),
        (("draft", "--wo"), ["--word"]),
        (("draft", "--qu"), ["--quiet"]),
        (("nosuch", ""), []),
    ],
)
def test_values_are_offered(tmp_path: Path, words: tuple[str, ...], wanted: list[str]) -> None:
    assert values(tmp_path, *words)[: len(wanted)] == wanted


def test_year_files_alone_are_offered_also_of_folders_below(tmp_path: Path) -> None:
    (tmp_path / "乡 镇").mkdir()
    for name in ("2024.yaml", "2024.docx", ".2024.yaml", "乡 镇/a.yml"):
        (tmp_path / name).write_text("", "utf-8")
    assert values(tmp_path, "outline", "") == ["2024.yaml", "'乡 镇/a.yml'"]
    assert "file,x" in offered(tmp_path, "outline", "x")


def test_those_who_owe_something_are_offered_for_the_file_on_the_line(tmp_path: Path) -> None:
    year_file(tmp_path, "")
    assert "司法局" in values(tmp_path, "fill", "2023.yaml", "--only", "")
    assert values(tmp_path, "fill", "no.yaml", "--only", "") == []


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_goes_to_stdout_and_what_to_do_with_it_is_told(shell: str) -> None:
    ran = drafter("completion", shell)
    assert ran.returncode == 0
    assert "_DRAFTER_COMPLETE" in ran.stdout
    assert ran.stdout.isascii()
    assert f"drafter completion {shell} -q" in ran.stderr
    assert drafter("completion", shell, "-q").stderr == ""


def test_powershell_gets_three_lines_for_each_and_paths_with_backslashes(tmp_path: Path) -> None:
    lines = offered(tmp_path, "dra", to="powershell")
    assert lines[:2] == ["plain", "draft"]
    assert "初稿" in lines[2]
    (tmp_path / "a\\b.yaml").write_text("", "utf-8")
    assert offered(tmp_path, "outline", "a\\", to="powershell")[:2] == ["plain", "a\\b.yaml"]


class Shell:
    """A shell on a terminal of its own.

    Its `drafter` completes as ours does, and else writes down the words that it was given.
    """

    def __init__(self, name: str, folder: Path) -> None:
        self.got, self.ready, self.seen = folder / "got", folder / "ready", ""
        program = folder / "bin" / "drafter"
        program.parent.mkdir()
        program.write_text(
            f"#!{sys.executable}\nimport os, sys, json\n"
            "if '_DRAFTER_COMPLETE' in os.environ:\n"
            f"    run = [{sys.executable!r}, '-X', 'utf8', '-m', 'drafter']\n"
            "    os.execv(run[0], run)\n"
            f"open({str(self.got)!r}, 'w', encoding='utf-8').write(json.dumps(sys.argv[1:]))\n",
            "utf-8",
        )
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        script = folder / f"drafter.{name}"
        script.write_text(drafter("completion", name, "-q").stdout, "utf-8")
        start = f"{'. ' if name != 'fish' else 'source '}{script}; touch {self.ready}\r"
        if name == "zsh":
            start = f"autoload -Uz compinit && compinit -u; {start}"
        self.leader, follower = os.openpty()
        self.process = subprocess.Popen(
            ["setsid", "-c", *START[name]],
            stdin=follower,
            stdout=follower,
            stderr=follower,
            cwd=folder,
            env={
                **os.environ,
                "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
                "HOME": str(folder),
                "TERM": "xterm",
                "LC_ALL": "C.UTF-8",
            },
        )
        os.close(follower)
        threading.Thread(target=self._listen, daemon=True).start()
        self.type(start)
        self.wait(self.ready.exists)

    def _listen(self) -> None:
        try:
            while data := os.read(self.leader, 4096):
                self.seen += data.decode(errors="replace")
        except OSError:
            return

    def type(self, text: str) -> None:
        os.write(self.leader, text.encode())

    def wait(self, there: object) -> None:
        end = time.monotonic() + PATIENCE
        while not there():  # type: ignore[operator]
            assert time.monotonic() < end, self.seen
            time.sleep(0.05)

    def words(self, typed: str, shown: str) -> list[str]:
        """What the program is given when Tab is pressed behind the text, then Enter."""
        before = len(self.seen)
        self.type(typed + "\t")
        self.wait(lambda: shown in _CONTROLS.sub("", self.seen[before:]))
        self.type("\r")
        self.wait(lambda: self.got.exists() and self.got.read_text("utf-8"))
        words: list[str] = json.loads(self.got.read_text("utf-8"))
        self.got.unlink()
        return words

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.leader)


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_a_real_shell_completes_a_command_and_a_name_with_blanks(name: str, tmp_path: Path) -> None:
    if shutil.which(name) is None or shutil.which("setsid") is None:
        pytest.skip(f"{name} or setsid is not installed")
    (tmp_path / "我的 2026.yaml").write_text("", "utf-8")
    shell = Shell(name, tmp_path)
    try:
        assert shell.words("drafter outl", "outline") == ["outline"]
        assert shell.words("drafter outline 我", "2026.yaml") == ["outline", "我的 2026.yaml"]
        assert shell.words("drafter new --kind 街", "街道") == ["new", "--kind", "街道"]
    finally:
        shell.close()
