"""S104: headings side by side, some on their own line and some with their text behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.proof_outline import heading_span, named, siblings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading


@text_rule("S104", "run-in-mixed", Severity.WARNING)
def run_in_mixed(reading: Reading) -> Iterator[Fault]:
    """查什么：同一章里并列的标题，是不是有的单独成行，有的后面接着写正文。

    为什么：并列的几节应当一个样子，两种写法混在一起，像是从几处拼来的。
    例：（一）单独成行，下一段才是正文；（二）标题后面加句号，接着就写正文。
    怎么改：这一章里统一成一种：都单独成行（标题末尾不加标点），或者都在标题后加句号接着写。
    """
    for _, children in siblings(reading.proof):
        telling = [one.heading for one in children if one.heading.number and one.own]
        behind = [heading for heading in telling if heading.run_in]
        alone = [heading for heading in telling if not heading.run_in]
        if not behind or not alone:
            continue
        few, many = (behind, alone) if len(behind) < len(alone) else (alone, behind)
        forms = ("后面接着写正文", "单独成行")
        this, others = forms if few is behind else forms[::-1]
        message = (
            f"“{named(few[0])}”{this}，并列的“{named(many[0])}”{others}"
            f"（这一章{len(few)}个标题{this}，{len(many)}个{others}）"
        )
        yield fault(few[0], heading_span(few[0]), message, "并列的标题统一成一种写法")
