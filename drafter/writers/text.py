"""The report as plain text, for pasting into a web form or a mail."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from drafter.writers.blocks import Style, blocks

if TYPE_CHECKING:
    from drafter.model.report import Report

INDENT = "　　"  # two full-width blanks, as on the printed page

_FLUSH = frozenset({Style.ADDRESSEE, Style.SIGNATORY, Style.DATE, Style.BLANK})


def txt(report: Report, *, gaps: bool = True) -> str:
    """The report as text: title on one line, paragraphs indented, newline at the end.

    Args:
        report: what to print.
        gaps: see `drafter.writers.blocks.blocks`.
    """
    lines: list[str] = []
    for style, group in groupby(blocks(report, gaps=gaps), key=lambda block: block.style):
        texts = [block.text for block in group]
        if style is Style.TITLE:
            lines.append("".join(texts))
        else:
            lines += texts if style in _FLUSH else [INDENT + text for text in texts]
    return "\n".join(lines) + "\n"
