"""Two texts that were changed from one base of which only a mark is left: both changes kept."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import product
from typing import TYPE_CHECKING

from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Callable

_TOKEN = lazily(r"【待补充：[^】]*】|[0-9]+(?:\.[0-9]+)?|.", re.DOTALL)
#: Places in which the two may differ; each doubles the number of bases to try.
_MOST = 12


def merged(ours: str, theirs: str, is_base: Callable[[str], bool]) -> str | None:
    """`ours` with what was changed in `theirs`.

    Where the two differ one of them still says what the base said. Which one, shows when all
    such places together give the base.

    Args:
        ours: one text.
        theirs: the other.
        is_base: whether a text is the base that both were made from.

    Returns:
        None when both were changed in the same place, or in too many.
    """
    one, other = _TOKEN.findall(ours), _TOKEN.findall(theirs)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    spans = [
        (tag == "equal", "".join(one[a:b]), "".join(other[c:d]))
        for tag, a, b, c, d in matcher.get_opcodes()
    ]
    differing = sum(not same for same, _, _ in spans)
    if differing > _MOST:
        return None
    for choice in product((False, True), repeat=differing):
        from_theirs = iter(choice)
        base, both = "", ""
        for same, first, second in spans:
            theirs_is_base = not same and next(from_theirs)
            base += second if theirs_is_base else first
            both += first if same or theirs_is_base else second
        if is_base(base):
            return both
    return None
