"""W401: a paragraph without its last mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.model.proof import PassageKind
from drafter.text.marks import is_closed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading

_WORDS = 6


@text_rule("W401", "missing-end-mark", Severity.ERROR)
def missing_end_mark(reading: Reading) -> Iterator[Fault]:
    """查什么：一段话的末尾有没有句号，或者是不是停在了逗号上。

    为什么：段末丢了句号，往往是后半句被删掉了。
    例：“……群众满意率达100%”后面没有句号。
    怎么改：补上句号；后面还有话的，把话补全。
    """
    for passage in reading.proof.passages:
        if passage.table or passage.kind is PassageKind.TITLE or not passage.sentences:
            continue
        text = passage.text
        if is_closed(text):
            continue
        last = text[-_WORDS:]
        message = f"这一段以“…{last}”结束，没有句末的标点"
        start = max(len(text) - _WORDS, 0)
        yield fault(passage, (start, len(text)), message, "补上句号；后面还有话的，把话补全")
