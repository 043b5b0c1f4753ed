"""F212: a rate of change that does not follow from the two years told beside it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from drafter.checks.figures.told_fault import told_fault
from drafter.checks.rule import Fault, text_rule
from drafter.model.finding import Severity
from drafter.model.record import record
from drafter.text.bounds import comparable, is_rate
from drafter.text.lazily import lazily
from drafter.text.measures import half_step
from drafter.text.tied_out import REACH, statements

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.checks.case import Reading
    from drafter.model.quantity import Quantity
    from drafter.text.tied_out import Stated

_HUNDRED = Decimal(100)
_UP = lazily(r"(?:增长|上升|增加|提[升高]|增幅)(?:了|约|为|达|达到)*$")
_DOWN = lazily(r"(?:下降|减少|降低|降幅|下滑)(?:了|约|为|达|达到)*$")
_LAST = lazily(r"(?:上年度?|去年|上一年度?|同期)(?:同期)?[^，。；]{0,4}$|[从由](?:上年|去年)?的?$")
_NEXT = lazily(r"(?:增长|上升|增加|提[升高]|下降|减少|降低|降|增|升)[到至为]$")


@record
class _Years:
    """Two years' counts and where the rate is."""

    last: Decimal
    now: Decimal
    words: str


@text_rule("F212", "change-disagrees", Severity.ERROR, requires=("F209",))
def change_disagrees(reading: Reading) -> Iterator[Fault]:
    """查什么：一句话里写了上年数、今年数和增减率的，三个数对不对得上；写了增减多少件的也一样。

    为什么：三个数都在眼前，读的人一算就知道。
    例：上年466宗，今年786宗，增长86.67%（应为68.67%）。
    怎么改：核对三个数，改正错的；增减率按所写的小数位四舍五入。
    """
    for passage in reading.proof.passages:
        for statement in statements(passage):
            for at, rate in enumerate(statement.figures):
                sign = _sign(rate)
                years = _years(statement.figures, at, sign) if sign else None
                if years is None or not years.last or _agrees(years, rate.quantity, sign):
                    continue
                exact = (years.now - years.last) / years.last * _HUNDRED
                word = "增长" if exact >= 0 else "下降"
                message = f"{years.words}，应是{word}{abs(exact):.2f}%，这里写的是“{_told(rate)}”"
                remedy = "核对这三个数，改正错的一个"
                yield told_fault(reading, (passage, rate.told), message, remedy)


def _sign(rate: Stated) -> int:
    """1 for a rise, -1 for a fall, 0 for what is no rate of change."""
    if rate.quantity.unit != "%" or not rate.quantity.exact or rate.told.computed:
        return 0
    if _UP.search(rate.before):
        return 1
    return -1 if _DOWN.search(rate.before) else 0


def _years(figures: Sequence[Stated], at: int, sign: int) -> _Years | None:
    """The two counts in front of a rate; None when the sentence does not tell both."""
    back = [one for one in figures[max(0, at - REACH) : at] if not is_rate(one.quantity)]
    if len(back) < 2 or not all(one.quantity.exact for one in back[-2:]):  # noqa: PLR2004
        return None
    one, two = back[-2], back[-1]
    if not comparable(one.quantity, two.quantity):
        return None
    if figures[at].gap.count("，") > 1 or figures[at - 1] is not two:
        return None
    first, second = one.quantity, two.quantity
    if _LAST.search(two.before):
        return _Years(second.value, first.value, f"上年{second.text}，今年{first.text}")
    if _LAST.search(one.before) and (_NEXT.search(two.before) or not _is_difference(two)):
        return _Years(first.value, second.value, f"上年{first.text}，今年{second.text}")
    if _is_difference(two):
        last = first.value - sign * second.value
        return _Years(last, first.value, f"今年{first.text}，增减{second.text}")
    return None


def _is_difference(figure: Stated) -> bool:
    """增加320宗: by how much, not to how much."""
    return bool(_UP.search(figure.before) or _DOWN.search(figure.before))


def _agrees(years: _Years, rate: Quantity, sign: int) -> bool:
    exact = (years.now - years.last) / years.last * _HUNDRED
    return abs(exact - sign * rate.value) <= half_step(rate)


def _told(rate: Stated) -> str:
    match = _UP.search(rate.before) or _DOWN.search(rate.before)
    return (match.group() if match else "") + rate.quantity.text
