"""What a path is: a year file, a templates folder, else a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.readers.files import is_folder

if TYPE_CHECKING:
    from pathlib import Path

YEAR_FILES = (".yaml", ".yml")


def is_year_file(path: Path) -> bool:
    """Whether the name is a year file's; everything else is read as a report."""
    return path.suffix.lower() in YEAR_FILES


def is_templates(path: Path) -> bool:
    """Whether a path is a templates folder."""
    return is_folder(path / "indicators") and is_folder(path / "profiles")
