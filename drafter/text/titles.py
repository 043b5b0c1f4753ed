"""Titles broken into lines: words whole, lines balanced (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from unicodedata import east_asian_width

from drafter.text.lazily import lazily

#: Full-width characters of 22 pt that fit a line of 156 mm.
WIDTH = 20
#: Places to break at: before these words, …
_BEFORE = (
    *("关于", "法治政府建设", "法治建设", "年度报告", "工作报告", "工作总结"),
    *("工作情况", "情况报告", "情况的报告"),
)
#: … after these, …
_AFTER = lazily(
    "(?:人民政府|委员会|管委会|办事处|[市区县州旗]委|街道|局|厅|年度|年)[）、 \u3000]?$"
    "|[、 \u3000]$"
)
#: … and after a place's name, unless the word goes on (市|场, 区|委).
_PLACE_NAME = "省市区县州旗盟镇乡"
#: How such words go on, …
_GOES_ON = lazily("[、，。：；！？》”’）】的度场民人政级域属直委员党办工长面 \u3000]")
#: … and what never ends a line.
_LEADS_ON = ("关于", "推进", "加强", "开展", "工作", "的", "和", "与", "及", *"《“‘（【")
#: How the line after the issuer begins.
_ABOUT = lazily(r"关于|\d{4}年")
_TORN = lazily(r"\d{1,4}$")
_YEARS = lazily(r"\d{1,8}(?:年度?)?|年度|.", re.DOTALL)
_MOST_LINES, _MOST_PLACES = 4, 30


def break_title(title: str, width: int = WIDTH) -> tuple[str, ...]:
    """The title's lines; joined they give the title back.

    Args:
        title: without line breaks.
        width: full-width cells of a line; a digit or Latin letter takes half of one.
    """
    if cells(title) <= width:
        return (title,)
    if cells(title) > width * _MOST_LINES:
        return _hard(title, width)
    places = _places(title)[:_MOST_PLACES]
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
        if before.endswith(_LEADS_ON):
            continue
        ends = _AFTER.search(before) or before[-1] in _PLACE_NAME
        if after.startswith(_BEFORE) or (ends and not _GOES_ON.match(after)):
            places.add(at)
    return tuple(sorted(places))


def _cut(title: str, places: tuple[int, ...]) -> tuple[str, ...]:
    edges = (0, *places, len(title))
    return tuple(title[a:b] for a, b in pairwise(edges))


def _unevenness(lines: tuple[str, ...]) -> float:
    """Small for lines of like width; a break behind the issuer is liked, one inside it is not."""
    widths = [cells(line) for line in lines]
    liked = 12.0 if any(_ABOUT.match(line) for line in lines[1:]) else 0.0
    torn = sum(2.0 for line in lines[:-1] if line[-1] in _PLACE_NAME)
    return max(widths) - min(widths) + torn - liked


def _hard(title: str, width: int) -> tuple[str, ...]:
    """Broken at the width, where there is no good place; a year stays whole even here."""
    lines, line = [], ""
    for part in _YEARS.findall(title):
        if line and cells(line + part) > width:
            lines.append(line)
            line = ""
        line += part
    return (*lines, line)
