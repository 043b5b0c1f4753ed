"""Chinese numerals: 一, 十五, 一百零三."""

from __future__ import annotations

DIGITS = "零一二三四五六七八九"
_VALUES = {char: value for value, char in enumerate(DIGITS)} | {"〇": 0, "两": 2}
_STEPS = {"十": 10, "百": 100, "千": 1000}
_MOST = 99_999_999
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
    """The number that a numeral stands for; 两百, 一十五 and rows of digits (二〇二三) are read too.

    Raises:
        ValueError: it is no numeral, or not clear which: 一百五 may be 105 or 150.
    """
    if len(numeral) > 1 and set(numeral) <= _ROW:
        number = sum(_VALUES[c] * 10**i for i, c in enumerate(reversed(numeral[-_ROW_LENGTH:])))
    else:
        number = _sum(numeral)
    if len(numeral) > _LONGEST or number > _MOST:
        raise ValueError(f"“{numeral[:_LONGEST]}”太长")
    return number


def _sum(numeral: str) -> int:
    """The value of a numeral with 十, 百, 千 or 万, or of one digit."""
    high, myriad, low = numeral.rpartition("万")
    number = _below(high) * _MYRIAD + (_below(low) if low else 0) if myriad else _below(numeral)
    # Written back it must be the same: so 一百五, 二千零 and 零十 are found out.
    plain = re.sub("两(?=[百千万]|$)", "二", numeral).replace("〇", "零")
    if number > _MOST or plain.removeprefix("一" if plain.startswith("一十") else "") != chinese(number):
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
