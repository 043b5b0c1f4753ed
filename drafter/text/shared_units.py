"""Lists in which the last number alone has the unit: 立案30、结案28件."""

from __future__ import annotations

from drafter.model.record import record
from drafter.text.han import HAN
from drafter.text.lazily import lazily
from drafter.text.units import unit_at

_ITEM = lazily("、(?P<words>[^，。；：！？、0-9]{0,16})(?P<number>[0-9]+)?[余多]?[万亿]?")
#: Begins another matter that has its own unit: 制定制度12、组织培训30场.
_OTHER_MATTER = lazily(
    rf"(?:组织|开展|举办|召开|制定|修订|印发|发放|张贴|培训|走访|建立|打造|新建|化解|调解|出具|发布|推送){HAN}{{2}}"
)
#: How many members of a list are looked at.
_MOST = 12


def shares_unit(text: str, at: int) -> bool:
    """Whether a number without a unit, 、 behind it, borrows the unit of the list's last number.

    Args:
        text: the passage.
        at: where the 、 stands.
    """
    item = _item(text, at)
    if item is None or not (item.number or item.words):
        return True
    if not item.number or _OTHER_MATTER.match(item.words):
        return False
    for _ in range(_MOST):
        if item is None or not item.number or item.unit:
            break
        item = _item(text, item.end)
    # One more item with a unit of its own: then each has one, and this one's is lost.
    following = None if item is None else _item(text, item.end)
    return following is None or not (following.number and following.unit)


@record
class _Item:
    """A member of a list: its words, its number, the number's unit, and where it ends."""

    words: str
    number: str
    unit: str
    end: int


def _item(text: str, at: int) -> _Item | None:
    """The member behind the 、 at a place; None when there is no 、."""
    match = _ITEM.match(text, at)
    if match is None:
        return None
    unit = unit_at(text, match.end())
    return _Item(match["words"], match["number"] or "", unit, match.end() + len(unit))
