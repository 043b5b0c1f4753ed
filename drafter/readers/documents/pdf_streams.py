"""What a PDF's packed streams come to, looked at before PDFium unpacks them without a bound."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

from drafter.readers.documents.codes import DocumentFault, refusal
from drafter.readers.documents.load import MIB

if TYPE_CHECKING:
    from pathlib import Path

_STREAM = re.compile(rb"stream\r?\n")
_END = b"endstream"
_DICTIONARY = 2000  # bytes before a stream in which its dictionary is looked for
_PICTURE, _FONT = (
    re.compile(rb"/Image\b"),
    re.compile(rb"/Length1\b|/CIDFontType0C|/Type1C|/OpenType"),
)
#: Bytes that a stream may unpack to: a page scanned at 600 dots an inch; a Chinese font; anything
#: else, of which the text of a page is some ten thousand.
_MOST_PICTURE, _MOST_FONT, _MOST = 128 * MIB, 64 * MIB, 16 * MIB
_LAYERS = 8


def check_streams(path: Path, data: bytes) -> None:
    """Look at every stream packed with Flate, the packing that nearly all programs use.

    Raises:
        DrafterError: one is packed over and over, or unpacks to more than any page needs.
    """
    behind = 0
    for match in _STREAM.finditer(data):
        start = match.end()
        end = data.find(_END, start)
        end = len(data) if end < 0 else end
        words = data[max(behind, match.start() - _DICTIONARY) : match.start()]
        if b"Flate" in words or b"/Fl" in words:
            _check(path, data[start:end], _most(words))
        behind = start


def _most(dictionary: bytes) -> int:
    if _PICTURE.search(dictionary):
        return _MOST_PICTURE
    return _MOST_FONT if _FONT.search(dictionary) else _MOST


def _check(path: Path, packed: bytes, most: int) -> None:
    for _ in range(_LAYERS):
        try:
            unpacked = zlib.decompressobj().decompress(packed, most + 1)
        except zlib.error:
            return  # no Flate, or the end of what is packed over and over
        if len(unpacked) > most:
            break
        packed = unpacked
    message = f"“{path}”里有一处解开后超过{most // MIB}MB，没有读取"
    remedy = "这样的文件不会是一份报告，请看看它的来路；有 Word 文件的，改用 Word 文件"
    raise refusal(DocumentFault.SWOLLEN, path, message, remedy)
