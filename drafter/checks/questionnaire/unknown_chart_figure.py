"""Q209: a chart of a figure under a name that no indicator has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Filed, year_file_rule
from drafter.model.finding import Severity
from drafter.text.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Case


@year_file_rule("Q209", "unknown-chart-figure", Severity.ERROR)
def unknown_chart_figure(case: Case) -> Iterator[Filed]:
    """查什么：“图表”里的名称，指标目录或本单位的“指标”里有没有。

    为什么：没有这个指标，就没有数可画，这张图会少一项。
    例：图表里写“政务.办見”，目录里只有“政务.办件”。
    怎么改：照提示改成最接近的名称；确是本单位自己的数据，在“指标”下说明。
    """
    for id_ in (id_ for chart in case.answers.charts for id_ in chart.ids):
        if case.indicator(id_.text) is None:
            near = nearest(id_.text, case.ids)
            remedy = f"是不是“{near[0]}”" if near else f"在“指标”下说明“{id_.text}”，或改名"
            message = f"没有“{id_.text}”这个指标，图表里画不出来"
            yield Filed(id_.spot, message, remedy, id_.text)
