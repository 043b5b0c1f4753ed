"""Words that differ from a known term in one character.

A word as long as a term with one wrong character has one half of the term unharmed. So each half
is looked for as it is, and only where it stands the other one is compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.text.mistakable import mistakable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: From here on any character inside a term counts; in its first and its last two, and in shorter
#: terms, only one that is taken for the right one: 行政处理决定 is not 行政处罚决定 mistyped.
_LONG, _ENDS = 7, 2
_SHORTEST = 4
_FIRST_HAN, _LAST_HAN = "\u4e00", "\u9fff"


@record
class NearTerm:
    """Words that are nearly a term.

    Attributes:
        start: where they begin.
        end: where they end.
        at: where the wrong character stands.
        term: the term.
    """

    start: int
    end: int
    at: int
    term: str


@record
class _Part:
    """One half of a term.

    Attributes:
        term: the term.
        offset: where the half stands in it.
        wanted: the other half.
        begin: where that begins, from the half's place.
        end: where it ends, from the half's place.
    """

    term: str
    offset: int
    wanted: str
    begin: int
    end: int


def near_terms(text: str, terms: Iterable[str], exceptions: Iterable[str]) -> Iterator[NearTerm]:
    """Words of a text that are nearly a term, in order; of several that overlap the longest.

    Args:
        text: a text, of many paragraphs too.
        terms: right terms.
        exceptions: other right words: what belongs to one of them is right.
    """
    known = tuple(dict.fromkeys(term for term in terms if len(term) >= _SHORTEST))
    found: dict[int, NearTerm] = {}
    for half, parts in _halves(known, text).items():
        at = text.find(half)
        while at >= 0:
            for part in parts:
                rest = text[max(at + part.begin, 0) : at + part.end]
                wanted = part.wanted
                # Of the other half all but one character is right, the first or the last with it.
                if rest != wanted and (rest[:1] == wanted[0] or rest[-1:] == wanted[-1]):
                    hit = _compared(rest, at, part)
                    if hit and (hit.at not in found or len(found[hit.at].term) < len(part.term)):
                        found[hit.at] = hit
            at = text.find(half, at + len(half))
    right = (*known, *exceptions)
    yield from (found[at] for at in sorted(found) if not _is_right(text, at, right))


def _halves(terms: Iterable[str], text: str) -> dict[str, list[_Part]]:
    """For each half of a term that stands in the text the terms that hold it."""
    halves: dict[str, list[_Part]] = {}
    for term in terms:
        middle, size = len(term) // 2, len(term)
        first, last = term[:middle], term[middle:]
        if first in text:
            halves.setdefault(first, []).append(_Part(term, 0, last, middle, size))
        if last in text:
            halves.setdefault(last, []).append(_Part(term, middle, first, -middle, 0))
    return halves


def _is_right(text: str, place: int, right: Iterable[str]) -> bool:
    """Whether a character belongs to a word that is right."""
    return any(
        text.find(word, max(place - len(word) + 1, 0), place + len(word)) >= 0 for word in right
    )


def _compared(rest: str, at: int, part: _Part) -> NearTerm | None:
    """The words where one half of a term stands, if the other half has one wrong character."""
    if len(rest) != len(part.wanted):
        return None
    wrong = [n for n, char in enumerate(rest) if char != part.wanted[n]]
    if len(wrong) != 1:
        return None
    size, place = len(part.term), wrong[0] + (0 if part.offset else len(part.term) // 2)
    written = rest[wrong[0]]
    inside = size >= _LONG and _ENDS <= place < size - _ENDS
    alike = _FIRST_HAN <= written <= _LAST_HAN and (inside or mistakable(written, part.term[place]))
    start = at - part.offset
    return NearTerm(start, start + size, start + place, part.term) if alike else None
