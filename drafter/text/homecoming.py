"""Edited paragraphs brought to the places that they were printed from."""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from drafter.model.home import HomeKind
from drafter.model.record import record
from drafter.text.char_pairs import likeness
from drafter.text.lazily import lazily
from drafter.text.origins import bare, mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from drafter.model.edited import EditedParagraph
    from drafter.model.home import Home

#: Bookmark of ours: the block's place and a mark of its words (`drafter.writers.word.controls`).
_OURS = lazily(r"_d([0-9]{1,6})_([0-9a-f]{8})")
#: How alike a paragraph must be to be an edited form of one with its bookmark; between the same
#: neighbours; anywhere.
_MARKED, _BETWEEN, _ANYWHERE = 0.2, 0.3, 0.6
#: Characters by which a heading may have grown.
_CLOSING = 6
#: Paragraphs without a counterpart that are compared each with each.
_MOST = 150
_FRAME = frozenset({HomeKind.ADDRESSEE, HomeKind.SIGNATORY, HomeKind.DATE})
_HEADED = frozenset({HomeKind.HEADING, HomeKind.RUN_IN})


@record
class Couple:
    """An edited paragraph and where it came from.

    Attributes:
        paragraph: as the document has it, or as it is to read after all.
        home: None for a paragraph that is new.
    """

    paragraph: EditedParagraph
    home: Home | None


def coupled(homes: Sequence[Home], paragraphs: Sequence[EditedParagraph]) -> tuple[Couple, ...]:
    """Bring paragraphs and homes together.

    By equal text, then by bookmark, then by equal heading, then by the nearest text between the
    same neighbours, then by the nearest text anywhere.

    Returns:
        A couple for each paragraph, in the document's order.
    """
    pairing = _Pairing(homes, paragraphs)
    pairing.by_text()
    pairing.by_bookmark()
    pairing.by_heading()
    pairing.between()
    pairing.anywhere()
    return tuple(Couple(one, pairing.home_of(at)) for at, one in enumerate(paragraphs))


