"""W403: half-width marks among Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, When, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.alignment import raw_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.model.proof import Passage

_HALF = ",:;?!()\"'＂"
_QUOTES = "“”‘’"
_BEFORE = 3


@text_rule("W403", "half-width-mark", Severity.WARNING, when=When.FILED)
def half_width_mark(reading: Reading) -> Iterator[Fault]:
    """查什么：问卷里写的中文用没用半角标点（, : ; ? ! ( )）和直引号（"）。

    为什么：印出来的公文用全角标点，半角的显得又挤又歪。网上抄来的报告常是半角的，不查。
    例：“第一季度,共办理”应是“第一季度，共办理”。
    怎么改：在中文输入法下重新打这个标点；引号要用“”。
    """
    for passage in reading.proof.passages:
        for at, half, full in _narrow(passage):
            start = max(at - _BEFORE, 0)
            message, remedy = _told(half, full)
            yield fault(passage, (start, at + 1), message, remedy)


def _told(half: str, full: str) -> tuple[str, str]:
    """Message and remedy; a quotation mark is not put into quotation marks."""
    if full in _QUOTES:
        return f"中文里用了英文引号 {half}", f"改成中文引号 {full}"
    return f"中文里用了半角的“{half}”", f"改成全角的“{full}”"


def _narrow(passage: Passage) -> Iterator[tuple[int, str, str]]:
    """Marks that evening made full-width: place in the text, before and after."""
    if not any(mark in passage.raw for mark in _HALF):
        return
    places = raw_places(passage.raw, passage.text)
    for at, char in enumerate(passage.text):
        written = passage.raw[places[at] : places[at] + 1]
        if written != char and written and written in _HALF:
            yield at, written, char
