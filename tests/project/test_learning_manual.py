"""The manual on learning a structure, followed to the letter."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.running import drafter

ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "docs" / "学一种结构.md"
_BLOCK = re.compile(r"```(sh|yaml)\n(.*?)```(?:\n\n> ([^\n]+))?", re.DOTALL)


def test_the_commands_of_the_manual_run_and_give_what_it_shows(tmp_path: Path) -> None:
    for path in (ROOT / "tests" / "learn" / "公开").glob("*.txt"):
        shutil.copy(path, tmp_path)
    shown, ran = [], 0
    for kind, text, promised in _BLOCK.findall(MANUAL.read_text("utf-8")):
        if kind == "yaml":
            shown.append(text)
            continue
        told = ""
        for command in text.splitlines():
            program, *arguments = command.split()
            assert program == "drafter"
            done = drafter(*arguments, folder=tmp_path)
            assert done.returncode == 0, done.stderr
            told += done.stdout + done.stderr
            ran += 1
        assert promised.strip() in told
    assert ran == 6
    learned = (tmp_path / "公开年报.yaml").read_text("utf-8")
    assert shown
    assert all(text in learned for text in shown)
