"""Figures as official texts write them: 8316宗, 30000余份, 近1.5万份, 1141.95万元, 98.73%."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from drafter.model.quantity import Mark, Quantity
from drafter.text.han import LETTER
from drafter.text.lazily import lazily
from drafter.text.numerals import DIGITS, value_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: Words before a figure that belong to the sentence, not to the figure; they are dropped.
_LEADING = ("达到", "高达", "达", "共计", "共")
_BEFORE: Mapping[str, Mark] = {
    "接近": Mark.NEAR, "将近": Mark.NEAR, "近": Mark.NEAR,
    "大约": Mark.ABOUT, "约": Mark.ABOUT,
    "超过": Mark.ABOVE, "超": Mark.ABOVE, "逾": Mark.ABOVE, "至少": Mark.ABOVE,
    "不足": Mark.BELOW, "不到": Mark.BELOW, "不超过": Mark.BELOW, "至多": Mark.BELOW,
}  # fmt: skip
_BETWEEN = ("余", "多")
_AFTER: Mapping[str, Mark] = {
    "以上": Mark.ABOVE, "以下": Mark.BELOW, "以内": Mark.BELOW,
    "左右": Mark.ABOUT, "上下": Mark.ABOUT,
}  # fmt: skip
#: The usual word for each mark when a figure is written anew; OVER stands before the unit.
_WORDS = {Mark.EXACT: "", Mark.NEAR: "近", Mark.ABOUT: "约", Mark.ABOVE: "超", Mark.BELOW: "不足"}
#: By how many places each shifts the point; 万亿 stands before 万, its beginning.
_SCALES = {"万亿": 12, "万": 4, "亿": 8}
_HUNDRED = Decimal(100)
_PERCENT = "百分之"
_EVEN = str.maketrans("０１２３４５６７８９％．，－−／()", "0123456789%.,--/（）")
_LONGEST, _MOST_DIGITS = 40, 15
_PRECISION = 60

_GROUPS = lazily(r"(?<![0-9.,])[0-9]{1,3}([, \u00a0\u2009\u202f])[0-9]{3}(?:\1[0-9]{3})*(?![0-9])")
_BLANKS = lazily(r"(?<![0-9.,])\s+|\s+(?![0-9.,])")
#: What is no figure even where it has the form of one.
_DATE = lazily(
    r"[0-9]{4}[-./][0-9]{1,2}[-./][0-9]|[年月][0-9]|年度$|[0-9](?:月份?|日|点|时)$"
    r"|^(?:19|20)[0-9]{2}年|^二[零〇]..年"
)
_NUMBERED = lazily(r"^第|号$|[〔［\[（][0-9]{4}[〕］\]）]")
#: Without one of these a text is neither, and no pattern need be compiled.
_IN_DATES, _IN_NUMBERS = frozenset("年月日点时-/"), frozenset("〔［[（")
#: What is often typed where a figure belongs, and what to type instead.
_ADVICE = (
    (_DATE, "像是日期或时间，期限写成 15天、3个工作日"),
    (_NUMBERED, "像是序号或文号"),
    (lazily(r"[0-9][^0-9.]*[-~～—–至到][0-9]"), "是一个范围，请定一个数，如 近5件、3件以上"),
    (lazily(r"分之|[0-9]/[0-9]"), "是一个分数，请写成百分数，如 33.33%"),
    (lazily(r"[余多].*[余多]|[余多]$"), "“余”只写一次，放在单位前，如 3万余份"),
    (lazily(r"[十百千万亿]"), "请改用阿拉伯数字，如 100余件、近1万件、1.2亿元"),
)


class QuantityError(ValueError):
    """A figure that cannot be read; the text says in Chinese what to type instead."""


def read_quantity(text: str) -> Quantity:
    """Read one figure.

    Blanks, full-width digits and thousands separators are evened out, 达 and 共 in front are
    dropped; everything else is printed as it was typed, a doubled mark (近1.5万余份) included: to
    complain of it is for the checks. The value keeps the decimals that were typed: 86.00% is
    86.00, so that a check can tell it from 86%.

    Raises:
        QuantityError: it is no figure, or not clear which one.
    """
    stripped = text.strip()
    if not stripped:
        raise QuantityError("这里是空的，应填一个数，如 8316件")
    if len(stripped) > _LONGEST:
        raise QuantityError(f"“{stripped[:10]}……”太长了，只填一个数和单位，如 8316件")
    even = evened(stripped)
    match = _form().fullmatch(even)
    if match is None or _is_other(even):
        raise QuantityError(f"看不懂“{stripped}”：{_advice(even)}")
    parts = match.groups("")
    lead, before, percent_, sign, digits, numeral, over, scale, more, unit, after = parts
    odd = not unit.translate(_NO_LETTERS).isalpha() and unit.strip("%‰")  # 3²件
    if odd or (over and more) or (percent_ and (scale or unit)):
        raise QuantityError(f"看不懂“{stripped}”：{_advice(even)}")
    if not digits:
        digits = _decimal("一百" if percent_ and numeral == "百" else numeral, stripped)
    value = _value(sign, digits, scale, stripped)
    unit = "%" if percent_ else unit
    return Quantity(value, unit, _mark(before, over or more, after), even.removeprefix(lead))


def evened(text: str) -> str:
    """Half-width digits and signs, full-width brackets, no blanks, no thousands separators."""
    even = text.translate(_EVEN)
    if "," not in even and even.split(None, 1) == [even]:  # as most are
        return even
    even = _GROUPS.sub(lambda match: match.group().replace(match.group(1), ""), even)
    return _BLANKS.sub("", even)


def render(value: Decimal, unit: str, mark: Mark) -> str:
    """A figure written anew, without zeros at the end: reading it gives value, unit and mark."""
    number = f"{_plain(value):f}"
    if mark is Mark.OVER:
        return f"{number}余{unit}"
    return f"{_WORDS[mark]}{number}{unit}"


@lru_cache(512)
def base_unit(unit: str) -> tuple[Decimal, str]:
    """万元 is ten thousand times 元; 件 is once 件; 万 alone is a bare number's."""
    for scale, places in _SCALES.items():
        if unit.startswith(scale):
            return Decimal(10) ** places, unit.removeprefix(scale)
    return Decimal(1), unit


