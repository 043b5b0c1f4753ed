"""Columns of a terminal: a 汉字 takes two."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

if TYPE_CHECKING:
    from collections.abc import Iterator

_NARROWEST = 20


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


def _column(char: str) -> int:
    if combining(char):
        return 0
    return 2 if east_asian_width(char) in "WFA" else 1
