"""Wrong words found in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.text.occurrences import beside, inside, occurrences, opening, sentence_at, titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from drafter.model.wording import Slip


def slips_at(slips: Iterable[Slip], day: date | None) -> tuple[Slip, ...]:
    """Those that are wrong in a document of that day; None = the day is not known."""
    return tuple(s for s in slips if s.first is None or (day is not None and s.first <= day))


def slips_in(slips: Iterable[Slip], text: str) -> tuple[Slip, ...]:
    """Those that may stand in a text: their first words do."""
    return tuple(slip for slip in slips if opening(slip.words) in text)


def find_slips(text: str, slips: Iterable[Slip]) -> Iterator[tuple[int, int, Slip]]:
    """Wrong words in order, with start and end; none within another one."""
    found = [(a, b, slip) for slip in slips for a, b in occurrences(text, slip.words)]
    if not found:
        return
    named = titles(text)
    last = 0
    for start, end, slip in sorted(found, key=lambda one: (one[0], -one[1])):
        if end <= last or (not slip.in_titles and inside(named, start, end)):
            continue
        if not _right(text, start, end, slip):
            last = end
            yield start, end, slip


def _right(text: str, start: int, end: int, slip: Slip) -> bool:
    """Whether the words are right where they stand."""
    if beside(text, (start, end), slip.unless):
        return True
    sentence = sentence_at(text, start, end) if slip.unless_sentence else ""
    return any(word in sentence for word in slip.unless_sentence)
