"""Computed figures: `复议.维持 + 复议.撤销`, `(精简.改前 - 精简.改后) / 精简.改前`."""

from __future__ import annotations

import operator
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_TOKEN = lazily(r"\s*([0-9]+(?:\.[0-9]+)?(?![\w.])|[^\W\d][\w.]*|[-+*/()])")
_WIDE = str.maketrans("（）＋－−×÷／＊．０１２３４５６７８９", "()+--*//*.0123456789")
_WORKS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
#: What binds tighter is worked out first; an open bracket waits for its partner.
_BINDS = {"(": 0, "+": 1, "-": 1, "*": 2, "/": 2}

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
    steps = _steps(tokens)
    ids = (token for token in tokens if not token[0].isdecimal() and token not in {*_BINDS, ")"})
    return (lambda values: _worked_out(steps, values)), tuple(dict.fromkeys(ids))


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
    except ArithmeticError:
        return None


def _tokens(text: str) -> list[str]:
    tokens, at = [], 0
    text = text.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        token = match.group(1) if match else ""
        if match is None or not (_is_id(token) or token[0] in "0123456789-+*/()"):
            raise FormulaError(f"算式里有看不懂的“{text[at:].strip()[:8]}”")
        tokens.append(token)
        at = match.end()
    return tokens


def _is_id(token: str) -> bool:
    return all(part.isidentifier() for part in token.split("."))


def _steps(tokens: list[str]) -> list[str]:
    """The tokens with each sign behind its two operands, and no brackets.

    Without recursion, so that no number of brackets is too many.
    """
    steps: list[str] = []
    waiting: list[str] = []
    operand_next = True
    for word in tokens:
        if operand_next != (word == "(" or word not in {*_BINDS, ")"}):
            raise FormulaError(f"算式在“{word[:20]}”处读不通")
        if word == "(":
            waiting.append(word)
        elif word == ")":
            _take_over(waiting, steps, 1)
            if not waiting:
                raise FormulaError("算式的括号没有配对")
            waiting.pop()
        elif word in _BINDS:
            _take_over(waiting, steps, _BINDS[word])
            waiting.append(word)
            operand_next = True
        else:
            steps.append(word)
            operand_next = False
    if operand_next:
        raise FormulaError("算式没有写完")
    _take_over(waiting, steps, 1)
    if waiting:
        raise FormulaError("算式的括号没有配对")
    return steps


def _take_over(waiting: list[str], steps: list[str], binding: int) -> None:
    """Put the waiting signs that bind at least so tightly behind their operands."""
    while waiting and _BINDS[waiting[-1]] >= binding:
        steps.append(waiting.pop())


def _worked_out(steps: list[str], values: Mapping[str, Decimal]) -> Decimal:
    stack: list[Decimal] = []
    for step in steps:
        if step in _WORKS:
            right, left = stack.pop(), stack.pop()
            stack.append(_WORKS[step](left, right))
        else:
            stack.append(Decimal(step) if step[0].isdecimal() else values[step])
    return stack[0]
