"""W407: another dot where the middle dot belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.han import HAN
from drafter.text.lazily import lazily
from drafter.text.memorial_days import DAY, MIDDLE, day_named
from drafter.text.occurrences import inside, titles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.checks.case import Reading
    from drafter.model.proof import Passage
    from drafter.model.wording import Holiday

_DOT = lazily(f"(?<={HAN})[.．•‧∙・●](?={HAN})")
#: Names of figures, of which another finding tells.
_NAMED = lazily(r"【待补充：[^】]*】|[{｛][^{}｛｝]*[}｝]")
_QUOTES = "“‘"
_NUMBER = lazily("[。；：]?[一二三四五六七八九十]{1,3}$")
_WORDS = 4


@text_rule("W407", "wrong-middle-dot", Severity.ERROR)
def wrong_middle_dot(reading: Reading) -> Iterator[Fault]:
    """查什么：两个汉字之间、节日的月和日之间，应当用间隔号“·”的，是不是用了小数点、短横或者别的圆点。

    为什么：活动名称、人名和“12·4”这样的日子中间用间隔号；小数点是数字里用的。
    例：“法润万家.情暖社区”应是“法润万家·情暖社区”；“12.4”国家宪法日应是“12·4”国家宪法日。
    怎么改：换成间隔号“·”；本来是句号的，换成“。”。
    """
    for passage in reading.proof.passages:
        text = passage.text
        words = _NAMED.sub(lambda match: "□" * len(match.group()), text)
        for match in _DOT.finditer(words):
            at = match.start()
            if _NUMBER.search(text[max(at - _WORDS, 0) : at]) and at <= _WORDS:
                continue
            span = (max(at - _WORDS, 0), min(at + 1 + _WORDS, len(text)))
            message = f"“{text[slice(*span)]}”中间的“{match.group()}”不是间隔号"
            yield fault(passage, span, message, "改成间隔号“·”；本来是一句话结束的，改成句号")
        yield from _days(passage, reading.wording.holidays)


def _days(passage: Passage, holidays: Sequence[Holiday]) -> Iterator[Fault]:
    """Another dot in the date of a day that has a name."""
    text, known = passage.text, {holiday.day for holiday in holidays}
    spans = titles(text)
    for match in DAY.finditer(text):
        if match[2] == MIDDLE or inside(spans, *match.span()):
            continue
        holiday, name = day_named(text, match.end(), holidays)
        quoted = text[match.start()] in _QUOTES and f"{match[1]}{MIDDLE}{match[3]}" in known
        if holiday or quoted:
            written = f"{match[1]}{match[2]}{match[3]}"
            span = (match.start(), match.end() + len(name))
            remedy = f"写成“{match[1]}{MIDDLE}{match[3]}”"
            yield fault(passage, span, f"“{written}”中间不是间隔号“·”", remedy, Severity.WARNING)
