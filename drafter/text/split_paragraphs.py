"""Paragraphs that were split in Word: what stands behind is still the text of the one before."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.model.edited import Control
from drafter.text.homecoming import Couple
from drafter.text.weaving import woven
from drafter.text.whole_numbers import has_digits, whole_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.model.edited import EditedParagraph
    from drafter.model.home import Stretch


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
    lost: list[tuple[str, str]] = []
    for at, couple in enumerate(couples):
        if couple.home is not None:
            lost = list(_lost(couple)) if words_behind(couples, at) else []
        elif lost and not couple.paragraph.controls:
            yield Couple(_marked(couple.paragraph, lost), None)
            continue
        yield couple


def _lost(couple: Couple) -> Iterator[tuple[str, str]]:
    """Slot and words of each figure of a home that its paragraph does not have any more."""
    home, paragraph = couple.home, couple.paragraph
    if home is None:
        return
    found = woven(home.text, home.stretches, paragraph.text, paragraph.controls)
    kept: set[Stretch] = {thread.stretch for thread in found.threads}
    for stretch in home.stretches:
        words = home.text[stretch.start : stretch.end]
        if stretch not in kept and stretch.slot and has_digits(words):
            yield stretch.slot, words


def _marked(paragraph: EditedParagraph, lost: Sequence[tuple[str, str]]) -> EditedParagraph:
    """A paragraph with those figures that stand in it once, and whole."""
    controls: list[Control] = []
    for slot, words in lost:
        places = [match.span() for match in re.finditer(re.escape(words), paragraph.text)]
        if len(places) == 1 and whole_number(paragraph.text, *places[0]) == places[0]:
            controls.append(Control(slot.strip("{}"), *places[0]))
    return replace(paragraph, controls=tuple(sorted(controls, key=lambda one: one.start)))
