"""F106: one thing counted in two units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.case_units import SAME, matter, settles_other_unit
from drafter.text.counting import CASES
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.checks.case import Reading
    from drafter.model.proof import Passage, Told

_SENTENCE = lazily("[。；！？]")
_SURE = 0.8
_SHARES = frozenset(("%", "％", "个百分点"))


@text_rule("F106", "unit-switched", Severity.WARNING)
def unit_switched(reading: Reading) -> Iterator[Fault]:
    """查什么：同一件事前后用了两个单位，如受理的用“宗”、办结的用“件”。

    为什么：单位不同，读者会当成两件事；前后年的数也没法比。不同的指标单位不同，不算错。
    例：“受理举报65宗，办结60件”应都用“宗”或者都用“件”。
    怎么改：一项数据从头到尾用一个单位，跟上年报告一致。
    """
    found: set[tuple[int, int]] = set()
    for passage in reading.proof.passages:
        for one, other in _in_sentences(passage):
            found.add((passage.place, other.start))
            yield _fault(passage, one, other)
    yield from _across(reading, found)


def _in_sentences(passage: Passage) -> Iterator[tuple[Told, Told]]:
    """Pairs of counts of one thing within a sentence, or up to its ；, in two units; each once."""
    text = passage.text
    before: Told | None = None
    end = 0
    nouns: dict[str, Told] = {}
    for told in passage.told:
        if _SENTENCE.search(text, end, told.start):
            before, nouns = None, {}
        end = told.end
        if told.quantity.unit in _SHARES:
            continue
        same = nouns.get(noun) if (noun := _matter(text, told)) else None
        if before and settles_other_unit(text, before, told):
            yield before, told
        elif same and same.quantity.unit != told.quantity.unit and not _two_things(same, told):
            yield same, told
        if noun:
            nouns.setdefault(noun, told)
        before = told


def _two_things(one: Told, other: Told) -> bool:
    """Whether the two are surely figures of two indicators."""
    return min(one.sure, other.sure) >= _SURE and one.id != other.id


def _matter(text: str, told: Told) -> str:
    return matter(text, told) if told.quantity.unit in CASES else ""


def _fault(passage: Passage, one: Told, other: Told) -> Fault:
    text = passage.text
    first, then = text[one.start : one.end], text[other.start : other.end]
    units = one.quantity.unit, other.quantity.unit
    message = f"同一件事前面是“{first}”，后面是“{then}”，单位不一样"
    certain = settles_other_unit(text, one, other) and (
        set(units) <= SAME or one.quantity.value == other.quantity.value
    )
    weight = Severity.ERROR if certain else Severity.WARNING
    return fault(passage, (one.start, other.end), message, _remedy(units), weight)


def _across(reading: Reading, found: set[tuple[int, int]]) -> Iterator[Fault]:
    """Figures of one indicator in two units, wherever they stand; each unit once."""
    told_in: dict[str, dict[str, str]] = {}
    for passage, told in _sure(reading.proof.passages):
        unit, words = told.quantity.unit, passage.text[told.start : told.end]
        units = told_in.setdefault(told.id, {unit: words})
        if unit in units:
            continue
        usual, other = next(iter(units.items()))
        units[unit] = words
        if (passage.place, told.start) in found:
            continue
        indicator = reading.indicators.get(told.id)
        name = indicator.name if indicator else told.id
        message = f"“{name}”在前面是“{other}”，这里是“{words}”，单位不一样"
        yield fault(passage, told, message, _remedy((usual, unit)))


def _sure(passages: Iterable[Passage]) -> Iterator[tuple[Passage, Told]]:
    for passage in passages:
        for told in passage.told:
            if told.id and told.sure >= _SURE and told.quantity.unit in CASES:
                yield passage, told


def _remedy(units: tuple[str, str]) -> str:
    one, other = units
    return f"统一用“{one}”或者“{other}”，跟上年报告一致；如果说的不是一件事，把名称写清楚"
