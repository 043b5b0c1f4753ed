"""F207: two unrelated figures of one value."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from drafter.checks.figures.told_fault import told_fault
from drafter.checks.rule import Fault, text_rule
from drafter.model.finding import Severity
from drafter.text.bounds import comparable, is_count
from drafter.text.related import related
from drafter.text.same_words import of_different_things
from drafter.text.tied_out import of_another_time, statements

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from drafter.checks.case import Reading
    from drafter.model.proof import Passage
    from drafter.text.tied_out import Stated

    _Place: TypeAlias = tuple[Passage, Stated]

_SMALL, _ROUND = 100, 100
#: Where only the words say what is counted: rounder values, and those of fewer digits in other
#: units, are shared by chance.
_ROUNDED, _LARGE = 10, 1000
_SHOWN = 16
#: Units that stand in one column of a sheet.
_COLUMNS = (frozenset(("件", "宗", "起", "份", "条")), frozenset(("次", "场", "场次", "人次")))
_REMEDY = "核对两个数是不是抄错了；都没有错的，不必理会"


@text_rule("F207", "same-value", Severity.WARNING)
def same_value(reading: Reading) -> Iterator[Fault]:
    """查什么：两项没有关系的数据，在不同的段落里是同一个三位以上的数；只能凭字面判断的，作为提示。

    为什么：从一处复制到另一处忘了改，是公文里最难看出的错；也可能碰巧相同，所以只是请您核对。
    例：收到行政复议申请786宗，另一段又是办理信息公开申请786件。
    怎么改：核对两个数；都没有错的，不必理会。
    """
    first: dict[Decimal, _Place] = {}
    known: dict[Decimal, _Place] = {}
    for passage in reading.proof.passages:
        if passage.parts:
            continue
        for statement in statements(passage):
            for figure in statement.figures:
                if not _telling(figure, reading.proof.year):
                    continue
                value = figure.quantity.value
                if figure.told.id and value in known:
                    yield from _by_indicator(reading, passage, known[value], figure)
                elif value in first:
                    yield from _by_words(reading, passage, first[value], figure)
                first.setdefault(value, (passage, figure))
                if figure.told.id:
                    known.setdefault(value, (passage, figure))


def _telling(figure: Stated, year: int | None) -> bool:
    """Whether the value is one that two figures hardly share by chance."""
    quantity = figure.quantity
    if not is_count(quantity) or of_another_time(figure.gap, year):
        return False
    return quantity.value > _SMALL and quantity.value % _ROUND != 0


def _by_indicator(
    reading: Reading, passage: Passage, earlier: _Place, figure: Stated
) -> Iterator[Fault]:
    """A fault where the catalogue knows both and they have nothing to do with each other."""
    if earlier[0] is not passage and _unrelated(reading, earlier[1], figure):
        yield _fault(reading, passage, earlier[1], figure)


def _by_words(
    reading: Reading, passage: Passage, earlier: _Place, figure: Stated
) -> Iterator[Fault]:
    """A question where only the words say that they are two things."""
    if earlier[0] is passage or not _other_words(earlier[1], figure):
        return
    told = [
        f"{one.before[-_SHOWN:].strip()}{one.quantity.text}{one.after[:_SHOWN]}"
        for one in (figure, earlier[1])
    ]
    message = f"这里是“{told[0]}”，前面是“{told[1]}”，两处是同一个数"
    yield told_fault(reading, (passage, figure.told), message, _REMEDY, Severity.INFO)


def _unrelated(reading: Reading, one: Stated, other: Stated) -> bool:
    return comparable(one.quantity, other.quantity) and not related(
        one.told.id, other.told.id, reading.indicators
    )


def _other_words(one: Stated, other: Stated) -> bool:
    """Whether the words say that two different things are counted."""
    worked_out = one.told.computed or other.told.computed
    if worked_out or one.quantity.value % _ROUNDED == 0 or not of_different_things(one, other):
        return False
    return one.quantity.value > _LARGE or _one_column(one.quantity.unit, other.quantity.unit)


def _one_column(unit: str, other: str) -> bool:
    return unit == other or any(unit in column and other in column for column in _COLUMNS)


def _fault(reading: Reading, passage: Passage, one: Stated, other: Stated) -> Fault:
    names = [reading.indicators[figure.told.id].name for figure in (other, one)]
    message = (
        f"“{names[0]}”是{other.quantity.text}，“{names[1]}”是{one.quantity.text}，"
        "两项不同的数据是同一个数"
    )
    return told_fault(reading, (passage, other.told), message, _REMEDY)
