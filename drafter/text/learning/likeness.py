"""How alike two sections are, in parts that can be explained to a clerk."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.text.learning.meanings import DUTY, pairs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from drafter.model.learned import Sighting
    from drafter.text.learning.meanings import Meanings, Weights

#: What the parts of a likeness weigh: headings, topics, text, figures.
_WEIGHTS = (0.4, 0.35, 0.2, 0.05)
#: Chapters that are themes as well: what is a chapter here may be a section there.
_LIKE_ANY = {"", DUTY}
#: What is taken off where one section has others below it and the other has not.
_OTHER_SHAPE = 0.08
#: What it counts that one section's topics are among the other's.
_SHARE = 0.8
#: What makes a topic a main one of a section: how near its weight comes to the greatest.
_MAIN = 0.6
#: What is taken off for a chapter held against a section further down.
_OTHER_LEVEL = 0.04


@record
class Look:
    """What a section looks like to others, be it one sample's or a learned one.

    Attributes:
        headings: its wordings, at least one.
        topics: that it speaks for, with weights.
        text: pairs of characters of its text; None when the text is not known.
        figures: ids of its figures.
        role: see `Sighting`; for all that stands below it too.
        parts: 不足 and 安排, where it belongs to them.
        group: whether sections stand below it.
        level: 1 to 4.
    """

    headings: tuple[str, ...]
    topics: Weights
    text: frozenset[str] | None
    figures: frozenset[str]
    role: str
    parts: frozenset[str]
    group: bool
    level: int


def look(section: Sighting) -> Look:
    """A sample's section as others see it."""
    return Look(
        headings=(section.heading,),
        topics=section.topics,
        text=pairs_of(section.text),
        figures=frozenset(one.id for one in section.figures),
        role=section.role,
        parts=frozenset(part.value for part in section.parts),
        group=section.children > 0,
        level=section.level,
    )


def likeness(one: Look, other: Look, known: Meanings) -> float:
    """How alike two sections are, 0 to about 1."""
    if one.parts != other.parts and not one.parts & other.parts:
        return 0.0
    if {one.role, other.role} not in ({""}, _LIKE_ANY):
        # 成效, 不足, 安排 are what they are, whatever their headings say.
        return _roles(one.role, other.role)
    told = [
        (_WEIGHTS[0], wording(one.headings, other.headings, known)),
        (_WEIGHTS[1], meaning(one.topics, other.topics, known.common)),
    ]
    if one.text is not None and other.text is not None:
        told.append((_WEIGHTS[2], _shared(one.text, other.text, known)))
    if one.figures and other.figures:
        both = len(one.figures & other.figures)
        told.append((_WEIGHTS[3], both / min(len(one.figures), len(other.figures))))
    score = sum(weight * part for weight, part in told) / sum(weight for weight, _ in told)
    score -= _OTHER_SHAPE if one.group != other.group else 0.0
    return max(0.0, score - (_OTHER_LEVEL if one.level != other.level else 0.0))


def wording(ones: Iterable[str], others: Iterable[str], known: Meanings) -> float:
    """How alike the nearest two wordings are."""
    theirs = tuple(others)
    return max(
        (_shared(pairs_of(a), pairs_of(b), known) for a in ones for b in theirs), default=0.0
    )


def meaning(ones: Weights, others: Weights, common: Mapping[str, float]) -> float:
    """How much two sections speak for the same topics.

    The cosine of their weights; or how much of the one's weight lies on topics of the other, where
    one section tells what the other tells among other things. Topics that most sections at hand
    are about count for little.
    """
    mine, theirs = dict(ones), dict(others)
    if not mine or not theirs:
        return 0.0
    shared = {id_: weight * theirs[id_] for id_, weight in mine.items() if id_ in theirs}
    both = sum(shared.values())
    if not both:
        return 0.0
    length = sum(w * w for w in mine.values()) * sum(w * w for w in theirs.values())
    shares = (
        sum(weight for id_, weight in a.items() if b.get(id_, 0.0) >= _MAIN * max(b.values()))
        / sum(a.values())
        for a, b in ((mine, theirs), (theirs, mine))
    )
    telling = sum(w * (1 - common.get(id_, 0.0)) for id_, w in shared.items()) / both
    return telling * max(both / sqrt(length), _SHARE * max(shares))


def _roles(one: str, other: str) -> float:
    if not one or not other:
        return 0.0
    mine, theirs = set(one.split("、")), set(other.split("、"))
    return len(mine & theirs) / max(len(mine), len(theirs))


def _shared(one: frozenset[str], other: frozenset[str], known: Meanings) -> float:
    """What two texts share of their pairs of characters, rare ones weighing more."""
    if not one or not other:
        return 0.0

    def weight(pairs: frozenset[str]) -> float:
        return sum(known.rarity.get(pair, known.unknown) for pair in pairs)

    return 2 * weight(one & other) / (weight(one) + weight(other))
