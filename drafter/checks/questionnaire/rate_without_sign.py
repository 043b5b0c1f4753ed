"""Q211: a rate typed as a bare number of at most 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.questionnaire.odd_figures import odd_figures
from drafter.checks.rule import Filed, year_file_rule
from drafter.model.finding import Severity
from drafter.text.misfits import Odd, as_shares

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Case


@year_file_rule("Q211", "rate-without-sign", Severity.WARNING)
def rate_without_sign(case: Case) -> Iterator[Filed]:
    """查什么：率有没有填成不到1、又不带百分号的数。

    为什么：从表格里抄来的0.98多半是98%，照填的写，正文里就成了0.98%。
    例：调解.成功率填成“0.98”。
    怎么改：连百分号一起写。
    """
    for id_, quantity, odd in odd_figures(case, Odd.UNCLEAR):
        one, other = as_shares(quantity)
        remedy = f"连百分号一起写：`{other}`，或者 `{one}`"
        yield Filed(
            case.answers.figures[id_].spot, f"“{id_}”填的{odd.message}", remedy, quantity.text
        )
