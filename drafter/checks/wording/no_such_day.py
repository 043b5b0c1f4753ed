"""W208: a date that the calendar does not have."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading

#: A date; what ends a range (1—2月30日) or a longer number begins none.
_DATE = lazily(
    r"(?:(?P<year>(?<![0-9])[0-9]{4})年|(?<![0-9.．年])(?<![0-9][至到、~～—–-]))"
    r"(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日"
)
_MONTHS = 12
#: February has 29 days in a year that is not told.
_LEAP_YEAR = 2024


@text_rule("W208", "no-such-day", Severity.ERROR)
def no_such_day(reading: Reading) -> Iterator[Fault]:
    """查什么：写出的月、日，日历上有没有这一天；没有写年份的“2月29日”不算错。

    为什么：日期抄错一位，多半还像个日期；日历上没有的，读的人一眼就看出来。
    例：2024年2月30日召开会议；11月31日印发方案。
    怎么改：查一下文件、会议的日期，改正。
    """
    for passage in reading.proof.passages:
        for match in _DATE.finditer(passage.text):
            month, day = int(match["month"]), int(match["day"])
            wrong = _wrong(int(match["year"] or _LEAP_YEAR), month, day)
            if wrong:
                message = f"没有“{match.group()}”这一天，{wrong}"
                yield fault(passage, match.span(), message, "查一下是哪一天，改正月、日")


def _wrong(year: int, month: int, day: int) -> str:
    """What the calendar has instead; empty when it has the day."""
    if not 1 <= month <= _MONTHS:
        return "一年是1月到12月"
    days = monthrange(year, month)[1] if year else 0
    if 1 <= day <= days:
        return ""
    return f"这个月是1日到{days}日"
