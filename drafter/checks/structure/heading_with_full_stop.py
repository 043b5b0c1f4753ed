"""S105: a heading on its own line that ends with 。."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, When, fault, text_rule
from drafter.model.finding import Severity
from drafter.model.proof import PassageKind
from drafter.text.proof_outline import heading_span, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading


@text_rule("S105", "heading-with-full-stop", Severity.INFO, when=When.ASKED)
def heading_with_full_stop(reading: Reading) -> Iterator[Fault]:
    """查什么：单独成行的标题末尾有没有句号。

    为什么：公文里单独成行的标题末尾不加标点；后面接着写正文的标题才用句号隔开。
    例：“（二）全面履行政府职能。”单独占一行。
    怎么改：去掉末尾的句号。
    """
    for passage in reading.proof.passages:
        alone = passage.kind is PassageKind.HEADING and not passage.run_in
        if alone and passage.raw.rstrip().endswith("。"):
            message = f"标题“{named(passage)}”单独成行，末尾用了句号"
            yield fault(passage, heading_span(passage), message, "去掉标题末尾的句号")
