"""Statistics in running text: numbers that count or measure, and nothing that only has digits."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from drafter.model.old_report import Statistic
from drafter.text.han import HAN
from drafter.text.lazily import lazily
from drafter.text.quantity import QuantityError, read_quantity
from drafter.text.units import SPELT_UNITS, UNITS, units_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.quantity import Quantity

_DIGIT = "[0-9０-９]"
_NUMERAL = "一二三四五六七八九十百千两零〇"
_BEFORE = (
    "(?:(?<![最附就贴靠邻临亲相远逼以走])(?:接近|将近|近)|(?:大约|(?<![节签预履违条集合公制缔续])约)"
    "|不超过|超过|(?<![赶反高商农])超|逾|至少|至多|不足|不到)?"
)
_BARE = ("百", "千", "万")
_SCALE = "(?:万亿|亿|万)"
_AFTER = "(?:以上|以下|以内|左右|上下(?![班级联]))?"
#: Names: titles in 《》, and short quotations without a mark that parts clauses.
_NAMED = lazily("《[^》]{0,80}》|“[^“”，。；：、]{1,20}”|‘[^‘’，。；：、]{1,20}’")

#: In front of the digits: the rest of another number, of a range, a name or an ordinal.
_NOT_AFTER = lazily(
    rf"(?:第|[A-Za-z_]|{_DIGIT}[时点]|{_DIGIT}[.．·•∙:：+＋，,/／]|[+＋×]|{_DIGIT}[%％]?[-－~～—–]+|{_DIGIT}[至到]"
    rf"|[-－]{{2}}|[〔［\[（(]{_DIGIT}{{4}}[〕］\])）]|分之"
    rf"|第(?:{_DIGIT}+|[{_NUMERAL}]+)[条款项章节批届][、和至及到])$"
)
_RANK = lazily(r"前$")
#: Behind the number: a range or a sum goes on.
_NOT_BEFORE = lazily(rf"[-－~～—–+＋]{_DIGIT}|[+＋]")
#: In front of a numeral in characters: ordinals, vague numbers, longer numbers, set phrases.
_NOT_SPELT_AFTER = lazily(
    rf"(?:[第这那头每上下同某其数几整周初统唯均专逐届末{_NUMERAL}万亿点分之]|星期|{_DIGIT}"
    rf"|[{_NUMERAL}][^，。；：、0-9]|连续|连年)$"
)
#: Behind it: set phrases of a number and a noun.
_NOT_SPELT_BEFORE = lazily(
    rf"[{_NUMERAL}](?!次)"
    "|个?(?:确立|维护|意识|自信|必须|坚持|全面|统筹|文明|一律|率先|阶段|方面|环节|层面|层级|维度|规定"
    "|责任|最|关系|条例|办法|专项|年|面向|务必|时代|大局|法治|领域|同步|结合|转变|基本|主体|服务)"
    "|(?:重大|重点|基本|核心|专项)?(?:制度|机制|改革|承诺|准则|原则|权力|职能)|硬?(?:政策|措施|举措|意见|主线|战线|腿|禁令|铁律)"
    "|党代会|代表大会|会议精神"
)


def statistics(text: str) -> tuple[Statistic, ...]:
    """The statistics of an evened text, in order, none overlapping.

    Dates, years, document numbers, articles, ordinals, phone numbers, times, ranges, streaks and
    names with digits (“5+6”, 12345热线, 《…》 and short quotations) are none. A number without a
    unit is one only with 万 or 亿. `text[start:end]` read by `read_quantity` gives the quantity,
    but for 百余件 and the like, which it does not read.
    """
    names = [match.span() for match in _NAMED.finditer(text)]
    found = [
        statistic
        for statistic in _found(text)
        if not any(start < statistic.end and statistic.start < end for start, end in names)
    ]
    return tuple(found)


def _found(text: str) -> Iterator[Statistic]:
    for match in _form().finditer(text):
        start = match.start("number")
        before = text[max(0, start - 16) : start]
        spelt = match["spelt"] is not None
        if not spelt and not _counts(
            before, text[match.end() : match.end() + 2], match["unit"] or ""
        ):
            continue
        if spelt and not _spelt_counts(
            match["amount"], before, text[match.end("unit") : match.end("unit") + 8]
        ):
            continue
        quantity = _read(match.group(), match["spelt"] or "")
        if quantity:
            yield Statistic(quantity, match.start(), match.end())


def _read(words: str, numeral: str) -> Quantity | None:
    """The quantity; 百余件 and 近千人 are 一百余件 and 近一千人. None when it cannot be read."""
    try:
        return read_quantity(words)
    except QuantityError:
        if numeral not in _BARE or not re.search("[余多近约超过逾足到]", words):
            return None
    try:
        return replace(read_quantity(words.replace(numeral, f"一{numeral}", 1)), text=words)
    except QuantityError:
        return None


def _counts(before: str, after: str, unit: str) -> bool:
    """Whether digits with a unit are a statistic where they stand."""
    if _NOT_AFTER.search(before) or _NOT_BEFORE.match(after):
        return False
    return not (_RANK.search(before) and unit in ("名", "位", "批", "个月"))


def _spelt_counts(numeral: str, before: str, after: str) -> bool:
    """Whether a numeral in characters counts: 三个课题 does, 四个意识 and 一批 do not."""
    if numeral == "一":
        return False
    return not (_NOT_SPELT_AFTER.search(before) or _NOT_SPELT_BEFORE.match(after))


@cache
def _form() -> re.Pattern[str]:
    digits = rf"(?:{_DIGIT}{{1,3}}(?:,{_DIGIT}{{3}})+(?!{_DIGIT})|{_DIGIT}+(?:[.．]{_DIGIT}+)?)"
    arabic = (
        rf"(?P<digits>(?:百分之|(?<={HAN})[-－负])?{digits})"
        rf"(?:[余多]?{_SCALE})?[余多]?"
    )
    spelt = (
        rf"(?P<amount>(?<![{_NUMERAL}])(?P<spelt>[{_NUMERAL}]{{1,16}}(?:点[{_NUMERAL}]+)?|万)(?:[余多]?{_SCALE})?[余多]?)"
        rf"(?={units_pattern(SPELT_UNITS)})"
    )
    percent = rf"百分之(?:{digits}|[{_NUMERAL}]+(?:点[{_NUMERAL}]+)?)"
    unit = rf"(?:{units_pattern(UNITS)})(?:/次|/人|（人?次）|（[件宗起个项人]）)?"
    # Without a unit there must be 万 or 亿.
    bare = rf"{digits}[余多]?{_SCALE}[余多]?"
    return re.compile(
        rf"(?<!{_DIGIT}){_BEFORE}(?P<number>{percent}|(?:{arabic}|{spelt})(?P<unit>{unit})|{bare})"
        rf"{_AFTER}"
    )
