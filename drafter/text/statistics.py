"""Statistics in running text: numbers that count or measure, and nothing that only has digits."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.model.old_report import Statistic
from drafter.model.record import record
from drafter.text.han import HAN
from drafter.text.lazily import lazily
from drafter.text.quantity import QuantityError, read_quantity
from drafter.text.units import SPELT_UNITS, unit_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.quantity import Quantity

_DIGIT = "[0-9０-９]"
_NUMERAL = "一二三四五六七八九十百千两零〇"
_DIGITS = rf"(?:{_DIGIT}{{1,3}}(?:,{_DIGIT}{{3}})+(?!{_DIGIT})|{_DIGIT}+(?:[.．]{_DIGIT}+)?)"
_SPELT = rf"[{_NUMERAL}]{{1,16}}(?:点[{_NUMERAL}]+)?"
_BEFORE = (
    "(?:(?<![最附就贴靠邻临亲相远逼以走])(?:接近|将近|近)|(?:大约|(?<![节签预履违条集合公制缔续])约)"
    "|不超过|超过|(?<![赶反高商农])超|逾|至少|至多|不足|不到)?"
)
_BARE = ("百", "千", "万")
_SCALE = "(?:[余多]?(?:万亿|亿|万))"
#: A number in front of its unit; a share (百分之五) has none.
_NUMBER = lazily(
    rf"(?<!{_DIGIT}){_BEFORE}(?P<number>(?P<share>百分之(?:{_DIGITS}|[{_NUMERAL}]+(?:点[{_NUMERAL}]+)?))"
    rf"|(?P<sign>(?<={HAN})[-－负])?{_DIGITS}(?P<scale>{_SCALE})?[余多]?"
    rf"|(?P<amount>(?<![{_NUMERAL}])(?P<spelt>{_SPELT}|万){_SCALE}?[余多]?))"
)
#: What a unit may have behind it: 3000元/人, 12人（次）.
_EACH = lazily("(?:/次|/人|（人?次）|（[件宗起个项人]）)?")
_AFTER = lazily("(?:以上|以下|以内|左右|上下(?![班级联]))?")
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


@record
class _Number:
    """A number in a text.

    Attributes:
        begin: of 近 or the like, else as `start`.
        start: of the number itself.
        amount: a numeral in characters with 万 and 余; empty for digits.
        spelt: the numeral alone; empty for digits.
        unit: with what it is for each; empty for none.
        behind: where the unit ends.
        end: of 以上 or the like, else as `behind`.
    """

    begin: int
    start: int
    amount: str
    spelt: str
    unit: str
    behind: int
    end: int


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
    for number in _numbers(text):
        before = text[max(0, number.start - 16) : number.start]
        if number.spelt:
            counts = _spelt_counts(number.amount, before, text[number.behind : number.behind + 8])
        else:
            counts = _counts(before, text[number.end : number.end + 2], number.unit)
        quantity = _read(text[number.begin : number.end], number.spelt) if counts else None
        if quantity:
            yield Statistic(quantity, number.begin, number.end)


def _numbers(text: str) -> Iterator[_Number]:
    """Every number that has a unit, or needs none, in order."""
    at = 0
    while match := _NUMBER.search(text, at):
        number = _with_unit(text, match)
        if number is not None:
            yield number
        at = match.start() + 1 if number is None else number.end


def _with_unit(text: str, match: re.Match[str]) -> _Number | None:
    """The number with what stands behind it; None when a unit is missing.

    None is needed by a share, and by digits with 万 or 亿.
    """
    at = match.end()
    unit = ""
    if match["share"] is None and (match["spelt"] is None or unit_at(text, at, SPELT_UNITS)):
        unit = unit_at(text, at)
    if unit:
        at = _end(_EACH, text, at + len(unit))
    elif match["share"] is None and (match["scale"] is None or match["sign"] is not None):
        return None
    return _Number(
        begin=match.start(),
        start=match.start("number"),
        amount=match["amount"] or "",
        spelt=match["spelt"] or "",
        unit=text[match.end() : at],
        behind=at,
        end=_end(_AFTER, text, at),
    )


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where something that may stand there ends; the place itself when it does not."""
    match = pattern.match(text, at)
    return match.end() if match else at


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
