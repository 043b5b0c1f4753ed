"""Words that say how a number stands to the true one, those that stand in front and behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.quantity import Mark
from drafter.model.record import record
from drafter.text.counting import TIMES
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from drafter.model.proof import Told

_FRONT = {
    "接近": Mark.NEAR, "将近": Mark.NEAR, "近": Mark.NEAR,
    "大约": Mark.ABOUT, "约": Mark.ABOUT,
    "不超过": Mark.BELOW, "超过": Mark.ABOVE, "超": Mark.ABOVE, "逾": Mark.ABOVE,
    "至少": Mark.ABOVE, "至多": Mark.BELOW, "不足": Mark.BELOW, "不到": Mark.BELOW,
    "不少于": Mark.ABOVE, "不低于": Mark.ABOVE, "不高于": Mark.BELOW, "不多于": Mark.BELOW,
}  # fmt: skip
_BEHIND = {
    "以上": Mark.ABOVE, "以下": Mark.BELOW, "以内": Mark.BELOW,
    "左右": Mark.ABOUT, "上下": Mark.ABOUT,
}  # fmt: skip
_STARTS = lazily("|".join(sorted(_FRONT, key=len, reverse=True)))
_OVER = lazily(r"(?<=[0-9〇零一二三四五六七八九十百千万亿两])[余多]")
_ENDS = lazily("(?:" + "|".join(_BEHIND) + ")$")
#: In front of the number but no part of the figure itself.
_OUTSIDE = lazily("不少于|不低于|不高于|不多于")
_LONGEST = 3
#: What is written in front where the word is the end of another one: 走近, 续约, 商超, 查找不足.
_OTHER_WORDS = {
    "近": lazily("[走拉新远凑逼]$"),
    "约": lazily("[续解失赴租相邀毁违守婚契誓盟特立]$"),
    "超": lazily("[商农英中]$"),
    "不足": lazily("[找摆出馈正改补齐在现析有对析反思题点板难和与及的、等项条种]$"),
    "不到": lazily("[想办做看找收达感等赶受得]$"),
}
#: What is written behind where 上下 and 左右 belong to the next words.
_GO_ON = {"上下": lazily("(?![，。；、）的]|$)"), "左右": lazily("[两手逢互翼侧邻岸]")}


@record
class Hedges:
    """The marks of one figure.

    Attributes:
        words: as they are written, in order (近, 余).
        marks: what each says.
        start: where the first begins; the figure's own start where the words stand inside it.
    """

    words: tuple[str, ...]
    marks: tuple[Mark, ...]
    start: int


def hedges(text: str, told: Told) -> Hedges:
    """Every word at a figure that says how exact it is; 近3个月, the recent ones, has none."""
    words: list[str] = []
    marks: list[Mark] = []
    start, front = _front(text, told)
    if front:
        words.append(front)
        marks.append(_FRONT[front])
    printed = text[told.start : told.end]
    over = _OVER.search(printed)
    if over:
        words.append(over.group())
        marks.append(Mark.OVER)
    behind = _ENDS.search(printed)
    if behind and not _goes_on(behind.group(), text, told.end):
        words.append(behind.group())
        marks.append(_BEHIND[behind.group()])
    return Hedges(tuple(words), tuple(marks), start)


def _front(text: str, told: Told) -> tuple[int, str]:
    """Where the word in front begins, and the word; empty when it is part of another one."""
    outside = _OUTSIDE.search(text[max(told.start - _LONGEST, 0) : told.start])
    if outside:
        return told.start - _LONGEST, outside.group()
    match = _STARTS.match(text, told.start, told.end)
    if match is None:
        return told.start, ""
    word = match.group()
    other = _OTHER_WORDS.get(word)
    if other and other.search(text[max(told.start - 1, 0) : told.start]):
        return told.start, ""
    if word == "近" and told.quantity.unit in TIMES:
        return told.start, ""
    return told.start, word


def _goes_on(word: str, text: str, end: int) -> bool:
    pattern = _GO_ON.get(word)
    return bool(pattern and pattern.match(text, end))
