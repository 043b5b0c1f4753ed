"""Q204, Q205: slots in the office's own words that cannot be filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.finding import Finding, Severity
from drafter.text.nearest import nearest
from drafter.text.patterns import NAMES, PatternError, parse_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Case
    from drafter.model.answers import Text


def own_words(case: Case) -> Iterator[Finding]:
    """查什么：亮点、不足、安排等文字里 {{…}} 的写法和指标名。

    为什么：写错了，正文里就会原样印出大括号，或者缺一个数。
    例：亮点写“受理业务{{政务.办見}}”。
    怎么改：改成目录或“指标”里有的名称。
    """
    known = (*case.ids, *NAMES, *(f"提法.{name}" for name in case.kit.phrases))
    for text in _texts(case):
        try:
            pattern = parse_pattern(text.text, text.spot)
        except PatternError as problem:
            for message, spot in problem.problems:
                remedy = "照 {{热线.受理}} 的样子写"
                yield Finding(
                    "Q204", "unreadable-slot", Severity.ERROR, spot, message, remedy, text.text
                )
            continue
        for slot in pattern.slots:
            if slot.name not in known:
                near = nearest(slot.name, known)
                remedy = f"是不是“{near[0]}”" if near else f"在“指标”下说明“{slot.name}”，或改名"
                message = f"没有“{slot.name}”这个指标，这里填不出数"
                yield Finding(
                    "Q205", "unknown-slot", Severity.ERROR, slot.spot, message, remedy, slot.name
                )


def _texts(case: Case) -> Iterator[Text]:
    answers = case.answers
    for texts in answers.highlights.values():
        yield from texts
    yield from answers.headings.values()
    for one in (answers.title, answers.lead, answers.slogan):
        if one is not None:
            yield one
    for point in (*answers.shortcomings, *answers.plans):
        yield from (t for t in (point.heading, *point.texts, point.cause) if t is not None)
