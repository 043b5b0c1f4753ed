"""Files that hold more than one report, or whose lines were cut to the width of a page."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from drafter.text.evening import even
from drafter.text.headings import read_number
from drafter.text.lazily import lazily
from drafter.text.marks import is_closed
from drafter.text.widths import columns

if TYPE_CHECKING:
    from drafter.model.old_report import OldReport, RawDocument, RawParagraph

_TITLE = lazily(
    "[^，。；：、《》]{0,40}(?:19|20)[0-9]{2}年度?[^，。；：《》]{0,20}(?:法治|法制|依法)"
    "[^，。；：《》]{0,20}(?:报告|总结|汇报)"
)
#: Columns of the longest line that a page has, how near to it a cut line ends (of the usual
#: width), and how many cut lines there are at least, as a number and of all lines.
_PAGE, _FULL, _LEAST, _SHARE = 100, 0.8, 5, 0.3
_USUAL = 0.9


def second_title(document: RawDocument, report: OldReport) -> RawParagraph | None:
    """The paragraph in the report's text that is another report's title; None when there is none.

    Args:
        document: as it was read.
        report: what was understood of it.
    """
    kept = {block.spot for block in report.blocks}
    for paragraph in document.paragraphs:
        text = even(paragraph.text)
        if paragraph.table or paragraph.spot not in kept or text == report.title:
            continue
        if _TITLE.fullmatch(text) and not read_number(text):
            return paragraph
    return None


def first_cut_line(document: RawDocument) -> RawParagraph | None:
    """The first line of a text file that goes on in the next one; None where lines are paragraphs.

    Only a file of many such lines is told: a single one may be a heading.
    """
    lines = document.paragraphs
    if document.kind != "txt" or len(lines) < _LEAST:
        return None
    usual = sorted(columns(line.text) for line in lines)[int(_USUAL * (len(lines) - 1))]
    if usual > _PAGE:
        return None
    cut = [
        line
        for line, following in pairwise(lines)
        if following.spot.line == line.spot.line + 1
        and columns(line.text) >= _FULL * usual
        and not is_closed(line.text)
        and not (read_number(line.text) or read_number(following.text))
    ]
    return cut[0] if len(cut) >= max(_LEAST, _SHARE * len(lines)) else None
