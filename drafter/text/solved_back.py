"""Last year's values that this year's rates of change give away: 786宗 at +68.67% was 466."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from drafter.model.comparison import Solved
from drafter.text.han import HAN
from drafter.text.lazily import lazily
from drafter.text.measures import half_step
from drafter.text.quantity import QuantityError, read_quantity
from drafter.text.told_times import Time, time_of, years_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.quantity import Quantity

_HALF = Decimal("0.5")
_HUNDRED = Decimal(100)
_UP = "增长|上升|增加|提升|增幅"
_DOWN = "下降|减少|降低|降幅"
#: A count, and close behind it the rate at which it changed; a share in % has none of this kind.
_FORM = lazily(
    r"(?P<count>(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9０-９]+)(?:[.．][0-9０-９]+)?[万亿]?"
    rf"{HAN}{{0,4}}?)"
    r"[，,、（(\s]*(?:同比|与?[较比](?:上年|去年|上一年度?|上年度)(?:同期)?)(?:有所)?"
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|为|达)?\s*"
    r"(?P<rate>[0-9０-９]+(?:[.．][0-9０-９]+)?\s*[%％])"
)
_MARKED = lazily(r"[近约超逾余多]$|不足$|超过$|[0-9０-９.．]$|[0-9],$")
#: Last year's count, or a difference: 上年为455件, 增加23件; not 增加到466件.
_NOT_THIS_YEAR = lazily(
    r"(?:上年度?|去年|上一年度?|同期)[^，,。；;]{0,8}$"
    r"|(?:增长|增加|上升|提升|减少|下降|降低|少|增幅|降幅)(?:了|约|近|为)?$"
)
#: Another count right in front: of 213批次547人次 either may be the one that changed.
_BESIDE = lazily(rf"[0-9０-９][万亿]?(?![年月日])(?:{HAN}){{1,2}}$")
_CLAUSE = lazily("[，,、；;：。（(]")
#: How far in front of a count words are looked at that belong to it.
_REACH = 16


def solved(text: str, line: int, year: int | None = None) -> Iterator[Solved]:
    """What each rate of change in a sentence says of last year's value.

    Args:
        text: the sentence.
        line: its place, for the result.
        year: the year reported on; None when not known: the latest that the sentence names.
    """
    year = year or max(years_in(text), default=None)
    for match in _FORM.finditer(text):
        count, rate = _read(match["count"]), _read(match["rate"])
        lead = text[max(match.start() - _REACH, 0) : match.start()]
        if count is None or rate is None or _MARKED.search(lead) or _of_another(lead, year):
            continue
        sign = 1 if match["up"] else -1
        steps = [
            (rate.value + step) / _HUNDRED * sign for step in (-half_step(rate), half_step(rate))
        ]
        if min(steps) <= -1:
            continue
        slack = _slack(count)
        low = (count.value - slack) / (1 + max(steps))
        high = (count.value + slack) / (1 + min(steps))
        value = ((low + high) / 2).quantize(Decimal(1), rounding=ROUND_HALF_UP)
        clear = (high - low) / 2 <= _HALF and count.value == count.value.to_integral_value()
        words = match.group().strip()
        known = value if clear else None
        yield Solved(line, match.start(), words, count.unit, low, high, known)


def _of_another(lead: str, year: int | None) -> bool:
    """Whether a count is of another year, or another one stands right in front of it."""
    if _NOT_THIS_YEAR.search(lead) or _BESIDE.search(lead):
        return True
    return time_of("", _CLAUSE.split(lead)[-1], year) is Time.EARLIER


def _read(text: str) -> Quantity | None:
    """An exact quantity; None when it is none."""
    try:
        quantity = read_quantity(text)
    except QuantityError:
        return None
    return quantity if quantity.exact else None


def _slack(count: Quantity) -> Decimal:
    """By how much the count itself may be rounded: 2.63万件 by 50, 786宗 by nothing."""
    step = half_step(count)
    return Decimal(0) if step == _HALF else step
