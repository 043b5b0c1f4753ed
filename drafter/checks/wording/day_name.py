"""W207: a day's name, or the dot in its date, not right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.occurrences import inside, titles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.model.wording import Holiday

_MIDDLE = "·"
_DAY = re.compile("[“‘]?([0-9]{1,2})([.．。・•‧∙●・·-])([0-9]{1,2})[”’]?")


@text_rule("W207", "day-name-wrong", Severity.INFO)
def day_name_wrong(reading: Reading) -> Iterator[Fault]:
    """查什么：节日、纪念日的日期和名称写得对不对（templates/wording.yaml 的“节日名称”）。

    为什么：日期中间用间隔号“·”，不用小数点和短横；名称有法定的，也有改过的。
    例：“12.4”国家宪法日应写“12·4”国家宪法日；“4·15”国家安全教育日缺“全民”二字。
    怎么改：按“节日名称”里的写法改。
    """
    holidays = {holiday.day: holiday for holiday in reading.wording.holidays}
    for passage in reading.proof.passages:
        spans = titles(passage.text)
        for match in _DAY.finditer(passage.text):
            holiday = holidays.get(f"{match[1]}{_MIDDLE}{match[3]}")
            if holiday and not inside(spans, *match.span()):
                span, message = _wrong(passage.text, match, holiday)
                if message:
                    remedy = f"写成“{holiday.day}”{holiday.name}"
                    weight = None if match[2] == _MIDDLE else Severity.WARNING
                    yield fault(passage, span, message, remedy, weight)


def _wrong(text: str, match: re.Match[str], holiday: Holiday) -> tuple[tuple[int, int], str]:
    """The words concerned and what is wrong with them; no message when nothing is."""
    behind = text[match.end() : match.end() + 20]
    name = next((name for name in holiday.wrong if behind.startswith(name)), "")
    named = name or (holiday.name if behind.startswith(holiday.name) else "")
    span = (match.start(), match.end() + len(named))
    if match[2] != _MIDDLE and (named or text[match.start()] in "“‘"):
        return span, f"“{match[1]}{match[2]}{match[3]}”中间不是间隔号“·”"
    if name:
        return span, f"“{name}”不是现在的名称，或者名称不全"
    return span, ""
