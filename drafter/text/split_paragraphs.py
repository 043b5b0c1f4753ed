"""Paragraphs that were split in Word: what stands behind is still the text of the one before."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.model.edited import Control
from drafter.model.record import record
from drafter.text.homecoming import Couple
from drafter.text.weaving import woven
from drafter.text.whole_numbers import has_digits, whole_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.model.edited import EditedParagraph
    from drafter.model.home import Stretch

#: Characters on either side that a figure keeps where it is split off.
_AROUND = 4


@record
class _Lost:
    """A figure that a paragraph lost.

    Attributes:
        text: of its home.
        stretch: where it stood there.
    """

    text: str
    stretch: Stretch

    @property
    def words(self) -> str:
        """What it said."""
        return self.text[self.stretch.start : self.stretch.end]

    def stands(self, text: str, start: int, end: int) -> bool:
        """Whether it stands in another text as a whole number between the words that it had."""
        before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
        same = self.text[: self.stretch.start].endswith(before)
        same = same and self.text.startswith(behind, self.stretch.end)
        return same and whole_number(text, start, end) == (start, end)


def words_behind(couples: Sequence[Couple], at: int) -> str:
    """The words of the new paragraphs right behind one."""
    words = ""
    for couple in couples[at + 1 :]:
        if couple.home is not None or couple.paragraph.table:
            break
        words += couple.paragraph.text
    return words


def with_values(couples: Sequence[Couple]) -> Iterator[Couple]:
    """The paragraphs; in those split off one, the figures that it lost are marked as figures."""
    lost: list[_Lost] = []
    for at, couple in enumerate(couples):
        if couple.home is not None:
            lost = list(_lost(couple)) if words_behind(couples, at) else []
        elif lost and not couple.paragraph.controls:
            yield Couple(_marked(couple.paragraph, lost), None)
            continue
        yield couple


def _lost(couple: Couple) -> Iterator[_Lost]:
    """The figures of a home that its paragraph does not have any more."""
    home, paragraph = couple.home, couple.paragraph
    if home is None:
        return
    found = woven(home.text, home.stretches, paragraph.text, paragraph.controls)
    kept: set[Stretch] = {thread.stretch for thread in found.threads}
    for stretch in home.stretches:
        one = _Lost(home.text, stretch)
        if stretch not in kept and stretch.slot and has_digits(one.words):
            yield one


def _marked(paragraph: EditedParagraph, lost: Sequence[_Lost]) -> EditedParagraph:
    """A paragraph with those figures that stand in it once, whole, between the same words."""
    controls: list[Control] = []
    for one in lost:
        places = [match.span() for match in re.finditer(re.escape(one.words), paragraph.text)]
        if len(places) == 1 and one.stands(paragraph.text, *places[0]):
            controls.append(Control(one.stretch.slot.strip("{}"), *places[0]))
    return replace(paragraph, controls=tuple(sorted(controls, key=lambda one: one.start)))
