"""Q201: a figure under a name that no indicator has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.questionnaire.names import unknown
from drafter.checks.rule import Filed, year_file_rule
from drafter.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Case


@year_file_rule("Q201", "unknown-indicator", Severity.ERROR)
def unknown_indicator(case: Case) -> Iterator[Filed]:
    """查什么：“数据”里的名称，指标目录或本单位的“指标”里有没有。

    为什么：名称写错一个字，这项数据就不会出现在正文里，而且很难发现。
    例：数据里写“政务.办見”，目录里只有“政务.办件”。
    怎么改：照提示改成最接近的名称；确是本单位自己的数据，在“指标”下说明。
    """
    for id_, figure in case.answers.figures.items():
        if case.indicator(id_) is None:
            more = f"；确是本单位自己的数据，就在“指标”下加一行 {id_}: {{名: …, 单位: …}}"
            yield unknown("指标", id_, figure.spot, case.ids, more)
