"""What the year file and the document each changed since the draft was made, brought together.

The draft tells what it said then, in marks. What only the year file changed or got since reads as
the year file; what only the document changed reads as the document; where both did, the year file
stays and the clash is told. Where nobody can tell who took something away, it stays.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from enum import Enum, auto
from itertools import pairwise
from typing import TYPE_CHECKING

from drafter.model.edited import EditedParagraph
from drafter.model.home import HomeKind
from drafter.model.origin import BLANK
from drafter.model.record import record
from drafter.text.char_pairs import char_pairs
from drafter.text.edited_outline import headed
from drafter.text.headings import read_number
from drafter.text.homecoming import Couple, ours
from drafter.text.origins import bare, mark
from drafter.text.three_ways import merged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from drafter.model.home import Home
    from drafter.model.origin import Origin

_FRAME = frozenset({HomeKind.ADDRESSEE, HomeKind.SIGNATORY, HomeKind.DATE})
_SIGNED = frozenset({HomeKind.SIGNATORY, HomeKind.DATE})


class Quarrel(Enum):
    """What both did to the same thing."""

    WORDS = auto()  #: other words in both
    UNTOLD = auto()  #: other words, and the draft does not tell whose are newer
    GONE_HERE = auto()  #: the year file lacks or rewrote what was changed in Word
    GONE_THERE = auto()  #: Word lacks what was changed in the year file
    ORDER = auto()  #: another order in both


@record
class Clash:
    """Something that both changed; the year file stays.

    Attributes:
        what: see `Quarrel`.
        home: what the year file says; None when it says nothing, and for an order.
        text: what the document says; empty when it says nothing, and for an order.
    """

    what: Quarrel
    home: Home | None = None
    text: str = ""


@record
class BothSides:
    """The document as it is to read.

    Attributes:
        couples: its paragraphs in order, and those that the year file got since.
        clashes: see `Clash`.
        unsure: paragraphs that the document lacks and that are kept because nobody can tell
            whether they are newer; they are among `couples`.
    """

    couples: tuple[Couple, ...]
    clashes: tuple[Clash, ...]
    unsure: tuple[Home, ...]


def both_sides(
    homes: Sequence[Home], couples: Sequence[Couple], origins: Sequence[Origin]
) -> BothSides:
    """Bring the changes of both together.

    Args:
        homes: what the year file prints now.
        couples: the document's paragraphs with their homes.
        origins: what the draft said when it was made; empty when it does not tell.
    """
    then = _Then(origins, homes)
    clashes: list[Clash] = []
    found: list[Couple] = []
    orphaned = False
    for couple in couples:
        one = _settled(couple, then, orphaned=orphaned)
        if couple.home is not None:
            orphaned = False
        elif not isinstance(one, Couple):
            orphaned = orphaned or then.heads(couple.paragraph)
        elif headed(couple) is not None:
            orphaned = False
        if isinstance(one, Clash):
            clashes.append(one)
            one = Couple(_as_ours(couple.paragraph, one.home), one.home) if one.home else None
        if one is not None:
            found.append(one)
    found, quarrel = _ordered(found, homes, then)
    missing = _missing(homes, found)
    stay = [home for home in missing if not then.said(home.text)] if then.known else missing
    clashes += [*quarrel, *_deleted(homes, couples, stay, then)]
    kept = _with(found, homes, stay)
    since = () if then.known else _since(homes, couples)
    unsure = () if then.known else tuple(home for home in stay if home not in since)
    return BothSides(tuple(kept), tuple(clashes), unsure)


class _Then:
    """What the draft said when it was made, beside what the year file says now."""

    def __init__(self, origins: Sequence[Origin], homes: Sequence[Home]) -> None:
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
        return any(self._at(place).isdecimal() and self._at(place) != "0"
                   for place in self.places(paragraph))  # fmt: skip

    def gone(self, couples: Sequence[Couple]) -> set[int]:
        """Its blocks that neither the document nor the year file has any more."""
        there = {place for couple in couples for place in self.places(couple.paragraph)}
        return {
            place
            for place, one in enumerate(self._origins)
            if one.sort != BLANK and place not in there and not self._is[one.mark]
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


def _settled(couple: Couple, then: _Then, *, orphaned: bool) -> Couple | Clash | None:
    """What a paragraph says after all; None when it was the year file that dropped it."""
    if couple.home is not None:
        return _read(then.counted(couple.paragraph, couple.home), couple.home, then)
    paragraph = couple.paragraph
    signs = _signs(paragraph)
    if then.dropped(paragraph.text) or (not then.known and mark(paragraph.text) in signs):
        return None
    lost = then.rewritten(paragraph) or (
        orphaned and not paragraph.table and headed(couple) is None
    )
    return Clash(Quarrel.GONE_HERE, None, paragraph.text) if lost else couple


def _read(paragraph: EditedParagraph, home: Home, then: _Then) -> Couple | Clash:
    """A paragraph beside its home."""
    signs = _signs(paragraph)

    def said(text: str) -> bool:
        return mark(text) in signs or then.said(text)

    if home.text == paragraph.text or said(home.text):
        return Couple(paragraph, home)
    if not signs and not then.known:
        unsure = home.kind in _FRAME or _lost_sentence(home, paragraph.text)
        return Clash(Quarrel.UNTOLD, home, paragraph.text) if unsure else Couple(paragraph, home)
    if said(paragraph.text):
        return Couple(_as_ours(paragraph, home), home)
    both = None if home.kind in _FRAME else merged(home.text, paragraph.text, said)
    if both is None:
        return Clash(Quarrel.WORDS, home, paragraph.text)
    return Couple(replace(paragraph, text=both, controls=()), home)


def _as_ours(paragraph: EditedParagraph, home: Home) -> EditedParagraph:
    return replace(paragraph, text=home.text, controls=())


def _signs(paragraph: EditedParagraph) -> set[str]:
    return {sign for _, sign in ours(paragraph.bookmarks)}


def _lost_sentence(home: Home, text: str) -> bool:
    """Whether a whole sentence of a home is not in a paragraph: it may be newer than the draft."""
    pairs = char_pairs(home.text, text)
    return any(
        sum(place is not None for place in pairs[one.start : one.end]) * 2 < one.end - one.start
        for one in home.told
    )


def _ordered(
    found: list[Couple], homes: Sequence[Home], then: _Then
) -> tuple[list[Couple], list[Clash]]:
    """The paragraphs in the year file's order, where it has another one since the draft."""
    at = {home.place: place for place, home in enumerate(homes)}
    paired = [(at[one.home.place], then.place(one)) for one in found if one.home is not None]
    placed = [(now, was) for now, was in paired if was is not None]
    here = _rising(now for now, _ in sorted(placed, key=lambda one: one[1]))
    if here or _rising(now for now, _ in paired):
        return found, []
    there = _rising(was for _, was in placed)
    groups: list[tuple[int, list[Couple]]] = []
    for one in found:
        if one.home is not None or not groups:
            groups.append((-1 if one.home is None else at[one.home.place], []))
        groups[-1][1].append(one)
    groups.sort(key=lambda group: group[0])
    return [one for _, group in groups for one in group], [] if there else [Clash(Quarrel.ORDER)]


