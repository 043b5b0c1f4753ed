"""Which indicator of the catalogue a figure in running text is, by the words around it.

A figure is held against all the phrases by which indicators are known, by pairs of characters, rare
pairs weighing more; words in the figure's own clause weigh most, then its sentence, then its
headings.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.text.han import HAN
from drafter.text.lazily import lazily
from drafter.text.spoken_of import letter_pairs, plain
from drafter.text.told_times import Time

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drafter.model.kit import Indicator
    from drafter.text.spoken_of import Catalogue, Known

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
_CHANGE = lazily(r"(?:增长|下降|上升|提升|提高|增加|减少|压减|降低|同比|较上年)(?:了|约|近|达)?$")
_RATE = lazily(rf"{HAN}{{2}}率|占比|比例")
_FILLER = lazily(r"^(?:已|并|均|全部|共|其中|分别|实际|达到|达|为|了)+|(?:达到|达|为|了|共计|共)+$")
_PERCENT = "%"
#: How an indicator is spoken of that is what another one came from: 审批时限由.
_FROM = "由"


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
        subject: where it is what another figure came to, the words in front of that one's 由.
        time: what it is told of.
    """

    before: str
    after: str
    sentence: str
    headings: str
    unit: str
    previous: str = ""
    subject: str = ""
    time: Time = Time.OWN

    @property
    def words(self) -> str:
        """What tells the figure: 行政处罚案件降至, of 行政处罚案件由1500件降至1200件."""
        return self.subject + self.before


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


def best_match(around: Surroundings, words: Catalogue) -> Match | None:
    """The indicator that the words speak for; None when none does clearly enough.

    A figure of another time is none of the year's, but for indicators that are of the time before.
    """
    around = replace(around, before=around.words)
    if around.time is Time.RUNNING:
        return None
    if _CHANGE.search(around.before) or _speaks_of_two(around):
        return None
    told = (around.before, around.after, around.sentence, around.headings)
    texts = tuple(plain(text) for text in told)
    beside = frozenset((*letter_pairs(texts[0]), *letter_pairs(texts[1])))
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
    if not _of_its_time(around, known):
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


def _of_its_time(around: Surroundings, known: Known) -> bool:
    """Whether the indicator is told of the time before just where the figure is."""
    if around.time is Time.OWN and not around.subject:
        return True
    before = any(words.endswith(_FROM) for words in known.phrases)
    return before is (around.time is Time.EARLIER)


def _is_part(indicator: Indicator, previous: str) -> bool:
    """Whether it is a part whose whole, or another part of it, was not just told."""
    group = indicator.id.partition(".")[0]
    return bool(indicator.part_of) and previous.partition(".")[0] != group


def _score(
    phrase: str, texts: tuple[str, ...], beside: frozenset[str], rarity: Mapping[str, float]
) -> float:
    """The share of the phrase's pairs that the words hold, by rarity and nearness."""
    pairs = letter_pairs(phrase)
    near = [rarity[pair] for pair in pairs if pair in beside]
    if not near:
        return 0.0
    whole = sum(map(rarity.__getitem__, pairs))
    if sum(near) < _NEAR * whole:
        return 0.0
    said = [pair for pair in letter_pairs(texts[0]) if pair in rarity]
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


def _shown(around: Surroundings) -> str:
    return around.before[-12:] or around.after[:12]
