"""The workbook inside a chart: what Word's 编辑数据 opens."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from openpyxl import Workbook

from drafter.writers.workbook import workbook_bytes

if TYPE_CHECKING:
    from drafter.model.chart import Chart

#: For want of a clock that all runs share.
_TIME = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's times have no zone


def data_bytes(chart: Chart) -> bytes:
    """The chart's figures: a row for each year, a column for each figure."""
    book = Workbook()
    book.properties.created = book.properties.modified = _TIME
    sheet = book.active
    if sheet is None:
        sheet = book.create_sheet()
    sheet.title = "Sheet1"
    sheet.append(["年度", *(series.name for series in chart.series)])
    for year in chart.years:
        values = [
            next((bar.value for bar in series.bars if bar.year == year), None)
            for series in chart.series
        ]
        sheet.append([f"{year}年", *values])
    return workbook_bytes(book)
