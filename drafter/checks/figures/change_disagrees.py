"""F212: a rate of change that does not follow from the two years told beside it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from drafter.checks.figures.told_fault import told_fault
from drafter.checks.rule import Fault, text_rule
from drafter.model.finding import Severity
from drafter.model.record import record
from drafter.text.bounds import comparable, is_count, is_rate
from drafter.text.lazily import lazily
from drafter.text.measures import half_step
from drafter.text.tied_out import statements
from drafter.text.two_years import DOWN, UP, is_difference, pair_in_front, two_years

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.checks.case import Reading
    from drafter.model.quantity import Quantity
    from drafter.text.tied_out import Stated

_HUNDRED = Decimal(100)
_POINTS = "个百分点"
_REMEDY = "核对这三个数，改正错的一个"
#: The change of the two figures in front, and of nothing else: not 同比增加, 新增.
_ONLY_MOVED = lazily(r"^[净共]?(?:(?P<up>增加|增长|提[升高]|增)|减少|下降|降低|减)了?$")
_UP = lazily(rf"(?:{UP})(?:了|约|为|达|达到)*$")
_DOWN = lazily(rf"(?:{DOWN})(?:了|约|为|达|达到)*$")
_YEARLY = lazily("年均|平均")


@record
class _Years:
    """Two years' counts, what the rate may be of besides, and how they are told."""

    last: Decimal
    now: Decimal
    words: str
    others: tuple[Decimal, ...] = ()


@text_rule("F212", "change-disagrees", Severity.ERROR, requires=("F209",))
def change_disagrees(reading: Reading) -> Iterator[Fault]:
    """查什么：一句话里写了上年数、今年数和增减率的，三个数对不对得上；写了增减多少件、多少个百分点的也一样。

    为什么：三个数都在眼前，读的人一算就知道。
    例：上年466宗，今年786宗，增长86.67%（应为68.67%）。
    怎么改：核对三个数，改正错的；增减率按所写的小数位四舍五入。
    """
    for passage in reading.proof.passages:
        for statement in statements(passage):
            for at, told in enumerate(statement.figures):
                year = reading.proof.year
                message = _wrong_rate(statement.figures, at, year)
                message = message or _wrong_difference(statement.figures, at, year)
                if message:
                    yield told_fault(reading, (passage, told.told), message, _REMEDY)


def _wrong_rate(figures: Sequence[Stated], at: int, year: int | None) -> str:
    """What is wrong with a rate of change; empty when it is right, or nothing can be said."""
    rate = figures[at]
    sign = _sign(rate)
    years = _years(figures, at, sign, year) if sign else None
    if years is None or not years.last or _agrees(years, rate.quantity, sign):
        return ""
    exact = (years.now - years.last) / years.last * _HUNDRED
    word = "增长" if exact >= 0 else "下降"
    return f"{years.words}，应是{word}{abs(exact):.2f}%，这里写的是“{_told(rate)}”"


def _wrong_difference(figures: Sequence[Stated], at: int, year: int | None) -> str:
    """What is wrong with a difference, in things or in points; empty as above."""
    told = figures[at]
    moved = _ONLY_MOVED.search(told.before) if told.quantity.exact else None
    found = two_years(figures, at, year) if moved and not told.told.computed else None
    if moved is None or found is None:
        return ""
    sign = 1 if moved["up"] else -1
    last, now, by = found.last.quantity, found.now.quantity, told.quantity
    points = by.unit == _POINTS and now.unit == "%"
    if not points and not (is_count(last) and is_count(now) and comparable(now, by)):
        return ""
    slack = half_step(last) + half_step(now) + half_step(by) if points else Decimal(0)
    mine = (now.value, *(one.quantity.value for one in found.others))
    if any(abs(value - last.value - sign * by.value) <= slack for value in mine):
        return ""
    exact = now.value - last.value
    words = ("提高", "降低") if points else ("增加", "减少")
    word = words[0] if exact >= 0 else words[1]
    right = f"{word}{abs(exact):f}{by.unit}"
    return f"由{last.text}到{now.text}，应是{right}，这里写的是“{told.before}{by.text}”"


def _sign(rate: Stated) -> int:
    """1 for a rise, -1 for a fall, 0 for what is no rate of change, or one of several years."""
    if rate.quantity.unit != "%" or not rate.quantity.exact or rate.told.computed:
        return 0
    if _YEARLY.search(rate.before):
        return 0
    if _UP.search(rate.before):
        return 1
    return -1 if _DOWN.search(rate.before) else 0


def _years(figures: Sequence[Stated], at: int, sign: int, year: int | None) -> _Years | None:
    """The two counts in front of a rate; None when the sentence does not tell both."""
    found = two_years(figures, at, year)
    if found is not None:
        last, now = found.last.quantity, found.now.quantity
        others = tuple(one.quantity.value for one in found.others)
        words = f"由{last.text}到{now.text}"
        return None if is_rate(now) else _Years(last.value, now.value, words, others)
    pair = pair_in_front(figures, at)
    if pair is None or is_rate(pair[0].quantity) or not is_difference(pair[1]):
        return None
    first, second = pair[0].quantity, pair[1].quantity
    last_value = first.value - sign * second.value
    return _Years(last_value, first.value, f"今年{first.text}，增减{second.text}")


def _agrees(years: _Years, rate: Quantity, sign: int) -> bool:
    """Whether the rate is the change of the count, or of another one in front of it."""
    return any(
        abs((now - years.last) / years.last * _HUNDRED - sign * rate.value) <= half_step(rate)
        for now in (years.now, *years.others)
    )


def _told(rate: Stated) -> str:
    match = _UP.search(rate.before) or _DOWN.search(rate.before)
    return (match.group() if match else "") + rate.quantity.text
