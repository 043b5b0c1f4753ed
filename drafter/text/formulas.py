"""Computed figures: `复议.维持 + 复议.撤销`, `(精简.改前 - 精简.改后) / 精简.改前`."""

from __future__ import annotations

import re
from decimal import Decimal, DivisionByZero, InvalidOperation
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_TOKEN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<id>[^\W\d][\w.]*)|(?P<sign>[-+*/()]))")
_WIDE = str.maketrans("（）＋－×÷／＊", "()+-*//*")

#: A formula made ready: how to work it out, and the ids in it.
Formula = tuple["Callable[[Mapping[str, Decimal]], Decimal]", tuple[str, ...]]


class FormulaError(ValueError):
    """A formula that cannot be read; the text says why, in Chinese."""


@cache
def read_formula(text: str) -> Formula:
    """Read a formula of ids, numbers, + - * / and brackets (full-width signs too).

    Raises:
        FormulaError: it is not such a formula.
    """
    tokens = _tokens(text.translate(_WIDE))
    parser = _Parser(tokens)
    work = parser.sum()
    if parser.rest:
        raise FormulaError(f"算式“{text}”在“{parser.rest[0]}”处读不通")
    return work, tuple(dict.fromkeys(t for t in tokens if t[0].isalpha()))


def evaluate(text: str, values: Mapping[str, Decimal]) -> Decimal | None:
    """The formula's value; None when a figure is not there or would be divided by zero.

    Raises:
        FormulaError: it is not a formula.
    """
    work, ids = read_formula(text)
    if not all(id_ in values for id_ in ids):
        return None
    try:
        return work(values)
    except (DivisionByZero, InvalidOperation):
        return None


def _tokens(text: str) -> list[str]:
    tokens, at = [], 0
    text = text.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise FormulaError(f"算式里有看不懂的“{text[at:].strip()[:8]}”")
        tokens.append(match.group().strip())
        at = match.end()
    return tokens


class _Parser:
    """Recursive descent over the usual three floors: sums, products, atoms."""

    def __init__(self, tokens: list[str]) -> None:
        self.rest = list(tokens)

    def sum(self) -> Callable[[Mapping[str, Decimal]], Decimal]:
        left = self.product()
        while self.rest and self.rest[0] in "+-":
            sign, right = self.rest.pop(0), self.product()
            left = _joined(left, sign, right)
        return left

    def product(self) -> Callable[[Mapping[str, Decimal]], Decimal]:
        left = self.atom()
        while self.rest and self.rest[0] in "*/":
            sign, right = self.rest.pop(0), self.atom()
            left = _joined(left, sign, right)
        return left

    def atom(self) -> Callable[[Mapping[str, Decimal]], Decimal]:
        if not self.rest:
            raise FormulaError("算式没有写完")
        atom = self.rest.pop(0)
        if atom == "(":
            inner = self.sum()
            if not self.rest or self.rest.pop(0) != ")":
                raise FormulaError("算式的括号没有配对")
            return inner
        if atom in "+-*/)":
            raise FormulaError(f"算式在“{atom}”处读不通")
        if atom[0].isdigit():
            number = Decimal(atom)
            return lambda _values: number
        return lambda values: values[atom]


def _joined(
    left: Callable[[Mapping[str, Decimal]], Decimal],
    sign: str,
    right: Callable[[Mapping[str, Decimal]], Decimal],
) -> Callable[[Mapping[str, Decimal]], Decimal]:
    match sign:
        case "+":
            return lambda values: left(values) + right(values)
        case "-":
            return lambda values: left(values) - right(values)
        case "*":
            return lambda values: left(values) * right(values)
        case _:
            return lambda values: left(values) / right(values)
