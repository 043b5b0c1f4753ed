"""S206: a section far longer or shorter than the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.marks import characters
from drafter.text.proof_outline import heading_span, named, siblings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.text.proof_outline import Branch

#: A section is long when it has so many characters and is so many times the usual one.
_LONG, _TIMES_LONG = 800, 4
#: It is short when it has fewer characters and the usual one is so many times as long.
_SHORT, _TIMES_SHORT = 40, 5
_LEAST_SECTIONS = 3
#: A part on shortcomings or plans with fewer characters and a smaller share of a whole report.
_THIN, _THIN_SHARE, _WHOLE_REPORT = 150, 0.03, 2000
_GAP = "【待补充"


@text_rule("S206", "length-out-of-proportion", Severity.INFO)
def length_out_of_proportion(reading: Reading) -> Iterator[Fault]:
    """查什么：并列的几节里有没有特别长、特别短的，不足和安排两部分是不是只有几句话。

    为什么：一节比别的长出好几倍，多半该分成几节；只有一两句的，多半该并掉或者还没有写完。
    例：并列的四节各二百字，其中一节一千多字；全文五千字，不足只写了一百字。
    怎么改：长的分节或者压缩，短的补充或者合并。
    """
    for parent, children in siblings(reading.proof):
        if parent is None:
            yield from _thin_parts(children)
        elif not parent.heading.parts:
            yield from _uneven([one for one in children if not one.children and one.own])


def _uneven(leaves: list[Branch]) -> Iterator[Fault]:
    if len(leaves) < _LEAST_SECTIONS:
        return
    lengths = [characters(leaf.own) for leaf in leaves]
    usual = _median(lengths)
    for leaf, length in zip(leaves, lengths, strict=True):
        long = length > _LONG and length > _TIMES_LONG * usual
        short = length < _SHORT and length * _TIMES_SHORT < usual and _GAP not in leaf.own
        if long or short:
            message = f"“{named(leaf.heading)}”{length}字，并列的各节一般{usual:.0f}字"
            remedy = "分成几节，或者压缩" if long else "补充内容，或者并到别的一节"
            yield fault(leaf.heading, heading_span(leaf.heading), message, remedy)


def _median(lengths: list[int]) -> float:
    """The standard library's own loads fractions and random numbers with it."""
    ordered = sorted(lengths)
    half = len(ordered) // 2
    return (ordered[half] + ordered[~half]) / 2


def _thin_parts(chapters: tuple[Branch, ...]) -> Iterator[Fault]:
    lengths = [characters(chapter.whole) for chapter in chapters]
    whole = sum(lengths)
    if whole < _WHOLE_REPORT:
        return
    for chapter, length in zip(chapters, lengths, strict=True):
        thin = 0 < length < min(_THIN, _THIN_SHARE * whole)
        if thin and chapter.heading.parts and _GAP not in chapter.whole:
            message = f"“{named(chapter.heading)}”只有{length}字，全文{whole}字"
            remedy = "这一部分是报告应当写明的内容，看看是不是还没有写完"
            yield fault(chapter.heading, heading_span(chapter.heading), message, remedy)
