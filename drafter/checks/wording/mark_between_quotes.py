"""W405: 、 between two quotations or two titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, When, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading

_BETWEEN = lazily("”、“|》、《")


@text_rule("W405", "mark-between-quotes", Severity.INFO, when=When.ASKED)
def mark_between_quotes(reading: Reading) -> Iterator[Fault]:
    """查什么：并列的引号、书名号之间有没有顿号。

    为什么：《标点符号用法》（GB/T 15834）说，这样并列的成分之间通常不用顿号。
    这只是习惯问题，指名才查。
    例：“《工作要点》、《实施方案》”可以写成“《工作要点》《实施方案》”。
    怎么改：删去顿号；中间有别的话（如“以及”）的，照旧。
    """
    for passage in reading.proof.passages:
        for match in _BETWEEN.finditer(passage.text):
            message = f"“{match.group()}”中间的顿号通常不用"
            yield fault(passage, match.span(), message, "删去这个顿号，全文统一")
