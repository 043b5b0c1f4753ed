"""The program run as a clerk runs it: a process of its own."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def drafter(*arguments: str | Path, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run `drafter` and take its output as UTF-8 text."""
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "drafter", *map(str, arguments)],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
    )
