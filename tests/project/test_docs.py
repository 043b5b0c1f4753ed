"""The manual's steps, followed to the letter."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.running import drafter

ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "docs" / "改结构和句式.md"
_STEP = re.compile(r"`([^`\n]+\.yaml)`[^\n]*：\n\n```yaml\n(.*?)```|```sh\n(.*?)```", re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a copy of the templates, which the program is told to use."""
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    monkeypatch.setenv("DRAFTER_TEMPLATES", str(tmp_path / "templates"))
    return tmp_path


def test_adding_an_indicator_a_topic_and_a_structure_takes_only_the_files_of_the_manual(
    folder: Path,
) -> None:
    text = MANUAL.read_text(encoding="utf-8")
    ran = []
    for name, content, commands in _STEP.findall(text):
        if name:
            (folder / name).write_text(content, encoding="utf-8")
        for command in commands.splitlines():
            program, *arguments = command.split()
            assert program == "drafter"
            done = drafter(*arguments, folder=folder)
            assert done.returncode == 0, done.stderr
            ran.append(done)
    assert len(ran) == 3
    assert "巡河.次数" in ran[0].stdout
    promised = re.search(r"^> (.+)$", text, re.MULTILINE)
    assert promised
    assert promised.group(1) in (folder / "2024.txt").read_text(encoding="utf-8")
