"""Computed figures."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text.formulas import FormulaError, evaluate, read_formula

VALUES = {"维持": Decimal(6), "复议.撤销": Decimal(3), "_甲": Decimal(2), "〇": Decimal(0)}
WORTH = {
    "维持": "6",
    "维持 + 复议.撤销": "9",
    "维持-复议.撤销-1": "2",
    "12 / 维持 / 2": "1",
    "1 + 2 * 3 - 4 / 2": "5",
    "(1 + 2) * 3": "9",
    "2 * (维持 - (1 + 复议.撤销))": "4",
    "（维持＋复议．撤销）÷3×２－１": "5",
    "维持 − 1.5": "4.5",
    "  维持  ": "6",
    "_甲 * 1.50": "3",
    "((((7))))": "7",
}
UNREADABLE = {
    "": "没有写完",
    "维持 +": "没有写完",
    "(": "没有写完",
    "(维持": "没有配对",
    "维持)": "没有配对",
    "((1)": "没有配对",
    "()": "读不通",
    "-1": "读不通",
    "1 + + 2": "读不通",
    "维持 撤销": "读不通",
    "维持(撤销)": "读不通",
    "* 2": "读不通",
    "2维持": "看不懂",
    "1.5.2": "看不懂",
    "1.": "看不懂",
    "维持.": "看不懂",
    "复议..撤销": "看不懂",
    "复议.2": "看不懂",
    "维持 ** 2": "读不通",
    "维持 % 2": "看不懂",
    "维持[0]": "看不懂",
    "维持，撤销": "看不懂",
}
SUMS = st.recursive(
    st.integers(0, 20).map(str),
    lambda inner: st.tuples(inner, st.sampled_from("+-*"), inner).map(
        lambda parts: f"({parts[0]} {parts[1]} {parts[2]})"
    ),
    max_leaves=20,
)


@pytest.mark.parametrize(("formula", "worth"), WORTH.items())
def test_a_formula_is_worked_out_as_at_school(formula: str, worth: str) -> None:
    assert evaluate(formula, VALUES) == Decimal(worth)


@given(SUMS, SUMS, SUMS, st.sampled_from("+-*"), st.sampled_from("+-*"))
def test_signs_bind_as_they_do_in_python(a: str, b: str, c: str, one: str, two: str) -> None:
    formula = f"{a} {one} {b} {two} {c}"
    assert evaluate(formula, {}) == eval(formula)  # noqa: S307 - digits, signs and brackets only


@pytest.mark.parametrize("formula", ["维持 / 0", "0 / 0", "维持 / (复议.撤销 - 3)", "1 / 〇"])
def test_what_would_be_divided_by_zero_has_no_value(formula: str) -> None:
    assert evaluate(formula, VALUES) is None


def test_what_is_too_great_to_write_has_no_value() -> None:
    assert evaluate("甲 * 甲", {"甲": Decimal("1E+999999")}) is None


@pytest.mark.parametrize("formula", ["维持 + 应诉.案件", "应诉.案件", "0 * (1 - _乙)", "Ⅳ + 1"])
def test_a_missing_figure_leaves_no_value(formula: str) -> None:
    assert evaluate(formula, VALUES) is None


def test_the_ids_are_told_once_each_and_in_order() -> None:
    ids = read_formula("(复议.撤销 + _甲 + 〇) / (复议.撤销 + 维持 + 2)")[1]
    assert ids == ("复议.撤销", "_甲", "〇", "维持")


@pytest.mark.parametrize(("formula", "reason"), UNREADABLE.items())
def test_what_is_no_formula_is_refused_in_chinese(formula: str, reason: str) -> None:
    with pytest.raises(FormulaError, match=reason):
        evaluate(formula, VALUES)


def test_ten_thousand_brackets_are_no_more_than_one() -> None:
    assert evaluate("(" * 10_000 + "维持" + ")" * 10_000, VALUES) == 6
    with pytest.raises(FormulaError, match="没有配对"):
        evaluate("(" * 10_000 + "维持", VALUES)


def test_a_sum_of_ten_thousand_is_worked_out() -> None:
    assert evaluate("+".join(["维持"] * 10_000), VALUES) == 60_000


@given(st.text() | st.text("甲.1+-*/()（） ２．²_"))
def test_any_text_is_a_formula_or_is_refused(formula: str) -> None:
    with suppress(FormulaError):
        value = evaluate(formula, dict.fromkeys(("甲", "_"), Decimal(1)))
        assert value is None or isinstance(value, Decimal)
