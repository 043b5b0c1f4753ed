"""W205: 今年 in a report that is dated in the year after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.model.kit import Part
from drafter.text.days import printed_day
from drafter.text.lazily import lazily
from drafter.text.occurrences import clause_at, inside, quotes, titles

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.model.proof import Passage

_WORDS = lazily(
    "(?P<this>(?<![当如现至而于])今年(?:以来)?(?![轻龄纪华代]))"
    "|(?P<last>(?<![过失])去年(?!均))"
    "|(?P<so_far>(?:截至|截止)目前)"
    "|(?P<now>(?:^|(?<=[，。；：]))目前(?![期景置提后往]))"
)
#: What is yet to come may be told of the new year.
_TO_COME = ("将", "计划", "拟", "力争")
_NOTED = {
    "this": Severity.ERROR,
    "last": Severity.WARNING,
    "so_far": Severity.WARNING,
    "now": Severity.INFO,
}


@text_rule("W205", "this-year-of-another-year", Severity.ERROR)
def this_year_of_another_year(reading: Reading) -> Iterator[Fault]:
    """查什么：次年成文的报告里，有没有“今年”“去年”“截至目前”这样的话。

    为什么：报告成文已经是第二年，“今年”就成了下一年，“目前”也不知道是哪一天。
    例：2024年2月成文的2023年报告写“今年以来共受理来信52件”，应写“2023年共受理来信52件”。
    怎么改：写出年份；“截至目前”写明截至哪一天，如“截至2023年12月31日”。
    """
    proof = reading.proof
    if proof.year is None or proof.dated is None or proof.dated.year <= proof.year:
        return
    for passage in proof.passages:
        if Part.PLANS in passage.parts:
            continue
        apart = (titles(passage.text), quotes(passage.text))
        for match in _WORDS.finditer(passage.text):
            quoted = any(inside(spans, *match.span()) for spans in apart)
            if not quoted and not _to_come(passage, match):
                message = (
                    f"本报告成文于{printed_day(proof.dated)}，{_MESSAGES[match.lastgroup or '']}"
                )
                remedy = _REMEDIES[match.lastgroup or ""].format(year=proof.year)
                severity = _NOTED[match.lastgroup or ""]
                message = message.format(word=match.group(), dated=proof.dated.year)
                yield fault(passage, match.span(), message, remedy, severity)


_MESSAGES = {
    "this": "“{word}”就成了{dated}年",
    "last": "“{word}”说不清是哪一年",
    "so_far": "“{word}”说不清是哪一天",
    "now": "“{word}”说不清是什么时候",
}
_REMEDIES = {
    "this": "写成“{year}年”",
    "last": "写出年份；和上一年度比的，写“上年”",
    "so_far": "写明日期，如“截至{year}年12月31日”",
    "now": "说的是年底的情况，可写“截至{year}年底”；说的是现状，可不改",
}


def _to_come(passage: Passage, match: re.Match[str]) -> bool:
    """Whether 今年 tells what is to come."""
    if match.lastgroup != "this":
        return False
    clause = clause_at(passage.text, *match.span())
    return any(word in clause for word in _TO_COME)
