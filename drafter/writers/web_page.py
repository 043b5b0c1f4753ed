"""The report as a web page that keeps its shape when it is pasted into a site's editor."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from drafter.text.lazily import lazily
from drafter.writers.blocks import HEADINGS, Style, blocks, joined, public

if TYPE_CHECKING:
    from drafter.model.report import Report
    from drafter.writers.blocks import Block

#: Editors of government sites keep these two properties; they drop classes and style sheets.
_MIDDLE = ' style="text-align: center"'
_RIGHT = ' style="text-align: right"'
_INDENT = "text-indent: 2em"
#: Blanks that a browser would draw together or leave out.
_BLANKS = lazily(r"^[ \t]|[ \t]{2}|[ \t]$|\t")


def html(report: Report, *, gaps: bool = True) -> str:
    """The report as a page: `<h1>` for the title, `<h2>` to `<h5>` for headings, `<p>` for text.

    It is a public text: 主送机关 is not printed, nor is any comment.

    Args:
        report: what to print.
        gaps: see `drafter.writers.blocks.blocks`.
    """
    lines: list[str] = []
    layout = public(blocks(report, gaps=gaps))
    for style, group in groupby(layout, key=lambda block: block.style):
        if style is Style.TITLE:
            title = escape("".join(block.text for block in group), quote=False)
            lines.append(f"<h1{_MIDDLE}>{title}</h1>")
        elif style is not Style.BLANK:
            lines += [_element(block) for block in group]
    head = f'<meta charset="utf-8">\n<title>{escape(report.title.text, quote=False)}</title>'
    body = "\n".join(lines)
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n{head}\n</head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def _element(block: Block) -> str:
    """One block other than title and blank line."""
    text = escape(joined(block.pieces), quote=False)
    if block.style in HEADINGS:
        return f"<h{block.level + 1}>{text}</h{block.level + 1}>"
    if block.style in {Style.SIGNATORY, Style.DATE}:
        return f"<p{_RIGHT}>{text}</p>"
    heading = escape(joined(block.heading), quote=False)
    strong = f"<strong>{heading}</strong>" if heading else ""
    kept = "; white-space: pre-wrap" if _BLANKS.search(block.text) else ""
    return f'<p style="{_INDENT}{kept}">{strong}{text}</p>'
