"""S301: a section that every sample of the structure has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, text_rule
from drafter.model.finding import Severity
from drafter.model.spot import Spot
from drafter.text.learning.wording import evidence, heading_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.model.beside import Beside


@text_rule("S301", "section-not-there", Severity.WARNING)
def section_not_there(reading: Reading) -> Iterator[Fault]:
    """查什么：加了 --profile 结构 时，结构里不可省的章节，报告里有没有。

    为什么：同类的报告都有这一节，唯独这一份没有，多半是漏了，上级汇总时会来要。
    例：三份样本都有“普法宣传”一节，这份报告没有写普法的一节。
    怎么改：补上这一节；确实不用写的，在结构里给它加“可省: 是”。
    """
    found = reading.beside
    if found is None or not reading.proof.passages:
        return
    for at, one in enumerate(found.expected):
        if one.node.optional or found.nearest[at] >= found.enough or _above_missing(at, found):
            continue
        if one.parts and one.parent >= 0:
            continue
        message = f"没有与“{heading_of(one.node)}”对得上的一节{evidence(one.node)}"
        remedy = "补上这一节；确实不用写的，在结构里给它加“可省: 是”"
        first = reading.proof.passages[0]
        yield Fault(first.place, 0, 0, message, remedy, spot=Spot(reading.proof.path))


def _above_missing(at: int, found: Beside) -> bool:
    """Whether the section above is missing too, which is told there."""
    parent = found.expected[at].parent
    return (
        parent >= 0
        and not found.expected[parent].node.optional
        and found.nearest[parent] < found.enough
    )
