"""A draft adopted, and drafted again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.app.adopt import adopt
from drafter.app.draft import Format, draft

if TYPE_CHECKING:
    from pathlib import Path


def words_again(report: Path, folder: Path) -> str:
    """What a report says once `adopt` has read it, without blanks and line ends."""
    adopt(report, folder / "again.yaml")
    again = draft(folder / "again.yaml", to=Format.TXT).path
    assert again is not None
    return "".join(again.read_text(encoding="utf-8").split())


def expected_words(year_file: Path) -> str:
    """What the example of a year file says, likewise."""
    return "".join((year_file.parent / "expected.txt").read_text(encoding="utf-8").split())