def ours(bookmarks: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Place and mark of each bookmark that a draft of ours has."""
    for name in bookmarks:
        if match := _OURS.fullmatch(name):
            yield int(match[1]), match[2]


class _Pairing:
    """Pairs found so far, both ways."""

    def __init__(self, homes: Sequence[Home], paragraphs: Sequence[EditedParagraph]) -> None:
        self._homes, self._paragraphs = homes, paragraphs
        self._ours = [bare(h.text) if h.kind in _HEADED else h.text for h in homes]
        self._theirs = [p.text if p.text in self._ours else bare(p.text) for p in paragraphs]
        self._to: dict[int, int] = {}
        self._from: dict[int, int] = {}

    def home_of(self, paragraph: int) -> Home | None:
        place = self._to.get(paragraph)
        return None if place is None else self._homes[place]

    def by_text(self) -> None:
        """The same words: first in order, then wherever they stand."""
        matcher = SequenceMatcher(None, self._ours, self._theirs, autojunk=False)
        for block in matcher.get_matching_blocks():
            for step in range(block.size):
                self._pair(block.a + step, block.b + step)
        places: dict[str, list[int]] = defaultdict(list)
        for at, text in enumerate(self._ours):
            if at not in self._from:
                places[text].append(at)
        for at, text in enumerate(self._theirs):
            if at not in self._to and places.get(text):
                self._pair(places[text].pop(0), at)

    def by_bookmark(self) -> None:
        """The mark is that of a home's words now; else its place is that of a home alike."""
        by_mark = {mark(h.text): at for at, h in enumerate(self._homes)}
        by_place = {h.place: at for at, h in enumerate(self._homes)}
        for at, paragraph in enumerate(self._paragraphs):
            for place, sign in ours(paragraph.bookmarks):
                home = by_mark.get(sign, by_place.get(place))
                if at in self._to or home is None or home in self._from:
                    continue
                if self._alike(home, at) >= _MARKED or self._reworded(home, at):
                    self._pair(home, at)

    def by_heading(self) -> None:
        """The heading that runs in is the same, and no other paragraph has it."""
        homes: dict[str, list[int]] = defaultdict(list)
        for home, mine in enumerate(self._homes):
            if home not in self._from and mine.kind is HomeKind.RUN_IN:
                homes[bare(mine.text[: mine.heading])].append(home)
        for heading, found in homes.items():
            there = [
                at
                for at, text in enumerate(self._theirs)
                if at not in self._to and text.startswith(heading)
            ]
            if len(found) == len(there) == 1:
                self._pair(found[0], there[0])

    def between(self) -> None:
        """The most alike in order between neighbours that are paired already."""
        for homes, paragraphs in self._rooms():
            if len(homes) * len(paragraphs) > _MOST * _MOST:
                continue
            if len(homes) == len(paragraphs) == 1 and self._by_place(homes[0], paragraphs[0]):
                self._pair(homes[0], paragraphs[0])
                continue
            for home, at in self._in_order(homes, paragraphs):
                self._pair(home, at)

    def anywhere(self) -> None:
        """Moved and edited."""
        homes = [at for at in range(len(self._homes)) if at not in self._from]
        left = [at for at in range(len(self._paragraphs)) if at not in self._to]
        if len(homes) * len(left) > _MOST * _MOST:
            return
        alike = sorted(
            ((self._alike(home, at), home, at) for home in homes for at in left), reverse=True
        )
        for ratio, home, at in alike:
            if ratio >= _ANYWHERE and home not in self._from and at not in self._to:
                self._pair(home, at)

    def _by_place(self, home: int, paragraph: int) -> bool:
        """Whether a home alone between its neighbours is told by its place, not by its words."""
        mine, text = self._homes[home], self._paragraphs[paragraph].text
        numbered = mine.number and text.startswith(mine.number)
        return mine.kind in {*_FRAME, HomeKind.TITLE} or bool(
            numbered and self._reworded(home, paragraph)
        )

    def _reworded(self, home: int, paragraph: int) -> bool:
        """Whether it can only be a heading in other words: what stands below it is untouched."""
        alone = self._homes[home].kind is HomeKind.HEADING
        return alone and self._from.get(home + 1) == paragraph + 1

    def _pair(self, home: int, paragraph: int) -> None:
        self._to[paragraph], self._from[home] = home, paragraph

    def _alike(self, home: int, paragraph: int) -> float:
        if (self._homes[home].kind in _FRAME) and self._paragraphs[paragraph].level:
            return 0.0
        mine, text = self._homes[home], self._theirs[paragraph]
        alike = likeness(self._ours[home], text)
        if mine.kind is HomeKind.RUN_IN and len(text) <= mine.heading + _CLOSING:
            # All that ran in may have been taken away.
            alike = max(alike, likeness(bare(mine.text[: mine.heading]), text))
        return alike

    def _rooms(self) -> Iterator[tuple[list[int], list[int]]]:
        """Unpaired homes and paragraphs between two pairs that follow each other in both."""
        homes: list[int] = []
        at = 0
        last = -1
        for home in range(len(self._homes) + 1):
            paired = self._from.get(home)
            if home < len(self._homes) and (paired is None or paired < last):
                homes += [] if home in self._from else [home]
                continue
            end = len(self._paragraphs) if paired is None else paired
            left = [p for p in range(at, end) if p not in self._to]
            if homes and left:
                yield homes, left
            homes, at, last = [], end + 1, end

    def _in_order(self, homes: list[int], paragraphs: list[int]) -> list[tuple[int, int]]:
        """Pairs in order that share most altogether."""
        rows = [(0.0, ()) for _ in range(len(paragraphs) + 1)]
        best: list[tuple[float, tuple[tuple[int, int], ...]]] = list(rows)
        for home in homes:
            before = list(best)
            for column, at in enumerate(paragraphs, 1):
                found = max(before[column], best[column - 1], key=lambda one: one[0])
                ratio = self._alike(home, at)
                total, pairs = before[column - 1]
                if ratio >= _BETWEEN and total + ratio > found[0]:
                    found = (total + ratio, (*pairs, (home, at)))
                best[column] = found
        return list(best[-1][1])
