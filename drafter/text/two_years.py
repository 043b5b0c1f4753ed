"""Two years' figures of one matter in a sentence: 320件，2023年为256件; 由1500件降至1200件."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.text.bounds import comparable, is_rate
from drafter.text.lazily import lazily
from drafter.text.tied_out import REACH
from drafter.text.told_times import years_in

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from drafter.text.tied_out import Stated

UP = "增长|上升|增加|提[升高]|增幅"
DOWN = "下降|减少|降低|降幅|下滑"
_MOVED = lazily(rf"(?:{UP}|{DOWN})(?:了|约|为|达|达到)*$")
_LAST = lazily(r"(?:上年度?|去年|上一年度?|同期)(?:同期)?[^，。；]{0,4}$|[从由](?:上年|去年)?的?$")
_FROM_YEAR = lazily(r"(?P<beside>[从由])(?:(?P<year>(?:19|20)[0-9]{2}年)度?|原来|原先|原)的?$")
#: Said of the change since last year, or of the years in between, whatever year stands beside.
_OF_LAST_YEAR = lazily(r"同比|上年|去年|同期|年均|每年")
#: 2023年为; beside 较 and 比 it may be any year, else only the one before.
_IN_YEAR = lazily(
    r"(?P<beside>[较比])?(?P<year>(?:19|20)[0-9]{2}年)度?(?:同期)?(?:的|为|是|有|仅|共)*$"
)
_NEXT = lazily(
    r"(?:增长|上升|增加|提[升高]|扩大|下降|减少|降低|下滑|压缩|压减|缩短|精简|[增升降减缩])了?[到至为]"
    r"(?:(?:19|20)[0-9]{2}年的?)?$"
)


@record
class TwoYears:
    """What a matter came to, and what it was before.

    Attributes:
        last: what it was.
        now: what it came to.
        others: all figures in front that may be what it came to; none where it is clear.
    """

    last: Stated
    now: Stated
    others: tuple[Stated, ...] = ()


def pair_in_front(figures: Sequence[Stated], at: int) -> tuple[Stated, Stated] | None:
    """The two exact figures of one kind in front of a figure, the second one right there."""
    if at == 0 or figures[at].gap.count("，") > 1:
        return None
    two = figures[at - 1]
    front = figures[max(0, at - REACH) : at - 1]
    kind = [one for one in front if is_rate(one.quantity) == is_rate(two.quantity)]
    if not kind or not comparable(kind[-1].quantity, two.quantity):
        return None
    both_exact = kind[-1].quantity.exact and two.quantity.exact
    return (kind[-1], two) if both_exact else None


def two_years(figures: Sequence[Stated], at: int, year: int | None) -> TwoYears | None:
    """The two years' figures right in front of a figure; None when the sentence tells no such two.

    Args:
        figures: of the sentence.
        at: which of them tells the change.
        year: the year reported on; None when not known.
    """
    pair = pair_in_front(figures, at)
    if pair is None:
        return None
    one, two = pair
    by_year = bool(_OF_LAST_YEAR.search(figures[at].gap))
    if _LAST.search(two.before) or _told_of_before(_IN_YEAR, two, year, by_year=by_year):
        front = figures[max(0, at - REACH) : at - 1]
        others = (other for other in front if comparable(other.quantity, two.quantity))
        return TwoYears(two, one, tuple(others))
    came_to = bool(_NEXT.search(two.before))
    if came_to and _told_of_before(_FROM_YEAR, one, year, by_year=by_year):
        return TwoYears(one, two)
    if _LAST.search(one.before) and (came_to or not is_difference(two)):
        return TwoYears(one, two)
    return None


def is_difference(figure: Stated) -> bool:
    """增加320宗: by how much, not to how much."""
    return bool(_MOVED.search(figure.before))


def _told_of_before(
    form: re.Pattern[str], figure: Stated, year: int | None, *, by_year: bool
) -> bool:
    """Whether a figure's words are of the year before, or name any other as what it changed from.

    Args:
        form: the words.
        figure: the figure.
        year: the year reported on; None when not known.
        by_year: whether the change is told as that of one year.
    """
    found = form.search(figure.before)
    if found is None:
        return False
    if not found["year"]:
        return not by_year
    told = years_in(found["year"])[0]
    if year is not None and told >= year - 1:
        return told == year - 1
    # 2020年为256件 alone does not say that the change is from there; 较2020年的256件 does.
    return bool(found["beside"]) and not by_year
