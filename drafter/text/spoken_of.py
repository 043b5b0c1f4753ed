"""How each indicator of the catalogue is spoken of.

An indicator is known by several phrases: its name, its question, what stands before its slot in the
topics' patterns, and how published reports speak of it.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from drafter.model.kit import Indicator, Topic
    from drafter.model.pattern import Pattern, SentencePattern

_NOISE = lazily(
    r"多少\S{0,5}[？?]?|[\W_]|[的了]|全年|本年度|当年|本单位|其中|今年以来|今年|截至目前|共计|累计|我区|是多少"
)


@record
class Known:
    """How an indicator is spoken of.

    Attributes:
        indicator: what it is.
        phrases: the words, noise left out.
        follows: words of patterns that carry on from another figure (办结), by themselves.
        beside: ids of the figures in the same sentence patterns.
        pairs: the pairs of letters in the phrases.
    """

    indicator: Indicator
    phrases: tuple[str, ...]
    follows: tuple[str, ...]
    beside: frozenset[str]
    pairs: frozenset[str]


@record
class Catalogue:
    """Every indicator's words by the units that are right, and how rare each pair of letters is."""

    known: Mapping[str, tuple[Known, ...]]
    rarity: Mapping[str, float]


def catalogue(
    indicators: Mapping[str, Indicator],
    topics: Mapping[str, Topic],
    sayings: Mapping[str, tuple[str, ...]],
) -> Catalogue:
    """Make ready what figures are held against.

    Args:
        indicators: by id.
        topics: by id.
        sayings: by indicator, how published reports speak of it besides its name.
    """
    phrases: dict[str, list[str]] = {id_: [] for id_ in indicators}
    follows: dict[str, list[str]] = {id_: [] for id_ in indicators}
    beside: dict[str, set[str]] = {id_: set() for id_ in indicators}
    for topic in topics.values():
        for sentence in topic.sentences:
            told = _literals(sentence)
            ids = {id_ for id_, _, _ in told}
            for id_, words, opens in told:
                if id_ in phrases:
                    (phrases if opens else follows)[id_].append(words)
                    beside[id_] |= ids - {id_}
    known = tuple(
        _known(
            indicator,
            (indicator.name, indicator.question, *phrases[id_], *sayings.get(id_, ())),
            follows[id_],
            beside[id_],
        )
        for id_, indicator in indicators.items()
    )
    count = Counter(pair for one in known for pair in one.pairs)
    by_unit: dict[str, list[Known]] = {}
    for one in known:
        for unit in _units(one.indicator):
            by_unit.setdefault(unit, []).append(one)
    grouped = {unit: tuple(group) for unit, group in by_unit.items()}
    return Catalogue(grouped, {pair: log(1 + len(known) / n) for pair, n in count.items()})


def _known(
    indicator: Indicator, names: Iterable[str], follows: Iterable[str], beside: Iterable[str]
) -> Known:
    phrases = _clean(names)
    pairs = frozenset(pair for phrase in phrases for pair in letter_pairs(phrase))
    return Known(indicator, phrases, _clean(follows, least=2), frozenset(beside), pairs)


def plain(text: str) -> str:
    """A text without the words that stand before any figure, and without marks."""
    return _NOISE.sub("", text)


@lru_cache(maxsize=4096)
def letter_pairs(text: str) -> tuple[str, ...]:
    """Every two letters that stand side by side, in order."""
    return tuple(text[at : at + 2] for at in range(len(text) - 1))


def _literals(sentence: SentencePattern) -> list[tuple[str, str, bool]]:
    """Id, the words before its slot, and whether they open a sentence, for each plain slot."""
    found: list[tuple[str, str, bool]] = []
    for place, clause in enumerate(sentence.clauses):
        forms = [(clause.text, place == 0 or clause.opening is None)]
        if clause.opening:
            forms.append((clause.opening, True))
        for pattern, opens in forms:
            found += [(id_, words, opens) for id_, words in _slots(pattern)]
        lead = _text(clause.opening or clause.text)
        found += [
            (id_, words if not lead else lead + words, True)
            for member in clause.members
            for id_, words in _slots(member)
        ]
        found += [(id_, words, False) for m in clause.members for id_, words in _slots(m)]
    return found


def _slots(pattern: Pattern) -> list[tuple[str, str]]:
    found, words = [], ""
    for part in pattern.parts:
        if isinstance(part, str):
            words = part
        elif not part.filters:
            found.append((part.name, words))
    return found


def _text(pattern: Pattern) -> str:
    return "".join(part for part in pattern.parts if isinstance(part, str))


def _clean(texts: Iterable[str], least: int = 3) -> tuple[str, ...]:
    clean = (plain(text) for text in texts)
    return tuple(dict.fromkeys(text for text in clean if len(text) >= least))


def _units(indicator: Indicator) -> frozenset[str]:
    return frozenset(unit.removeprefix("万") for unit in indicator.units)
