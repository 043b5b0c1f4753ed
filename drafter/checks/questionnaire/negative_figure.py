"""Q210: a figure below zero where there can be none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.questionnaire.odd_figures import odd_figures
from drafter.checks.rule import Filed, year_file_rule
from drafter.model.finding import Severity
from drafter.text.misfits import Odd

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Case


@year_file_rule("Q210", "negative-figure", Severity.ERROR)
def negative_figure(case: Case) -> Iterator[Filed]:
    """查什么：“数据”里的数有没有负数；增长率、净增这样可升可降的不查。

    为什么：件数、场次、比率不会小于0，多半是把短横打在了数的前面，印出来就是“开展普法活动-3场”。
    例：普法.活动填成“-3场”。
    怎么改：核对这个数；是多打的短横，删去它。
    """
    for id_, quantity, odd in odd_figures(case, Odd.NEGATIVE):
        message = f"“{id_}”填的{odd.message}"
        remedy = "核对这个数；短横是多打的，删去它"
        yield Filed(case.answers.figures[id_].spot, message, remedy, quantity.text)
