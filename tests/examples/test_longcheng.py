"""The statistics of the published report, listed by hand from it, all stand in the draft."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from drafter.app.opening import open_case

YEAR_FILE = Path(__file__).parents[2] / "examples" / "longcheng-2023" / "2023.yaml"

#: Value, unit and mark of each statistic, in the order of the published report. Two units are
#: mended: 2753 persons are 名, not 个; 三个课题 and 两百场 are written in digits.
STATISTICS = """
38 次 exact|70 篇 over|2 次 exact|20 次 over|15 名 exact|3 个 exact|53 个 exact|2753 名 exact
172 个 exact|21 个 exact|2330 条 exact|743 条 exact|26280 件 exact|9208 件 exact|261 件 exact
254 件 exact|578 件 exact|589 人次 exact|17 家 exact|14 场 exact|23 篇 exact|9 个 exact
5 个 exact|700 项 over|225 份 exact|509 份 exact|121 次 exact|139 次 exact|10 宗 exact
1 宗 exact|8 个 exact|420 宗 exact|365 宗 exact|11419500 元 exact|1110 人 exact|607 次 exact
36 次 exact|11 个 exact|8 个 exact|880 人次 exact|147 宗 exact|475 人 exact|502 次 exact
200 场 above|123 名 exact|100 % exact|100 % exact|4 件 exact|13 件 exact|25 宗 exact|2 宗 exact
14 宗 exact|12 宗 exact|86 % exact|154 件 exact|12 个 exact|753 条 exact|11 件 exact
"""


@pytest.mark.parametrize("statistic", sorted(set(STATISTICS.replace("\n", "|").split("|")) - {""}))
def test_each_statistic_is_in_the_draft_with_its_unit_and_mark(statistic: str) -> None:
    value, unit, mark = statistic.split()
    case, _ = open_case(YEAR_FILE)
    pieces = [p for s in case.report.walk() for par in s.paragraphs for p in par.pieces]
    printed = {piece.figures[0] for piece in pieces if piece.figures}
    quantities = [
        figure.quantity
        for id_, figure in case.answers.figures.items()
        if figure.quantity is not None and id_ in printed
    ]
    assert (Decimal(value), unit, mark) in [(q.value, q.unit, q.mark) for q in quantities]


def test_as_many_statistics_are_in_the_draft_as_in_the_published_report() -> None:
    wanted = [one for one in STATISTICS.replace("\n", "|").split("|") if one]
    case, _ = open_case(YEAR_FILE)
    given = [f for f in case.answers.figures.values() if f.quantity is not None]
    # 11 applications for information were received and 11 answered: one number in the report.
    assert len(given) == len(wanted) + 1


def test_what_the_report_says_was_none_is_said_in_words() -> None:
    case, _ = open_case(YEAR_FILE)
    text = "".join(p.text for s in case.report.walk() for p in s.paragraphs)
    assert "无行政诉讼败诉案件" in text
    assert "无行政复议被纠正案件" in text


def test_the_tree_of_headings_is_that_of_the_published_report() -> None:
    case, _ = open_case(YEAR_FILE)
    assert [len(chapter.children) for chapter in case.report.sections] == [4, 3, 3, 3, 0, 4, 3, 5]
    assert all(child.run_in for chapter in case.report.sections for child in chapter.children)
