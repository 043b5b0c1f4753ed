"""F204: typed figures of which a part is greater than its whole, or that do not add up."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from drafter.checks.rule import Filed, year_file_rule
from drafter.model.answers import State
from drafter.model.finding import Severity
from drafter.text.bounds import comparable, least, most
from drafter.text.measures import with_unit
from drafter.text.related import wholes_by_part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Case
    from drafter.model.kit import Indicator
    from drafter.model.quantity import Quantity


@year_file_rule("F204", "typed-part-exceeds-whole", Severity.ERROR)
def typed_part_exceeds_whole(case: Case) -> Iterator[Filed]:
    """查什么：手填的数里，部分有没有大于整体；分项都填了的，加起来是不是总数。

    为什么：这些数要写进正文，一错就错在公开的报告里；还没排版就能查出来。
    例：调解受理420宗、调解成功4365宗；政协提案13件，主办6件、协办8件。
    怎么改：核对有关的数，改正错的；口径不同的，用“忽略”写明理由。
    """
    given = (id_ for id_ in case.ids if id_ in case.answers.figures)
    indicators = {id_: one for id_ in given if (one := case.indicator(id_)) is not None}
    for part, wholes in wholes_by_part(indicators).items():
        for whole in wholes:
            yield from _exceeding(case, part, whole)
    for indicator in indicators.values():
        if indicator.split:
            yield from _adding(case, indicator)


def _exceeding(case: Case, part: str, whole: str) -> Iterator[Filed]:
    one, other = _quantity(case, part), _quantity(case, whole)
    if one is None or other is None or not comparable(one, other):
        return
    low, high = least(one), most(other)
    if low is None or high is None or low <= high:
        return
    message = f"“{part}”填的是“{one.text}”，大于“{whole}”的“{other.text}”，前者是后者的一部分"
    remedy = "核对这两个数，改正错的一个"
    yield Filed(case.answers.figures[part].spot, message, remedy, one.text)


def _adding(case: Case, indicator: Indicator) -> Iterator[Filed]:
    """A full split, when every part was answered."""
    total = _quantity(case, indicator.id)
    parts = [_counted(case, id_, total) for id_ in indicator.split] if total else []
    counted = [part for part in parts if part is not None]
    if total is None or not total.exact or len(counted) < len(parts):
        return
    sum_ = sum(counted, Decimal(0))
    if sum_ == total.value or any(part > total.value for part in counted):
        return
    added = "、".join(f"“{id_}”{_words(case, id_)}" for id_ in indicator.split)
    message = f"“{indicator.id}”填的是“{total.text}”，{added}，加起来是{sum_:f}{total.unit}"
    remedy = "核对总数和各个分项，改正错的"
    yield Filed(case.answers.figures[indicator.id].spot, message, remedy, total.text)


def _counted(case: Case, id_: str, total: Quantity) -> Decimal | None:
    """A part's value, 无 being 0; None when it is blank, not exact or of another kind."""
    figure = case.answers.figures.get(id_)
    if figure is not None and figure.state in {State.NONE, State.NOT_APPLICABLE}:
        return Decimal(0)
    quantity = _quantity(case, id_)
    if quantity is None or not quantity.exact or not comparable(quantity, total):
        return None
    return quantity.value


def _words(case: Case, id_: str) -> str:
    quantity = _quantity(case, id_)
    return quantity.text if quantity else "无"


def _quantity(case: Case, id_: str) -> Quantity | None:
    """A typed figure in its unit; None when no number was given."""
    figure = case.answers.figures.get(id_)
    indicator = case.indicator(id_)
    if figure is None or figure.quantity is None or indicator is None:
        return None
    return with_unit(figure.quantity, indicator.units[0] if indicator.units else "")
