"""The same matters counted in one clause and settled in the next: 受理投诉8316宗，已办结8316件."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.text.han import HAN
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from drafter.model.proof import Told

#: Units of cases that stand for each other; and of other matters that are settled one by one.
SAME = frozenset("件宗起")
SETTLED = SAME | frozenset("个条处项例")
_ACTS = (
    "办结|办理完毕|办理|办复|办毕|答复|回复|化解|调解成功|调处成功|审结|结案|处理|解决|整改完成|整改"
    "|处置|批准|受理|采纳|销号|查结"
)
#: From one count to the next: words behind the first, shares between, and a verb with no object.
_CHAIN = lazily(
    rf"{HAN}{{0,4}}(?:，[^，。；：！？]{{0,20}}[%％][^，。；：！？]{{0,4}})*(?:[，、]|并)"
    "(?:其中|当年|全年|目前|现已|[已均共]|全部|累计|按期|按时|及时|限时|依法|当场|成功)*"
    rf"(?:(?:{_ACTS})|{HAN}{{0,6}}负责人出庭(?:应诉)?)了?$"
)
#: Matters that are settled one by one, as the last words in front of their count.
_MATTERS = lazily("(?:工单|投诉|诉求|案件|纠纷|线索|举报|申请|提案|建议|隐患|问题|信访|信件|来信)$")
_REACH = 60
_NOUN = 4


def settles_other_unit(text: str, first: Told, then: Told) -> bool:
    """Whether `then` tells how many of the matters that `first` counts are settled, by unit alone.

    Args:
        text: the passage.
        first: a count.
        then: the next count, shares passed over.
    """
    one, other = first.quantity.unit, then.quantity.unit
    if one == other or not {one, other} <= SETTLED or then.start - first.end > _REACH:
        return False
    if not _CHAIN.fullmatch(text, first.end, then.start):
        return False
    if {one, other} <= SAME:
        return True
    counted = text[max(first.start - _NOUN, 0) : first.start]
    return bool(_MATTERS.search(counted)) and then.quantity.value <= first.quantity.value


#: Nouns of which a text counts one kind, and those of which it counts several.
_ONE_KIND = ("工单", "投诉", "诉求", "举报", "线索", "纠纷", "提案", "信件", "来信")
_KINDS = lazily(f"{HAN}{{2}}(?:案件|申请|事件)$")
_ONE = lazily(f"(?:{'|'.join(_ONE_KIND)})$")


def matter(text: str, told: Told) -> str:
    """The noun in front of a count by which the same matters are known again; empty for none."""
    words = text[max(told.start - _NOUN, 0) : told.start]
    match = _ONE.search(words) or _KINDS.search(words)
    return match.group() if match else ""
