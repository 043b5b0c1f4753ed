"""S302: a section in another place than in the structure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.learning.wording import heading_of
from drafter.text.proof_outline import heading_span, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading


@text_rule("S302", "section-out-of-order", Severity.INFO)
def section_out_of_order(reading: Reading) -> Iterator[Fault]:
    """查什么：加了 --profile 结构 时，同一级各节的先后，与结构是不是一样。

    为什么：上级按通知的顺序汇总，各份报告顺序一样才好对着看。
    例：样本都先写问题、后写安排，这份报告倒过来。
    怎么改：按结构的顺序调整；今年的通知另有顺序的，以通知为准。
    """
    found = reading.beside
    if found is None:
        return
    last: dict[tuple[int, int], int] = {}
    for section, home in zip(found.sections, found.homes, strict=True):
        if home is None or found.best(home) is not section:
            continue
        row = (section.parent, found.expected[home].parent)
        before = last.get(row, -1)
        if home < before:
            passage = reading.proof.passages[section.passage]
            other = heading_of(found.expected[before].node)
            message = f"“{named(passage)}”在结构里排在“{other}”前面，这里排在后面"
            yield fault(passage, heading_span(passage), message, "按结构的顺序调整，或照今年的通知")
        last[row] = max(before, home)
