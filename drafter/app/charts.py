"""The charts that a year file asks for (图表), with the years that 上年 leads back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.app.opening import sources
from drafter.compose.facts import Facts
from drafter.model.chart import Bar, Chart, Series
from drafter.model.finding import Finding, Severity
from drafter.model.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal
    from pathlib import Path

    from drafter.checks.case import Case
    from drafter.model.answers import Answers, AskedChart, Text
    from drafter.model.kit import Kit
    from drafter.model.quantity import Quantity

#: Fewer say nothing about a change.
_FEWEST = 2
_LARGE = (("亿", 10**8), ("万", 10**4))


@record
class Drawn:
    """The charts of a year file.

    Attributes:
        charts: in the order asked for.
        findings: what was left out, and where the chain of years ends too early.
        sources: the files that they are made of.
    """

    charts: tuple[Chart, ...] = ()
    findings: tuple[Finding, ...] = ()
    sources: tuple[Path, ...] = ()


def asked_charts(case: Case, path: Path) -> Drawn:
    """What a year file asks for; the years before are read only when it asks.

    Raises:
        DrafterError: the file is gone.
    """
    if not case.answers.charts:
        return Drawn()
    from drafter.app.years import history

    years, chain = history(path)
    drawn, told = charts((case.answers, *years[1:]), case.kit)
    return Drawn(drawn, (*chain, *told), tuple(file for one in years for file in sources(one)))


def charts(years: Sequence[Answers], kit: Kit) -> tuple[tuple[Chart, ...], tuple[Finding, ...]]:
    """The charts that the newest of some year files asks for. Pure.

    Args:
        years: newest first, at least one; see `drafter.app.years.history`.
        kit: the newest file's.

    Returns:
        The charts in the order asked for; a figure or chart that is left out is told. Unknown ids
        are told elsewhere (Q209).
    """
    facts = [Facts(kit, answers, {}) for answers in years]
    found: list[Chart] = []
    findings: list[Finding] = []
    for asked in years[0].charts:
        made = _chart(asked, facts, findings)
        if made is not None:
            found.append(made)
    return tuple(found), tuple(findings)


def _chart(asked: AskedChart, facts: list[Facts], findings: list[Finding]) -> Chart | None:
    """One chart; None when nothing of it can be drawn."""
    rows: list[tuple[str, str, dict[int, Quantity]]] = []
    for id_ in asked.ids:
        indicator = facts[0].indicator(id_.text)
        if indicator is None:
            continue
        values = dict(_values(id_.text, facts))
        if len(values) < _FEWEST:
            findings.append(_too_few(id_, indicator.name, values))
        else:
            rows.append((id_.text, indicator.name, values))
    if not rows:
        return None
    base = next(reversed(rows[0][2].values())).unit
    alike = {id_: {y: q for y, q in values.items() if q.unit == base} for id_, _, values in rows}
    for id_ in asked.ids:
        others = next((v for name, _, v in rows if name == id_.text), {})
        if any(quantity.unit != base for quantity in others.values()):
            findings.append(_other_unit(id_, base, others))
    kept = [(id_, name, alike[id_]) for id_, name, _ in rows if len(alike[id_]) >= _FEWEST]
    if not kept:
        return None
    word, factor = _scale([q for _, _, values in kept for q in values.values()])
    series = tuple(Series(id_, name, _bars(values, factor)) for id_, name, values in kept)
    title = asked.title.text if asked.title else "、".join(name for _, name, _ in kept)
    return Chart(title, word + base, series)


def _values(id_: str, facts: list[Facts]) -> Iterator[tuple[int, Quantity]]:
    """A figure's numbers by year, the earliest first, also under former ids, also computed ones."""
    indicator = facts[0].indicator(id_)
    names = (id_, *(indicator.former if indicator else ()))
    for one in reversed(facts):
        told = (quantity for name in names if (quantity := one.given(name)) is not None)
        quantity = next(told, None)
        if quantity is None and (computed := one.computed(id_)) is not None:
            quantity = computed[0]
        if quantity is not None:
            yield one.answers.year, quantity


def _scale(quantities: Sequence[Quantity]) -> tuple[str, int]:
    """万 or 亿 where every number was typed with it, else the base unit."""
    for word, factor in _LARGE:
        if all(word in quantity.text for quantity in quantities):
            return word, factor
    return "", 1


def _bars(values: dict[int, Quantity], factor: int) -> tuple[Bar, ...]:
    return tuple(
        Bar(year, _plain(quantity.value / factor), quantity.text, quantity.mark)
        for year, quantity in values.items()
    )


def _plain(value: Decimal) -> Decimal:
    """Without zeros at the end and without an exponent."""
    whole = value.to_integral_value()
    return whole.quantize(whole.__class__(1)) if value == whole else value.normalize()


def _too_few(id_: Text, name: str, values: dict[int, Quantity]) -> Finding:
    known = f"只有{'、'.join(map(str, values))}年有数" if values else "哪一年都没有数"
    message = f"“{name}”没有画进图表：{known}，要有两年的才能比较"
    remedy = "补上这项数据，“上年”一行写明上年的问卷；或者在“图表”里删去它"
    return Finding(
        "O221", "chart-of-one-year", Severity.WARNING, id_.spot, message, remedy, id_.text
    )


def _other_unit(id_: Text, unit: str, values: dict[int, Quantity]) -> Finding:
    odd = "、".join(
        f"{year}年的“{quantity.text}”" for year, quantity in values.items() if quantity.unit != unit
    )
    message = f"{odd}没有画进图表：同一张图用“{unit}”，单位不同"
    remedy = "各年统一单位；单位不同的指标，在“图表”里各写一张图"
    return Finding(
        "O222", "chart-of-two-units", Severity.WARNING, id_.spot, message, remedy, id_.text
    )
