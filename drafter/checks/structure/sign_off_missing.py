"""S211: a report without office and date at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading


@text_rule("S211", "sign-off-missing", Severity.INFO)
def sign_off_missing(reading: Reading) -> Iterator[Fault]:
    """查什么：文末有没有署名和成文日期；网页上另有发布日期的不算缺。

    为什么：没有署名和日期，看不出是谁、什么时候报的，“今年”“目前”也没有着落。
    例：正文一完就没有了，全文看不到发文单位和日期。
    怎么改：文末右侧写发文单位全称，下一行写成文日期。
    """
    proof = reading.proof
    if proof.filed or not proof.passages or proof.signatories or proof.dated is not None:
        return
    message = "文末没有署名，也没有成文日期"
    yield fault(proof.passages[-1], (0, 0), message, "文末写上发文单位全称和成文日期")
