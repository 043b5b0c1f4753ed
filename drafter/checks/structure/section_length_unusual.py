"""S303: a section much shorter or longer than in all samples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.proof_outline import heading_span, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading

#: How much shorter than the shortest, or longer than the longest, is worth a word.
_TIMES = 2


@text_rule("S303", "section-length-unusual", Severity.INFO)
def section_length_unusual(reading: Reading) -> Iterator[Fault]:
    """查什么：加了 --profile 结构 时，一节的字数是不是不到样本最少的一半，或者超过最多的两倍。

    为什么：同类的报告这一节都写几百字，只写一句，多半是材料没有要来。
    例：样本的“行政执法”一节有220到540字，这份报告只有45字。
    怎么改：短的，看看样本在这一节写了哪些数、哪些事；长的，看看能不能分成几节。
    """
    found = reading.beside
    if found is None:
        return
    for section, home in zip(found.sections, found.homes, strict=True):
        if home is None or found.best(home) is not section:
            continue
        node = found.expected[home].node
        usual = node.seen.length if node.seen else None
        if usual is None or bool(section.children) != bool(node.children):
            continue
        if usual[0] <= section.length * _TIMES and section.length <= usual[1] * _TIMES:
            continue
        passage = reading.proof.passages[section.passage]
        much = "少" if section.length < usual[0] else "多"
        span = f"{usual[0]}到{usual[1]}" if usual[0] < usual[1] else f"{usual[0]}"
        message = f"“{named(passage)}”{section.length}字，样本是{span}字，{much}了很多"
        remedy = "短的，看看样本写了哪些数、哪些事；长的，看看能不能分成几节"
        yield fault(passage, heading_span(passage), message, remedy)
