"""Which topics of the catalogue a section speaks for, by its words and its figures.

Every topic is known by the words of its headings, its question and its sentence patterns. A section
is held against all of them by pairs of characters, rare pairs weighing more.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from math import log, sqrt
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.text.han import NOT_HAN
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from drafter.model.kit import Topic
    from drafter.model.pattern import Pattern

#: How much a pair of characters weighs in a heading; in the text it weighs 1.
_HEADING = 3.0
#: What a figure adds to the topic that tells it.
_FIGURE = 0.25
#: How many topics are kept of a section, and how near the best they must come.
_MOST, _NEAR = 4, 0.5
#: Below this a section speaks for no topic at all.
_LEAST = 0.1
_NOT_HAN = lazily(NOT_HAN)

Weights = tuple[tuple[str, float], ...]


@record
class Meanings:
    """What the catalogue's topics sound like.

    Attributes:
        words: by topic, the weight of each pair of characters; their squares sum up to 1.
        rarity: by pair of characters; how much it tells.
        unknown: the rarity of a pair that no topic has.
        tells: by indicator, the topics whose sentences tell it.
    """

    words: Mapping[str, Mapping[str, float]]
    rarity: Mapping[str, float]
    unknown: float
    tells: Mapping[str, tuple[str, ...]]


def meanings(topics: Mapping[str, Topic]) -> Meanings:
    """Make ready what sections are held against."""
    told = {id_: dict(_words(topic)) for id_, topic in topics.items()}
    count = Counter(pair for words in told.values() for pair in words)
    rarity = {pair: log(1 + len(told) / n) for pair, n in count.items()}
    tells: dict[str, list[str]] = {}
    for id_, topic in topics.items():
        for name in {slot.name for one in _patterns(topic) for slot in one.slots}:
            tells.setdefault(name, []).append(id_)
    return Meanings(
        words={id_: _normal(words, rarity) for id_, words in told.items()},
        rarity=rarity,
        unknown=log(1 + len(told)) * 0.6,
        tells={name: tuple(ids) for name, ids in tells.items()},
    )


def speaks_for(heading: str, text: str, figures: Iterable[str], known: Meanings) -> Weights:
    """The topics of a section, the likeliest first, each with a weight up to about 1.

    Args:
        heading: its words.
        text: what stands right below it.
        figures: ids of the figures told in it.
        known: what topics sound like.
    """
    pairs = dict.fromkeys(pairs_of(text), 1.0) | dict.fromkeys(pairs_of(heading), _HEADING)
    mine = _normal(pairs, known.rarity, known.unknown)
    scores = {
        id_: sum(weight * words[pair] for pair, weight in mine.items() if pair in words)
        for id_, words in known.words.items()
    }
    for name in figures:
        for id_ in known.tells.get(name, ()):
            scores[id_] += _FIGURE / len(known.tells[name])
    best = max(scores.values(), default=0.0)
    if best < _LEAST:
        return ()
    near = [(id_, score) for id_, score in scores.items() if score >= _NEAR * best]
    return tuple(sorted(near, key=lambda one: -one[1])[:_MOST])


@lru_cache(maxsize=2048)
def pairs_of(text: str) -> frozenset[str]:
    """Neighbouring 汉字, marks and figures between them parting words."""
    parts = _NOT_HAN.sub(" ", text).split()
    return frozenset(part[at : at + 2] for part in parts for at in range(len(part) - 1))


def _words(topic: Topic) -> Iterator[tuple[str, float]]:
    """Each pair of characters of a topic's words; those of its headings weigh more."""
    texts = [topic.ask, *(_literal(one) for one in _patterns(topic))]
    yield from ((pair, 1.0) for text in texts for pair in pairs_of(text))
    headings = [topic.id, *(_literal(one) for one in (topic.heading, *topic.variants))]
    yield from ((pair, _HEADING) for text in headings for pair in pairs_of(text))


def _patterns(topic: Topic) -> Iterator[Pattern]:
    for sentence in topic.sentences:
        for clause in sentence.clauses:
            yield from (clause.text, *clause.members, *clause.otherwise)


def _literal(pattern: Pattern) -> str:
    return "，".join(part for part in pattern.parts if isinstance(part, str))


def _normal(
    words: Mapping[str, float], rarity: Mapping[str, float], unknown: float = 0.0
) -> dict[str, float]:
    told = {pair: weight * rarity.get(pair, unknown) for pair, weight in words.items()}
    length = sqrt(sum(weight * weight for weight in told.values())) or 1.0
    return {pair: weight / length for pair, weight in told.items()}
