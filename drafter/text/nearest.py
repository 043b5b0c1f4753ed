"""The known name that a mistyped one is most like."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Marks that stand where the dot of an id belongs.
_DOTS = str.maketrans("．。·、，,", "......")
_SHORT = 3
_ALIKE_SHORT, _ALIKE = 0.5, 0.6
_PART, _SAME_LETTERS = 0.55, 0.9
#: A word this many times as long as a name is not that name mistyped; to compare it is slow.
_FAR_LONGER = 7


def nearest(word: str, known: Iterable[str], most: int = 1) -> tuple[str, ...]:
    """Known names most like `word`, the likest first; empty when none is near.

    Names that are equally like come in the order of their characters, whatever order (a set has
    none) they are known in.
    """
    wanted = word.strip().translate(_DOTS)
    if not wanted:
        return ()
    enough = _ALIKE_SHORT if len(wanted) <= _SHORT else _ALIKE
    scored = ((-_likeness(wanted, name), name) for name in set(known))
    near = sorted((score, name) for score, name in scored if -score >= enough)
    return tuple(name for _, name in near[:most])


def _likeness(word: str, name: str) -> float:
    """0 to 1; swapped letters and one right part of a dotted id count more than difflib says."""
    if word == name:
        return 1.0
    if len(word) > _FAR_LONGER * len(name):
        return 0.0
    if sorted(word) == sorted(name):
        return _SAME_LETTERS
    from difflib import SequenceMatcher

    score = SequenceMatcher(None, word, name, autojunk=False).ratio()
    if "." in word and "." in name and word.partition(".")[0] == name.partition(".")[0]:
        score = max(score, _PART + score / 5)
    return score
