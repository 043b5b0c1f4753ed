"""Rates in running text with the counts they are of: 排查254条，办结247条，办结率97.2%."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.text.bounds import comparable, is_count, is_rate
from drafter.text.breakdowns import breakdowns
from drafter.text.han import HAN
from drafter.text.lazily import lazily
from drafter.text.measures import half_step
from drafter.text.tied_out import REACH, of_another_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.model.quantity import Quantity
    from drafter.text.tied_out import Stated, Statement

_HUNDRED = Decimal(100)
_RATE = lazily(rf"({HAN}{{2,16}}?)率")
_LINK = lazily(
    r"(?:率|占比|比例|占)(?:均|都|分别|也|高|已|约|双)*(?:达到|达|为|是|占)?$|占[^，。；]{0,10}的$"
)
_SHARE = lazily(r"^(?:占比|占)(?:为|达|达到)?$|^占(?:总[数量]|全部[^，。；]{0,6})的$")
#: Words that make a rate another one: 按期办结率 is not 办结 ÷ 受理.
_NARROWER = lazily(
    r"按期|按时|及时|限期|如期|当场|一次|首次|初次|平均|综合|网上|线上|直接|实质|诉前|有效|优良|群众|提前"
)
#: What else a part may be called that the rate's name ends in.
_CALLED = {
    "结案": ("审结", "办结", "裁决"),
    "审结": ("结案", "办结"),
    "办结": ("办理完毕", "办毕", "结案", "查结"),
    "处置": ("处理", "办结", "查处"),
    "处理": ("处置", "办结"),
    "化解": ("调解成功", "调处成功", "成功调解", "成功调处"),
    "调解": ("调解成功", "成功调解", "调成", "化解"),
    "成功": ("化解", "调成"),
    "答复": ("办复", "回复", "办结", "办理完毕"),
    "办复": ("答复", "回复"),
    "回复": ("答复", "办复"),
    "整改": ("销号", "整治"),
    "批准": ("准予", "核准"),
    "应诉": ("出庭",),
}
#: What a rate by a short name is of, right in front of it; 事项网办率 is of other things.
_SHORT_FOR = {"网办": ("网上办理", "网上办结", "网上申办", "线上办理")}
#: Says whose rate it is, whatever the counts are called.
_WHOSE = {"", "行政机关", "行政机关负责人", "行政诉讼", "行政诉讼案件", "负责人"}
_LEAD = lazily(r"^(?:实现|做到|达到|确保|总体|整体|全部|全年|其中|案件|事项|工作|其|总)+")
#: Rates of exactly the cases told just before them.
_OWN_WHOLE = lazily(
    r"(?:办结|结案|审结|化解|调解成功|调解|成功|答复|回复|办复|整改|履行|应诉|合格|及格|优秀|通过|采纳|处置|处理|处结|办理|批准"
    r"|查处|查结|销号|整治|反馈|受理|立案|履职|履约|兑现|落实|移送|签收|采用)$"
)
#: Of these the ones that are told of the same cases all the same.
_ON_TIME = lazily(
    r"^(?:按期|按时|及时|限期|如期|提前)(?:办结|结案|审结|答复|回复|办复|整改|处置|处理)$"
)
#: What is to be done, beside what was: 应出庭应诉48件.
_DUE = lazily(r"应(?![诉急])|需|须|拟|待|计划")
#: Taken in and dealt with in one number: 受理办结75件.
_TAKEN_IN = lazily(r"受理|收到|接到|排查")
_LONGEST, _SHORT = 8, 10
#: A further part's words: 刑事, 事业编制.
_PART = lazily(rf"^(?![共总合累]){HAN}{{1,6}}$")


@record
class ClaimedShare:
    """A rate and what its sentence says of it.

    Attributes:
        rate: the figure in %.
        name: what it is called, 率 included.
        part: the count on top; None when the sentence does not tell it.
        wholes: counts that may stand below, the likeliest first.
    """

    rate: Stated
    name: str
    part: Stated | None
    wholes: tuple[Stated, ...]

    @property
    def on_time(self) -> bool:
        """Whether it is a rate of what was done in time: of the cases told, or of those done."""
        return bool(_NARROWER.search(self.name))


def claimed_shares(statement: Statement) -> Iterator[ClaimedShare]:
    """Every exact rate of the sentence that has a count to be held against."""
    figures = statement.figures
    inside = _parts_of(statement)
    for at, figure in enumerate(figures):
        if figure.quantity.unit != "%" or not figure.quantity.exact:
            continue
        if not _LINK.search(figure.before):
            continue
        if _SHARE.match(figure.before):
            yield from _of_the_whole(figures, at, inside)
            continue
        for name in _RATE.findall(_own_words(figure)):
            found = _of_its_verb(figures, at, name)
            if found:
                yield found


def shares_behind(told: Sequence[Statement]) -> Iterator[ClaimedShare]:
    """Shares of a whole in front of the ；: 1046件，其中民事781件，占74.7%；刑事261件，占25.0%.

    They may be of the whole or of a part told before them.

    Args:
        told: a passage's sentences in order.
    """
    wholes: tuple[Stated, ...] = ()
    for statement in told:
        further = _further_part(statement, wholes)
        if further is not None:
            yield further
        wholes = _told_with(statement, further, wholes) if statement.text.endswith("；") else ()


def _further_part(statement: Statement, wholes: tuple[Stated, ...]) -> ClaimedShare | None:
    """The share of a sentence that says nothing but one more part, and its share."""
    if not wholes or len(statement.figures) != 2:  # noqa: PLR2004 - the part and its share
        return None
    part, rate = statement.figures
    whole, *parts = wholes
    alone = part.gap == part.before and bool(_PART.search(part.before)) and not part.after
    exact = rate.quantity.unit == "%" and rate.quantity.exact and is_count(part.quantity)
    if not (alone and exact and _SHARE.match(rate.before) and not rate.after):
        return None
    together = part.quantity.value + sum(one.quantity.value for one in parts)
    if not comparable(part.quantity, whole.quantity) or together > whole.quantity.value:
        return None
    return ClaimedShare(rate, "占比", part, wholes)


def _told_with(
    statement: Statement, further: ClaimedShare | None, wholes: tuple[Stated, ...]
) -> tuple[Stated, ...]:
    """The whole and the parts that the next sentence's share may be of."""
    if further is not None and further.part is not None:
        return (*wholes, further.part)
    shares = [one for one in claimed_shares(statement) if one.name == "占比"]
    if not shares or shares[-1].rate is not statement.figures[-1]:
        return ()
    return (shares[-1].wholes[0], *(one.part for one in shares if one.part is not None))


