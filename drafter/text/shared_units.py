"""Lists in which the last number alone has the unit: 立案30、结案28件."""

from __future__ import annotations

import re

from drafter.text.han import HAN
from drafter.text.units import UNITS, units_pattern

_ITEM = re.compile(
    rf"、(?P<words>[^，。；：！？、0-9]{{0,16}})(?P<number>[0-9]+)?[余多]?[万亿]?"
    rf"(?P<unit>{units_pattern(UNITS)})?"
)
#: Begins another matter that has its own unit: 制定制度12、组织培训30场.
_OTHER_MATTER = re.compile(
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
    match = _ITEM.match(text, at)
    if match is None or not (match["number"] or match["words"]):
        return True
    if not match["number"] or _OTHER_MATTER.match(match["words"]):
        return False
    for _ in range(_MOST):
        if match is None or not match["number"] or match["unit"]:
            break
        match = _ITEM.match(text, match.end())
    # One more item with a unit of its own: then each has one, and this one's is lost.
    following = None if match is None else _ITEM.match(text, match.end())
    return following is None or not (following["number"] and following["unit"])
