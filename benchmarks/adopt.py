"""How long `drafter adopt` works on a ten-page Word file, and how that grows with the text.

    python -m benchmarks.adopt

Everything is measured in one run: the work of a fresh process (imports, reading, understanding,
mapping, writing) less that of a process that only starts, then each step on texts 1, 4, 16 and 64
times as long. Medians of five; compare the ratios, not the seconds.
"""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

from docx import Document

from benchmarks.timing import median, process
from drafter.app.draft import draft
from drafter.readers.documents import read_document
from drafter.text.old_outline import understand

EXAMPLE = Path(__file__).parent.parent / "examples" / "ankang-2020" / "2020.yaml"


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
        report = draft(EXAMPLE, folder / "report.docx", final=True).path
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
