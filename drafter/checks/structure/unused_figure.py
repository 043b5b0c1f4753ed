"""S201: a figure that was given and stands nowhere in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Filed, year_file_rule
from drafter.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Case


@year_file_rule("S201", "unused-figure", Severity.WARNING)
def unused_figure(case: Case) -> Iterator[Filed]:
    """查什么：填了的数据有没有写进正文。

    为什么：一个数填了却没有用上，多半是句式里少了它，或者结构里没有这一节。
    例：“园区.宣传”填了14场，亮点里没有写 {{园区.宣传}}。
    怎么改：在相应主题的亮点里写上 {{指标名}}，或者在主题的句式里加一句。
    """
    for id_ in case.report.unused:
        figure = case.answers.figures[id_]
        if case.indicator(id_) is None:
            continue
        text = figure.quantity.text if figure.quantity else "无"
        message = f"“{id_}”填了“{text}”，正文里没有用到"
        remedy = f"在有关主题的亮点里写上 {{{{{id_}}}}}"
        yield Filed(figure.spot, message, remedy, text)
