"""Characters that are taken for one another: typed by sound, or read by their shape."""

from __future__ import annotations

#: Characters that look alike, each group apart.
_SHAPES = (
    "人入八 己已巳 末未 土士 日曰 千干于 天夫 刀力 贷货 侯候 崇祟 辩辨辫 即既 拔拨 官宫 栽裁载 "
    "博搏 幕慕暮 买卖实 杨扬 名各 今令 处外 车东 免兔 师帅 治冶 纪记 很狠 坚竖 析折拆 推椎 徒徙 "
    "决快 仲伸 清请情 诉拆"
)
_GROUPS = tuple(map(frozenset, _SHAPES.split()))
#: The common characters of GB 2312 stand in the order of their sound.
_FIRST_ROW, _LAST_ROW, _FIRST_CELL, _CELLS = 0xB0, 0xD7, 0xA1, 94
_NEIGHBOURS = 25


def mistakable(one: str, other: str) -> bool:
    """Whether two characters sound or look much alike."""
    if any(one in group and other in group for group in _GROUPS):
        return True
    place, place_of_other = _by_sound(one), _by_sound(other)
    if place is None or place_of_other is None:
        return False
    return abs(place - place_of_other) <= _NEIGHBOURS


def _by_sound(char: str) -> int | None:
    """Its place among the common characters in the order of sound; None for a rare one."""
    try:
        code = char.encode("gb2312")
    except UnicodeEncodeError:
        return None
    row, cell = code[0], code[-1]
    if not _FIRST_ROW <= row <= _LAST_ROW:
        return None
    return (row - _FIRST_ROW) * _CELLS + cell - _FIRST_CELL
