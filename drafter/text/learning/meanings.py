"""Which topics of the catalogue a section speaks for, by its words and its figures.

Every topic is known by the words of its headings, its question and its sentence patterns. A section
is held against all of them by pairs of characters, rare pairs weighing more.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import field, replace
from functools import lru_cache
from math import log, sqrt
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.text.han import NOT_HAN
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from drafter.model.kit import Topic
    from drafter.model.pattern import Pattern

#: How much a pair of characters weighs in a heading; in the text it weighs 1.
_HEADING = 3.0
#: What the topics of its figures and of its sentences, one by one, add to those of the whole.
_FIGURES, _SENTENCES = 0.2, 0.35
#: How many topics are kept of a section, and how near the best they must come.
_MOST, _NEAR = 6, 0.5
#: Below this a section, or a sentence, speaks for no topic at all.
_LEAST = 0.07
#: What stands below a heading says less of it than its own words.
_BELOW = 0.6
#: The chapter on the first person responsible, and how its topics begin; elsewhere what they are
#: about is told of the office.
DUTY = "履职"
_SENTENCE = lazily(r"[。；！？]")
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
        common: by topic, the share of the sections at hand that speak for it most: where all are
            about 政务公开, it tells none from another.
    """

    words: Mapping[str, Mapping[str, float]]
    rarity: Mapping[str, float]
    unknown: float
    tells: Mapping[str, tuple[str, ...]]
    common: Mapping[str, float] = field(default_factory=dict)

    def among(self, sections: Sequence[Weights]) -> Meanings:
        """The same for certain sections, each given by its topics."""
        count = Counter(max(one, key=lambda told: told[1])[0] for one in sections if one)
        return replace(self, common={id_: n / len(sections) for id_, n in count.items()})


def meanings(topics: Mapping[str, Topic], names: Mapping[str, Sequence[str]]) -> Meanings:
    """Make ready what sections are held against.

    Args:
        topics: by id.
        names: by indicator, what it is called.
    """
    told = {id_: dict(_words(topic, names)) for id_, topic in topics.items()}
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


def speaks_for(
    heading: str, text: str, figures: Iterable[str], known: Meanings, *, duty: bool = False
) -> Weights:
    """The topics of a section, the likeliest first, each with a weight up to about 1.

    A section that tells several matters one after another speaks for all of them: besides the
    whole, each of its sentences adds the topic that it speaks for most.

    Args:
        heading: its words.
        text: what stands right below it.
        figures: ids of the figures told in it.
        known: what topics sound like.
        duty: whether it stands in the chapter on the first person responsible.
    """
    pairs = dict.fromkeys(pairs_of(text), 1.0) | dict.fromkeys(pairs_of(heading), _HEADING)
    scores = _scores(pairs, known, duty=duty)
    sentences = [one for one in _SENTENCE.split(text) if pairs_of(one)]
    for sentence in sentences:
        told = _scores(dict.fromkeys(pairs_of(sentence), 1.0), known, duty=duty)
        best = max(told, key=lambda id_: told[id_], default="")
        if best and told[best] >= _LEAST:
            scores[best] += _SENTENCES * told[best] * len(sentence) / len(text) * 2
    ids = {id_ for name in figures for id_ in known.tells.get(name, ()) if id_ in scores}
    for id_ in ids:
        scores[id_] += _FIGURES / len(ids)
    return _kept(scores)


def with_below(own: Weights, below: Sequence[Weights]) -> Weights:
    """The topics of a heading with those of the sections below it."""
    scores = dict(own)
    for weights in below:
        for id_, weight in weights:
            scores[id_] = scores.get(id_, 0.0) + _BELOW * weight / len(below)
    return _kept(scores)


def _scores(pairs: Mapping[str, float], known: Meanings, *, duty: bool) -> dict[str, float]:
    mine = _normal(pairs, known.rarity, known.unknown)
    return {
        id_: sum(weight * words[pair] for pair, weight in mine.items() if pair in words)
        for id_, words in known.words.items()
        if duty or not id_.startswith(DUTY)
    }


def _kept(scores: Mapping[str, float]) -> Weights:
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


def _words(topic: Topic, names: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, float]]:
    """Each pair of characters of a topic's words; those of its headings weigh more."""
    patterns = list(_patterns(topic))
    told = {slot.name for one in patterns for slot in one.slots}
    texts = [topic.ask, *(_literal(one) for one in patterns)]
    texts += [name for id_ in sorted(told) for name in names.get(id_, ())]
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
