"""The printed lines of one PDF page, put together from its characters' places.

PDFium's own order is that of the file, where marks in another font may follow the whole line.
"""

from __future__ import annotations

import ctypes
import unicodedata
from typing import Any

from drafter.model.record import record
from drafter.readers.documents.lines import clean
from drafter.readers.documents.pdf_lines import Line

_SAME_LINE, _APART, _WORDS_APART = 0.4, 1.0, 0.2
MOST = 50_000  # a page has some six hundred
_TINY = 2  # points: some programs set all text in 1 point and enlarge the page


@record
class _Char:
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
    chars.sort(key=lambda char: -char.base)
    rows: list[list[_Char]] = []
    for char in chars:
        near = rows and abs(rows[-1][0].base - char.base) <= _SAME_LINE * char.size
        if near:
            rows[-1].append(char)
        else:
            rows.append([char])
    return [line for row in rows if (line := _line(row, number))]


def _chars(words: Any) -> list[_Char]:  # noqa: ANN401 - PDFium has no types
    from pypdfium2 import raw

    found: list[_Char] = []
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
        found.append(_Char(_usual(char), x.value, box.right, base.value, max(size, 1.0)))
    return found


def _line(row: list[_Char], number: int) -> Line | None:
    """The characters of a line as words; None when there are only blanks."""
    row.sort(key=lambda char: char.left)
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
    return Line(shown, number, first.left, last.right, first.base, first.size)


def _parted(before: _Char, char: _Char) -> bool:
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
