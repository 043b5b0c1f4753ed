"""Numbers before headings: 一、 （一） 1. （1） (GB/T 9704-2012, 7.3.3)."""

from __future__ import annotations

import unicodedata

from drafter.text.lazily import lazily
from drafter.text.numerals import chinese, value_of

MOST_LEVELS = 4

_NUMERAL = "[一二三四五六七八九十百]{1,5}"
# 一、二季度 and 二、三级 are lists.
_NO_LIST = "(?![一二三四五六七八九十]{1,2}[季级类月])"
# 1.5万 is a decimal and 3、5月 a list, but 1.2023年… and 1.12345热线… have a heading's number.
_NO_DECIMAL = "(?![0-9０-９]{1,3}(?![0-9０-９]))"
_FORMS = (
    (1, lazily(rf"\s*({_NUMERAL})\s*[、，,.．]\s*{_NO_LIST}")),
    (2, lazily(rf"\s*[（(]\s*({_NUMERAL})\s*[）)]\s*[、.．]?\s*")),
    (3, lazily(rf"\s*([0-9０-９]{{1,2}})\s*[.．、]{_NO_DECIMAL}\s*")),
    (4, lazily(r"\s*[（(]\s*([0-9０-９]{1,2})\s*[）)]\s*[、.．]?\s*")),
)
_PART = lazily(r"\s*第([一二三四五六七八九十]{1,3})(?:部分|[章篇])[\s：、]*")


def number(level: int, n: int) -> str:
    """What is printed before the n-th heading of a level (1 to 4).

    Raises:
        ValueError: there is no such level, or n is below 1.
    """
    if n < 1:
        raise ValueError("序号从1开始")
    match level:
        case 1:
            return f"{chinese(n)}、"
        case 2:
            return f"（{chinese(n)}）"
        case 3:
            return f"{n}."
        case 4:
            return f"（{n}）"
        case _:
            raise ValueError(f"没有第{level}级标题")


def read_number(text: str) -> tuple[int, int, str] | None:
    """The level, the number and the rest of a line that begins as a heading does.

    Full- and half-width brackets, dots and digits are read alike. None when the line does not
    begin with such a number: a date, a decimal and 一是 are none.
    """
    for level, form in _FORMS:
        match = form.match(text)
        if match is None:
            continue
        try:
            n = _value(match.group(1))
        except ValueError:
            return None
        return (level, n, text[match.end() :]) if n else None
    return None


def read_part(text: str) -> tuple[int, str] | None:
    """The n of 第n部分, 第n章 or 第n篇 that opens a line, and the rest of it; None for others.

    Parts stand above chapters: their number is of none of the four levels.
    """
    match = _PART.match(text)
    if match is None:
        return None
    try:
        return _value(match.group(1)), text[match.end() :]
    except ValueError:
        return None


def shown_level(printed: str, level: int, height: int) -> int:
    """The level of a heading with a number of its own (1. right below 一、 is of level 3).

    Args:
        printed: the number; empty for none.
        level: its place in the tree.
        height: how many levels stand below it; they keep their room.
    """
    shown = read_number(f"{printed}题") if printed else None
    return min(max(level, shown[0]), max(level, MOST_LEVELS - height)) if shown else level


def _value(numeral: str) -> int:
    digits = unicodedata.normalize("NFKC", numeral)
    return int(digits) if digits.isdecimal() else value_of(numeral)
