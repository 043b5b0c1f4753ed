"""Whatever is answered and whatever is not, the marks stay right."""

from __future__ import annotations

import string
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter import locate
from drafter.app.profiles import profile
from drafter.compose import compose
from drafter.model.answers import Answers, Figure, Office, State, Text, Use
from drafter.model.kit import Kind, Kit, Need
from drafter.model.quantity import Mark, Quantity
from drafter.model.report import PieceKind, Report
from drafter.model.spot import Spot
from drafter.readers.kit import profile_names
from drafter.text.marks import faults
from drafter.text.quantity import render
from tests.compose.test_phrases import wrong

PROFILES = [name for name in profile_names(locate.templates()) if name != "本文件"]
#: A failing example is printed whole, however long it is.
pytestmark = pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")
HERE = Spot("2023.yaml", 1, 1)


@cache
def kit(name: str = "纲要八章") -> Kit:
    return profile(name)


def composed(answers: Answers, last: dict[str, Figure], *, gaps: bool = True) -> Report:
    return compose(kit(answers.profile), answers, last, gaps=gaps)


def figure(id_: str, state: State, number: int, mark: Mark) -> Figure:
    units = kit().indicators[id_].units
    unit = units[0] if units else ""
    if state is not State.GIVEN:
        return Figure(id_, state, None, HERE)
    value = Decimal(number if unit != "%" else number % 101)
    return Figure(id_, state, Quantity(value, unit, mark, render(value, unit, mark)), HERE)


@st.composite
def year_files(draw: st.DrawFn) -> tuple[Answers, dict[str, Figure]]:
    ids = sorted(kit().indicators)
    chosen = draw(st.lists(st.sampled_from(ids), unique=True, max_size=len(ids)))
    if draw(st.booleans()):
        chosen = [id_ for id_ in ids if id_ not in chosen]
    seeds = draw(st.randoms(use_true_random=False))
    pick = seeds.choice  # one draw for hundreds of figures
    figures = {
        id_: figure(id_, pick(list(State)), pick([0, 1, 12, 100, 30000]), pick(list(Mark)))
        for id_ in chosen
    }
    last = {id_: figure(id_, State.GIVEN, pick([0, 1, 7, 12]), Mark.EXACT) for id_ in chosen[::2]}
    kind = draw(st.sampled_from(Kind))
    superior, slogan = draw(st.sampled_from(["", "区委、区政府"])), draw(st.booleans())
    office = Office("某单位", kind, "我单位", superior, ("某单位",))
    answers = Answers(
        "2023.yaml", draw(st.integers(2019, 2026)), draw(st.sampled_from(PROFILES)),
        Use.PUBLIC, None, None,
        draw(st.sampled_from([None, date(2024, 1, 20)])), office, figures=figures,
        slogan=Text("建设平安单位", HERE) if slogan else None,
    )  # fmt: skip
    return answers, last


def texts(report: Report) -> list[str]:
    paragraphs = [*report.lead, *(p for section in report.walk() for p in section.paragraphs)]
    return [sentence.text for paragraph in paragraphs for sentence in paragraph.sentences]


@settings(max_examples=150, deadline=None)
@given(year_files(), st.booleans())
def test_no_mark_is_doubled_or_dangles_whatever_is_answered(
    drawn: tuple[Answers, dict[str, Figure]],
    gaps: bool,  # noqa: FBT001 - hypothesis hands it over by place
) -> None:
    answers, last = drawn
    report = composed(answers, last, gaps=gaps)
    for text in texts(report):
        bare = text.replace("【", "").replace("】", "")
        assert faults(bare) == (), text


@settings(max_examples=60, deadline=None)
@given(year_files())
def test_no_phrase_of_a_wrong_year_whatever_is_answered(
    drawn: tuple[Answers, dict[str, Figure]],
) -> None:
    answers, last = drawn
    first, until = kit(answers.profile).profile.years
    year = min(max(answers.year, first or 0), until or 9999)
    dated = date(year + 1, 1, 20)
    report = composed(replace(answers, year=year, dated=dated), last)
    printed = [*texts(report), *(section.heading.text for section in report.walk())]
    assert wrong("\n".join(printed), year, dated) == []


@settings(max_examples=60, deadline=None)
@given(year_files())
def test_no_unit_stands_without_its_number(drawn: tuple[Answers, dict[str, Figure]]) -> None:
    """What stands for a number holds one; 无 and 0 may be told in words."""
    answers, last = drawn
    report = composed(answers, last)
    paragraphs = [p for section in report.walk() for p in section.paragraphs]
    for piece in (piece for paragraph in paragraphs for piece in paragraph.pieces):
        if piece.kind is not PieceKind.FIGURE:
            continue
        quantities = [answers.figures[id_].quantity for id_ in piece.figures]
        if all(quantity is not None and quantity.value != 0 for quantity in quantities):
            assert any(char in string.digits for char in piece.text), piece


@settings(max_examples=60, deadline=None)
@given(year_files())
def test_every_answered_figure_is_printed_or_named_as_unused(
    drawn: tuple[Answers, dict[str, Figure]],
) -> None:
    answers, last = drawn
    report = composed(answers, last)
    paragraphs = [p for section in report.walk() for p in section.paragraphs]
    used = {id_ for p in paragraphs for piece in p.pieces for id_ in piece.figures}
    for id_, given_ in answers.figures.items():
        if given_.state in {State.GIVEN, State.NONE}:
            assert (id_ in used) != (id_ in report.unused)


@settings(max_examples=60, deadline=None)
@given(year_files())
def test_every_required_blank_that_the_structure_asks_for_shows_as_a_gap(
    drawn: tuple[Answers, dict[str, Figure]],
) -> None:
    answers, last = drawn
    blank = replace(answers, figures={}, year=2025)
    report = composed(blank, last)
    told = {topic for section in report.walk() for topic in section.topics}
    asked = {slot for topic in told for slot in _slots(topic)}
    needed = {
        id_
        for id_ in asked
        if (i := kit().indicators.get(id_))
        and i.need(blank.office.kind) is Need.REQUIRED
        and not i.computed
    }
    assert needed <= {gap.id for gap in report.gaps}


def _slots(topic: str) -> set[str]:
    return {
        slot.name
        for sentence in kit().topics[topic].sentences
        for clause in sentence.clauses
        for pattern in (clause.text, *clause.members)
        for slot in pattern.slots
    }
