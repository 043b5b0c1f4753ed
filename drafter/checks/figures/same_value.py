"""F207: two unrelated figures of one value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.figures.told_fault import told_fault
from drafter.checks.rule import Fault, text_rule
from drafter.model.finding import Severity
from drafter.text.related import related
from drafter.text.tied_out import comparable, is_count, of_another_time, statements

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from drafter.checks.case import Reading
    from drafter.model.proof import Passage
    from drafter.text.tied_out import Stated

_SMALL, _ROUND = 100, 100


@text_rule("F207", "same-value", Severity.WARNING)
def same_value(reading: Reading) -> Iterator[Fault]:
    """查什么：两项没有关系的数据，在不同的段落里是同一个三位以上的数。

    为什么：从一处复制到另一处忘了改，是公文里最难看出的错；也可能碰巧相同，所以只是请您核对。
    例：收到行政复议申请786宗，另一段又是办理信息公开申请786件。
    怎么改：核对两个数；都没有错的，不必理会。
    """
    first: dict[Decimal, tuple[Passage, Stated]] = {}
    for passage in reading.proof.passages:
        if passage.parts:
            continue
        for statement in statements(passage):
            for figure in statement.figures:
                if not _telling(figure, reading.proof.year):
                    continue
                place, other = first.setdefault(figure.quantity.value, (passage, figure))
                if place is not passage and _unrelated(reading, other, figure):
                    yield _fault(reading, passage, other, figure)


def _telling(figure: Stated, year: int | None) -> bool:
    """Whether the value is one that two figures hardly share by chance."""
    quantity = figure.quantity
    known = bool(figure.told.id) and not of_another_time(figure.gap, year)
    return known and is_count(quantity) and quantity.value > _SMALL and quantity.value % _ROUND != 0


def _unrelated(reading: Reading, one: Stated, other: Stated) -> bool:
    return comparable(one.quantity, other.quantity) and not related(
        one.told.id, other.told.id, reading.indicators
    )


def _fault(reading: Reading, passage: Passage, one: Stated, other: Stated) -> Fault:
    names = [reading.indicators[figure.told.id].name for figure in (other, one)]
    message = (
        f"“{names[0]}”是{other.quantity.text}，“{names[1]}”是{one.quantity.text}，"
        "两项不同的数据是同一个数"
    )
    return told_fault(
        reading, (passage, other.told), message, "核对两个数是不是抄错了；都没有错的，不必理会"
    )
