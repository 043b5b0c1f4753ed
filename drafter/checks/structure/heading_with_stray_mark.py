"""S106: a heading on its own line that ends with ， ； or ：."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.model.proof import PassageKind
from drafter.text.headings import read_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.model.proof import Passage

_STRAY = "，；：、,;:"
_LONGEST, _WORDS = 80, 6


@text_rule("S106", "heading-with-stray-mark", Severity.WARNING)
def heading_with_stray_mark(reading: Reading) -> Iterator[Fault]:
    """查什么：单独成行的标题末尾有没有逗号、顿号、分号或者冒号。

    为什么：标题末尾留着这些标点，多半是从一句话或者通知的条文里截下来的，后半截没有删干净。
    例：“一、主要举措和成效；”单独占一行。
    怎么改：去掉末尾的标点。
    """
    passages = reading.proof.passages
    for passage, following in pairwise([*passages, None]):
        if passage is None or passage.raw.rstrip()[-1:] not in set(_STRAY):
            continue
        if _is_heading(passage) or (following and _is_meant(passage, following)):
            mark, end = passage.raw.rstrip()[-1], len(passage.text)
            message = f"标题“{passage.text[:-1]}”末尾有“{mark}”"
            yield fault(passage, (max(end - _WORDS, 0), end), message, "去掉标题末尾的标点")


def _is_heading(passage: Passage) -> bool:
    return passage.kind is PassageKind.HEADING and not passage.run_in


def _is_meant(passage: Passage, following: Passage) -> bool:
    """Whether a numbered line was not taken for a heading for its ； alone.

    An entry of a list is followed by the next entry; a heading by text or by a lower heading.
    """
    text = passage.text
    read = read_number(text)
    if passage.kind is not PassageKind.TEXT or passage.table or read is None:
        return False
    if len(text) > _LONGEST or not text.endswith("；") or "；" in text[:-1]:
        return False
    below = read_number(following.text)
    return below is None or below[0] > read[0]
