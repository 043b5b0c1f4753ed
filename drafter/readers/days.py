"""Days and years as clerks write them."""

from __future__ import annotations

import unicodedata
from datetime import date

from drafter.text.lazily import lazily

_DAY = lazily(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_YEAR = lazily(r"(\d{4})\s*(?:年度?)?")
_MONTHS = 12


def read_day(text: str) -> date:
    """A day: 2023-12-06, 2023/12/6, 2023.12.6 or 2023年12月6日, full-width digits too.

    Raises:
        ValueError: it is no day; the text says why, in Chinese.
    """
    match = _DAY.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if not match:
        raise ValueError("日期要写全年、月、日")
    year, month, day = (int(part) for part in match.groups())
    if year == 0:
        raise ValueError("没有0年")
    if not 1 <= month <= _MONTHS:
        raise ValueError(f"没有{month}月")
    try:
        return date(year, month, day)
    except ValueError:
        from calendar import monthrange

        last = monthrange(year, month)[1]
        raise ValueError(f"{year}年{month}月只有{last}天，没有{day}日") from None


def read_year(text: str) -> int | None:
    """A year of four digits, with or without 年 or 年度; None for anything else."""
    match = _YEAR.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return int(match[1]) if match and int(match[1]) else None
