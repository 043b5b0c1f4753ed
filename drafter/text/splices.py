"""Changes to a text as pieces cut out and put in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_BLOCK = 4096


def difference(old: str, new: str) -> tuple[int, int, str]:
    """What makes one text of the other: from, to, and the words between."""
    begin = _alike(len(old), len(new), lambda a, b: old[a:b] == new[a:b])
    room = min(len(old), len(new)) - begin
    end = _alike(
        room,
        room,
        lambda a, b: old[len(old) - b : len(old) - a] == new[len(new) - b : len(new) - a],
    )
    return begin, len(old) - end, new[begin : len(new) - end]


def _alike(one: int, other: int, same: Callable[[int, int], bool]) -> int:
    """How many characters are alike, found a block at a time, then by halves."""
    most, at = min(one, other), 0
    while at < most and same(at, min(at + _BLOCK, most)):
        at = min(at + _BLOCK, most)
    low, high = at, min(at + _BLOCK, most)
    while low < high:
        middle = (low + high + 1) // 2
        if same(low, middle):
            low = middle
        else:
            high = middle - 1
    return low


def spliced(text: str, splices: list[tuple[int, int, str]]) -> str | None:
    """The text with pieces replaced; None when two of them touch the same characters."""
    pieces, at = [], 0
    for begin, end, words in sorted(splices, key=lambda one: one[:2]):
        if begin < at:
            return None
        pieces += [text[at:begin], words]
        at = end
    return "".join((*pieces, text[at:]))
