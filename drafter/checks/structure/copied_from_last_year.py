"""S214: a section that is last year's word for word."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.model.proof import PassageKind
from drafter.text.lazily import lazily
from drafter.text.marks import characters
from drafter.text.proof_outline import heading_span, named
from drafter.text.statistics import statistics

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.model.comparison import Carried, Comparison
    from drafter.model.proof import Passage, Proof

_LEAST, _SHARE = 100, 0.6
_SHOWN = 30
_YEAR = lazily(r"(?:19|20)[0-9]{2}(?=年)")


@dataclass(slots=True)
class _Copied:
    """How much of a section is last year's.

    Attributes:
        passage: the heading, or the paragraph where there is none above.
        whole: characters of all its sentences.
        same: of those that are last year's word for word.
        stale: of those, the sentences with a number or a year that is last year's too.
    """

    passage: Passage
    whole: int = 0
    same: int = 0
    stale: list[str] = field(default_factory=list)


@text_rule("S214", "copied-from-last-year", Severity.WARNING)
def copied_from_last_year(reading: Reading) -> Iterator[Fault]:
    """查什么：与上年的报告相比，一节里是不是大半的句子一字未改（数字不算）。

    为什么：换了数字、没换文字的一节，读者一看就知道是照抄；里面还常常留着上年的数和年份。
    例：“优化营商环境”一节220字，有200字与上年一字不差，“连续2年”也没有改。
    怎么改：按今年做的事改写；仍用原句的，把其中的数字、年份逐个核对一遍。
    """
    if reading.compared is None or reading.proof.filed:
        return
    for section in _sections(reading.compared, reading.proof):
        if section.same < _LEAST or section.same < _SHARE * section.whole:
            continue
        heading = section.passage
        span = heading_span(heading) if heading.level else (0, 0)
        name = f"“{named(heading)}”" if heading.level else "导语"
        share = round(100 * section.same / section.whole)
        message = f"{name}{section.whole}字里有{section.same}字（{share}%）与上年一字不差"
        if section.stale:
            message += f"，其中“{section.stale[0]}”连数字、年份也没有变"
        yield fault(heading, span, message, "按今年做的事改写，逐个核对其中的数字和年份")


def _sections(compared: Comparison, proof: Proof) -> Iterator[_Copied]:
    """The sections with their sentences counted."""
    heads = _heads(proof)
    carried = {id(one.this): one for one in compared.sentences.carried if one.exact}
    found: dict[int, _Copied] = {}
    for line in compared.this.lines:
        head = heads.get(line.spot)
        if head is None:
            continue
        section = found.setdefault(head.place, _Copied(head))
        length = characters(line.text)
        section.whole += length
        same = carried.get(id(line))
        if same is not None:
            section.same += length
            if _is_stale(same, compared.last.year):
                section.stale.append(_cut(line.text))
    yield from found.values()


def _heads(proof: Proof) -> dict[object, Passage]:
    """By where a passage was written, the heading above it; for the lead its first paragraph."""
    heads: dict[object, Passage] = {}
    head: Passage | None = None
    for passage in proof.passages:
        if passage.kind is PassageKind.TITLE:
            continue
        if passage.kind is PassageKind.HEADING or head is None:
            head = passage
        heads[passage.spots[0][1]] = head
    return heads


def _is_stale(carried: Carried, last: int | None) -> bool:
    """Whether a sentence still names last year, or all of its figures are last year's."""
    text = carried.this.text
    years = {int(year) for year in _YEAR.findall(text)}
    return last in years or bool(not carried.numbers and statistics(text))


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
