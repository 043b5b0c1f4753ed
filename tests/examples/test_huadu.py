"""花都区2023年: what the published report counts, listed by hand from it, stands in the draft."""

from __future__ import annotations

from collections import Counter

from drafter.app.opening import open_case
from tests.examples.proving import EXAMPLES, listed, numbers, run_in, statistics

NAME = "huadu-2023"

#: In the order of the published report. Mended: 6381件/次 is counted in 次, for 件/次 is no unit;
#: the one 100% of three rates of filing, and that of two rates of the examination, stand once for
#: each rate. The rise by 68.67% is computed from last year's file: see below.
PUBLISHED = listed("""
2 年 exact|4 年 exact|3 年 exact|1 位 exact|1 个 exact|2 个 exact
32 家 exact|13 个 exact|28300 条 over|12392 户次 exact|90 % exact|101 项 exact|2700000000 条 exact
15 个 exact|71 户 exact|17 个 exact|6381 次 exact
15 份 exact|150 条 over|100 % exact|100 % exact|100 % exact|7 次 exact
5500 宗 over|248 人 exact|409 人 exact|68 名 exact
786 宗 exact|63.10 % exact|7 宗 exact|90 宗 exact|100 % exact|66876 人 exact
1497 宗 exact|98.73 % exact|2184 人次 exact|2583 宗 exact
100 % exact|100 % exact|95 % above
208 件 exact|229 件 exact|58 个 exact|62 个 exact|786 件 exact
""")


def _text() -> str:
    case, _ = open_case(EXAMPLES / NAME / "2023.yaml")
    return "".join(p.text for s in case.report.walk() for p in s.paragraphs)


def test_every_statistic_is_in_the_draft_with_unit_and_mark_and_none_besides() -> None:
    assert statistics(NAME) == Counter(PUBLISHED)


def test_the_rise_is_computed_from_last_years_file_and_comes_out_as_published() -> None:
    assert "行政复议申请786宗，同比增长68.67%" in _text()


def test_nobody_is_named_in_the_report() -> None:
    assert "刘凯" not in _text()


def test_the_tree_of_headings_is_that_of_the_published_report() -> None:
    wanted = ["一、"]
    for place, count in zip("一二三四五", (2, 3, 3, 3, 2), strict=True):
        wanted += [f"（{place}）", *(f"{n}." for n in range(1, count + 1))]
    assert numbers(NAME) == [*wanted, "二、", "三、"]
    assert run_in(NAME) == {1: {False}, 2: {False}, 3: {True}}
