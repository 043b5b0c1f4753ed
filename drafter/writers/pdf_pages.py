"""What a finished PDF shows: its fonts, and characters for which they have no shape."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

from drafter.model.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator

#: From here on characters are 汉字 and the marks that go with them.
_WIDE = 0x2E80
#: Asked for this, a font gives the box that it prints for what it lacks.
_NO_CHARACTER = 0
#: What PDFium gives for a hyphen at the end of a line.
_HYPHENS = {0x2: "-", 0xFFFE: "-"}
_SURROGATES = range(0xD800, 0xE000)
_LONGEST = 256
_SIZE = 100.0  # points in which shapes are compared
_ENOUGH = 12  # points of a shape that tell it from the box that stands for all missing ones


@record
class Shown:
    """What the pages show.

    Attributes:
        fonts: names of the fonts that print something, as the PDF has them.
        boxes: 汉字 and their marks that come out as empty boxes, in printed order, each once.
        text: all that is printed, in no certain order.
    """

    fonts: frozenset[str]
    boxes: tuple[str, ...]
    text: str


def shown(pdf: bytes) -> Shown:
    """Look at the pages of a PDF.

    Raises:
        ValueError: it is damaged.
    """
    import pypdfium2

    fonts: set[str] = set()
    boxes: dict[str, None] = {}
    texts: list[str] = []
    seen: set[tuple[str, int]] = set()
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as problem:
        raise ValueError("damaged") from problem
    try:
        for number in range(len(document)):
            page = document[number]
            words = page.get_textpage()
            texts.append(words.get_text_range().translate(_HYPHENS))
            for code, font in _characters(words):
                name = _name(font)
                fonts.add(name)
                if code >= _WIDE and (name, code) not in seen and not _has_shape(font, code):
                    boxes[chr(code)] = None
                seen.add((name, code))
            words.close()
            page.close()
    finally:
        document.close()
    return Shown(frozenset(fonts), tuple(boxes), "".join(texts))


def _characters(words: Any) -> Iterator[tuple[int, Any]]:  # noqa: ANN401 - PDFium has no types
    """Each character of a page, blanks left out, with the font that prints it."""
    from pypdfium2 import raw

    for at in range(words.count_chars()):
        code = raw.FPDFText_GetUnicode(words, at)
        # Half of a character beyond the first 65536, whose shape cannot be asked for.
        if code in _SURROGATES or chr(code).isspace():
            continue
        part = raw.FPDFText_GetTextObject(words, at)
        font = raw.FPDFTextObj_GetFont(part) if part else None
        if font:
            yield code, font


def _name(font: Any) -> str:  # noqa: ANN401 - PDFium has no types
    """The font's name in the PDF; LibreOffice puts BAAAAA+ before it."""
    from pypdfium2 import raw

    buffer = ctypes.create_string_buffer(_LONGEST)
    raw.FPDFFont_GetBaseFontName(font, buffer, _LONGEST)
    return buffer.value.decode("utf-8", "replace").rpartition("+")[2]


def _has_shape(font: Any, code: int) -> bool:  # noqa: ANN401 - PDFium has no types
    """Whether a font has a shape of its own for a character."""
    shape = _shape(font, code)
    return bool(shape) and shape != _shape(font, _NO_CHARACTER)


def _shape(font: Any, code: int) -> tuple[float, ...]:  # noqa: ANN401 - PDFium has no types
    """How many strokes a character has, and where the first of them lead."""
    from pypdfium2 import raw

    path = raw.FPDFFont_GetGlyphPath(font, code, _SIZE)
    count = raw.FPDFGlyphPath_CountGlyphSegments(path) if path else 0
    if count <= 0:
        return ()
    points: list[float] = [float(count)]
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(min(count, _ENOUGH)):
        stroke = raw.FPDFGlyphPath_GetGlyphPathSegment(path, at)
        raw.FPDFPathSegment_GetPoint(stroke, x, y)
        points += (x.value, y.value)
    return tuple(points)
