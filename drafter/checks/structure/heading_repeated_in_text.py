"""S213: a text that begins with the words of its own heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.lazily import lazily
from drafter.text.proof_outline import named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading

_LEAST = 6
#: Adverbs that change nothing.
_ADVERB = lazily(
    r"(?:继续|持续|进一步|不断|全面|深入|切实|着力|大力|扎实|认真|积极|严格|稳步|有序|有力|主动|加快)+"
)
_CLAUSE = lazily(r"[，。；：]")


@text_rule("S213", "heading-repeated-in-text", Severity.WARNING)
def heading_repeated_in_text(reading: Reading) -> Iterator[Fault]:
    """查什么：接着标题写的正文，第一句是不是把标题又说了一遍。

    为什么：标题刚说过的话马上再说一遍，什么也没有添。
    例：“（五）继续推进普法宣传工作。推进普法宣传工作，落实……”。
    怎么改：删去重复的一句，直接写做了什么。
    """
    for passage in reading.proof.passages:
        if not passage.run_in:
            continue
        clause = _CLAUSE.split(passage.sentences, maxsplit=1)[0]
        said = [_bare(part) for part in _CLAUSE.split(passage.heading)]
        if len(_bare(clause)) >= _LEAST and _bare(clause) in said:
            message = f"正文开头的“{clause}”把标题“{named(passage)}”又说了一遍"
            span = (passage.body, passage.body + len(clause))
            yield fault(passage, span, message, "删去这一句，直接写做了什么")


def _bare(words: str) -> str:
    """The words without adverbs in front."""
    match = _ADVERB.match(words)
    return words[match.end() :] if match else words