def percent(part: Decimal, whole: Decimal, decimals: int) -> Quantity:
    """The part's share of the whole in %, rounded half up, without zeros at the end.

    Raises:
        ValueError: the whole is 0.
    """
    if whole == 0:
        raise ValueError("分母为0")
    with localcontext(prec=_PRECISION):
        share = part / whole * _HUNDRED
        value = _plain(share.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP))
    return Quantity(value, "%", Mark.EXACT, render(value, "%", Mark.EXACT))


def change(now: Decimal, before: Decimal, decimals: int) -> tuple[str, Quantity | None]:
    """增长 or 下降 and by how many percent; 持平 and None when that rounds to 0.

    Raises:
        ValueError: there was nothing before, so that no rate can be told.
    """
    if before == 0:
        raise ValueError("上年为0，算不出增减率")
    rate = percent(abs(now - before), abs(before), decimals)
    if rate.value == 0:
        return "持平", None
    return ("增长" if now > before else "下降"), rate


#: What stands in units besides letters.
_NO_LETTERS = str.maketrans("", "", "（）/")


@cache
def _form() -> re.Pattern[str]:
    def words(table: Iterable[str]) -> str:
        return "|".join(table)

    between, numeral = words(_BETWEEN), f"{DIGITS}〇两十百千万"
    # Neither a unit nor what may follow it holds numerals, so that 三分之一 and 一万二千件 are not
    # read as 3 and 1万. Said once: compiling a class of 汉字 takes long.
    unit = rf"(?!.*[{numeral}亿余多的无见第])"
    letter = rf"(?:(?!{words(_AFTER)}){LETTER})"
    return re.compile(
        rf"({words(_LEADING)})?({words(_BEFORE)})?({_PERCENT})?([-负])?"
        rf"(?:([0-9]+(?:\.[0-9]+)?)|([{numeral}]+(?:点[{DIGITS}〇]+)?))"
        rf"({between})?({words(_SCALES)})?({between})?"
        r"([%‰]|千克|千米|千瓦|个百分点"
        rf"|(?:{unit}{letter}{{1,4}}(?:（{letter}{{1,4}}）|/{letter}{{1,2}})?)?)"
        rf"({words(_AFTER)})?"
    )


def _is_other(even: str) -> bool:
    """Whether what has the form of a figure is a date or a number in a series."""
    may_be_date = even.count(".") > 1 or not _IN_DATES.isdisjoint(even)
    may_be_numbered = even[0] == "第" or even[-1] == "号" or not _IN_NUMBERS.isdisjoint(even)
    return bool(
        (may_be_date and _DATE.search(even)) or (may_be_numbered and _NUMBERED.search(even))
    )


def _advice(even: str) -> str:
    """What to type instead of a figure that cannot be read."""
    for form, advice in _ADVICE:
        if form.search(even):
            return f"{advice}；这里只填一个数和单位，如 8316件"
    return "只填一个数和单位，如 8316件、30000余份、98.73%"


def _decimal(numeral: str, text: str) -> str:
    """九十八点五 as 98.5."""
    whole, point, part = numeral.partition("点")
    try:
        digits = (str(value_of(digit)) for digit in part)
        return str(value_of(whole)) + ("." if point else "") + "".join(digits)
    except ValueError as problem:
        raise QuantityError(f"看不懂“{text}”里的中文数字：{_ADVICE[-1][1]}") from problem


def _value(sign: str, digits: str, scale: str, text: str) -> Decimal:
    """The value in the base unit; digits after the point stay as they were typed."""
    if len(digits) > _MOST_DIGITS:
        raise QuantityError(f"“{text}”位数太多，请核对，或以万、亿为单位，如 1.2亿元")
    if digits[0] == "0" and digits[1:2].isdecimal():
        raise QuantityError(f"“{text}”以0开头，不清楚是多少，请去掉前面的0，如 12件")
    value = Decimal(digits)
    if sign and value == 0:
        raise QuantityError(f"“{text}”：0前面不应有负号，请写 0")
    value = value.scaleb(_SCALES.get(scale, 0))
    if value == value.to_integral_value() and scale:
        value = value.quantize(Decimal(1))
    return -value if sign else value


def _mark(before: str, between: str, after: str) -> Mark:
    """The mark that counts: the one in front, then the one behind, then 余."""
    if before:
        return _BEFORE[before]
    if after:
        return _AFTER[after]
    return Mark.OVER if between else Mark.EXACT


def _plain(value: Decimal) -> Decimal:
    """Without an exponent and without zeros at the end: 1.1E+4 as 11000, 96.30 as 96.3."""
    if value == value.to_integral_value():
        return Decimal(int(value))
    return Decimal(f"{value:f}".rstrip("0"))
