"""Which character of an edited text is which of the old one."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Numbers and gaps change as a whole; everything else by characters.
_TOKEN = lazily(r"【待补充：[^】]*】|[0-9]+(?:\.[0-9]+)?|.", re.DOTALL)
_SENTENCE = lazily(r"[^。！？；]*[。！？；]+[”’）》】]*|[^。！？；]+$")
#: Sentences that share less are not the same one edited.
_ALIKE = 0.4
#: Sentences of one stretch that are compared each with each; more are compared as one text.
_MOST = 40
#: Characters; comparing takes the square of the length.
_LONGEST = 4000


def char_pairs(old: str, new: str) -> list[int | None]:
    """For each character of `old` its place in `new`, rising; None where it is gone.

    Sentences are brought together first, so that a mark of one is not taken for another's.
    """
    if old == new:
        return list(range(len(old)))
    pairs: list[int | None] = [None] * len(old)
    ours, theirs = list(_spans(old)), list(_spans(new))
    old_texts, new_texts = [old[a:b] for a, b in ours], [new[a:b] for a, b in theirs]
    for tag, i1, i2, j1, j2 in SequenceMatcher(
        None, old_texts, new_texts, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            couples = list(zip(range(i1, i2), range(j1, j2), strict=True))
        elif tag == "replace":
            couples = _couples(old_texts, new_texts, range(i1, i2), range(j1, j2))
        else:
            continue
        for i, j in couples:
            _fill(pairs, old, new, ours[i], theirs[j])
    return pairs


def likeness(one: str, other: str) -> float:
    """How much of two texts is the same, by their pairs of neighbouring characters, 0 to 1."""
    if one == other:
        return 1.0
    first, second = _bigrams(one), _bigrams(other)
    if not first or not second:
        return 0.0
    return 2 * len(first & second) / (len(first) + len(second))


def share(part: str, whole: str) -> float:
    """How much of one text is in another, by its pairs of neighbouring characters, 0 to 1."""
    pairs = _bigrams(part)
    return len(pairs & _bigrams(whole)) / len(pairs) if pairs else float(part in whole)


@lru_cache(maxsize=4096)
def _bigrams(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for match in _SENTENCE.finditer(text):
        yield match.span()


def _couples(
    old: Sequence[str], new: Sequence[str], ours: range, theirs: range
) -> list[tuple[int, int]]:
    """Sentences that are edited forms of each other: the pairs in order that share most."""
    if len(ours) == 1 and len(theirs) == 1:
        return [(ours[0], theirs[0])]
    if len(ours) * len(theirs) > _MOST * _MOST:
        return []
    best: list[list[tuple[float, tuple[tuple[int, int], ...]]]] = [
        [(0.0, ())] * (len(theirs) + 1) for _ in range(len(ours) + 1)
    ]
    for a, i in enumerate(ours, 1):
        for b, j in enumerate(theirs, 1):
            found = max(best[a - 1][b], best[a][b - 1], key=lambda one: one[0])
            alike = likeness(old[i], new[j])
            before, pairs = best[a - 1][b - 1]
            if alike >= _ALIKE and before + alike > found[0]:
                found = (before + alike, (*pairs, (i, j)))
            best[a][b] = found
    return list(best[-1][-1][1])


def _fill(
    pairs: list[int | None], old: str, new: str, ours: tuple[int, int], theirs: tuple[int, int]
) -> None:
    """Pair the characters of two sentences."""
    first, second = old[slice(*ours)], new[slice(*theirs)]
    if len(first) > _LONGEST or len(second) > _LONGEST:
        return
    one, other = list(_tokens(first)), list(_tokens(second))
    matcher = SequenceMatcher(
        None, [text for _, text in one], [text for _, text in other], autojunk=False
    )
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            start, text = one[block.a + step]
            place = other[block.b + step][0]
            for inner in range(len(text)):
                pairs[ours[0] + start + inner] = theirs[0] + place + inner


def _tokens(text: str) -> Iterator[tuple[int, str]]:
    for match in _TOKEN.finditer(text):
        yield match.start(), match.group()
