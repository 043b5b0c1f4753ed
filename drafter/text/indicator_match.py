"""Which indicator of the catalogue a figure in running text is, by the words around it.

Each indicator is known by several phrases: its name, its question, and what stands before its slot
in the topics' patterns. A figure is held against all of them by pairs of characters, rare pairs
weighing more; words in the figure's own clause weigh most, then its sentence, then its headings.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.text.han import HAN
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from drafter.model.kit import Indicator, Topic
    from drafter.model.pattern import Pattern, SentencePattern

#: Below this confidence nothing is mapped.
ENOUGH = 0.62
#: How much a pair of characters weighs in the clause, behind the number, in the sentence, in the
#: headings.
_WEIGHTS = (1.0, 0.9, 0.6, 0.4)
#: How much of a phrase the clause itself must say.
_NEAR = 0.34
#: By how much the best must lead the next.
_LEAD = 0.04
_FOLLOWS_ON = 0.9
#: A percentage is called by its rate's own name, which says more than other words.
_RATE_BONUS = 0.08
#: What a part keeps where its whole was not told just before, …
_PART_ALONE = 0.75
#: … and what is lost where the clause says other things that the catalogue knows.
_UNEXPLAINED = 0.25
_NOISE = lazily(
    r"多少\S{0,5}[？?]?|[\W_]|[的了]|全年|本年度|当年|本单位|其中|今年以来|今年|截至目前|共计|累计|我区|是多少"
)
_CHANGE = lazily(r"(?:增长|下降|上升|提升|提高|增加|减少|压减|降低|同比|较上年)(?:了|约|近|达)?$")
_RATE = lazily(rf"{HAN}{{2}}率|占比|比例")
_FILLER = lazily(r"^(?:已|并|均|全部|共|其中|分别|实际|达到|达|为|了)+|(?:达到|达|为|了|共计|共)+$")
_PERCENT = "%"


@record
class Surroundings:
    """The words around a figure.

    Attributes:
        before: its clause up to it, from the last mark or figure on.
        after: its clause behind it, up to the next mark or figure.
        sentence: what stands before the clause in the same sentence.
        headings: the headings that it stands under, the nearest last.
        unit: its base unit; empty for a bare number.
        previous: the id of the figure before it in the sentence; empty when there is none.
    """

    before: str
    after: str
    sentence: str
    headings: str
    unit: str
    previous: str = ""


@record
class Match:
    """An indicator that the words speak for.

    Attributes:
        id: the indicator's.
        confidence: 0 to 1.
        reason: which words, in Chinese.
    """

    id: str
    confidence: float
    reason: str


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
    pairs = frozenset(pair for phrase in phrases for pair in _pairs(phrase))
    return Known(indicator, phrases, _clean(follows, least=2), frozenset(beside), pairs)


def best_match(around: Surroundings, words: Catalogue) -> Match | None:
    """The indicator that the words speak for; None when none does clearly enough."""
    if _CHANGE.search(around.before) or _speaks_of_two(around):
        return None
    told = (around.before, around.after, around.sentence, around.headings)
    texts = tuple(_NOISE.sub("", text) for text in told)
    beside = frozenset((*_pairs(texts[0]), *_pairs(texts[1])))
    found = sorted(
        (
            match
            for known in words.known.get(around.unit, ())
            if (match := _match(around, texts, beside, known, words.rarity))
        ),
        key=lambda match: -match.confidence,
    )
    if not found or found[0].confidence < ENOUGH:
        return None
    if len(found) > 1 and found[0].confidence - found[1].confidence < _LEAD:
        return None
    return found[0]


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
    clean = (_NOISE.sub("", text) for text in texts)
    return tuple(dict.fromkeys(text for text in clean if len(text) >= least))


@lru_cache(maxsize=4096)
def _pairs(text: str) -> tuple[str, ...]:
    return tuple(text[at : at + 2] for at in range(len(text) - 1))


def _speaks_of_two(around: Surroundings) -> bool:
    """Whether one number is told of two names: 参加率、及格率均为100%."""
    told = around.sentence[-12:] + around.before if around.unit == _PERCENT else ""
    return around.unit == _PERCENT and bool(re.search(r"率[、和及与]\w{1,8}率\D*$", told))


def _match(
    around: Surroundings,
    texts: tuple[str, ...],
    beside: frozenset[str],
    known: Known,
    rarity: Mapping[str, float],
) -> Match | None:
    """How well the words fit one indicator; None when they do not, or the rate is another.

    Args:
        around: the words as they stand.
        texts: the same, noise left out.
        beside: the pairs of letters right before and behind the number.
        known: the indicator.
        rarity: see `Catalogue`.
    """
    if around.unit == _PERCENT and not _same_rate(around.before, known):
        return None
    tail = _FILLER.sub("", texts[0])
    if around.previous in known.beside and any(tail == words for words in known.follows):
        return Match(known.indicator.id, _FOLLOWS_ON, f"“{tail}”接在“{around.previous}”后面")
    if known.pairs.isdisjoint(beside):  # as with most indicators
        return None
    scored = [(_score(phrase, texts, beside, rarity), phrase) for phrase in known.phrases]
    score, phrase = max(scored, default=(0.0, ""))
    if not score:
        return None
    if around.unit == _PERCENT:
        score = min(1.0, score + _RATE_BONUS)
    if _is_part(known.indicator, around.previous):
        score *= _PART_ALONE
    return Match(known.indicator.id, round(score, 2), f"“{_shown(around)}”像“{phrase}”")


def _is_part(indicator: Indicator, previous: str) -> bool:
    """Whether it is a part whose whole, or another part of it, was not just told."""
    group = indicator.id.partition(".")[0]
    return bool(indicator.part_of) and previous.partition(".")[0] != group


def _score(
    phrase: str, texts: tuple[str, ...], beside: frozenset[str], rarity: Mapping[str, float]
) -> float:
    """The share of the phrase's pairs that the words hold, by rarity and nearness."""
    pairs = _pairs(phrase)
    near = [rarity[pair] for pair in pairs if pair in beside]
    if not near:
        return 0.0
    whole = sum(map(rarity.__getitem__, pairs))
    if sum(near) < _NEAR * whole:
        return 0.0
    said = [pair for pair in _pairs(texts[0]) if pair in rarity]
    known = sum(rarity[pair] for pair in said)
    explained = sum(rarity[pair] for pair in said if pair in pairs) / known if known else 1.0
    covered = sum(rarity[pair] * _weight(pair, texts) for pair in pairs) / whole
    return covered * (1 - _UNEXPLAINED * (1 - explained))


def _weight(pair: str, texts: tuple[str, ...]) -> float:
    return next((w for w, text in zip(_WEIGHTS, texts, strict=True) if pair in text), 0.0)


def _same_rate(before: str, known: Known) -> bool:
    """Whether a percentage is called by the same rate as the indicator (办结率)."""
    rates = _RATE.findall(before)
    return bool(rates) and any(rates[-1] in phrase for phrase in known.phrases)


def _units(indicator: Indicator) -> frozenset[str]:
    return frozenset(unit.removeprefix("万") for unit in indicator.units)


def _shown(around: Surroundings) -> str:
    return around.before[-12:] or around.after[:12]
