"""Which time a figure is told of: 由1500件降至1200件 tells last year's count, then this year's."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.text.han import HAN
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    import re


class Time(StrEnum):
    """What a figure is told of."""

    OWN = "own"  #: the year reported on, as far as the words say
    EARLIER = "earlier"  #: last year, or another year before
    RUNNING = "running"  #: several years together


_YEAR = "(?:19|20)[0-9]{2}年"
_A_YEAR = lazily(f"(?<![0-9]){_YEAR}")
_LAST_YEAR = "上年度?|去年|上一年度?|前年"
_MOVES = (
    "增长|上升|增加|提升|提高|扩大|扩展|拓展|下降|减少|降低|下滑|回落|压缩|压减|缩短|缩减|精简|整合|优化|调整"
    "|[增升降减缩]"
)
#: In front of what a figure was before: 由, 从2023年的, 由原来的.
_FROM = lazily(
    rf"^(?P<subject>.*?)[从由](?:原来|原先|原有|原|过去|年初|(?:{_YEAR}度?|{_LAST_YEAR})[底末初]?(?:同期)?)?的?$"
)
#: Between that figure and what it came to: 下降至, 案件增加到2024年的.
_CAME_TO = lazily(
    rf"^(?:，|{HAN}{{0,6}}?)(?:(?:{_MOVES})了?[到至为]|[到至])(?:{_YEAR}|今年|本年|目前)?的?$"
)
_OF_LAST_YEAR = lazily(
    rf"(?:(?:{_LAST_YEAR})(?:同期)?|同期)(?:全年)?(?:的|为|是|有|仅|共)*"
    rf"(?:(?:收案|收到|受理|办理|办结|立案|开展|举办)(?![^，。；]*[增减升降多少]){HAN}{{0,10}})?$"
)
#: A year right in front of the number, or at the head of its clause.
_OF_A_YEAR = lazily(rf"(?P<year>{_YEAR})度?(?:同期|全年)?(?:的|为|是|有|仅|共|达)*$")
_IN_A_YEAR = lazily(rf"^[而在于]?(?P<year>{_YEAR})(?:全年)?(?![度底末初以至到前来第0-9])[^的]*$")
_MANY_YEARS = (
    rf"(?:{_YEAR}[至到—–～-]+{_YEAR}|(?P<since>{_YEAR})以来|近[两二三四五六七八九十]+年来?"
    rf"|(?<![今本]年)(?<![0-9]年)(?<!年度)以来|五”(?:规划)?期间|历年)"
)
_TOGETHER = lazily(
    rf"{_MANY_YEARS}{HAN}{{0,8}}，?[^，。；：]*(?:累计|共|先后)[^，。；：]*$"
    rf"|(?:{_YEAR}、{_YEAR}|近[两二三四五六七八九十]+年)[^，。；：]*分别[^，。；：]*$"
)

#: How far in front of a figure the years are looked for that it is of together.
_REACH = 80


def time_of(sentence: str, before: str, year: int | None) -> Time:
    """The time that the words in front of a figure name.

    Args:
        sentence: what stands in front of its clause.
        before: its clause up to it.
        year: the year reported on; None when not known.
    """
    together = _TOGETHER.search((sentence + before)[-_REACH:])
    if together and not _is_of(together["since"], year):
        return Time.RUNNING
    if _OF_LAST_YEAR.search(before):
        return Time.EARLIER
    named = _OF_A_YEAR.search(before) or _IN_A_YEAR.search(before)
    return Time.EARLIER if named and _is_before(named["year"], year) else Time.OWN


def moves(before: str, between: str) -> re.Match[str] | None:
    """What stands in front of a figure, when it is what another figure came from; else None.

    Args:
        before: the figure's clause up to it; the match's `subject` is what moved.
        between: what stands between the figure and the next one.
    """
    return _FROM.search(before) if _CAME_TO.search(between) else None


def years_in(text: str) -> list[int]:
    """The years that a text names, in order."""
    return [int(year.removesuffix("年")) for year in _A_YEAR.findall(text)]


def _is_of(named: str | None, year: int | None) -> bool:
    return named is not None and named == f"{year}年"


def _is_before(named: str, year: int | None) -> bool:
    return year is not None and int(named.removesuffix("年")) < year
