"""Figures of several samples brought together, and the words that samples share around them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from drafter.model.learned import LearnedFigure
from drafter.text.char_pairs import likeness
from drafter.text.han import NOT_HAN
from drafter.text.lazily import lazily
from drafter.text.numerals import chinese

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from drafter.model.kit import Indicator
    from drafter.model.learned import Figure

#: A set phrase is no longer than this; nothing longer of a sample's own is kept.
SET_PHRASE = 12
#: Fewer characters in front of a figure do not say what it counts: the name does then.
_LEAST = 4
#: Clauses that are as alike as this, with the same unit, tell the same figure.
_SAME = 0.6
_NOT_HAN = lazily(NOT_HAN)
_EDGE = lazily(r"^[\W_的了和与及并共各其中]+")
#: Where words that are cut short begin anew, and how many must be left.
_BREAK = lazily(r"[的了中]|.(?=[被在由与和])")
_FEW = 4
_NO_WORDS = lazily(r"[0-9{}｛｝]")


def brought_together(
    samples: Sequence[Iterable[Figure]], indicators: Mapping[str, Indicator]
) -> tuple[dict[str, LearnedFigure], dict[Figure, str]]:
    """The figures of all samples by id, in the order in which they come first; the id of each.

    Args:
        samples: what each sample tells.
        indicators: the catalogue's, by id.
    """
    groups: dict[str, list[tuple[int, Figure]]] = {}
    ids: dict[Figure, str] = {}
    for at, figures in enumerate(samples):
        before = dict(groups)
        for figure in figures:
            id_ = figure.id if figure.mapped else _known_as(figure, before)
            if not figure.mapped and id_ == figure.id:
                id_ = _own(figure, groups, at)
            groups[id_] = [*groups.get(id_, ()), (at, figure)]
            ids[figure] = id_
    learned = [_learned(id_, told, indicators.get(id_)) for id_, told in groups.items()]
    called = _renamed(learned)
    found = {called[one.id]: replace(one, id=called[one.id]) for one in learned}
    return found, {told: called[id_] for told, id_ in ids.items()}


def _renamed(figures: Iterable[LearnedFigure]) -> dict[str, str]:
    """Ids by the names by which samples first had them: the words they share, where there are."""
    called: dict[str, str] = {}
    used: set[str] = set()
    for one in figures:
        id_ = one.id
        words = _NOT_HAN.sub("", one.before)
        if not one.mapped and one.shared and len(words) >= _LEAST:
            id_ = f"{one.id.partition('.')[0]}.{words}"
        called[one.id] = free = _free(id_, used)
        used.add(free)
    return called


def _free(id_: str, used: set[str]) -> str:
    free, count = id_, 1
    while free in used:
        count += 1
        free = f"{id_}{chinese(count)}"
    return free


def shared_words(ones: Figure, others: Figure) -> tuple[str, str]:
    """What two clauses share right in front of the figure and right behind it, as set phrases."""
    before = _end(_same_start(ones.before[::-1], others.before[::-1])[::-1])
    after = _same_start(ones.after, others.after)[:SET_PHRASE]
    before = _EDGE.sub("", before)
    if len(before) < _LEAST or _NO_WORDS.search(before + after):
        return "", ""
    return before, after


def _end(words: str) -> str:
    """The last words, no more than a set phrase has; cut where a word is likely to begin."""
    if len(words) <= SET_PHRASE:
        return words
    last = words[-SET_PHRASE:]
    cut = next((m.end() for m in _BREAK.finditer(last) if len(last) - m.end() >= _FEW), 0)
    return last[cut:]


def _same_start(one: str, other: str) -> str:
    length = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return one[:length]


def _own(figure: Figure, groups: Mapping[str, list[tuple[int, Figure]]], at: int) -> str:
    """The figure's own id; another sample's of that name is another figure where units differ."""
    id_, count = figure.id, 1
    while any(other.unit != figure.unit and place != at for place, other in groups.get(id_, ())):
        count += 1
        id_ = f"{figure.id}{chinese(count)}"
    return id_


def _known_as(figure: Figure, groups: Mapping[str, list[tuple[int, Figure]]]) -> str:
    """The id under which a figure that the catalogue does not know is known already."""
    words = figure.before + figure.after
    best, found = _SAME, figure.id
    for id_, told in groups.items():
        for _, other in told:
            if other.mapped or other.unit != figure.unit:
                continue
            alike = likeness(words, other.before + other.after)
            if alike >= best:
                best, found = alike, id_
    return found


def _learned(
    id_: str, told: list[tuple[int, Figure]], indicator: Indicator | None
) -> LearnedFigure:
    first = dict(reversed(told))
    words = Counter(
        words
        for one, other in combinations([first[at] for at in sorted(first)], 2)
        if (words := shared_words(one, other))[0]
    )
    before, after = max(words, key=lambda w: (words[w], len(w[0])), default=("", ""))
    figure = told[0][1]
    mapped = indicator is not None and figure.mapped
    units = Counter(one.unit for _, one in told)
    return LearnedFigure(
        id=id_,
        name=indicator.name if mapped and indicator else _EDGE.sub("", before or figure.name),
        unit=units.most_common(1)[0][0],
        count=len(first),
        where=tuple(dict.fromkeys(one.spot for _, one in told)),
        before=before,
        after=after,
        shared=sum(
            one.before.endswith(before) and one.after.startswith(after) for one in first.values()
        )
        if before
        else 0,
        mapped=mapped,
        sentences=() if mapped else tuple(dict.fromkeys(one.sentence for _, one in told)),
    )
