"""How long `drafter adopt` works on a ten-page Word file, and how that grows with the text.

    python benchmarks/adopt.py

Everything is measured in one run: the work of a fresh process (imports, reading, understanding,
mapping, writing) less that of a process that only starts, then each step on texts 1, 4, 16 and 64
times as long. Medians of five; compare the ratios, not the seconds.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document

from drafter.app.draft import draft
from drafter.readers.documents import read_document
from drafter.text.old_outline import understand

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLE = Path(__file__).parent.parent / "examples" / "ankang-2020" / "2020.yaml"
RUNS = 5


def median(work: Callable[[], object]) -> float:
    """Seconds, the median of some runs after one that is not counted."""
    work()
    taken = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def process(*arguments: str) -> Callable[[], object]:
    """A fresh interpreter."""
    command = [sys.executable, *arguments]
    # As at a user's desk, where the compiled modules are kept.
    settings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return lambda: subprocess.run(command, check=True, capture_output=True, env=settings)


def longer(source: Path, times: int, folder: Path) -> Path:
    """A Word file with the report's body `times` over."""
    paragraphs = [p.text for p in Document(str(source)).paragraphs if p.text]
    document = Document()
    for _ in range(times):
        for text in paragraphs:
            document.add_paragraph(text)
    path = folder / f"{times}.docx"
    document.save(str(path))
    return path


def work(path: Path) -> None:
    """Read a report and understand it."""
    understand(read_document(path))


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        report = draft(EXAMPLE, folder / "report.docx").path
        if report is None:
            raise SystemExit(1)
        bare = median(process("-c", "pass"))
        adopt = ("-m", "drafter", "adopt", str(report), "--json")
        print(f"adopt, beyond interpreter start: {median(process(*adopt)) - bare:.2f} s")
        first = 0.0
        for times in (1, 4, 16, 64):
            path = longer(report, times, folder)
            taken = median(partial(work, path))
            first = first or taken
            print(
                f"read and understand, {times:2} x the text: {taken:.3f} s, {taken / first:.1f} x"
            )


if __name__ == "__main__":
    main()
