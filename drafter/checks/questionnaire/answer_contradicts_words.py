"""Q214: own words that want the number of a figure whose answer is 无 or 不涉及."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.questionnaire.own_words import own_patterns
from drafter.checks.rule import Filed, year_file_rule
from drafter.model.answers import ANSWERED_WITHOUT
from drafter.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Case


@year_file_rule("Q214", "answer-contradicts-words", Severity.ERROR)
def answer_contradicts_words(case: Case) -> Iterator[Filed]:
    """查什么：亮点、不足、安排等文字里要用的数，“数据”里填的是不是“无”或“不涉及”。

    为什么：话里说做了，数据说没有或与本单位无关，两处对不上；印出来会是“悬挂横幅无”。
    例：亮点写“悬挂横幅{{普法.横幅}}”，“数据”里“普法.横幅”填的是“无”。
    怎么改：确实没有的，改写这句话，不用这个数；有数的，在“数据”里填上数。
    """
    for slot in (slot for pattern in own_patterns(case) for slot in pattern.slots):
        wholes = [f.arguments[0] for f in slot.filters if f.name == "占比"]
        for id_ in (slot.name, *wholes):
            figure = case.answers.figures.get(id_)
            if figure is None or case.indicator(id_) is None:
                continue
            answer = ANSWERED_WITHOUT.get(figure.state)
            if answer is not None:
                message = f"这句话要用“{id_}”的数，“数据”里填的却是“{answer}”"
                remedy = (
                    f"改写这句话，不用 {slot.source}；"
                    f"有数的，在第{figure.spot.line}行把“{answer}”改成数"
                )
                yield Filed(slot.spot, message, remedy, slot.source)
