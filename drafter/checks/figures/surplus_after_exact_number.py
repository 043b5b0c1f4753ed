"""F101: 余 or 多 after a number that is exact to its last digit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.model.quantity import Mark
from drafter.text.counting import counts
from drafter.text.hedges import hedges

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from drafter.checks.case import Reading

_TEN = 10


@text_rule("F101", "surplus-after-exact-number", Severity.ERROR, requires=("F102",))
def surplus_after_exact_number(reading: Reading) -> Iterator[Fault]:
    """查什么：“余”“多”前面的数是不是整数（末位是0，或者是几万、几亿）。

    为什么：“余”是说整数之外还有零头。数已经写到了个位，就没有零头可说了。
    例：“走访企业37余家”应写“37家”或者“30余家”；“200余张”“1.5万余份”是对的。
    怎么改：知道确切的数就去掉“余”，不知道就写成整十、整百的数加“余”。
    """
    for passage in reading.proof.passages:
        for told in passage.told:
            quantity = told.quantity
            if not counts(quantity.unit) or _round(quantity.value):
                continue
            marks = hedges(passage.text, told)
            if Mark.OVER not in marks.marks:
                continue
            word = marks.words[marks.marks.index(Mark.OVER)]
            words = passage.text[told.start : told.end]
            message = f"“{words}”：{quantity.value:f}是写到个位的数，后面不能再加“{word}”"
            near = _nearest(quantity.value, word, quantity.unit)
            yield fault(passage, told, message, _remedy(word, near))


def _round(value: Decimal) -> bool:
    return value % _TEN == 0


def _nearest(value: Decimal, word: str, unit: str) -> str:
    """The next round number below, as it would be written; empty below ten."""
    below = value - value % _TEN
    return f"{below:f}{word}{unit}" if below else ""


def _remedy(word: str, near: str) -> str:
    exact = f"数是确切的，去掉“{word}”"
    return f"{exact}；只是大概数，写到整十、整百，如“{near}”" if near else exact
