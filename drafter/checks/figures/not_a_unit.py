"""F107: two units with a stroke or brackets, which are none: 件/次, 人/次, 件（次）."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.counting import lead_in
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading

_FIRST = "件|人|户|家|宗|起|场|批|份|条|项|台|车|篇|例"
_UNIT = lazily(rf"(?<=[0-9余多万亿])(?:(?P<stroke>{_FIRST})[/／]次|(?P<brackets>{_FIRST})（次）)")
#: One thing each time, and what a place holds at a time: there the stroke is right.
_EACH = lazily("每|平均|均|容量|承载|容纳|上限|单次|一次")
#: 人次 and the like are units of their own.
_JOINED = frozenset("人户场批台车")
_FAR = 24


@text_rule("F107", "not-a-unit", Severity.ERROR)
def not_a_unit(reading: Reading) -> Iterator[Fault]:
    """查什么：“件/次”“人/次”“件（次）”这样拼起来的单位。

    为什么：“件/次”的意思是每次多少件，不能用来计数；按人的次数计，单位是“人次”。
    例：“提供帮办430件/次”应写“430件”或者“430次”；“接待90人/次”应写“90人次”。
    怎么改：定下数的是件还是次，只用一个单位；数的是人次、户次、场次的，去掉斜线或括号。
    """
    for passage in reading.proof.passages:
        ends = {told.end: told for told in passage.told}
        for match in _UNIT.finditer(passage.text):
            unit = match["stroke"] or match["brackets"]
            told = ends.get(match.end()) or ends.get(match.start() + len(unit))
            if told is None or _EACH.search(lead_in(passage.text, told.start)[-_FAR:]):
                continue
            words = passage.text[told.start : match.end()]
            weight = Severity.ERROR if match["stroke"] else Severity.WARNING
            message = f"“{words}”：“{match.group()}”不是单位"
            yield fault(passage, (told.start, match.end()), message, _remedy(unit), weight)


def _remedy(unit: str) -> str:
    if unit in _JOINED:
        return f"写成“{unit}次”；数的不是次数，就写“{unit}”"
    return f"定下数的是什么：写“{unit}”或者“次”"
