"""F203: a typed rate or total that does not follow from its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Filed, year_file_rule
from drafter.model.finding import Severity
from drafter.text.formulas import evaluate, read_formula
from drafter.text.measures import half_step

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from drafter.checks.case import Case
    from drafter.model.kit import Indicator
    from drafter.model.quantity import Quantity


@year_file_rule("F203", "rate-disagrees", Severity.ERROR)
def rate_disagrees(case: Case) -> Iterator[Filed]:
    """查什么：手填的率、合计，与分子分母算出来的是否一致（按所写的小数位四舍五入）。

    为什么：率是人算的，改了一个数忘了改另一个，是公开报告里最常见的错。
    例：开庭14宗、负责人出庭12宗，出庭应诉率却写成92%（应为86%或85.71%）。
    怎么改：核对有关的几个数；没有把握就把率删掉，由程序计算。
    """
    for id_, figure in case.answers.figures.items():
        indicator = case.indicator(id_)
        if indicator is None or figure.quantity is None or not figure.quantity.exact:
            continue
        for formula in indicator.formulas:
            exact = _exact(formula, indicator, case)
            if exact is None:
                continue
            if not _agrees(figure.quantity, exact):
                yield _finding(id_, figure.quantity, formula, exact, case)
            break


def _exact(formula: str, indicator: Indicator, case: Case) -> Decimal | None:
    """The formula's value in the indicator's unit; None when a figure is missing or not exact."""
    figures = case.answers.figures
    values = {
        id_: quantity.value
        for id_ in read_formula(formula)[1]
        if id_ in figures and (quantity := figures[id_].quantity) is not None and quantity.exact
    }
    value = evaluate(formula, values)
    return value * 100 if value is not None and "%" in indicator.units else value


def _agrees(typed: Quantity, exact: Decimal) -> bool:
    """Whether the typed value is the exact one at the decimals that it shows."""
    return abs(typed.value - exact) <= half_step(typed)


def _finding(id_: str, typed: Quantity, formula: str, exact: Decimal, case: Case) -> Filed:
    figure = case.answers.figures[id_]
    parts = "、".join(
        f"{name} {quantity.text}"
        for name in read_formula(formula)[1]
        if (quantity := case.answers.figures[name].quantity) is not None
    )
    message = f"“{id_}”填的是“{typed.text}”，按 {formula} 应为{exact:.2f}{typed.unit}（{parts}）"
    remedy = "核对这几个数，改正错的；或者删去这一项，由程序计算"
    return Filed(figure.spot, message, remedy, typed.text)
