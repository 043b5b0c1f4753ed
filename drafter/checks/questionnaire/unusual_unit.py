"""Q206: a figure in a unit that its indicator does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Filed, year_file_rule
from drafter.model.finding import Severity
from drafter.text.quantity import base_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Case


@year_file_rule("Q206", "unusual-unit", Severity.WARNING)
def unusual_unit(case: Case) -> Iterator[Filed]:
    """查什么：数据的单位是不是这项指标通常用的单位。

    为什么：单位不对，往往是数填错了地方；同一项数据换了单位，上下年也没法比。
    例：调解金额填成“1141件”。
    怎么改：核对这个数填在了哪一项；单位确实可用，可以在“忽略”里说明原因。
    """
    for id_, figure in case.answers.figures.items():
        indicator = case.indicator(id_)
        if indicator is None or figure.quantity is None or not indicator.units:
            continue
        unit = figure.quantity.unit
        if unit and unit not in {base_unit(known)[1] for known in indicator.units}:
            usual = "、".join(indicator.units)
            message = f"“{id_}”填的是“{figure.quantity.text}”，这项数据通常用“{usual}”"
            remedy = "核对这个数是不是填在了别的指标里，或把单位改过来"
            yield Filed(figure.spot, message, remedy, figure.quantity.text)
