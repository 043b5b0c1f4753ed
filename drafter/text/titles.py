"""Titles broken into lines: words whole, lines balanced (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from unicodedata import east_asian_width

#: Full-width characters of 22 pt that fit a line of 156 mm.
WIDTH = 20
#: Places to break at: before these words, …
_BEFORE = (
    "关于",
    "法治政府建设",
    "法治建设",
    "年度报告",
    "工作报告",
    "工作总结",
    "情况报告",
    "情况的报告",
)
#: … or after these.
_AFTER = (
    "人民政府",
    "委员会",
    "办事处",
    "管委会",
    "街道",
    "年度",
    "年",
    "局",
    "区",
    "市",
    "县",
    "镇",
    "乡",
)
_TORN = re.compile(r"\d{1,4}$")
_SHORTEST, _MOST_LINES = 4, 4


def break_title(title: str, width: int = WIDTH) -> tuple[str, ...]:
    """The title's lines; joined they give the title back.

    Args:
        title: without line breaks.
        width: full-width cells of a line; a digit or Latin letter takes half of one.
    """
    if cells(title) <= width:
        return (title,)
    places = _places(title)
    for count in range(2, _MOST_LINES + 1):
        ways = (_cut(title, chosen) for chosen in combinations(places, count - 1))
        broken = [lines for lines in ways if all(cells(line) <= width for line in lines)]
        if broken:
            return min(broken, key=_unevenness)
    return _hard(title, width)


def cells(text: str) -> float:
    """Width in full-width cells."""
    return sum(1.0 if east_asian_width(char) in "WFA" else 0.5 for char in text)


def _places(title: str) -> tuple[int, ...]:
    """Where a line may end without tearing a word."""
    places: set[int] = set()
    for at in range(1, len(title)):
        before, after = title[:at], title[at:]
        if _TORN.search(before) and after[0] in "年0123456789":
            continue
        if after.startswith(("度", "的")) or before.endswith("关于"):
            continue
        if after.startswith(_BEFORE) or before.endswith(_AFTER):
            places.add(at)
    return tuple(sorted(places))


def _cut(title: str, places: tuple[int, ...]) -> tuple[str, ...]:
    edges = (0, *places, len(title))
    return tuple(title[a:b] for a, b in pairwise(edges))


def _unevenness(lines: tuple[str, ...]) -> float:
    """Small for lines of like width; a break before 关于 is liked, a last line of a word is not."""
    widths = [cells(line) for line in lines]
    uneven = max(widths) - min(widths)
    short = 10.0 if widths[-1] < _SHORTEST else 0.0
    liked = 4.0 if any(line.startswith("关于") for line in lines[1:]) else 0.0
    torn = sum(2.0 for line in lines[:-1] if line.endswith(("区", "市", "县", "镇", "乡", "局")))
    return uneven + short + torn - liked


def _hard(title: str, width: int) -> tuple[str, ...]:
    """Broken at the width, where there is no good place."""
    lines, line = [], ""
    for char in title:
        if line and cells(line + char) > width:
            lines.append(line)
            line = ""
        line += char
    return (*lines, line)
