"""W207: a day's name, or its date, not right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.memorial_days import DAY, MIDDLE, day_named
from drafter.text.occurrences import inside, titles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading


@text_rule("W207", "day-name-wrong", Severity.INFO)
def day_name_wrong(reading: Reading) -> Iterator[Fault]:
    """查什么：节日、纪念日的日期和名称写得对不对（templates/wording.yaml 的“节日名称”）。

    为什么：日期差一天，就不是那个日子；名称有法定的，也有改过的。
    例：“12·5”国家宪法日应写“12·4”；“4·15”国家安全教育日缺“全民”二字。
    怎么改：按“节日名称”里的写法改。
    """
    holidays = reading.wording.holidays
    for passage in reading.proof.passages:
        spans = titles(passage.text)
        for match in DAY.finditer(passage.text):
            if inside(spans, *match.span()):
                continue
            day = f"{match[1]}{MIDDLE}{match[3]}"
            holiday, name = day_named(passage.text, match.end(), holidays)
            if holiday is None:
                continue
            span = (match.start(), match.end() + len(name))
            remedy = f"写成“{holiday.day}”{holiday.name}"
            if holiday.day != day:
                yield fault(passage, span, f"{name}不是“{day}”", remedy, Severity.WARNING)
            elif name in holiday.wrong:
                yield fault(passage, span, f"“{name}”不是现在的名称，或者名称不全", remedy)
