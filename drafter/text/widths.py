"""Columns of a terminal: a 汉字 takes two."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

if TYPE_CHECKING:
    from collections.abc import Iterator

_NARROWEST = 20
#: Marks that begin no line; two columns are left free for one at a line's end.
_CLOSING = frozenset("，。；：、！？）》】」”’…,.;:!?)")
_MARGIN = 2


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
    """As `wrapped`, but a closing mark stays on the line of what it closes.

    Args:
        text: the text.
        width: columns of a line; 0 = the text is one line.
    """
    if width <= 0 or not text:
        yield text
        return
    parts = wrapped(text, width - _MARGIN)
    part = next(parts, "")
    for after in parts:
        hangs = after[0] in _CLOSING
        yield part + after[0] if hangs else part
        part = after[1:] if hangs else after
    if part:
        yield part


def _column(char: str) -> int:
    if combining(char):
        return 0
    return 2 if east_asian_width(char) in "WFA" else 1
