"""S305: a section that is like none of the structure's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.proof_outline import heading_span, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading


@text_rule("S305", "section-of-its-own", Severity.INFO)
def section_of_its_own(reading: Reading) -> Iterator[Fault]:
    """查什么：加了 --profile 结构 时，报告里有没有结构里没有的一节。

    为什么：多出来的一节，可能是本单位的特色，也可能写偏了题，值得看一眼。
    例：样本没有一份写生态环境，这份报告有“打好四大保卫战”一节。
    怎么改：是特色的照留；与报告无关的删去，或者并到有关的一节。
    """
    found = reading.beside
    if found is None:
        return
    for section, home in zip(found.sections, found.homes, strict=True):
        if home is None and not section.parts:
            passage = reading.proof.passages[section.passage]
            message = f"“{named(passage)}”与结构里的哪一节都不像"
            remedy = "是本单位特色的照留；与报告无关的删去，或者并到有关的一节"
            yield fault(passage, heading_span(passage), message, remedy)
