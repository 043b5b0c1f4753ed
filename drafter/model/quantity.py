"""A number as an official text writes it: value, unit, and how exact it is."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.model.record import record

if TYPE_CHECKING:
    from decimal import Decimal


class Mark(StrEnum):
    """How a printed number stands to the true one."""

    EXACT = "exact"  #: 8316件
    OVER = "over"  #: 30000余份, 70多篇: a little more
    NEAR = "near"  #: 近1.5万份: a little less
    ABOUT = "about"  #: 约200人, 200人左右
    ABOVE = "above"  #: 超200场, 逾200场, 95%以上: at least
    BELOW = "below"  #: 不足10件, 10件以下, 10件以内: at most


@record
class Quantity:
    """One figure's value.

    Attributes:
        value: in the base unit, so 1141.95万元 is 11419500 (元) and 98.73% is 98.73 (%).
        unit: the base unit, without 万 or 亿: 件, 人次, 元, %; empty for a bare number.
        mark: how exact it is.
        text: as it is printed, marks and unit included: `30000余份`, `近1.5万份`, `1141.95万元`.
    """

    value: Decimal
    unit: str
    mark: Mark
    text: str

    @property
    def exact(self) -> bool:
        """Whether rates and comparisons may be computed from it."""
        return self.mark is Mark.EXACT
