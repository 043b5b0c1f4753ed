"""A chart of chosen figures through the years, before it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.record import record

if TYPE_CHECKING:
    from decimal import Decimal

    from drafter.model.quantity import Mark


@record
class Bar:
    """One figure in one year.

    Attributes:
        year: the year reported on.
        value: in the chart's unit, so 1141.95万元 in a chart of 万元 is 1141.95.
        text: as the year's file has it: `30000余份`.
        mark: how exact it is.
    """

    year: int
    value: Decimal
    text: str
    mark: Mark


@record
class Series:
    """One figure through the years.

    Attributes:
        id: the indicator's.
        name: a noun phrase.
        bars: at least two, the earliest year first; a year without a value is not among them.
    """

    id: str
    name: str
    bars: tuple[Bar, ...]


@record
class Chart:
    """Figures that are measured in one unit.

    Attributes:
        title: without the unit.
        unit: of all values; empty for bare numbers.
        series: at least one.
    """

    title: str
    unit: str
    series: tuple[Series, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """The years in which any of the figures has a value, the earliest first."""
        return tuple(sorted({bar.year for series in self.series for bar in series.bars}))

    @property
    def words(self) -> tuple[str, ...]:
        """Every text in it."""
        told = (bar.text for series in self.series for bar in series.bars)
        return (self.heading, *(series.name for series in self.series), *told)

    @property
    def heading(self) -> str:
        """What stands above it: `行政复议收案（件）`."""
        return f"{self.title}（{self.unit}）" if self.unit else self.title