def shown(part: Decimal, whole: Decimal, rate: Quantity) -> Decimal:
    """The share in %, at the decimals at which a rate is told."""
    step = half_step(rate) * 2
    return (part / whole * _HUNDRED).quantize(step.normalize(), rounding=ROUND_HALF_UP)


def agrees(part: Decimal, whole: Decimal, rate: Quantity) -> bool:
    """Whether a rate is the share, rounded at the decimals at which it is told."""
    return abs(part / whole * _HUNDRED - rate.value) <= half_step(rate)


def possible(whole: Decimal, rate: Quantity) -> bool:
    """Whether any whole number of the whole's things makes the rate."""
    nearest = (rate.value * whole / _HUNDRED).to_integral_value(rounding=ROUND_HALF_UP)
    return any(agrees(part, whole, rate) for part in (nearest - 1, nearest, nearest + 1))


def _own_words(figure: Stated) -> str:
    """The clause in front of the rate; the other rates of a list (办结率、满意率均达) with it."""
    return re.split("[，；：。（]", figure.gap)[-1]


def _parts_of(statement: Statement) -> dict[int, Stated]:
    """By where a part stands: its whole."""
    return {
        part.told.start: found.whole
        for found in breakdowns(statement)
        if not found.rivals
        for part in found.parts
    }


