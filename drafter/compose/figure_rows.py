"""Every figure of a year file as a row of the figure sheet (核稿单), and who owes what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.compose.figure_places import figure_places
from drafter.model.answers import ANSWERED_WITHOUT, State
from drafter.model.figure_row import (
    CHECKS,
    Doubt,
    FigureRow,
    FigureSheet,
    Question,
    RowState,
    Supply,
)
from drafter.text.last_year import JUMP, change_in_words, jumps, telling
from drafter.text.quantity import base_unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from drafter.compose.facts import Facts
    from drafter.model.figure_row import Place
    from drafter.model.quantity import Quantity
    from drafter.model.report import Gap, Report

_CONTRADICTED = "填的是“{answer}”，正文里的话却要用它的数，请改写那句话，或者填上数"


def figure_sheet(report: Report, facts: Facts) -> FigureSheet:
    """All figures that the year file answers, and those that the report asks for or works out.

    Args:
        report: composed of `facts`, its gaps shown.
        facts: what is known.
    """
    answers = facts.answers
    places = figure_places(report)
    ids = dict.fromkeys((*places, *answers.figures))
    missing = {gap.id for gap in report.gaps}
    rows = tuple(
        _row(id_, places.get(id_, ()), report, facts, missing=id_ in missing) for id_ in ids
    )
    return FigureSheet(
        title=report.title.text,
        year=report.year,
        office=answers.office.name,
        as_of=answers.as_of,
        dated=report.dated,
        rows=rows,
        supplies=_supplies(rows, report.gaps, facts),
        words=len([gap for gap in report.gaps if gap.id not in ids and not gap.about]),
    )


def _row(
    id_: str, places: tuple[Place, ...], report: Report, facts: Facts, *, missing: bool
) -> FigureRow:
    indicator = facts.indicator(id_)
    figure = facts.answers.figures.get(id_)
    quantity, state = _value(id_, facts)
    prior = facts.prior(id_)
    note = report.notes.get(id_)
    source = figure.source if figure else ""
    return FigureRow(
        id=id_,
        name=indicator.name if indicator else id_,
        state=state,
        quantity=quantity,
        unit=quantity.unit if quantity else facts.unit(indicator) if indicator else "",
        prior=prior.text if prior else "",
        change=_change(prior, quantity),
        source=source or (indicator.supplier if indicator else ""),
        named=bool(source),
        as_of=_as_of(id_, state, facts),
        formula=note.formula if note else "",
        note=figure.note if figure else "",
        places=places,
        questions=tuple(_questions(id_, quantity, report, facts, missing=missing)),
    )


def _value(id_: str, facts: Facts) -> tuple[Quantity | None, RowState]:
    """This year's number, and how it came about."""
    state = facts.state(id_)
    computed = facts.computed(id_) if state is State.BLANK else None
    if computed is not None:
        return computed[0], RowState.COMPUTED
    return facts.given(id_), RowState(state.value)


def _change(prior: Quantity | None, now: Quantity | None) -> str:
    if prior is None or now is None:
        return ""
    same = prior.value == now.value and not _switched(prior, now)
    return "与上年相同" if same else change_in_words(prior, now)


def _as_of(id_: str, state: RowState, facts: Facts) -> date | None:
    if state in {RowState.BLANK, RowState.NOT_APPLICABLE}:
        return None
    figure = facts.answers.figures.get(id_)
    return (figure.as_of if figure else None) or facts.answers.as_of


def _questions(
    id_: str, quantity: Quantity | None, report: Report, facts: Facts, *, missing: bool
) -> Iterator[Question]:
    for doubt, text in _doubts(id_, quantity, report, facts, missing=missing):
        # Where the year file ignores the check that says the same, its reason stands on the sheet.
        reason = facts.answers.ignored.get(CHECKS.get(doubt, ""))
        yield Question(doubt, text, reason.text if reason else "")


def _doubts(
    id_: str, quantity: Quantity | None, report: Report, facts: Facts, *, missing: bool
) -> Iterator[tuple[Doubt, str]]:
    indicator = facts.indicator(id_)
    if missing:
        yield Doubt.GAP, "缺，请补"
    yield from _own_words(id_, report, facts)
    if indicator is None:
        yield Doubt.UNKNOWN, "目录和“指标”里都没有这一项，请核对名称"
    if quantity is not None:
        yield from _beside(facts.prior(id_), quantity)
        usual = indicator.units if indicator else ()
        if usual and quantity.unit and quantity.unit not in {base_unit(unit)[1] for unit in usual}:
            yield Doubt.UNIT, f"单位不常用，通常用“{'、'.join(usual)}”，请核对"
    if indicator is not None and id_ in report.unused:
        yield Doubt.UNUSED, "填了，正文没有用到"
    if quantity is not None and not quantity.exact:
        yield Doubt.ABOUT, "不是确数"


def _own_words(id_: str, report: Report, facts: Facts) -> Iterator[tuple[Doubt, str]]:
    """What the office's own words want of an answered figure, and it does not give."""
    wanted = [gap.label for gap in report.gaps if gap.about == id_]
    answer = ANSWERED_WITHOUT.get(facts.state(id_))
    if wanted and answer:
        yield Doubt.CONTRADICTED, _CONTRADICTED.format(answer=answer)
    elif wanted:
        yield Doubt.NOT_RECKONED, f"正文要用{'、'.join(wanted)}，请补上，或者改写那句话"


def _beside(prior: Quantity | None, now: Quantity) -> Iterator[tuple[Doubt, str]]:
    """What last year's value makes one ask."""
    if prior is None:
        return
    if _switched(prior, now):
        yield Doubt.UNIT_CHANGED, "与上年的单位不同，请核对口径"
    elif jumps(prior, now):
        yield Doubt.JUMP, f"与上年相差{JUMP}倍以上，请核对"
    elif prior.value == now.value and telling(now):
        yield Doubt.SAME, "与上年相同，请核对"


def _switched(prior: Quantity, now: Quantity) -> bool:
    return bool(prior.unit and now.unit and prior.unit != now.unit)


def _supplies(rows: Sequence[FigureRow], gaps: Sequence[Gap], facts: Facts) -> tuple[Supply, ...]:
    """Each supplier's figures that are there, and its gaps."""
    sources = {row.id: row.source for row in rows}
    owed: dict[str, list[str]] = {}
    for gap in gaps:
        owed.setdefault(sources.get(gap.id, gap.supplier), []).append(gap.label)
    told: dict[str, list[FigureRow]] = {}
    for row in rows:
        if row.state in {RowState.GIVEN, RowState.NONE} and not row.missing:
            told.setdefault(row.source, []).append(row)
    return tuple(
        _supply(name, told.get(name, ()), owed.get(name, ()), facts)
        for name in dict.fromkeys((*told, *owed))
    )


def _supply(name: str, told: Sequence[FigureRow], owed: Sequence[str], facts: Facts) -> Supply:
    figures = facts.answers.figures
    named = [row.id for row in told if row.named]
    days = [day for id_ in named if (day := figures[id_].as_of) is not None]
    ids = tuple(row.id for row in told)
    return Supply(name, ids, len(named), max(days, default=None), tuple(owed))
