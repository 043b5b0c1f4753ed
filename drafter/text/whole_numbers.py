"""A number as a whole: with the digits and separators that stand right at a part of it."""

from __future__ import annotations

_DIGITS = frozenset("0123456789０１２３４５６７８９")
#: What may stand between two digits of one number.
_SEPARATORS = frozenset(",，.． \u00a0\u2009\u202f")


def whole_number(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the number begins and ends that some characters are a part of.

    Characters that begin or end with something else than a digit are not a part of a longer
    number on that side.
    """
    if start >= end:
        return start, end
    if text[start] in _DIGITS:
        while _goes_on(text, start - 1, -1):
            start -= 1
    if text[end - 1] in _DIGITS:
        while _goes_on(text, end, 1):
            end += 1
    return start, end


def has_digits(text: str) -> bool:
    """Whether any digit is in it, half-width or full-width."""
    return not _DIGITS.isdisjoint(text)


def _goes_on(text: str, at: int, step: int) -> bool:
    """Whether a number goes on at a place, seen from the one before it in this direction."""
    if not 0 <= at < len(text):
        return False
    behind = at + step
    return text[at] in _DIGITS or (
        text[at] in _SEPARATORS and 0 <= behind < len(text) and text[behind] in _DIGITS
    )
