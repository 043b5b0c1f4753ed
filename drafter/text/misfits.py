"""What an indicator's value cannot be, whether it came in a slip or was typed by hand."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from drafter.model.kit import Indicator
    from drafter.model.quantity import Quantity

_MAY_EXCEED = "大于100%"
_GROWTH = lazily("增长|增幅|提升|提高|完成率")
#: What may go down as well as up.
_SIGNED = lazily("增长|增幅|增速|增减|净|变化|差额")
_FULL, _SHARE = Decimal(100), Decimal(1)


class Odd(StrEnum):
    """What is odd about a value."""

    NEGATIVE = "negative"
    ABOVE_ALL = "above-100%"
    UNCLEAR = "unclear-share"  #: 0.98 of a rate: 0.98% or 98%


@record
class Misfit:
    """A value that its indicator cannot have.

    Attributes:
        odd: see `Odd`.
        message: what is wrong, in Chinese.
    """

    odd: Odd
    message: str


def misfit(typed: Quantity, measured: Quantity, indicator: Indicator) -> Misfit | None:
    """What keeps a value from being the indicator's; None when nothing does.

    Args:
        typed: as it was typed, perhaps without a unit.
        measured: the same in the indicator's unit.
        indicator: whose value it is; that the unit fits is not looked at here.
    """
    words = indicator.name + indicator.id
    if measured.value < 0 and not _SIGNED.search(words):
        return Misfit(Odd.NEGATIVE, f"“{measured.text}”是负数，这项数据不会小于0")
    if measured.unit != "%":
        return None
    if measured.value > _FULL and not (_MAY_EXCEED in indicator.note or _GROWTH.search(words)):
        return Misfit(Odd.ABOVE_ALL, f"“{measured.text}”超过了100%")
    if not typed.unit and 0 < measured.value <= _SHARE:
        one, other = as_shares(typed)
        return Misfit(Odd.UNCLEAR, f"“{typed.text}”看不出是{one}，还是{other}")
    return None


def as_shares(typed: Quantity) -> tuple[str, str]:
    """The two percentages that a bare number of at most 1 may mean."""
    return f"{typed.value:f}%", f"{(typed.value * _FULL).normalize():f}%"
