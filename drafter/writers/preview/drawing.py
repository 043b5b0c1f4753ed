"""A chart's columns, placed.

Across, everything is a share of the width, so that a chart is as wide as the paper; upwards it is
pixels, so that letters keep their size on every screen.
"""

from __future__ import annotations

from decimal import Decimal
from math import ceil
from typing import TYPE_CHECKING

from drafter.writers.annex import alt_text, label
from drafter.writers.preview.view import Column, Drawing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.chart import Chart

_TONES = 6
#: Pixels from the upper edge: a column of the largest value, the line of zero, the lower edge.
_TOP, _BASE, _HEIGHT = 26, 196, 226
#: Between two groups, in columns; as in the Word file.
_GAP = 0.8
#: Pixels of a letter of a label: a digit, and a character as wide as it is high.
_NARROW, _WIDE, _AIR = 8, 14, 8
_NOTHING = Decimal(0)
_FIRST_WIDE = "\u2e80"


def drawing(chart: Chart) -> Drawing:
    """A chart, placed; columns begin at zero, so that half the height is half the value."""
    several = len(chart.series) > 1
    group = len(chart.series) + _GAP
    return Drawing(
        heading=chart.heading,
        told=alt_text(chart),
        width=ceil(len(chart.years) * group * _widest(chart)),
        height=_HEIGHT,
        base=_BASE,
        years=tuple(
            (_share((at + 0.5) / len(chart.years)), f"{year}年")
            for at, year in enumerate(chart.years)
        ),
        columns=tuple(_columns(chart, 1 / (len(chart.years) * group))),
        legend=tuple((_tone(n), one.name) for n, one in enumerate(chart.series) if several),
    )


def _columns(chart: Chart, width: float) -> Iterator[Column]:
    """The columns, each `width` wide; a year without a value leaves its place empty.

    Below zero there is none, as in the Word file: the label alone tells the value.
    """
    most = max(_NOTHING, *(bar.value for series in chart.series for bar in series.bars))
    for at, year in enumerate(chart.years):
        for n, series in enumerate(chart.series):
            left = at / len(chart.years) + (_GAP / 2 + n) * width
            for bar in series.bars:
                if bar.year == year:
                    part = max(_NOTHING, bar.value) / (most or 1)
                    height = round((_BASE - _TOP) * part)
                    places = _share(left), _share(width), _share(left + width / 2)
                    yield Column(_tone(n), *places, _BASE - height, height, label(bar))


def _widest(chart: Chart) -> int:
    """Pixels of the widest label, with air on both sides."""
    labels = [label(bar) for series in chart.series for bar in series.bars]
    return _AIR + max(
        sum(_WIDE if letter >= _FIRST_WIDE else _NARROW for letter in one) for one in labels
    )


def _tone(number: int) -> int:
    return number % _TONES + 1


def _share(part: float) -> str:
    return f"{part:.2%}"
