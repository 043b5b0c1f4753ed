"""The page on adding a check, followed to the letter in a copy of the project."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "加一条检查.md"
_STEP = re.compile(
    r"(?:`(?P<file>[^`\n]+)`[^\n]*：\n\n)?```(?P<kind>[a-z]+)\n(?P<text>.*?)```", re.DOTALL
)
_PROMISED = re.compile(r"^> (.+)$", re.MULTILINE)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The program, its templates and its cases of rules, to be changed."""
    for name in ("drafter", "templates", "tests"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    return tmp_path


def follow(folder: Path, text: str) -> str:
    """Do every step of a page; what the commands printed."""
    printed, file, found = "", Path(), ""
    for step in _STEP.finditer(text):
        kind, words = step["kind"], step["text"]
        if kind == "find":
            file, found = folder / step["file"], words
        elif kind in {"add", "above"}:
            content = file.read_text("utf-8")
            assert content.count(found) == 1, found
            both = found + words if kind == "add" else words + found
            file.write_text(content.replace(found, both), "utf-8")
        elif kind == "sh":
            printed += "".join(run(folder, command) for command in words.splitlines())
        else:
            (folder / step["file"]).write_text(words, "utf-8")
    return printed


def run(folder: Path, command: str) -> str:
    """What a command of the page prints, in the changed copy."""
    program, *arguments = command.split()
    assert program == "drafter"
    done = subprocess.run(
        [sys.executable, "-m", "drafter", *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout


def test_a_newcomer_adds_a_word_a_relation_and_a_rule_by_the_page(copy: Path) -> None:
    text = PAGE.read_text("utf-8")
    printed = follow(copy, text)
    promised = _PROMISED.findall(text)
    assert len(promised) == 2
    for words in promised:
        assert words in printed
    tested = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-k", "W901", "tests/checks/test_cases.py"],
        cwd=copy,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONPATH": str(copy)},
    )
    assert "3 passed" in tested.stdout, tested.stdout
