"""F202: parts that do not make up their whole."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from drafter.checks.figures.told_fault import told_fault
from drafter.checks.rule import Fault, text_rule
from drafter.model.finding import Severity
from drafter.text.bounds import comparable, counts_things, is_count, least, most
from drafter.text.breakdowns import breakdowns
from drafter.text.lazily import lazily
from drafter.text.tied_out import statements, surely_told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.model.proof import Passage, Told
    from drafter.model.quantity import Quantity
    from drafter.text.breakdowns import Breakdown

#: A sum this near to the whole may be meant to be it.
_NEAR = Decimal("0.1")
#: Kinds that one and the same matter can be of at a time: their sum may pass the whole.
_OVERLAPPING = lazily(
    r"网上|网办|线上|秒批|通办|邮寄|自助|掌上|即办|快办|一次办|一件事|容缺|免申|不见面"
    r"|党员|女|少数民族|青年|重点|新增|首次|涉|跨|及时|按期|当场"
)
#: Ways by which a matter comes in: each comes by one of them.
_WAYS = lazily(r"(?:来电|来访|来信|来函|网上|线上|网络|线下|电话|现场|窗口|书面|当面)")
_REMEDY = "核对总数和各项；没有列全的，补上其余的或者写明“等”"


@text_rule("F202", "parts-do-not-add-up", Severity.ERROR, requires=("F201",))
def parts_do_not_add_up(reading: Reading) -> Iterator[Fault]:
    """查什么：各项加起来是不是总数：分别为、由……组成、共计的必须相等；“其中”的和不能超过总数，差一点点的请核对。

    为什么：改了一项忘了改总数，或者漏了一项，读的人一加就知道。
    例：诉求单15355份，其中省市3166份、街道1339份、本市10580份（加起来15085，末项应为10850）。
    怎么改：核对总数和各项；没有列全的，补上其余的，或者写明“等”。
    """
    for passage in reading.proof.passages:
        for statement in statements(passage):
            for breakdown in breakdowns(statement):
                yield from _in_words(reading, passage, breakdown)
    yield from _by_indicators(reading)


def _in_words(reading: Reading, passage: Passage, breakdown: Breakdown) -> Iterator[Fault]:
    whole, parts = breakdown.whole, breakdown.parts
    least_parts = 2
    if len(parts) < least_parts or not counts_things(whole.quantity) or breakdown.unsaid:
        return
    sum_ = sum((part.quantity.value for part in parts), Decimal(0))
    if _may_be(whole.quantity, sum_) or _fits_another(sum_, breakdown):
        return
    if any(part.quantity.value > whole.quantity.value for part in parts):
        return  # F201 tells that
    weight = _weight(sum_, breakdown)
    if weight is None:
        return
    added = "、".join(part.quantity.text for part in parts)
    plain = f"{sum_:f}{whole.quantity.unit}"
    if breakdown.full:
        message = f"总数是“{whole.quantity.text}”，各项{added}加起来是{plain}"
    elif sum_ > whole.quantity.value:
        message = f"其中{added}加起来是{plain}，超过了总数“{whole.quantity.text}”"
    else:
        message = f"其中{added}加起来是{plain}，与总数“{whole.quantity.text}”差一点"
    yield told_fault(reading, (passage, whole.told), message, _REMEDY, weight)


def _may_be(whole: Quantity, sum_: Decimal) -> bool:
    """Whether a sum is the whole, which may be rounded: 12610 is 1.26万."""
    low, high = least(whole), most(whole)
    return low is not None and high is not None and low <= sum_ <= high


def _fits_another(sum_: Decimal, breakdown: Breakdown) -> bool:
    """Whether another count in front, or all of them together, is the sum."""
    others = [one.quantity for one in (*breakdown.rivals, breakdown.whole)]
    fits = any(sum_ == one.value or (one.exact and _may_be(one, sum_)) for one in others)
    return fits or sum_ == sum(one.value for one in others)


def _weight(sum_: Decimal, breakdown: Breakdown) -> Severity | None:
    """How much a difference weighs; None = it is none."""
    whole = breakdown.whole.quantity.value
    surely = Severity.WARNING if breakdown.rivals else Severity.ERROR
    if breakdown.full:
        return surely
    if sum_ > whole:
        together = whole + sum(one.quantity.value for one in breakdown.rivals)
        if _may_overlap(breakdown) or sum_ <= together != whole:
            return None
        quoted = any("“" in part.before for part in breakdown.parts)
        return Severity.WARNING if quoted else surely
    told = is_count(breakdown.whole.quantity) and not breakdown.whole.listed
    near = whole - sum_ <= whole * _NEAR and told
    return Severity.WARNING if near else None


def _may_overlap(breakdown: Breakdown) -> bool:
    """Whether one matter may be counted in two of the parts."""
    ways = [match.group() for part in breakdown.parts if (match := _WAYS.search(part.before))]
    if len(ways) == len(breakdown.parts) == len(set(ways)):
        return False
    return any(_OVERLAPPING.search(part.before) for part in breakdown.parts)


def _by_indicators(reading: Reading) -> Iterator[Fault]:
    """Full splits that the catalogue knows (分项), all told in one paragraph."""
    typed = dict(reading.proof.typed)
    split = {id_: one.split for id_, one in reading.indicators.items() if one.split}
    for passage in reading.proof.passages:
        told = surely_told([passage], reading.proof.year) if passage.told else {}
        for id_ in told:
            parts = split.get(id_, ())
            if not parts or not all(part in told for part in parts):
                continue
            if id_ in typed and all(part in typed for part in parts):
                continue
            yield from _known(reading, told[id_], [told[part] for part in parts])


def _known(
    reading: Reading, whole: tuple[Passage, Told], parts: list[tuple[Passage, Told]]
) -> Iterator[Fault]:
    total = whole[1]
    quantities: list[Quantity] = [told.quantity for _, told in parts]
    sum_ = sum((one.value for one in quantities), Decimal(0))
    same_kind = all(comparable(one, total.quantity) for one in quantities)
    if not same_kind or sum_ == total.quantity.value:
        return
    added = "、".join(
        f"{reading.indicators[told.id].name}{told.quantity.text}" for _, told in parts
    )
    name = reading.indicators[total.id].name
    message = f"“{name}”是{total.quantity.text}，{added}加起来是{sum_:f}{total.quantity.unit}"
    yield told_fault(reading, whole, message, _REMEDY)
