"""Figures as official texts write them: 8316宗, 30000余份, 近1.5万份, 1141.95万元, 98.73%."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import TYPE_CHECKING

from drafter.model.quantity import Mark, Quantity
from drafter.text.numerals import value_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_BEFORE: Mapping[str, Mark] = {
    "接近": Mark.NEAR, "将近": Mark.NEAR, "近": Mark.NEAR,
    "大约": Mark.ABOUT, "约": Mark.ABOUT,
    "超过": Mark.ABOVE, "超": Mark.ABOVE, "逾": Mark.ABOVE, "至少": Mark.ABOVE,
    "不足": Mark.BELOW, "不到": Mark.BELOW, "不超过": Mark.BELOW, "至多": Mark.BELOW,
}  # fmt: skip
_BETWEEN: Mapping[str, Mark] = {"余": Mark.OVER, "多": Mark.OVER}
_AFTER: Mapping[str, Mark] = {
    "以上": Mark.ABOVE, "以下": Mark.BELOW, "以内": Mark.BELOW,
    "左右": Mark.ABOUT, "上下": Mark.ABOUT,
}  # fmt: skip
#: The usual word for each mark when a figure is written anew; OVER stands before the unit.
_WORDS = {Mark.EXACT: "", Mark.NEAR: "近", Mark.ABOUT: "约", Mark.ABOVE: "超", Mark.BELOW: "不足"}
_SCALES = {"万": Decimal(10_000), "亿": Decimal(100_000_000), "": Decimal(1)}
_HUNDRED = Decimal(100)
_HALF_WIDTH = str.maketrans("０１２３４５６７８９％．，－", "0123456789%.,-")
#: Words that state something else than a number; `无` and `不涉及` are states of an answer.
_NO_UNIT = re.compile(r"[年月日号第条款]\d|的|样子|见|附|全覆盖|无|不涉及")


class QuantityError(ValueError):
    """A figure that cannot be read; the text says in Chinese what to type instead."""


def read_quantity(text: str) -> Quantity:
    """Read one figure.

    Blanks, full-width digits and thousands separators are evened out; everything else is printed
    as it was typed, a doubled mark (近1.5万余份) included: to complain of it is for the checks.

    Raises:
        QuantityError: it is no figure, or not clear which one.
    """
    even = _even(text)
    if not even:
        raise QuantityError("这里是空的，应填一个数，如 8316件")
    match = _form().fullmatch(even)
    if match is None:
        raise QuantityError(
            f"看不懂“{text.strip()}”，应填一个数和单位，如 8316件、30000余份、98.73%"
        )
    before, digits, characters, over, scale, more, unit, after = (
        match.group(n) or "" for n in range(1, 9)
    )
    if _NO_UNIT.search(unit):
        raise QuantityError(f"看不懂“{text.strip()}”里的单位“{unit}”，只填一个数和单位，如 8316件")
    value = _value(digits, characters, text)
    if characters.startswith("百分之"):
        unit = "%"
    mark = _mark(before, over or more, after)
    return Quantity(_plain(value * _SCALES[scale]), unit, mark, even)


def render(value: Decimal, unit: str, mark: Mark) -> str:
    """A figure written anew: reading it gives the same value, unit and mark."""
    number = f"{_plain(value):f}"
    if mark is Mark.OVER:
        return f"{number}余{unit}"
    return f"{_WORDS[mark]}{number}{unit}"


def base_unit(unit: str) -> tuple[Decimal, str]:
    """万元 is ten thousand times 元; 件 is once 件; 万 alone is a bare number's."""
    for scale in ("万", "亿"):
        if unit.startswith(scale):
            return _SCALES[scale], unit.removeprefix(scale)
    return Decimal(1), unit


def percent(part: Decimal, whole: Decimal, decimals: int) -> Quantity:
    """The part's share of the whole in %, rounded half up, without zeros at the end.

    Raises:
        ValueError: the whole is 0.
    """
    if whole == 0:
        raise ValueError("分母为0")
    value = _rounded(part / whole * _HUNDRED, decimals)
    return Quantity(value, "%", Mark.EXACT, render(value, "%", Mark.EXACT))


def change(now: Decimal, before: Decimal, decimals: int) -> tuple[str, Quantity | None]:
    """增长 or 下降 and by how many percent; 持平 and None when nothing changed.

    Raises:
        ValueError: there was nothing before, so that no rate can be told.
    """
    if before == 0:
        raise ValueError("上年为0，算不出增减率")
    if now == before:
        return "持平", None
    word = "增长" if now > before else "下降"
    return word, percent(abs(now - before), abs(before), decimals)


def _even(text: str) -> str:
    """Half-width digits and signs, no blanks, no thousands separators."""
    even = text.strip().translate(_HALF_WIDTH)
    even = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", even)
    even = re.sub(r"(?<=\d)[ \u2009](?=\d{3}(?!\d))", "", even)
    return re.sub(r"(?<!\d)\s+|\s+(?!\d)", "", even)


@cache
def _form() -> re.Pattern[str]:
    def words(table: Mapping[str, Mark]) -> str:
        return "|".join(sorted(table, key=len, reverse=True))

    return re.compile(
        rf"({words(_BEFORE)})?"
        r"(?:([-负]?\d+(?:\.\d+)?)|((?:百分之)?[零〇一二两三四五六七八九十百千]+))"
        rf"({words(_BETWEEN)})?"
        r"([万亿])?"
        rf"({words(_BETWEEN)})?"
        r"([^\W\d_]{0,6}(?:\([^\W\d_]{1,4}\))?|%)"
        rf"(?<!以上)(?<!以下)(?<!以内)(?<!左右)(?<!上下)({words(_AFTER)})?"
    )


def _value(digits: str, characters: str, text: str) -> Decimal:
    if digits:
        bare = digits.lstrip("-负")
        if len(bare) > 1 and bare[0] == "0" and bare[1] != ".":
            raise QuantityError(f"“{text.strip()}”以0开头，不清楚是多少，请去掉前面的0")
        return Decimal(bare) * (-1 if digits[0] in "-负" else 1)
    try:
        return Decimal(value_of(characters.removeprefix("百分之")))
    except ValueError as problem:
        raise QuantityError(f"看不懂“{text.strip()}”里的中文数字，请改用阿拉伯数字") from problem


def _mark(before: str, between: str, after: str) -> Mark:
    """The mark that counts: the one in front, then the one behind, then 余."""
    if before:
        return _BEFORE[before]
    if after:
        return _AFTER[after]
    return _BETWEEN[between] if between else Mark.EXACT


def _rounded(value: Decimal, decimals: int) -> Decimal:
    return _plain(value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP))


def _plain(value: Decimal) -> Decimal:
    """Without an exponent: 1.1E+4 as 11000. Digits after the point stay as they were typed."""
    whole = value.to_integral_value()
    return Decimal(int(whole)) if value == whole and value.is_finite() else value
