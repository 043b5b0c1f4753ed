"""Footnotes at the foot of a PDF's page, and the small raised marks that lead to them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.readers.documents.pdf_lines import is_page_number
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.readers.documents.pdf_page import Char

_LABEL = lazily(r"[0-9]{1,2}|[①-⑳]|[*＊†]|[\[［【〔][0-9]{1,2}[\]］】〕]")
#: Of the size around it: the most that a mark has, the least that it is raised by, and the most
#: that the text of footnotes has.
_MARK, _RAISED, _SMALL = 0.75, 0.1, 0.85


@record
class Notes:
    """The footnotes of a page.

    Attributes:
        first: the first row that is of a footnote; the number of all rows where none is.
        marks: the characters in the text that lead to them.
    """

    first: int
    marks: tuple[Char, ...]


def find_notes(rows: Sequence[Sequence[Char]]) -> Notes:
    """The footnotes of a page's rows, which run from top to bottom, each from left to right.

    What is small at the foot of a page is a footnote only where a raised mark above it is the
    number that it begins with: a table's last rows, and m², stay.

    Args:
        rows: without blanks; a row may be empty.
    """
    marks = [mark for row in rows for mark in _raised(row)]
    foot = _foot(rows) if marks else len(rows)
    for at in range(foot, len(rows)):
        if _led(marks, rows[at : at + 1]):
            led = _led(marks, rows[at:])
            return Notes(at, tuple(char for mark in led for char in mark))
    return Notes(len(rows), ())


def _led(marks: Sequence[Sequence[Char]], rows: Sequence[Sequence[Char]]) -> list[Sequence[Char]]:
    """The marks that some row begins with; a page's number is no such row."""
    texts = [text for row in rows if not is_page_number(text := _text(row))]
    return [mark for mark in marks if any(text.startswith(_text(mark)) for text in texts)]


def _foot(rows: Sequence[Sequence[Char]]) -> int:
    """Where the rows begin that are smaller than the text, to the page's end or its number."""
    sizes = Counter(round(char.size) for row in rows for char in row)
    usual = sizes.most_common(1)[0][0]
    at = len(rows)
    while at and (_is_small(rows[at - 1], usual) or is_page_number(_text(rows[at - 1]))):
        at -= 1
    return at


def _is_small(row: Sequence[Char], usual: float) -> bool:
    return max((char.size for char in row), default=0) <= _SMALL * usual


def _raised(row: Sequence[Char]) -> list[list[Char]]:
    """The marks in a row: small characters above the line that the others stand on."""
    if not row:
        return []
    largest = max(row, key=lambda char: char.size)
    found: list[list[Char]] = [[]]
    for char in row:
        small = char.size <= _MARK * largest.size
        if small and char.base >= largest.base + _RAISED * largest.size:
            found[-1].append(char)
        else:
            found.append([])
    return [mark for mark in found if _LABEL.fullmatch(_text(mark))]


def _text(chars: Sequence[Char]) -> str:
    return "".join(char.text for char in chars)
