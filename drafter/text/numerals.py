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
    """The number that a numeral stands for; 两百, 〇 and plain digit rows (二〇二三) are read too.

    Raises:
        ValueError: it is no numeral.
    """
    high, myriad, low = numeral.rpartition("万")
    if myriad:
        rest = low.removeprefix("零")
        tail = _below(rest) if rest else 0
        return _below(high) * _MYRIAD + tail
    return _below(numeral)


def _below(numeral: str) -> int:
    """A numeral below 万."""
    if not numeral or any(char not in _VALUES and char not in _STEPS for char in numeral):
        raise ValueError(f"“{numeral}”不是中文数字")
    if not any(char in _STEPS for char in numeral):
        return int("".join(str(_VALUES[char]) for char in numeral))
    total, digit, last = 0, None, _MYRIAD
    for char in numeral:
        if char in _VALUES:
            if digit:
                raise ValueError(f"“{numeral}”不是中文数字")
            digit = _VALUES[char]
            continue
        step = _STEPS[char]
        if step >= last or (digit is None and char != "十"):
            raise ValueError(f"“{numeral}”不是中文数字")
        total += (1 if digit is None else digit) * step
        digit, last = None, step
    return total + (digit or 0)
