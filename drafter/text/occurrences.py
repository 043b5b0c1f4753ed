"""Where words stand in a text, what encloses them, and the sentence around them."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from drafter.text.lazily import lazily

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

GAP = "…"
_MOST_GAP = 16
_GAP_STOPS = lazily("[，。；：！？]")
_SENTENCE_STOPS = lazily("[。；！？]")
_CLAUSE_STOPS = lazily("[，。；：！？]")
#: A sentence is not looked at further than this on either side.
_REACH = 200
_TITLES = lazily("《[^《》]*(?:《[^《》]*》[^《》]*)*》")
_QUOTES = lazily("“[^“”]*”")


def occurrences(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Start and end of each place where words stand, none overlapping.

    Args:
        text: where to look.
        words: literal; … in them stands for up to sixteen characters without ，。；：！？.
    """
    head, *tail = (part for part in words.split(GAP) if part)
    start = text.find(head)
    while start >= 0:
        end = _follow(text, start + len(head), tail)
        if end:
            yield start, end
        start = text.find(head, end or start + len(head))


def opening(words: str) -> str:
    """The first part of words, before any gap: where it is not, the words are not."""
    return words.partition(GAP)[0]


def _follow(text: str, at: int, parts: Sequence[str]) -> int:
    """Where the parts, each behind a gap, end; 0 when one is not there."""
    for part in parts:
        found = text.find(part, at, at + _MOST_GAP + len(part))
        if found < 0 or _GAP_STOPS.search(text, at, found):
            return 0
        at = found + len(part)
    return at


def beside(text: str, span: tuple[int, int], words: Sequence[str]) -> bool:
    """Whether one of the words overlaps a span of the text or stands right next to it."""
    start, end = span
    return any(word in text[max(start - len(word), 0) : end + len(word)] for word in words)


def titles(text: str) -> list[tuple[int, int]]:
    """Spans of 《…》, marks included; of one inside another only the outer."""
    return [match.span() for match in _TITLES.finditer(text)] if "《" in text else []


def quotes(text: str) -> list[tuple[int, int]]:
    """Spans of “…”, marks included."""
    return [match.span() for match in _QUOTES.finditer(text)] if "“" in text else []


def inside(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a span lies within one of others, which are in order and apart."""
    at = bisect_right(spans, start, key=lambda span: span[0]) - 1
    return at >= 0 and end <= spans[at][1]


def sentence_at(text: str, start: int, end: int) -> str:
    """The sentence around a span: up to 。；！？ on both sides."""
    first, last = _around(text, start, end, _SENTENCE_STOPS)
    return text[first:last]


def clause_at(text: str, start: int, end: int) -> str:
    """The clause around a span: up to ，。；：！？ on both sides."""
    first, last = _around(text, start, end, _CLAUSE_STOPS)
    return text[first:last]


def _around(text: str, start: int, end: int, stops: re.Pattern[str]) -> tuple[int, int]:
    first = max(start - _REACH, 0)
    for match in stops.finditer(text, first, start):
        first = match.end()
    behind = stops.search(text, end, end + _REACH)
    return first, behind.start() if behind else min(end + _REACH, len(text))
