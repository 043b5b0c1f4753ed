"""Charts of chosen figures: what is drawn, and what is left out and told."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter import locate
from drafter.app.charts import charts
from drafter.app.draft import draft
from drafter.readers.kit import read_kit
from drafter.readers.year_file import read_year_text
from tests.making import HEAD, year_file

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.model.chart import Chart
    from drafter.model.finding import Finding
    from drafter.model.kit import Kit


@cache
def kit() -> Kit:
    folder = locate.templates()
    return read_kit(folder, folder / "profiles" / "纲要八章.yaml")


def drawn(asked: str, *figures: str) -> tuple[tuple[Chart, ...], tuple[Finding, ...]]:
    """Charts of 数据 of several years, the newest (2023) first; empty for a year without any."""
    years = []
    for back, text in enumerate(figures):
        head = HEAD.replace("年度: 2023", f"年度: {2023 - back}")
        asks = f"图表: {asked}\n" if not back else ""
        told = f"数据: {{{text}}}\n" if text else ""
        years.append(read_year_text(head + told + asks, f"{2023 - back}.yaml")[0])
    return charts(years, kit())


def bars(chart: Chart) -> list[list[tuple[int, str]]]:
    return [[(bar.year, str(bar.value)) for bar in series.bars] for series in chart.series]


@given(st.lists(st.one_of(st.none(), st.integers(0, 10**9)), min_size=2, max_size=6))
def test_the_values_of_a_chart_are_the_figures_of_the_years(values: list[int | None]) -> None:
    texts = ["" if value is None else f"普法.活动: {value}场" for value in values]
    made, findings = drawn("[普法.活动]", *texts)
    known = [(2023 - at, Decimal(value)) for at, value in enumerate(values) if value is not None]
    if len(known) < 2:
        assert made == ()
        assert [finding.code for finding in findings] == ["O221"]
    else:
        ((series,),) = (chart.series for chart in made)
        assert [(bar.year, bar.value) for bar in series.bars] == known[::-1]
        assert findings == ()


def test_several_figures_share_a_chart_under_their_own_title() -> None:
    asked = "[{题: 普法宣传, 数据: [出庭.开庭, 出庭.负责人]}]"
    made, _ = drawn(asked, "出庭: {开庭: 14件, 负责人: 13件}", "出庭: {开庭: 24件, 负责人: 21件}")
    (chart,) = made
    assert chart.heading == "普法宣传（件）"
    assert bars(chart) == [[(2022, "24"), (2023, "14")], [(2022, "21"), (2023, "13")]]


def test_a_rate_that_nobody_typed_is_worked_out_for_each_year() -> None:
    made, _ = drawn(
        "[出庭.应诉率]", "出庭: {开庭: 14件, 负责人: 14件}", "出庭: {开庭: 24件, 负责人: 21件}"
    )
    assert made[0].unit == "%"
    assert bars(made[0]) == [[(2022, "87.5"), (2023, "100")]]


@pytest.mark.parametrize(
    ("now", "before", "unit", "values"),
    [
        ("1141.95万元", "900万元", "万元", ["900", "1141.95"]),
        ("近1.5万元", "9800元", "元", ["9800", "15000"]),
    ],
)
def test_a_chart_is_in_ten_thousands_where_every_year_was_typed_so(
    now: str, before: str, unit: str, values: list[str]
) -> None:
    made, _ = drawn("[调解.金额]", f"调解.金额: {now}", f"调解.金额: {before}")
    assert made[0].unit == unit
    assert [value for _, value in bars(made[0])[0]] == values


def test_a_figure_in_another_unit_is_left_out_and_told() -> None:
    asked = "[{数据: [普法.活动, 普法.资料]}]"
    made, (told,) = drawn(asked, "普法: {活动: 3场, 资料: 20份}", "普法: {活动: 2场, 资料: 10份}")
    assert [series.id for series in made[0].series] == ["普法.活动"]
    assert told.code == "O222"
    assert "10份" in told.message
    assert told.spot.line


def test_a_chart_of_one_year_is_left_out_and_the_year_is_told() -> None:
    made, (told,) = drawn("[普法.活动]", "普法.活动: 3场", "")
    assert made == ()
    assert told.code == "O221"
    assert "只有2023年有数" in told.message


def test_a_draft_with_charts_is_made_of_every_year_of_the_chain(tmp_path: Path) -> None:
    for year, text in ((2021, ""), (2022, "上年: 2021.yaml\n"), (2023, "上年: 2022.yaml\n")):
        head = HEAD.replace("年度: 2023", f"年度: {year}")
        asked = "图表: [普法.活动]\n" if year == 2023 else ""
        figures = f"数据: {{普法.活动: {year - 2000}场}}\n"
        year_file(tmp_path, text + figures + asked, head=head, name=f"{year}.yaml")
    made = draft(tmp_path / "2023.yaml")
    assert {path.name for path in made.sources} == {"2023.yaml", "2022.yaml", "2021.yaml"}
    assert not [finding for finding in made.findings if finding.code.startswith("O2")]


def test_a_value_is_a_plain_number() -> None:
    made, _ = drawn("[普法.资料]", "普法.资料: 100万份", "普法.资料: 300000份")
    assert [bar.value for bar in made[0].series[0].bars] == [Decimal(300000), Decimal(1000000)]
    assert bars(made[0]) == [[(2022, "300000"), (2023, "1000000")]]
