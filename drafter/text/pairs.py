"""Marks that come in pairs: what stands between them, and those that stand alone."""

from __future__ import annotations

from collections import Counter
from itertools import accumulate

from drafter.model.record import record
from drafter.text.lazily import lazily

#: Opening and closing marks.
PAIRS = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）", "〔": "〕", "【": "】"}
_OPENING = {closing: opening for opening, closing in PAIRS.items()}
_MARK = lazily(f"[{''.join(PAIRS)}{''.join(_OPENING)}]")
_APOSTROPHE = lazily("(?<=[A-Za-z])’(?=[A-Za-z])")
#: 1） and a） are numbers, not the second half of a pair.
_NUMBERED = lazily(r"(?:^|(?<=[。；：，\s]))[0-9a-zA-Z一二三四五六七八九十]{1,3}）")


@record
class Pairs:
    """The pairs of a text.

    Attributes:
        spans: place of each opening mark and place behind its closing mark, in the order in which
            they close.
        alone: places of marks without their counterpart, in order.
    """

    spans: tuple[tuple[int, int], ...]
    alone: tuple[int, ...]

    def within(self, text: str, openings: str) -> tuple[tuple[int, int], ...]:
        """The spans that begin with one of these marks, in order."""
        return tuple(sorted(span for span in self.spans if text[span[0]] in openings))

    def covered(self, text: str, openings: str = "".join(PAIRS)) -> list[int]:
        """For each place of the text in how many spans that begin with these marks it stands."""
        steps = [0] * (len(text) + 1)
        for start, end in self.within(text, openings):
            steps[start] += 1
            steps[end] -= 1
        return list(accumulate(steps))


def pairs(text: str) -> Pairs:
    """The pairs of a text, nested ones too.

    A mark that would close across another pair closes it, and what it cuts off stands alone.
    """
    passed = {match.start() for match in _APOSTROPHE.finditer(text)}
    numbered = {match.end() - 1 for match in _NUMBERED.finditer(text)}
    spans: list[tuple[int, int]] = []
    alone: list[int] = []
    opened: list[int] = []
    depth: Counter[str] = Counter()
    for mark in _MARK.finditer(text):
        at, char = mark.start(), mark.group()
        if at in passed:
            continue
        if char in PAIRS:
            opened.append(at)
            depth[char] += 1
        elif char in _OPENING and depth[_OPENING[char]]:
            spans.append((_close(text, opened, depth, alone, _OPENING[char]), at + 1))
        elif char in _OPENING and at not in numbered:
            alone.append(at)
    return Pairs(tuple(spans), tuple(sorted([*alone, *opened])))


def _close(text: str, opened: list[int], depth: Counter[str], alone: list[int], wanted: str) -> int:
    """Take the nearest opening mark that is wanted; those behind it stay alone."""
    while True:
        at = opened.pop()
        depth[text[at]] -= 1
        if text[at] == wanted:
            return at
        alone.append(at)
