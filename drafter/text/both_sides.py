"""What the year file and the document each changed since the draft was made, brought together.

The draft tells what it said then, in marks. What only the year file changed or got since reads as
the year file; what only the document changed reads as the document; where both did, the year file
stays and the clash is told. Where nobody can tell who took something away, it stays.
"""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto
from itertools import pairwise
from typing import TYPE_CHECKING

from drafter.model.edited import EditedParagraph
from drafter.model.home import HomeKind
from drafter.model.record import record
from drafter.text.char_pairs import char_pairs
from drafter.text.edited_outline import headed
from drafter.text.headings import read_number
from drafter.text.homecoming import Couple, ours
from drafter.text.origins import mark
from drafter.text.split_paragraphs import words_behind
from drafter.text.then import Then
from drafter.text.three_ways import merged
from drafter.text.weaving import reads_as

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
    homes: Sequence[Home],
    couples: Sequence[Couple],
    origins: Sequence[Origin],
    removed: Sequence[str] = (),
) -> BothSides:
    """Bring the changes of both together.

    Args:
        homes: what the year file prints now.
        couples: the document's paragraphs with their homes.
        origins: what the draft said when it was made; empty when it does not tell.
        removed: what stands in the year file's comments on what was deleted in Word before.
    """
    then = Then(origins, homes)
    clashes: list[Clash] = []
    found: list[Couple] = []
    orphaned = False
    for at, couple in enumerate(couples):
        one = _settled(couple, then, words_behind(couples, at), orphaned=orphaned)
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
    clashes += [*quarrel, *_deleted(homes, couples, stay, then, removed)]
    kept = _with(found, homes, stay)
    since = () if then.known else _since(homes, couples)
    unsure = () if then.known else tuple(home for home in stay if home not in since)
    return BothSides(tuple(kept), tuple(clashes), unsure)


def _settled(couple: Couple, then: Then, behind: str, *, orphaned: bool) -> Couple | Clash | None:
    """What a paragraph says after all; None when it was the year file that dropped it."""
    if couple.home is not None:
        return _read(then.counted(couple.paragraph, couple.home), couple.home, then, behind)
    paragraph = couple.paragraph
    signs = _signs(paragraph)
    if then.dropped(paragraph.text) or (not then.known and mark(paragraph.text) in signs):
        return None
    lost = then.rewritten(paragraph) or (
        orphaned and not paragraph.table and headed(couple) is None
    )
    return Clash(Quarrel.GONE_HERE, None, paragraph.text) if lost else couple


def _read(paragraph: EditedParagraph, home: Home, then: Then, behind: str) -> Couple | Clash:
    """A paragraph beside its home; `behind` is what may have been split off it."""
    signs = _signs(paragraph)

    def said(text: str) -> bool:
        return mark(text) in signs or then.said(text)

    if home.text == paragraph.text or said(home.text):
        return Couple(paragraph, home)
    if not signs and not then.known:
        unsure = home.kind in _FRAME or _lost_sentence(home, paragraph.text + behind)
        return Clash(Quarrel.UNTOLD, home, paragraph.text) if unsure else Couple(paragraph, home)
    same = _but_for_the_number(home, paragraph) or reads_as(home.text, home.stretches, paragraph)
    if said(paragraph.text) or same:
        return Couple(_as_ours(paragraph, home), home)
    both = None if home.kind in _FRAME else merged(home.text, paragraph.text, said)
    if both is None:
        return Clash(Quarrel.WORDS, home, paragraph.text)
    return Couple(replace(paragraph, text=both, controls=()), home)


def _but_for_the_number(home: Home, paragraph: EditedParagraph) -> bool:
    """Whether only the number of a heading differs, its level being the same."""
    here, there = read_number(home.text), read_number(paragraph.text)
    if not home.heading or here is None or there is None:
        return False
    return (here[0], here[2]) == (there[0], there[2])


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
    found: list[Couple], homes: Sequence[Home], then: Then
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
    homes: Sequence[Home],
    couples: Sequence[Couple],
    stay: Sequence[Home],
    then: Then,
    removed: Sequence[str],
) -> Iterator[Clash]:
    """Homes that stand where Word took away what the year file says otherwise by now."""
    gone = then.gone(couples, removed)
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
