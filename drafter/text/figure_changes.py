"""What became of each figure, and what about it a person should look at."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.model.comparison import FigureChange, Kind
from drafter.model.finding import Finding, Severity
from drafter.model.record import record
from drafter.text.last_year import JUMP, change_in_words, jumps, switched, telling
from drafter.text.measures import half_step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from drafter.model.comparison import Account, Datum, Solved

_UNSURE = "按上下文对上的"


@record
class Pairing:
    """Which figure is which.

    Attributes:
        pairs: place in this year's data -> place in last year's.
        unsure: places in this year's data that only words alike have paired.
    """

    pairs: Mapping[int, int]
    unsure: frozenset[int]


def figure_changes(
    last: Account, this: Account, pairing: Pairing, rates: Iterable[Solved]
) -> tuple[tuple[FigureChange, ...], tuple[Finding, ...]]:
    """Every figure of both years, and the findings about them.

    Args:
        last: last year's report.
        this: this year's.
        pairing: which of them are the same.
        rates: what this year's rates say of last year.
    """
    told = _by_datum(this, rates)
    pairs = pairing.pairs
    changes: list[FigureChange] = []
    findings: list[Finding] = []
    for at, datum in enumerate(this.data):
        before = last.data[pairs[at]] if at in pairs else None
        found = tuple(_findings(before, datum, told.pop(at, None), last, this))
        remarks = [remark for remark, _ in found]
        if at in pairing.unsure:
            remarks.append(_UNSURE)
            found = tuple((remark, _softened(finding)) for remark, finding in found)
        findings += [finding for _, finding in found]
        changes.append(_change(before, datum, "；".join(remarks)))
    findings += [_only_solved(rate, this) for rate in told.values()]
    paired = set(pairs.values())
    gone = (datum for at, datum in enumerate(last.data) if at not in paired)
    changes += [
        FigureChange(d.id, d.name, d, None, Kind.GONE, "", absent=this.absent.get(d.id))
        for d in gone
    ]
    return tuple(changes), tuple(findings)


def _softened(finding: Finding) -> Finding:
    """The finding as a warning: the two figures may not be the same at all."""
    remedy = f"先看两处是不是同一项数据（只是上下文相近）；{finding.remedy}"
    weight = Severity.WARNING if finding.severity is Severity.ERROR else finding.severity
    return replace(finding, severity=weight, remedy=remedy)


def _by_datum(this: Account, rates: Iterable[Solved]) -> dict[int, Solved]:
    """Rates by the place of the figure they belong to; below 0 where no figure stands there."""
    lines: dict[int, list[int]] = {}
    for at, datum in enumerate(this.data):
        if datum.line is not None:
            lines.setdefault(datum.line, []).append(at)
    told: dict[int, Solved] = {}
    for n, rate in enumerate(rates, start=1):
        near = (
            at
            for at in lines.get(rate.line, ())
            if this.data[at].start <= rate.start < this.data[at].end
        )
        told[next(near, -n)] = rate
    return told


def _change(last: Datum | None, this: Datum, remark: str) -> FigureChange:
    if last is None:
        return FigureChange(this.id, this.name, None, this, Kind.NEW, "", remark)
    one, two = last.quantity, this.quantity
    same = one.value == two.value and not switched(one, two)
    kind = Kind.SAME if same else Kind.CHANGED
    words = "" if same else change_in_words(one, two)
    return FigureChange(this.id or last.id, this.name, last, this, kind, words, remark)


def _findings(
    last: Datum | None, this: Datum, rate: Solved | None, before: Account, now: Account
) -> Iterator[tuple[str, Finding]]:
    """Each with a short remark for the table."""
    if last is None:
        if rate is not None:
            yield f"由同比推出上年{_value(rate)}", _only_solved(rate, now)
        return
    name, one, two = this.name, last.quantity, this.quantity
    if rate is not None:
        yield from _rate_findings(rate, last, this, before)
    if switched(one, two):
        message = f"“{name}”上年是{one.text}，今年是{two.text}，单位变了"
        remedy = "核对是不是同一个口径；是的话，统一用一个单位"
        yield "请核对口径", _warn("F303", "unit-differs-from-last-year", this, message, remedy)
    elif one.value == two.value and telling(two):
        message = f"“{name}”今年是{two.text}，与上年相同"
        remedy = "核对是不是忘了改；确实相同，不必理会"
        yield "请核对", _warn("F304", "same-as-last-year", this, message, remedy)
    elif jumps(one, two):
        message = f"“{name}”上年是{one.text}，今年是{two.text}，相差{JUMP}倍以上"
        remedy = "核对位数，看看是不是漏了或多了“万”"
        yield f"相差{JUMP}倍以上", _warn("F302", "figure-jumps", this, message, remedy)


def _rate_findings(
    rate: Solved, last: Datum, this: Datum, before: Account
) -> Iterator[tuple[str, Finding]]:
    """A contradiction, when last year's value is not what the rate makes it."""
    quantity = last.quantity
    if not quantity.exact or quantity.unit != rate.unit:
        return
    slack = half_step(quantity)
    if rate.low - slack <= quantity.value <= rate.high + slack:
        return
    told = f"{before.path} 里“{last.name}”是{quantity.text}"
    message = f"今年写“{rate.text}”，推出上年{_value(rate)}；{told}"
    remedy = "核对今年数、上年数和增减率，改正错的一个"
    finding = Finding(
        "F301",
        "change-contradicts-last-year",
        Severity.ERROR,
        this.spot,
        message,
        remedy,
        rate.text,
    )
    yield f"同比推出上年{_value(rate)}，不符", finding


def _only_solved(rate: Solved, this: Account) -> Finding:
    line = this.lines[rate.line]
    message = f"“{rate.text}”推出上年{_value(rate)}；上年的材料里没有对上的数"
    remedy = "与上年的报告核对一下"
    return Finding(
        "F305", "solved-back", Severity.INFO, line.spot, message, remedy, rate.text, line.section
    )


def _value(rate: Solved) -> str:
    if rate.value is not None:
        return f"是{rate.value}{rate.unit}"
    return f"在{rate.low:.0f}到{rate.high:.0f}{rate.unit}之间"


def _warn(code: str, name: str, this: Datum, message: str, remedy: str) -> Finding:
    text = this.quantity.text
    return Finding(code, name, Severity.WARNING, this.spot, message, remedy, text)