def _rising(places: Iterable[int]) -> bool:
    return all(one <= other for one, other in pairwise(places))


def _missing(homes: Sequence[Home], found: Sequence[Couple]) -> list[Home]:
    there = {couple.home.place for couple in found if couple.home is not None}
    return [home for home in homes if home.place not in there and home.kind is not HomeKind.TITLE]


def _deleted(
    homes: Sequence[Home], couples: Sequence[Couple], stay: Sequence[Home], then: _Then
) -> Iterator[Clash]:
    """Homes that stand where Word took away what the year file says otherwise by now."""
    gone = then.gone(couples)
    if not gone:
        return
    by_home = {one.home.place: then.place(one) for one in couples if one.home is not None}
    known = [by_home.get(home.place, then.place_of(home)) for home in homes]
    for at, home in enumerate(homes):
        if home not in stay:
            continue
        before = next((one for one in reversed(known[:at]) if one is not None), -1)
        after = next((one for one in known[at + 1 :] if one is not None), max(gone) + 1)
        there = sorted(place for place in gone if before < place < after)
        if there:
            gone.discard(there[0])
            yield Clash(Quarrel.GONE_THERE, home)


def _with(found: list[Couple], homes: Sequence[Home], stay: Sequence[Home]) -> list[Couple]:
    """The paragraphs with homes that the document lacks, each behind the one before it."""
    made = list(found)
    place = {home.place: at for at, home in enumerate(homes)}
    for home in stay:
        at = _behind(made, homes[: place[home.place]], home)
        made.insert(at, Couple(EditedParagraph(home.text, 0), home))
    return made


def _behind(made: Sequence[Couple], before: Sequence[Home], home: Home) -> int:
    """Where a home belongs in the document."""
    there = {couple.home.place: at for at, couple in enumerate(made) if couple.home is not None}
    at = next((there[one.place] + 1 for one in reversed(before) if one.place in there), 0)
    if home.heading or home.kind in _SIGNED:
        # What is new behind the one before belongs to that one.
        while at < len(made) and made[at].home is None and not made[at].paragraph.table and (
            home.kind in _SIGNED or headed(made[at]) is None
        ):  # fmt: skip
            at += 1
    return at


def _since(homes: Sequence[Home], couples: Sequence[Couple]) -> list[Home]:
    """Homes without a paragraph between two blocks that were neighbours in the draft."""
    places = {
        couple.home.place: next(ours(couple.paragraph.bookmarks), (-1, ""))[0]
        for couple in couples
        if couple.home is not None
    }
    known = [places.get(home.place) for home in homes]
    found = []
    for at, home in enumerate(homes):
        if known[at] is not None or home.kind in {*_FRAME, HomeKind.TITLE}:
            continue
        before = next((one for one in reversed(known[:at]) if one is not None), -1)
        after = next((one for one in known[at:] if one is not None), -1)
        if before >= 0 and before + 1 == after:
            found.append(home)
    return found
