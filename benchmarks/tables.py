"""Tables of what was measured: for the screen, for the manual's page, as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Table:
    """One table.

    Attributes:
        name: of the part that it belongs to and what it shows, in Chinese.
        heads: of its columns.
        rows: as printed, as many cells as there are heads.
        notes: what must be known to read it, a sentence each.
    """

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


def as_text(table: Table) -> str:
    """For the screen: columns under each other, a 汉字 two columns wide."""
    lines = [table.heads, *table.rows]
    widths = [max(_width(line[column]) for line in lines) for column in range(len(table.heads))]
    printed = [
        "  ".join(_padded(cell, width, left=not i) for i, (cell, width) in enumerate(pairs))
        for pairs in (tuple(zip(line, widths, strict=True)) for line in lines)
    ]
    return "\n".join([table.name, *(line.rstrip() for line in printed), *table.notes, ""])


def as_markdown(table: Table) -> str:
    """For the manual's page."""
    marks = ["---", *["---:"] * (len(table.heads) - 1)]
    lines = [_row(table.heads), _row(marks), *map(_row, table.rows)]
    notes = [f"* {note}" for note in table.notes]
    gap = [""] if notes else []
    return "\n".join([f"#### {table.name}", "", *lines, *gap, *notes, ""])


def as_json(tables: Iterable[Table]) -> str:
    """For other programs."""
    return json.dumps([asdict(table) for table in tables], ensure_ascii=False, indent=1)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _padded(text: str, width: int, *, left: bool) -> str:
    blank = " " * (width - _width(text))
    return text + blank if left else blank + text


def milliseconds(values: list[float]) -> str:
    """Median and range of seconds."""
    ordered = sorted(values)
    middle = ordered[len(ordered) // 2]
    low, high = ordered[0] * 1000, ordered[-1] * 1000
    return f"{middle * 1000:.0f}（{low:.0f}–{high:.0f}）"


def times(value: float) -> str:
    """A ratio."""
    return f"{value:.2f}" if value < 10 else f"{value:.1f}"  # noqa: PLR2004


def seconds(values: list[float]) -> str:
    """Median and range."""
    ordered = sorted(values)
    return f"{ordered[len(ordered) // 2]:.1f}（{ordered[0]:.1f}–{ordered[-1]:.1f}）"
