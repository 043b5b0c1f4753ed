"""The printed lines of one PDF page, put together from its characters' places.

PDFium's own order is that of the file, where marks in another font may follow the whole line.
"""

from __future__ import annotations

import ctypes
import unicodedata
from typing import TYPE_CHECKING, Any

from drafter.model.record import record
from drafter.readers.documents.lines import clean
from drafter.readers.documents.pdf_lines import Line
from drafter.readers.documents.pdf_notes import find_notes

if TYPE_CHECKING:
    from collections.abc import Iterator

_SAME_LINE, _APART, _WORDS_APART, _CELLS_APART = 0.4, 1.0, 0.2, 1.5
MOST = 50_000  # a page has some six hundred
_TINY = 2  # points: some programs set all text in 1 point and enlarge the page


@record
class Char:
    """A character and where it is printed, in points."""

    text: str
    left: float
    right: float
    base: float
    size: float


def page_lines(page: Any, number: int) -> list[Line]:  # noqa: ANN401 - PDFium has no types
    """The lines of a page from top to bottom.

    Raises:
        OverflowError: it has more characters than any page, `MOST`.
    """
    words = page.get_textpage()
    try:
        if words.count_chars() > MOST:
            raise OverflowError
        chars = _chars(words)
    finally:
        words.close()
    rows = _rows(chars)
    notes = find_notes([[char for char in row if not char.text.isspace()] for row in rows])
    marks = set(map(id, notes.marks))
    found = []
    for at, row in enumerate(rows):
        note = at >= notes.first
        line = _line([char for char in row if id(char) not in marks], number, note=note)
        found += [line] if line else []
    return found


def _rows(chars: list[Char]) -> list[list[Char]]:
    """The characters that stand on one line each, from left to right; the lines top to bottom."""
    rows: list[list[Char]] = []
    for char in sorted(chars, key=lambda char: -char.base):
        near = rows and abs(rows[-1][0].base - char.base) <= _SAME_LINE * char.size
        if near:
            rows[-1].append(char)
        else:
            rows.append([char])
    for row in rows:
        row.sort(key=lambda char: char.left)
    return rows


def _chars(words: Any) -> list[Char]:  # noqa: ANN401 - PDFium has no types
    from pypdfium2 import raw

    found: list[Char] = []
    x, base, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    for n in range(words.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(words, n))
        # Blanks and line ends that PDFium adds are guesses.
        if char.isspace() and raw.FPDFText_IsGenerated(words, n):
            continue
        raw.FPDFText_GetCharOrigin(words, n, x, base)
        raw.FPDFText_GetLooseCharBox(words, n, box)
        size = raw.FPDFText_GetFontSize(words, n)
        size = size if size > _TINY else box.top - box.bottom
        found.append(Char(_usual(char), x.value, box.right, base.value, max(size, 1.0)))
    return found


def _line(row: list[Char], number: int, *, note: bool) -> Line | None:
    """The characters of a line as words; None when there are only blanks."""
    filled = [char for char in row if not char.text.isspace()]
    if not filled:
        return None
    text, before = "", None
    for char in row:
        if before is not None and not char.text.isspace() and _parted(before, char):
            text += " "
        text += char.text
        before = char
    shown = clean(_paired(text))
    if not shown:
        return None
    first, last = filled[0], filled[-1]
    cells = tuple(_cells(filled))
    return Line(shown, number, first.left, last.right, first.base, first.size, cells, note)


def _cells(filled: list[Char]) -> Iterator[str]:
    """The words of a line that wide gaps part, as the cells of a table's row are."""
    begun = 0
    for at in range(1, len(filled) + 1):
        ends = at == len(filled)
        if ends or filled[at].left - filled[at - 1].right > _CELLS_APART * filled[at].size:
            yield clean(_paired("".join(char.text for char in filled[begun:at])))
            begun = at


def _parted(before: Char, char: Char) -> bool:
    """Whether a blank is to be seen between two characters."""
    if before.text.isspace():
        return False
    gap = (char.left - before.right) / char.size
    latin = before.text.isascii() and char.text.isascii()
    return gap > (_WORDS_APART if latin else _APART)


def _paired(text: str) -> str:
    """Rare 汉字, of which PDFium gives the halves, made whole; a half by itself becomes �."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _usual(char: str) -> str:
    """A radical that a font gives for a 汉字 that looks alike, as the 汉字."""
    return unicodedata.normalize("NFKC", char) if "\u2e80" <= char <= "\u2fdf" else char
