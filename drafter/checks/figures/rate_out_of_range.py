"""F205: a share above 100%."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from drafter.checks.figures.told_fault import told_fault
from drafter.checks.rule import Fault, text_rule
from drafter.model.finding import Severity
from drafter.text.han import HAN
from drafter.text.lazily import lazily
from drafter.text.tied_out import statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.model.proof import Passage
    from drafter.text.tied_out import Stated, Statement

_FULL, _TWICE = Decimal(100), Decimal(200)
_LINK = "(?:均|都|分别|也|高|已|约|双|稳定|保持)*(?:提[升高]|上升)?(?:达到|达|为|是|至|到|在)?$"
_SHARE = lazily(rf"(?P<name>{HAN}{{1,12}}(?:率|占比|比例|比重)){_LINK}")
_OF_ALL = lazily(r"(?:^|[^抢])占(?:[^，。；0-9]{0,12}的)?(?:比)?$")
_FALL = lazily(r"(?:下降|减少|降低|压缩|压减|缩短|精简|下滑)(?:了|约|达|幅度为)*$")
#: Rates that are no share of a whole.
_FREE = lazily(
    r"(?:增长|增值|增|上升|提升|完成|达成|利用|周转|投资|回报|收益|偿债|负债|利|汇|税|速|幅|提速|产能|覆盖面"
    r"|执行|达产|参保|补助|补贴|倍)率$"
)
#: Work that may include cases carried over from the year before.
_STAGES = lazily(r"(?:办结|结案|审结|化解|答复|办复|回复|处理|处结|清理)率$")


@text_rule("F205", "rate-out-of-range", Severity.ERROR, requires=("F210",))
def rate_out_of_range(reading: Reading) -> Iterator[Fault]:
    """查什么：满意率、出庭应诉率、占比这样的比率有没有超过100%，下降有没有超过100%。

    为什么：部分不会多于整体，超过100%一定是写错了，常是小数点丢了；办结率只有计入上年结转的才会超过。
    例：群众满意率达984%（应为98.4%）。
    怎么改：核对小数点和分子分母；办结率含上年结转的，在文中写明。
    """
    for passage in reading.proof.passages:
        for statement in statements(passage):
            for figure in statement.figures:
                yield from _found(reading, passage, statement, figure)


def _found(
    reading: Reading, passage: Passage, statement: Statement, figure: Stated
) -> Iterator[Fault]:
    quantity = figure.quantity
    if quantity.unit != "%" or quantity.value <= _FULL or figure.told.computed:
        return
    if _FALL.search(figure.before):
        message = f"减少的幅度不会超过100%，这里是“{quantity.text}”"
        yield told_fault(reading, (passage, figure.told), message, "核对小数点和前后两个数")
        return
    name = _name(figure)
    if not name:
        return
    weight = None
    if _STAGES.search(name) and quantity.value <= _TWICE:
        if "结转" in statement.text or _may_exceed(reading, figure):
            return
        weight = Severity.WARNING
    message = f"“{name}”不会超过100%，这里是“{quantity.text}”"
    remedy = "核对小数点和分子分母"
    if weight:
        remedy += "；含上年结转的，在文中写明"
    yield told_fault(reading, (passage, figure.told), message, remedy, weight)


def _name(figure: Stated) -> str:
    """What the share is called; empty when it is none."""
    match = _SHARE.search(figure.before)
    if match:
        return "" if _FREE.search(match["name"]) else match["name"]
    return "占比" if _OF_ALL.search(figure.before) else ""


def _may_exceed(reading: Reading, figure: Stated) -> bool:
    """Whether the catalogue says so of the indicator."""
    indicator = reading.indicators.get(figure.told.id)
    return indicator is not None and "大于100%" in indicator.note
