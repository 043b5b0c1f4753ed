"""S215: the same heading twice under one heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.proof_outline import heading_span, named, siblings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.model.proof import Passage


@text_rule("S215", "heading-same", Severity.WARNING)
def heading_same(reading: Reading) -> Iterator[Fault]:
    """查什么：同一章里有没有两个标题文字完全一样；不同的章里一样的不算。

    为什么：并列的两节题目相同，多半是一节粘贴了两次，或者改标题时漏了一个。
    例：同在“二、”下面，（一）和（四）都叫“加强普法宣传”。
    怎么改：合并成一节，或者改其中一个标题。
    """
    for _, children in siblings(reading.proof):
        had: dict[str, Passage] = {}
        for heading in (child.heading for child in children):
            other = had.setdefault(heading.heading, heading)
            if other is not heading:
                message = f"“{named(heading)}”与并列的“{named(other)}”题目一样"
                remedy = "合并成一节，或者改其中一个标题"
                yield fault(heading, heading_span(heading), message, remedy)
