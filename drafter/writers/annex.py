"""The annex of charts (附件) as every format has it: its words, and what a chart says in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.quantity import Mark

if TYPE_CHECKING:
    from drafter.model.chart import Bar, Chart

HEAD, TITLE = "附件", "主要数据图"
STATEMENT = f"{HEAD}：{TITLE}"
#: What stands before and behind a value to tell how exact it is.
AFFIXES = {
    Mark.EXACT: ("", ""),
    Mark.OVER: ("", "余"),
    Mark.NEAR: ("近", ""),
    Mark.ABOUT: ("约", ""),
    Mark.ABOVE: ("", "以上"),
    Mark.BELOW: ("", "以下"),
}


def label(bar: Bar) -> str:
    """What stands above a column, in the chart's unit: `30000余`."""
    before, behind = AFFIXES[bar.mark]
    return f"{before}{bar.value}{behind}"


def alt_text(chart: Chart) -> str:
    """The chart in words, for those who have it read to them."""
    rows = (
        f"{series.name}：" + "，".join(f"{bar.year}年{bar.text}" for bar in series.bars)
        for series in chart.series
    )
    return f"柱状图，{chart.title}。{'；'.join(rows)}。"
