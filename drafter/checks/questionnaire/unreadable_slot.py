"""Q204: a slot in the office's own words that cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.questionnaire.own_words import read_texts
from drafter.checks.rule import Filed, year_file_rule
from drafter.model.finding import Severity
from drafter.text.patterns import PatternError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Case


@year_file_rule("Q204", "unreadable-slot", Severity.ERROR)
def unreadable_slot(case: Case) -> Iterator[Filed]:
    """查什么：亮点、不足、安排等文字里 {{…}} 的写法。

    为什么：写错了，正文里就会原样印出大括号。
    例：亮点写“受理业务{{政务.办件 | 同比去年}}”，没有“同比去年”这种写法。
    怎么改：照 {{热线.受理}} 或 {{热线.受理 | 同比}} 的样子写。
    """
    for text, read in read_texts(case):
        if isinstance(read, PatternError):
            for message, spot in read.problems:
                yield Filed(spot, message, "照 {{热线.受理}} 的样子写", text.text)
