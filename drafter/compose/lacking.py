"""What a slot in a person's own words waits for: a figure, last year's, another answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.model.answers import ANSWERED_WITHOUT, State
from drafter.model.report import Gap

if TYPE_CHECKING:
    from drafter.compose.facts import Facts
    from drafter.model.pattern import Slot

_COMPARISONS = ("同比", "增减")
_SHARE = "占比"


def lacking(slot: Slot, facts: Facts) -> Gap:
    """The gap that a slot leaves, of which nothing can be printed."""
    if facts.indicator(slot.name) is None or facts.name(slot.name) is not None:
        return facts.gap(slot.name)
    if facts.state(slot.name) in ANSWERED_WITHOUT:
        return _contradicted(slot.name, facts)
    if facts.given(slot.name) is None and facts.computed(slot.name) is None:
        return facts.gap(slot.name)
    for filter_ in slot.filters:
        if filter_.name in _COMPARISONS and not _known_last_year(slot.name, facts):
            return prior_gap(slot.name, facts)
        if filter_.name == _SHARE and facts.given(whole := filter_.arguments[0]) is None:
            answered = facts.state(whole) in ANSWERED_WITHOUT
            return _contradicted(whole, facts) if answered else facts.gap(whole)
        if filter_.name in {*_COMPARISONS, _SHARE}:
            return _not_reckoned(slot.name, filter_.name, facts)
    return facts.gap(slot.name)


def _known_last_year(id_: str, facts: Facts) -> bool:
    """Whether last year's file answers it, be it with 无."""
    indicator = facts.indicator(id_)
    ids = (id_, *(indicator.former if indicator else ()))
    return any(figure.state is not State.BLANK for figure in map(facts.last.get, ids) if figure)


def prior_gap(id_: str, facts: Facts) -> Gap:
    """The gap of last year's value; nobody owes it, for last year's file is where it belongs."""
    name, unit = _name(id_, facts), _unit(id_, facts)
    label = f"{name}的上年数" + (f"（{unit}）" if unit else "")
    question = (
        f"{name}上年是多少？在上年的问卷里填上（今年的问卷里要有“上年: 文件名”一行）；"
        "没有上年数的，改写这里，不用它"
    )
    return replace(_own(f"上年数.{id_}", label, question, id_), units=facts.gap(id_).units)


def _contradicted(id_: str, facts: Facts) -> Gap:
    """Own words that want the number of a figure whose answer is 无 or 不涉及."""
    answer = ANSWERED_WITHOUT[facts.state(id_)]
    label = f"{_name(id_, facts)}填的是“{answer}”，请改写这句话"
    question = f"“{id_}”填的是“{answer}”，这句话却要用它的数：改写这句话，或者在“数据”里填上数"
    return _own(f"改写.{id_}", label, question, id_)


def _not_reckoned(id_: str, what: str, facts: Facts) -> Gap:
    """A comparison or share of figures that are there, but in other units, about, or of zero."""
    label = f"{_name(id_, facts)}的{what}"
    question = (
        f"{label}算不出来：上年填的不是数，两个数的单位不同、不是确数，或者除数是零。"
        "核对这两个数，或者改写这句话，不用它"
    )
    return _own(f"{what}.{id_}", label, question, id_)


def _own(id_: str, label: str, question: str, about: str) -> Gap:
    """A gap that is for the writer herself to mend."""
    return Gap(id_, label, question, about=about)


def _name(id_: str, facts: Facts) -> str:
    indicator = facts.indicator(id_)
    return indicator.name if indicator else id_


def _unit(id_: str, facts: Facts) -> str:
    indicator = facts.indicator(id_)
    return facts.unit(indicator) if indicator else ""
