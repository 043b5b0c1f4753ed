"""Folders of small year files for the tests of `--all`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.making import HEAD

if TYPE_CHECKING:
    from pathlib import Path

FULL = "数据: {普法.活动: 3场, 普法.资料: 20份}\n"
#: What a clerk types who has the full-width colon switched on.
DAMAGED = "报告：2023\n"


def offices(folder: Path, count: int, text: str = FULL) -> list[Path]:
    """A folder for each office, with a year file that differs from the others."""
    made = []
    for number in range(count):
        below = folder / f"街道{number:02d}"
        below.mkdir(parents=True)
        path = below / "2023.yaml"
        path.write_text(HEAD + text.replace("3场", f"{number + 3}场"), encoding="utf-8")
        made.append(path)
    return made


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
