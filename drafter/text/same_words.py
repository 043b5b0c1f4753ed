"""Whether the words around two figures say that they count different things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.text.han import NOT_HAN
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from drafter.text.tied_out import Stated

#: Said of many things: they show no kinship.
_COMMON = lazily(
    rf"{NOT_HAN}|全年|今年|本年度?|累计|共计|合计|总计|其中|法律|法治|行政|服务|工作|活动|组织|开展|提供|办理|处理|受理"
    r"|收到|接待|举办|制定|完成|各类|各项|有关|相关|全区|全市|全县|街道|高新区|[的了和与等及共各已均达为约]"
)
_BEFORE, _AFTER = 12, 6


def of_different_things(one: Stated, other: Stated) -> bool:
    """Whether both figures have words of their own, and none of these are the same."""
    first, second = _words(one), _words(other)
    return min(len(first), len(second)) > 1 and not first & second


def _words(figure: Stated) -> set[str]:
    """The characters by which a figure's things are called."""
    words = f"{figure.before[-_BEFORE:]}|{figure.after[:_AFTER]}"
    return set(_COMMON.sub("", words))
