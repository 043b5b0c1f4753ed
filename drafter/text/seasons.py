"""Set phrases that have their time, found in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.text.lazily import lazily
from drafter.text.occurrences import inside, occurrences, opening, sentence_at, titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.model.wording import Season

#: Ways to write the dash between two years, and the one that the calendar uses.
_OTHER_DASHES = "－–―‒‐-~～〜"
_DASHES = str.maketrans(_OTHER_DASHES, "—" * len(_OTHER_DASHES))
_DASH = lazily(f"[{re.escape(_OTHER_DASHES)}]")


@record
class Mention:
    """A set phrase in a text.

    Attributes:
        season: which one.
        start: where it begins.
        end: where it ends.
        sentence: the sentence around it.
    """

    season: Season
    start: int
    end: int
    sentence: str


def seasons_in(texts: Iterable[str], seasons: Iterable[Season]) -> tuple[Season, ...]:
    """Those of which a text may speak: their words stand in one of the texts."""
    even = "\n".join(texts).translate(_DASHES)
    return tuple(
        season for season in seasons if any(opening(words) in even for words in season.words)
    )


def mentions(text: str, seasons: Iterable[Season]) -> Iterator[Mention]:
    """Where set phrases stand; not in titles, unless the title itself is the phrase.

    Those that something in the same sentence, or right in front, makes another thing are left out.
    """
    even = text.translate(_DASHES) if _DASH.search(text) else text
    found = [(season, _places(even, season)) for season in seasons]
    named = titles(even) if any(places for _, places in found) else []
    for season, places in found:
        last = 0
        for start, end in places:
            if start < last:
                continue
            whole = even[start] == "《"
            if not whole and inside(named, start, end):
                continue
            sentence = sentence_at(text, start, end)
            if any(word in sentence for word in season.unless):
                continue
            if season.unless_after and even.endswith(season.unless_after, 0, start):
                continue
            last = end
            yield Mention(season, start, end, sentence)


def _places(text: str, season: Season) -> list[tuple[int, int]]:
    found = (place for words in season.words for place in occurrences(text, words))
    return sorted(found, key=lambda place: (place[0], -place[1]))
