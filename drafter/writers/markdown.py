"""The report as Markdown (CommonMark)."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from drafter.text.lazily import lazily
from drafter.writers.blocks import CLOSED, HEADINGS, Style, blocks, joined, public

if TYPE_CHECKING:
    from drafter.model.report import Report
    from drafter.writers.blocks import Block

# Marks that may open or close something anywhere in a line.
_ANYWHERE = lazily(r"([\\`*_\[\]<>&#|~$])")
# What makes a list, a rule or a heading's underline at the head of a line.
_AT_HEAD = lazily(r"([-+=])|(\d{1,9})([.)])")
# Readers strip blanks at both ends, full-width ones included.
_OUTER_BLANKS = lazily(r"^\s+|\s+$")


def md(report: Report, *, gaps: bool = True) -> str:
    """The report as Markdown: `#` for the title, `##` and below for headings.

    It is a public text, for a site's editor: 主送机关 is not printed.

    Args:
        report: what to print.
        gaps: see `drafter.writers.blocks.blocks`.
    """
    paragraphs: list[str] = []
    layout = public(blocks(report, gaps=gaps))
    for style, group in groupby(layout, key=lambda block: block.style):
        if style is Style.TITLE:
            paragraphs.append("# " + escaped("".join(block.text for block in group)))
        elif style is not Style.BLANK:
            paragraphs += [_paragraph(block) for block in group]
    return "\n\n".join(paragraphs) + "\n"


def escaped(text: str, *, head: bool = False) -> str:
    """`text` so that a Markdown reader gives it back as it is.

    Args:
        text: one line.
        head: whether it opens a paragraph, where `1.` or `-` would begin a list.
    """
    marked = _ANYWHERE.sub(r"\\\1", text)
    if head and (found := _AT_HEAD.match(marked)):
        at = found.start(1) if found[1] else found.start(3)
        marked = f"{marked[:at]}\\{marked[at:]}"
    return _OUTER_BLANKS.sub(lambda blanks: "".join(f"&#{ord(c)};" for c in blanks[0]), marked)


def _paragraph(block: Block) -> str:
    """One block other than title and blank line."""
    if block.style in HEADINGS:
        return f"{'#' * (block.level + 1)} {escaped(block.text)}"
    if block.style is Style.RUN_IN:
        # The mark stays outside: CommonMark does not close ** between a mark and a word.
        heading = joined(block.heading)
        mark = heading[-1] if heading.endswith(CLOSED) else ""
        bold = escaped(heading.removesuffix(mark))
        return f"**{bold}**{mark}{escaped(joined(block.pieces))}"
    return escaped(block.text, head=True)
