"""Writes the expected text and outline of every example anew; read the diff before committing."""

from __future__ import annotations

from pathlib import Path

from drafter.app.outline import outline
from drafter.writers.outline import outline_lines
from drafter.writers.text import txt

EXAMPLES = Path(__file__).parent.parent / "examples"
WIDTH = 100


def expected(year_file: Path) -> dict[str, str]:
    """The expected files of an example, by name."""
    report, _ = outline(year_file)
    lines = ("".join(text for text, _ in line) for line in outline_lines(report, WIDTH))
    return {"expected.txt": txt(report), "outline.txt": "".join(f"{line}\n" for line in lines)}


def main() -> None:
    """Write them all."""
    for year_file in sorted(EXAMPLES.glob("*/[0-9][0-9][0-9][0-9].yaml")):
        for name, text in expected(year_file).items():
            (year_file.parent / name).write_text(text, encoding="utf-8")
            print(year_file.parent / name)


if __name__ == "__main__":
    main()
