"""No phrase of a wrong year, whatever the structure, the body and the year."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from drafter import locate
from drafter.app.profiles import profile
from drafter.compose import compose
from drafter.model.answers import Answers, Office, Point, Text, Use
from drafter.model.kit import Kind
from drafter.model.spot import Spot
from drafter.readers.kit import profile_names

HERE = Spot("a.yaml", 1, 1)
YEARS = range(2019, 2027)
PROFILES = profile_names(locate.templates())

#: What may be said from a day on, and until when (document's date); None = still.
BY_DATE: tuple[tuple[str, date, date | None], ...] = (
    ("习近平法治思想", date(2020, 11, 17), None),
    ("新理念新思想新战略", date(2018, 8, 1), date(2020, 11, 16)),
    ("习近平新时代中国特色社会主义思想", date(2017, 10, 18), None),
    ("十九届二中、三中全会", date(2018, 2, 28), date(2019, 10, 31)),
    ("十九届二中、三中、四中全会", date(2019, 10, 31), date(2020, 10, 29)),
    ("十九届二中、三中、四中、五中", date(2020, 10, 29), date(2021, 11, 11)),
    ("十九届历次全会", date(2021, 11, 11), date(2022, 10, 22)),
    ("党的十九大", date(2017, 10, 24), date(2022, 10, 22)),
    ("党的二十大", date(2022, 10, 22), None),
    ("二十届二中全会", date(2023, 2, 28), None),
    ("二十届[^。]*三中", date(2024, 7, 18), None),
    ("二十届历次全会", date(2025, 10, 23), None),
    ("五中全会", date(2020, 10, 29), date(2021, 11, 11)),
    ("高效办成一件事", date(2024, 1, 9), None),
    ("法治宣传教育法", date(2025, 9, 12), None),
)
#: What may be said for a report year, from and to.
BY_YEAR: tuple[tuple[str, int, int], ...] = (
    ("“七五”", 2016, 2020),
    ("“八五”", 2021, 2025),
    ("“九五”", 2026, 2030),
    ("2015—2020年", 2016, 2020),
    ("2021—2025年", 2021, 2025),
    ("2026—2030年", 9999, 9999),
    ("一规划两纲要", 2021, 2025),
    ("“十三五”", 2016, 2020),
    ("“十四五”", 2021, 2025),
    ("“十五五”", 2026, 2030),
)


def wrong(text: str, year: int, dated: date) -> list[str]:
    """Phrases in the text that do not belong to its year or day."""
    found = [
        phrase
        for phrase, first, last in BY_DATE
        if re.search(phrase, text) and not (first <= dated and (last is None or dated <= last))
    ]
    found += [
        phrase
        for phrase, first, last in BY_YEAR
        if re.search(phrase, text) and not first <= year <= last
    ]
    return found


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("name", PROFILES)
def test_no_phrase_of_a_wrong_year_stands_in_a_report(name: str, year: int) -> None:
    kit = profile(name)
    first, last = kit.profile.years
    if not (first or 0) <= year <= (last or 9999):
        pytest.skip("结构不适用于这一年")
    text = Text("补充力量", HERE)
    base = Answers(
        "a.yaml", year, name, Use.PUBLIC, None, None, None, Office("某单位", Kind.COUNTY, "我县"),
        shortcomings=(Point(None, (text,)),), plans=(Point(text, (text,)),),
    )  # fmt: skip
    for kind in Kind:
        for dated in (date(year, 12, 6), date(year + 1, 1, 20), date(year + 1, 3, 30)):
            answers = replace(base, dated=dated, office=Office("某单位", kind, "我单位", "上级"))
            report = compose(kit, answers)
            paragraphs = [*report.lead, *(p for s in report.walk() for p in s.paragraphs)]
            printed = [*(p.text for p in paragraphs), *(s.heading.text for s in report.walk())]
            assert wrong("\n".join(printed), year, dated) == []


def test_the_calendar_finds_what_is_wrong() -> None:
    text = "贯彻党的二十大和二十届历次全会精神，实施“八五”普法"
    assert wrong(text, 2023, date(2023, 12, 6)) == ["二十届历次全会"]
    assert wrong(text, 2026, date(2027, 1, 20)) == ["“八五”"]
    assert wrong("按照十九届五中全会精神", 2020, date(2020, 10, 1)) == ["五中全会"]
