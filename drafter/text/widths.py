"""Columns of a terminal: a 汉字 takes two."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

if TYPE_CHECKING:
    from collections.abc import Iterator

_NARROWEST = 20
#: Marks that begin no line, and those that end none.
_CLOSING = frozenset("，。；：、！？）》】〕」”’％…,.;:!?)%")
_OPENING = frozenset("（《【〔「“‘(")
_BACK = 12  # characters that a line may end earlier for the sake of these and of whole words


def columns(text: str) -> int:
    """How many columns the text takes."""
    return sum(_column(char) for char in text)


def wrapped(text: str, width: int) -> Iterator[str]:
    """The text in parts of at most `width` columns (20 at the least); joined they give it back."""
    width = max(width, _NARROWEST)
    part, taken = "", 0
    for char in text:
        wide = _column(char)
        if part and taken + wide > width:
            yield part
            part, taken = "", 0
        part += char
        taken += wide
    if part:
        yield part


def typeset(text: str, width: int) -> Iterator[str]:
    """As `wrapped`, but no mark is parted from what it closes or opens, and no word or number cut.

    Args:
        text: the text.
        width: columns of a line; 0 = the text is one line.
    """
    if width <= 0 or not text:
        yield text
        return
    while text:
        part = next(wrapped(text, width))
        if len(part) < len(text):
            part = part[: _line_end(text, len(part))]
        yield part
        text = text[len(part) :]


def _line_end(text: str, most: int) -> int:
    """Where the line ends that can hold so many characters; there if no better place is near."""
    for end in range(most, max(most - _BACK, 0), -1):
        before, after = text[end - 1], text[end]
        in_word = before.isascii() and before.isalnum() and after.isascii() and after.isalnum()
        if after not in _CLOSING and before not in _OPENING and not in_word:
            return end
    return most


def _column(char: str) -> int:
    if combining(char):
        return 0
    return 2 if east_asian_width(char) in "WFA" else 1
