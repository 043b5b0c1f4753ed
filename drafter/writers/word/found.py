"""Texts that were read from a Word document, found in it again."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.writers.word.flow import Stretch, is_seen

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from drafter.writers.word.flow import Flow

#: An automatic number, which Word prints and no run holds, is no longer.
_LONGEST_NUMBER = 12


@record
class Found:
    """Where a text stands.

    Attributes:
        start: place in the flow of its first character.
        end: place behind its last.
        dropped: how many of its first characters are not in the document (an automatic number).
    """

    start: int
    end: int
    dropped: int = 0


def find_texts(flow: Flow, texts: Sequence[str], wanted: Collection[int]) -> dict[int, Found]:
    """Where the texts stand.

    Args:
        flow: the document.
        texts: its paragraphs as they were read, in order; a title may join several.
        wanted: which of them have to be found, by their places in `texts`; the others only lead
            the way, since the same words may stand in several paragraphs.

    Returns:
        Of the wanted ones those that were found.
    """
    search = _Search(flow)
    found = {}
    for place, text in enumerate(texts):
        seen = without_blanks(text)
        at = search.find(seen, thoroughly=place in wanted) if seen else None
        if at is not None and place in wanted:
            found[place] = at
    return found


def words_in(found: Found, text: str, start: int, end: int) -> Stretch:
    """Where some words of a text stand; the whole text where they are not in the document.

    Args:
        found: the text's place.
        text: the text as it was read.
        start: where the words begin in it.
        end: behind their end; the same as `start` when the whole text is meant.
    """
    before = len(without_blanks(text[:start])) - found.dropped
    length = len(without_blanks(text[start:end]))
    first = found.start + max(before, 0)
    last = min(found.start + before + length, found.end)
    return Stretch(first, last) if first < last else Stretch(found.start, found.end)


def without_blanks(text: str) -> str:
    """The characters that count."""
    return "".join(char for char in text if is_seen(char))


class _Search:
    """Finds one text after another, each behind the one before where that can be."""

    def __init__(self, flow: Flow) -> None:
        self._text = "".join(flow.chars)
        self._units: dict[str, list[Stretch]] = {}
        for unit in flow.units:
            self._units.setdefault(self._text[unit.start : unit.end], []).append(unit)
        self._cursor = 0

    def find(self, text: str, *, thoroughly: bool) -> Found | None:
        """Where the text stands; a thorough search looks everywhere."""
        found = self._unit(text, self._cursor)
        if found is None and thoroughly:
            found = self._unit(text, 0) or self._across(text, self._cursor) or self._across(text, 0)
        if found is not None:
            self._cursor = found.end
        return found

    def _unit(self, text: str, since: int) -> Found | None:
        """The first paragraph at or behind `since` that is the text, an automatic number apart."""
        for dropped in range(min(_LONGEST_NUMBER + 1, len(text))):
            units = self._units.get(text[dropped:], [])
            at = bisect_left(units, Stretch(since, 0))
            if at < len(units) and not self._stands_before(text[:dropped], units[at]):
                return Found(*units[at], dropped)
        return None

    def _stands_before(self, words: str, unit: Stretch) -> bool:
        """Whether words that look like an automatic number stand in the paragraph before."""
        return bool(words) and self._text.endswith(words, 0, unit.start)

    def _across(self, text: str, since: int) -> Found | None:
        """The first place at or behind `since` where the text stands, whatever is around it."""
        at = self._text.find(text, since)
        return Found(at, at + len(text)) if at >= 0 else None
