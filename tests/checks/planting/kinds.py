"""What a kind of slip is, and the ways of planting that most kinds share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.checks.planting.sheet import Sheet, Stretch

#: A sentence, its mark included; marks inside quotes and brackets are not looked at.
SENTENCE = re.compile(r"[^。；;！？]+[。！？]")


@dataclass(frozen=True, slots=True)
class Planted:
    """A text with a slip in it.

    Attributes:
        lines: the text.
        at: lines, from 0, where a finding counts; empty = anywhere.
        right: the lines with the same words put right, where the slip came with new words: the
            checks must find nothing there.
        last: last year's text, where the slip shows only beside it.
        words: what was planted, for people.
    """

    lines: tuple[str, ...]
    at: frozenset[int]
    right: tuple[str, ...] | None = None
    last: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of slip.

    Attributes:
        name: what happens, in Chinese.
        codes: of the rules that may tell it, any of them will do.
        plant: puts one in.
    """

    name: str
    codes: frozenset[str]
    plant: Callable[[Random, Sheet], Planted | None]

    @property
    def family(self) -> str:
        """The letter of its rules."""
        return min(self.codes)[0]


def kind(name: str, codes: str, plant: Callable[[Random, Sheet], Planted | None]) -> Kind:
    """A kind of slip; codes with blanks between."""
    return Kind(name, frozenset(codes.split()), plant)


def swap(
    pattern: str,
    new: Callable[[Random, re.Match[str]], str | None],
    where: Callable[[Sheet, Stretch], bool] | None = None,
) -> Callable[[Random, Sheet], Planted | None]:
    """Words that a pattern finds, changed at one place.

    Args:
        pattern: what is looked for in sentences.
        new: gives the words instead; None where this place does not do.
        where: which stretches do; None = all.
    """
    compiled = re.compile(pattern)

    def plant(rng: Random, sheet: Sheet) -> Planted | None:
        found = list(sheet.matches(compiled, None if where is None else lambda s: where(sheet, s)))
        rng.shuffle(found)
        for stretch, match in found:
            words = new(rng, match)
            if words is not None and words != match.group():
                return changed(sheet, stretch, match.start(), match.end(), words)
        return None

    return plant


def changed(sheet: Sheet, stretch: Stretch, start: int, end: int, new: str) -> Planted:
    """A planted change of some words of a line."""
    lines = sheet.replaced(stretch.line, start, end, new)
    old = sheet.lines[stretch.line]
    words = f"{old[max(start - 8, 0) : start]}[{old[start:end]}→{new}]{old[end : end + 8]}"
    return Planted(lines, frozenset({stretch.line}), words=words)


def added(rng: Random, sheet: Sheet, wrong: str, right: str | None = None) -> Planted | None:
    """A sentence added to a paragraph on what was done, behind one of its sentences."""
    places = [
        (stretch, match)
        for stretch, match in sheet.matches(SENTENCE)
        if _told(sheet, stretch) and not _inside(sheet.words(stretch), match.end() - stretch.body)
    ]
    if not places:
        return None
    stretch, match = rng.choice(places)
    at = match.end()
    if sheet.dated and sheet.dated.year == sheet.year:
        wrong, right = wrong.replace("全年", ""), right and right.replace("全年", "")
    lines = sheet.replaced(stretch.line, at, at, half(sheet, wrong))
    good = None if right is None else sheet.replaced(stretch.line, at, at, half(sheet, right))
    return Planted(lines, frozenset({stretch.line}), good, words=wrong)


def half(sheet: Sheet, text: str) -> str:
    """Words with their marks as wide as the file's."""
    if sheet.filed or any("，" in line for line in sheet.lines):
        return text
    return text.translate(str.maketrans("，：；（）", ",:;()"))


def _told(sheet: Sheet, stretch: Stretch) -> bool:
    """Whether a stretch tells what was done: under a first part, not in the lead, not a list."""
    first = next((s.line for s in sheet.headings), 0)
    return not stretch.passage.parts and stretch.line > first and stretch.end - stretch.body > 20


def _inside(text: str, at: int) -> bool:
    """Whether a place stands inside quotation marks, brackets or title marks."""
    before = text[:at]
    pairs = (("“", "”"), ("《", "》"), ("（", "）"), ("(", ")"))
    return any(before.count(a) > before.count(b) for a, b in pairs)
