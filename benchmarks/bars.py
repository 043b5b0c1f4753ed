"""What is asked of drafter's speed, and whether it is reached."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.tables import Table, times

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar and what was measured.

    Attributes:
        name: what is held against what.
        value: a ratio, or MiB.
        most: may not be more; None = no matter.
        least: may not be less; None = no matter.
        work: the same by the work done, which a busy machine does not lengthen; None = no matter.
    """

    name: str
    value: float
    most: float | None = None
    least: float | None = None
    work: float | None = None

    @property
    def reached(self) -> bool:
        """Whether the value is on the right side."""
        return (self.most is None or self.value <= self.most) and (
            self.least is None or self.value >= self.least
        )


def table_of(bars: Iterable[Bar]) -> Table:
    """All bars."""
    rows = tuple(
        (
            bar.name,
            times(bar.value),
            times(bar.work) if bar.work is not None else "",
            _asked(bar),
            "达到" if bar.reached else "没有达到",
        )
        for bar in bars
    )
    return Table("要求", ("要求", "量得", "按 CPU", "应当", "结果"), rows)


def _asked(bar: Bar) -> str:
    return f"不超过{bar.most:g}" if bar.most is not None else f"不低于{bar.least:g}"
