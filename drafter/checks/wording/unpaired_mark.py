"""W404: half of a pair of marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.pairs import PAIRS, pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.checks.case import Reading
    from drafter.model.proof import Passage

_CLOSING = {closing: opening for opening, closing in PAIRS.items()}
_WORDS = 8
_STRAIGHT = '"'


@text_rule("W404", "unpaired-mark", Severity.ERROR)
def unpaired_mark(reading: Reading) -> Iterator[Fault]:
    """查什么：引号、书名号、括号是不是成对，有没有只写了一半或者互相交叉的。

    为什么：少了一半，就看不出引用的话、文件的名称到哪里为止。
    例：“印发《法治宣传工作要点，明确任务分工”少了后书名号。
    怎么改：补上缺的一半，或者删去多出来的一半。
    """
    passages = reading.proof.passages
    for place, passage in enumerate(passages):
        told: set[str] = set()
        for at in _alone(passage.text):
            mark = passage.text[at]
            pair = mark if mark in PAIRS else _CLOSING.get(mark, mark)
            if pair in told or _goes_on(passages, place, mark):
                continue
            told.add(pair)
            yield _told(passage, at, mark)


def _alone(text: str) -> Iterator[int]:
    yield from pairs(text).alone
    if text.count(_STRAIGHT) % 2 and not text.isascii():
        yield text.rindex(_STRAIGHT)


def _goes_on(passages: Sequence[Passage], place: int, mark: str) -> bool:
    """Whether a quotation of several paragraphs, each beginning with “, goes on here."""
    following = passages[place + 1].text if place + 1 < len(passages) else ""
    return mark == "“" and following.startswith("“")


def _told(passage: Passage, at: int, mark: str) -> Fault:
    text = passage.text
    if mark in PAIRS:
        span = (at, min(at + _WORDS, len(text)))
        message = f"“{text[slice(*span)]}…”前面的“{mark}”没有配对的“{PAIRS[mark]}”"
        return fault(passage, span, message, f"补上“{PAIRS[mark]}”，或者删去“{mark}”")
    span = (max(at + 1 - _WORDS, 0), at + 1)
    wanted = _CLOSING.get(mark, "“")
    message = f"“…{text[slice(*span)]}”后面的“{mark}”没有配对的“{wanted}”"
    return fault(passage, span, message, f"补上“{wanted}”，或者删去“{mark}”")
