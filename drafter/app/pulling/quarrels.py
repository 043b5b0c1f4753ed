"""What both the year file and the document changed, and what nobody can tell, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.app.pulling.bench import place_name
from drafter.model.pulled import Conflict, Unmatched
from drafter.model.record import record
from drafter.text.both_sides import Quarrel

if TYPE_CHECKING:
    from drafter.app.pulling.bench import Bench
    from drafter.text.both_sides import BothSides, Clash

#: What disagrees, and what to do.
_WORDS = {
    Quarrel.WORDS: (
        "出稿以后，问卷和 Word 里都改了这一段，没有写进问卷",
        "看哪一种说法对，在问卷里改好，重新出稿；这份稿收回过、问卷已经对了的，不用管它",
    ),
    Quarrel.UNTOLD: (
        "问卷和 Word 里不一样，这份 Word 里没有出稿时的记号，看不出是哪一边后改的，没有写进问卷",
        "看哪一种说法对，在问卷里改好，重新出稿",
    ),
    Quarrel.GONE_HERE: (
        "Word 里改了或加了这一段，出稿以后问卷里已经删去、改写了它原来的话，没有写进问卷",
        "要用 Word 里的，照着写进问卷；不要的，不用管它",
    ),
    Quarrel.GONE_THERE: (
        "Word 里删去了这一段，出稿以后问卷里又改过它，问卷没有动",
        "确实不要的，在问卷里删去它",
    ),
    Quarrel.ORDER: (
        "出稿以后，问卷和 Word 里都调了各节、各段的次序，次序照问卷的",
        "看哪一种次序对，在问卷里排好，重新出稿",
    ),
}
_GONE, _LOST = "（没有这一段）", "（没有原来的话了）"
_UNSURE = (
    "Word 里没有这一段。这份 Word 里没有出稿时的记号，"
    "看不出是 Word 里删的，还是问卷里后来加的，没有删；要删的，自己在问卷里删去"
)


@record
class Told:
    """What is to be told.

    Attributes:
        conflicts: what both changed.
        unmatched: what the document lacks and the year file keeps.
    """

    conflicts: tuple[Conflict, ...]
    unmatched: tuple[Unmatched, ...]


def quarrels(bench: Bench, both: BothSides) -> Told:
    """Clashes and doubts in words; the year file as it was before anything was put in."""
    unsure = (
        Unmatched(_UNSURE, place_name(bench.report, home.section), "", home.text)
        for home in both.unsure
    )
    return Told(tuple(_conflict(bench, one) for one in both.clashes), tuple(unsure))


def _conflict(bench: Bench, clash: Clash) -> Conflict:
    message, remedy = _WORDS[clash.what]
    home = clash.home
    if clash.what is Quarrel.ORDER:
        values = ((bench.file, "问卷里的次序"), ("Word", "Word 里的次序"))
        return Conflict("各节次序", message, values, remedy)
    name = (place_name(bench.report, home.section) or home.kind.value) if home else clash.text
    here = home.text if home else _LOST
    return Conflict(name, message, ((bench.file, here), ("Word", clash.text or _GONE)), remedy)
