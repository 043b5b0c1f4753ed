"""W406: a blank among Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.model.proof import PassageKind
from drafter.text.alignment import raw_places
from drafter.text.han import HAN
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.model.proof import Passage

#: 汉字 and the marks of Chinese text, whatever width they were typed in.
_CHINESE = lazily(f"{HAN}|[，、；：。！？“”《》（）,;:?!()]")
_HAN = lazily(HAN)
_BEFORE, _AFTER = 4, 4


@text_rule("W406", "blank-in-chinese", Severity.WARNING)
def blank_in_chinese(reading: Reading) -> Iterator[Fault]:
    """查什么：两个汉字之间、标点和汉字之间有没有多余的空格。段首缩进、数字和字母旁边的不算。

    为什么：空格印出来是一个空档，查找替换也会漏掉这个词。
    例：“每季度通报, 由办公室督办”，逗号后面多了一个空格。
    怎么改：删去空格。
    """
    for passage in reading.proof.passages:
        if passage.table or passage.kind is PassageKind.TITLE:
            continue
        for at in _blanks(passage):
            span = (max(at + 1 - _BEFORE, 0), min(at + 1 + _AFTER, len(passage.text)))
            shown = f"{passage.text[span[0] : at + 1]} {passage.text[at + 1 : span[1]]}"
            yield fault(passage, span, f"“{shown}”中间有空格", "删去空格")


def _blanks(passage: Passage) -> Iterator[int]:
    """Places of characters that a blank follows, where it stands among Chinese."""
    raw, text = passage.raw, passage.text
    if len(raw.split(maxsplit=1)) < 2:  # noqa: PLR2004
        return
    places = raw_places(raw, text)
    number = len(passage.number)
    for at in range(len(text) - 1):
        between = raw[places[at] + 1 : places[at + 1]]
        if not between or not between.isspace() or at + 1 == number:
            continue
        one, other = raw[places[at]], raw[places[at + 1]]
        chinese = _CHINESE.match(one) and _CHINESE.match(other)
        if chinese and (_HAN.match(one) or _HAN.match(other)):
            yield at
