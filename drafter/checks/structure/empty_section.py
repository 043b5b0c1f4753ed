"""S212: a heading with nothing below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.proof_outline import heading_span, named, siblings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.text.proof_outline import Branch

_SEVERAL = 2


@text_rule("S212", "empty-section", Severity.ERROR)
def empty_section(reading: Reading) -> Iterator[Fault]:
    """查什么：标题下面有没有正文或者下一级标题。

    为什么：只有标题没有内容，多半是那一节的材料还没有到，或者粘贴时漏了。
    例：“（三）”写着标题，下一行就是“（四）”。
    怎么改：补上内容；没有可写的，删去标题，后面的序号往前排。
    """
    for _, children in siblings(reading.proof):
        empty = [one for one in children if not one.own and not one.children]
        if not empty:
            continue
        if len(empty) == len(children) >= _SEVERAL:
            first = empty[0].heading
            message = f"“{named(first)}”等{len(empty)}个并列的标题下面都没有正文"
            remedy = "补上各节的内容；只是列条目的，写成一段话"
            yield fault(first, heading_span(first), message, remedy, Severity.WARNING)
        else:
            yield from (_fault(one, filed=reading.proof.filed) for one in empty)


def _fault(branch: Branch, *, filed: bool) -> Fault:
    heading = branch.heading
    message = f"标题“{named(heading)}”下面没有内容"
    remedy = "补上内容；没有可写的，删去标题，后面的序号往前排"
    # A line that only looks like a heading has no number; in a year file a gap is told anyway.
    weight = Severity.WARNING if filed or not heading.number else None
    return fault(heading, heading_span(heading), message, remedy, weight)
