"""What a figure counts: units of things against units of time and size; the words around it."""

from __future__ import annotations

from drafter.text.lazily import lazily

_TIMES = "天 小时 分钟 秒 个月 个小时 个工作日 个自然日 课时 学时 个课时 个学时 节课时"
_SIZES = """
    % ％ ‰ 个百分点 倍 分 元 美元 亩 公顷 平方公里 平方千米 平方米 立方米 公里 千米 米 公斤 千克
    克 吨 千瓦时 千瓦 兆瓦 度
"""
#: Units that measure time; 近 in front of them means recent (近3个月).
TIMES = frozenset(_TIMES.split())
#: Units of size and shares; what is left over of a whole one can be told (3.5公里).
SIZES = frozenset(_SIZES.split())
#: Units in which cases are counted; one count of cases is told in one of them.
CASES = frozenset("件宗起个条")
#: What ends a clause; 、 does not.
_MARKS = lazily("[，。；：！？（）]")
#: How far a clause is looked back into.
_REACH = 60


def counts(unit: str) -> bool:
    """Whether a unit counts whole things; false for no unit, for sizes, shares and times."""
    return bool(unit) and unit not in TIMES and unit not in SIZES


def lead_in(text: str, at: int, earliest: int = 0) -> str:
    """The words of the clause in front of a place, at most 60 characters.

    Args:
        text: the passage.
        at: the place.
        earliest: where they begin at the earliest, as behind the figure in front.
    """
    words = text[max(at - _REACH, earliest, 0) : at]
    marks = list(_MARKS.finditer(words))
    return words[marks[-1].end() :] if marks else words