def _of_the_whole(
    figures: Sequence[Stated], at: int, inside: dict[int, Stated]
) -> Iterator[ClaimedShare]:
    """其中网上申办9208件，占35.04%: the part right in front, and what it is a part of."""
    if not at:
        return
    rate, part = figures[at], figures[at - 1]
    whole = inside.get(part.told.start)
    if whole and is_count(part.quantity) and is_count(whole.quantity):
        yield ClaimedShare(rate, "占比", part, (whole,))


def _of_its_verb(figures: Sequence[Stated], at: int, name: str) -> ClaimedShare | None:
    rate = figures[at]
    words = "".join(one.gap for one in figures[max(0, at - REACH) : at + 1])
    back = [
        one
        for one in reversed(figures[max(0, at - REACH) : at])
        if one.depth <= rate.depth and not is_rate(one.quantity)
    ]
    for place, part in enumerate(back):
        own = _stem(name, part)
        stem = own or _other_stem(name, part) or (_short_for(name, part) if place == 0 else "")
        if not stem:
            continue
        further = back[place + 1 :]
        if own and further and _beside(stem, further[0], part):
            return None  # the rate is of both together
        wholes = tuple(one for one in further if _may_be_whole(one, part))
        if not (own or wholes):
            continue
        if not is_count(part.quantity) or not _same_rate(name, stem, words):
            return None
        return ClaimedShare(rate, f"{name}率", part, wholes) if wholes else None
    return _without_part(figures, at, name)


def _may_be_whole(one: Stated, part: Stated) -> bool:
    """Whether a count in front of the part is what the part is of.

    One that is smaller only where the part stands in the very next clause, and short: else it is
    another matter's count.
    """
    if not is_count(one.quantity) or not comparable(one.quantity, part.quantity):
        return False
    if of_another_time(one.before) or _TAKEN_IN.search(part.before):
        return False
    near = (part.gap.count("，") == 1 or part.listed) and len(part.before) <= _SHORT
    return one.quantity.value >= part.quantity.value or near


def _beside(stem: str, one: Stated, part: Stated) -> bool:
    """Whether a count is told beside the part as one more of its kind: 分管负责人出庭应诉5次."""
    alike = one.before.endswith(stem) and part.before.endswith(stem)
    return alike and "其中" not in part.gap and not _DUE.search(one.before)


def _stem(name: str, part: Stated) -> str:
    """The longest end of the rate's name that a count is called by."""
    words = f"{part.before}|{part.after}"
    for length in range(min(len(name), _LONGEST), 1, -1):
        if name[-length:] in words:
            return name[-length:]
    return ""


def _other_stem(name: str, part: Stated) -> str:
    """The end of the rate's name for which another verb stands right in front of the count."""
    verb = part.before.removesuffix("了")
    ends = (end for end, others in _CALLED.items() if verb.endswith(others) and name.endswith(end))
    return next(ends, "")


def _short_for(name: str, part: Stated) -> str:
    """The rate's name, where it is short for the verb right in front of the count."""
    return name if part.before.endswith(_SHORT_FOR.get(name, ())) else ""


def _same_rate(name: str, stem: str, words: str) -> bool:
    """Whether what stands in front of the stem only says whose rate it is."""
    more = _LEAD.sub("", name.removesuffix(stem))
    if _NARROWER.search(more):
        return False
    return more in _WHOSE or more[-2:] in words.partition(f"{name}率")[0]


def _without_part(figures: Sequence[Stated], at: int, name: str) -> ClaimedShare | None:
    """调解纠纷1497宗，成功率达98.73%: the rate in the very next clause."""
    lead = _LEAD.sub("", name)
    if not at or not _OWN_WHOLE.search(name):
        return None
    if _NARROWER.search(name) and not _ON_TIME.match(lead):
        return None
    rate, whole = figures[at], figures[at - 1]
    next_clause = rate.gap.count("，") == 1 and "、" not in rate.gap and rate.depth == whole.depth
    if not next_clause or not is_count(whole.quantity):
        return None
    return ClaimedShare(rate, f"{name}率", None, (whole,))
