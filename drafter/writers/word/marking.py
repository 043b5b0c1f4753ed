"""Comment marks around characters of a Word document; runs are cut, nothing else changes."""

from __future__ import annotations

import copy
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from drafter.writers.word.flow import WHOLE, child_length, kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from drafter.writers.word.elements import Element
    from drafter.writers.word.flow import Flow, Place, Stretch

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
#: What a paragraph, a hyperlink and the like may begin and end with besides words.
_NO_WORDS = frozenset(
    {
        "pPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData", "proofErr",
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd",
    }
)  # fmt: skip


class Marker:
    """Sets marks in one document; all cuts are made first, since they move the runs."""

    def __init__(self, flow: Flow, stretches: Iterable[Stretch]) -> None:
        """Cut the runs where a stretch begins or ends.

        Args:
            flow: the document; its places are no longer good afterwards.
            stretches: what will be marked; none is empty.
        """
        self._flow = flow
        cuts: dict[Element, set[int]] = {}
        for stretch in stretches:
            first, last = self._ends(stretch)
            if first.offset > 0:
                cuts.setdefault(first.atom, set()).add(first.offset)
            if last.offset != WHOLE:
                cuts.setdefault(last.atom, set()).add(last.offset + 1)
        self._pieces = {run: _cut(run, sorted(offsets)) for run, offsets in cuts.items()}

    def mark(self, stretch: Stretch, start: Element, end: Element, reference: Element) -> None:
        """Put `start` before the stretch, and `end` with the `reference` behind it."""
        first, last = self._ends(stretch)
        _outermost(self._piece(first), before=True).addprevious(start)
        _outermost(self._piece(last), before=False).addnext(end)
        end.addnext(reference)

    def _ends(self, stretch: Stretch) -> tuple[Place, Place]:
        places = self._flow.places
        return places[stretch.start], places[stretch.end - 1]

    def _piece(self, place: Place) -> Element:
        """What holds a character now."""
        pieces = self._pieces.get(place.atom)
        if pieces is None or place.offset == WHOLE:
            return place.atom
        starts = [start for start, _ in pieces]
        return pieces[bisect_right(starts, place.offset) - 1][1]


def _outermost(element: Element, *, before: bool) -> Element:
    """The hyperlink, insertion and so on that begins (ends) with the element, else itself."""
    parent = element.getparent()
    while parent is not None and kind(parent) != "p":
        if any(kind(other) not in _NO_WORDS for other in element.itersiblings(preceding=before)):
            break
        element, parent = parent, parent.getparent()
    return element


def _cut(run: Element, offsets: Sequence[int]) -> list[tuple[int, Element]]:
    """Cut a run at the offsets; each piece with the offset that it begins at.

    The properties go to every piece, all else to one.
    """
    length = sum(child_length(child) for child in run)
    inner = [offset for offset in offsets if 0 < offset < length]
    if not inner:
        return [(0, run)]
    bounds = [*pairwise([0, *inner, length])]
    parts: list[list[Element]] = [[] for _ in bounds]
    at = 0
    for child in run:
        if kind(child) == "rPr":
            for part in parts:
                part.append(copy.deepcopy(child))
        elif kind(child) == "t":
            for part, (start, end) in zip(parts, bounds, strict=True):
                if words := (child.text or "")[max(start - at, 0) : max(end - at, 0)]:
                    part.append(_with_text(child, words))
        else:
            # What prints nothing (a footnote's mark) stays behind the words that it follows.
            place = bisect_right(inner, at) if child_length(child) else bisect_left(inner, at)
            parts[place].append(child)
        at += child_length(child)
    pieces = [run, *(run.makeelement(run.tag, run.attrib, run.nsmap) for _ in inner)]
    _refill(pieces, parts)
    return [(bound[0], piece) for bound, piece in zip(bounds, pieces, strict=True)]


def _refill(pieces: Sequence[Element], parts: Sequence[Sequence[Element]]) -> None:
    """Give the pieces their children, and let them stand one behind the other."""
    for child in tuple(pieces[0]):
        pieces[0].remove(child)
    for piece, part in zip(pieces, parts, strict=True):
        piece.extend(part)
    for one, other in pairwise(pieces):
        one.addnext(other)


def _with_text(words: Element, text: str) -> Element:
    copied = copy.deepcopy(words)
    copied.text, copied.tail = text, None
    copied.set(_SPACE, "preserve")
    return copied
