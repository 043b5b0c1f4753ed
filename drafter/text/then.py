"""What a draft said when it was made, as far as its marks tell."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.model.origin import BLANK, TEXT
from drafter.text.headings import read_number
from drafter.text.homecoming import ours
from drafter.text.lazily import lazily
from drafter.text.marks import close
from drafter.text.origins import bare, mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from drafter.model.edited import EditedParagraph
    from drafter.model.home import Home
    from drafter.model.origin import Origin
    from drafter.text.homecoming import Couple


#: What parts the texts of an entry that stands in one line: 题: 加强普法 文: - 办好 - 建好
_PART = lazily(r"(?:^|\s)(?:[题文因]: ?(?:- )?|- )")


def printed_forms(words: str) -> Iterator[str]:
    """How an entry of a year file may have been printed: each of its texts, and all together."""
    parts = [part.strip(" \"'") for part in _PART.split(words)]
    closed = [close(part) for part in parts if part]
    yield from (part for part in parts if part)
    yield from closed
    yield "".join(closed)


class Then:
    """What the draft said when it was made, beside what the year file says now."""

    def __init__(self, origins: Sequence[Origin], homes: Sequence[Home]) -> None:
        """Begin.

        Args:
            origins: what the draft tells of itself; empty when it tells nothing.
            homes: what the year file says now.
        """
        self.known = bool(origins)
        self._origins = origins
        self._was = Counter(one.mark for one in origins if one.sort != BLANK)
        self._is = Counter(mark(bare(home.text)) for home in homes)
        self._places = {one.mark: place for place, one in enumerate(origins)}

    def said(self, text: str) -> bool:
        """Whether it said this; False when it does not tell."""
        return mark(bare(text)) in self._was

    def dropped(self, text: str) -> bool:
        """Whether it said this more often than the year file does now."""
        sign = mark(bare(text))
        return self._was[sign] > self._is[sign]

    def places(self, paragraph: EditedParagraph) -> list[int]:
        """Which of its blocks a paragraph was, by its bookmarks, else by its words."""
        found = [place for place, _ in ours(paragraph.bookmarks)]
        return found or list(self._by_words(paragraph.text))

    def place(self, couple: Couple) -> int | None:
        """The same of a couple, also by its home's words; None when nothing tells."""
        found = self.places(couple.paragraph)
        if not found and couple.home is not None:
            found = list(self._by_words(couple.home.text))
        return found[0] if found else None

    def place_of(self, home: Home) -> int | None:
        """Where it said just what a home says now."""
        return next(self._by_words(home.text), None)

    def heads(self, paragraph: EditedParagraph) -> bool:
        """Whether a paragraph was a heading."""
        sorts = map(self._at, self.places(paragraph))
        return any(sort.isdecimal() and sort != TEXT for sort in sorts)

    def gone(self, couples: Sequence[Couple], removed: Iterable[str] = ()) -> set[int]:
        """Its blocks that neither the document nor the year file has any more.

        Args:
            couples: the document's paragraphs.
            removed: what the year file still tells, in comments, of entries that an earlier
                reading of the document took out; their blocks are not counted.
        """
        known = {mark(text) for words in removed for text in printed_forms(words)}
        there = {place for couple in couples for place in self.places(couple.paragraph)}
        return {
            place
            for place, one in enumerate(self._origins)
            if one.sort != BLANK
            and place not in there
            and not self._is[one.mark]
            and one.mark not in known
        }

    def rewritten(self, paragraph: EditedParagraph) -> bool:
        """Whether the year file no longer says what a changed paragraph was made of."""
        places = [place for place, _ in ours(paragraph.bookmarks)]
        marks = [self._origins[at].mark for at in places if at < len(self._origins)]
        return bool(marks) and not any(self._is[one] for one in marks)

    def counted(self, paragraph: EditedParagraph, home: Home) -> EditedParagraph:
        """A paragraph with the number that its heading has now, where Word left its level."""
        found = read_number(paragraph.text)
        if not self.known or not home.heading or found is None or not home.number:
            return paragraph
        places = self.places(paragraph)
        old = paragraph.text[: len(paragraph.text) - len(found[2])]
        if old.strip() == home.number or not any(self._at(p) == str(found[0]) for p in places):
            return paragraph
        grown = len(home.number) - len(old)
        controls = tuple(
            replace(one, start=one.start + grown, end=one.end + grown)
            for one in paragraph.controls
            if one.start >= len(old)
        )
        return replace(paragraph, text=home.number + found[2], controls=controls)

    def _by_words(self, text: str) -> Iterator[int]:
        sign = mark(bare(text))
        if self._was[sign] == 1:
            yield self._places[sign]

    def _at(self, place: int) -> str:
        return self._origins[place].sort if place < len(self._origins) else ""
