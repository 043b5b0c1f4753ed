"""Chinese numerals: 一, 十五, 一百零三."""

from __future__ import annotations

import re

DIGITS = "零一二三四五六七八九"
_VALUES = {char: value for value, char in enumerate(DIGITS)} | {"〇": 0, "两": 2}
_STEPS = {"十": 10, "百": 100, "千": 1000}
_ROW = {*DIGITS, "〇"}
_MOST, _LONGEST = 99_999_999, 16
_MYRIAD = 10_000


def chinese(n: int) -> str:
    """A whole number in characters, as headings use it: 一, 十, 十一, 一百零三.

    Raises:
        ValueError: below 0 or above 99,999,999.
    """
    if not 0 <= n <= _MOST:
        raise ValueError(f"{n} 不在 0 到 {_MOST} 之间")
    high, low = divmod(n, _MYRIAD)
    text = _below_myriad(low) if low or not high else ""
    if high:
        gap = DIGITS[0] if 0 < low < _MYRIAD // 10 else ""
        text = f"{_below_myriad(high)}万{gap}{text}"
    return text.removeprefix("一") if text.startswith("一十") else text


def _below_myriad(n: int) -> str:
    """一千零一; a ten keeps its 一 (一百一十)."""
    if n == 0:
        return DIGITS[0]
    text, zero = "", False
    for step, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = n // step % 10
        if digit:
            text += (DIGITS[0] if zero and text else "") + DIGITS[digit] + name
            zero = False
        else:
            zero = True
    return text


def value_of(numeral: str) -> int:
    """The number of a numeral; 两百, 一十五 and rows of digits (二〇二三) are read too.

    Raises:
        ValueError: it is no numeral, or not clear which: 一百五 may be 105 or 150.
    """
    if not numeral or len(numeral) > _LONGEST:
        raise ValueError(f"“{numeral[:_LONGEST]}”不是中文数字")
    if len(numeral) > 1 and set(numeral) <= _ROW and _VALUES[numeral[0]]:
        return int("".join(str(_VALUES[char]) for char in numeral))
    high, myriad, low = numeral.rpartition("万")
    number = _below(high) * _MYRIAD + _below(low) if myriad else _below(numeral)
    # Written back it must be the same: that finds 一百五, 二千零 and 零十 out.
    plain = re.sub("^两$|两(?=[百千万])", "二", numeral).replace("〇", DIGITS[0])
    if number > _MOST or chinese(number) != re.sub("^一十", "十", plain):
        raise ValueError(f"“{numeral}”不是中文数字")
    return number


def _below(numeral: str) -> int:
    """A numeral below 万, whatever the order of its parts."""
    total, digit = 0, None
    for char in numeral:
        if char in _STEPS:
            total += (1 if digit is None else digit) * _STEPS[char]
            digit = None
        elif char in _VALUES:
            digit = _VALUES[char]
        else:
            raise ValueError(f"“{numeral}”不是中文数字")
    return total + (digit or 0)
