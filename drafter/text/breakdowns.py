"""Counts and the parts that a sentence tells of them: 受理26280件，其中网上申办9208件、……."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.text.bounds import comparable, is_count, is_rate
from drafter.text.lazily import lazily
from drafter.text.tied_out import REACH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.text.tied_out import Stated, Statement

_OPENS = lazily(r"其中|包括|包含|分为|分别为|分别是|由(?=[^，。；]*$)")
_FULL = ("分别为", "分别是", "分为")
_MADE_UP = lazily(r"^[^，。；]{0,6}(?:组成|构成)")
#: What is no whole: a difference, last year's number, so many each time.
_NO_WHOLE = lazily(
    r"(?:增加|减少|增长|下降|上升|提高|[多少])了?$|上年|去年|上一年|同期|每|平均|至少|不少于"
)
#: What is no part: a running total, so many each time.
_NO_PART = lazily(
    r"累计|总|共|目前|现有|已有|增至|达到|增加|减少|上年|去年|同期|每|平均|不少于|惠及|覆盖"
)
#: Work on the whole that goes on behind the list: 其中网上20件，办结98件.
_STAGES = lazily(
    r"办结|审结|结案|完成|化解|答复|整改|受理|处理|处置|解决|调解|收到|接待|发放|开展|举办|张贴|悬挂|印发"
    r"|推送|组织|召开|制作|编制|培训|走访|检查|发布|出具|建立|设立|聘任|选派|查处|移送"
)
_TOTAL = lazily(r"^(?:合计|总计|共计|共)(?:为|达|有)?$")
_AND_SO_ON = lazily(r"等$|^等")
#: A part's words this short name a kind (维持, 行政处罚), not another action with its object.
_SHORT = 3


@record
class Breakdown:
    """A whole and its parts.

    Attributes:
        whole: the nearest count of the same kind in front of the parts, or the total behind them.
        rivals: other counts in front that could be the whole as well, or together with it.
        parts: in order, all comparable with the whole.
        full: whether the words say that these are all.
        unsaid: whether the list ends with 等 or holds a figure that cannot be added.
    """

    whole: Stated
    rivals: tuple[Stated, ...]
    parts: tuple[Stated, ...]
    full: bool
    unsaid: bool = False


def breakdowns(statement: Statement) -> Iterator[Breakdown]:
    """Every whole whose parts the sentence names as such."""
    figures = statement.figures
    for at, figure in enumerate(figures):
        opening = _OPENS.search(figure.gap)
        if at and opening:
            found = _told_behind(figures, at, opening.group())
            if found:
                yield found
        elif at > 1 and _TOTAL.match(figure.before) and not figure.after:
            found = _told_in_front(figures, at)
            if found:
                yield found


def _told_behind(figures: Sequence[Stated], at: int, word: str) -> Breakdown | None:
    """The whole in front of 其中 and the parts behind it."""
    first = figures[at]
    if is_rate(first.quantity) or _NO_PART.search(first.before.replace("其中", "")):
        return None
    wholes = [
        one
        for one in figures[max(0, at - REACH) : at]
        if comparable(one.quantity, first.quantity) and not _NO_WHOLE.search(one.before)
    ]
    if not wholes:
        return None
    parts, unsaid = _parts(figures, at)
    made_up = word == "由" and bool(_MADE_UP.match(parts[-1].after))
    if word == "由" and not made_up:
        return None
    return Breakdown(wholes[-1], tuple(wholes[:-1]), parts, word in _FULL or made_up, unsaid)


def _parts(figures: Sequence[Stated], at: int) -> tuple[tuple[Stated, ...], bool]:
    """The list that begins at a figure, and whether it leaves something unsaid."""
    first = figures[at]
    parts = [first]
    unsaid = bool(_AND_SO_ON.search(first.after)) or not is_count(first.quantity)
    for one in figures[at + 1 :]:
        if one.depth > first.depth:
            continue
        if one.depth < first.depth or not _goes_on(first, one):
            break
        parts.append(one)
        unsaid = unsaid or bool(_AND_SO_ON.search(one.after)) or not is_count(one.quantity)
    return tuple(parts), unsaid


def _goes_on(first: Stated, one: Stated) -> bool:
    """Whether a figure is one more part: by 、, or by a comma and words of the same make."""
    if not comparable(first.quantity, one.quantity) or _NO_PART.search(one.before):
        return False
    if _OPENS.search(one.gap) or "；" in one.gap or "。" in one.gap:
        return False
    if one.listed:
        return True
    joined = one.gap.removeprefix(first.after).startswith("，") and one.gap.count("，") == 1
    if not joined or _STAGES.search(one.before):
        return False
    return len(one.before) <= _SHORT or _share_a_word(first.before.replace("其中", ""), one.before)


def _share_a_word(one: str, other: str) -> bool:
    return any(one[at : at + 2] in other for at in range(len(one) - 1))


def _told_in_front(figures: Sequence[Stated], at: int) -> Breakdown | None:
    """The parts in front of 共计, joined by 、."""
    whole = figures[at]
    parts: list[Stated] = []
    for one in reversed(figures[max(0, at - REACH) : at]):
        if not is_count(one.quantity) or not comparable(one.quantity, whole.quantity):
            return None
        parts.append(one)
        if not one.listed:
            break
    else:
        return None
    joined = whole.gap == f"，{whole.before}" and is_count(whole.quantity)
    if len(parts) == 1 or not joined or any(part.after for part in parts):
        return None
    return Breakdown(whole, (), tuple(reversed(parts)), full=True)
