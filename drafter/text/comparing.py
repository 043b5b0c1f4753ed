"""This year's report beside last year's. Pure: two accounts in, a comparison out."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from drafter.model.comparison import Carried, Comparison, Share, Turnover
from drafter.model.finding import Finding, Severity
from drafter.model.spot import Spot
from drafter.text.alike import masked, numbers, paired
from drafter.text.figure_changes import Pairing, figure_changes
from drafter.text.figure_pairs import pair_figures
from drafter.text.marks import characters
from drafter.text.solved_back import solved

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.model.comparison import Account, Line


def compare(last: Account, this: Account) -> Comparison:
    """What is new, gone, changed and carried over, and what does not agree.

    Time grows with the length of the texts, not with its square.
    """
    lines = paired([line.text for line in last.lines], [line.text for line in this.lines])
    rates = [r for at, line in enumerate(this.lines) for r in solved(line.text, at, this.year)]
    pairs, unsure = pair_figures(last, this, lines, rates)
    figures, findings = figure_changes(last, this, Pairing(pairs, unsure), rates)
    headings = paired([line.text for line in last.headings], [line.text for line in this.headings])
    return Comparison(
        last=last,
        this=this,
        figures=figures,
        headings=_turnover(last.headings, this.headings, headings),
        sentences=_turnover(last.lines, this.lines, lines),
        shares=tuple(_shares(this.lines, lines)),
        findings=(*findings, *_about_both(last, this, pairs)),
    )


def _turnover(last: Sequence[Line], this: Sequence[Line], pairs: Sequence[int | None]) -> Turnover:
    both = list(zip(this, pairs, strict=True))
    alone = [line for line, place in both if place is None]
    used = {place for place in pairs if place is not None}
    return Turnover(
        carried=tuple(_carried(last[place], line) for line, place in both if place is not None),
        new=tuple(line for line in alone if not line.waiting),
        gone=tuple(line for place, line in enumerate(last) if place not in used),
        waiting=tuple(line for line in alone if line.waiting),
    )


def _carried(last: Line, this: Line) -> Carried:
    rows = zip_longest(numbers(last.text), numbers(this.text), fillvalue="")
    differing = tuple((one, two) for one, two in rows if one != two)
    return Carried(last, this, differing, masked(last.text) == masked(this.text))


def _shares(lines: Sequence[Line], pairs: Sequence[int | None]) -> Iterator[Share]:
    """By section, in the order in which they begin; what is not yet written counts nowhere."""
    sums: dict[str, list[int]] = {}
    for line, place in zip(lines, pairs, strict=True):
        if place is None and line.waiting:
            continue
        sum_ = sums.setdefault(line.section, [0, 0])
        length = characters(line.text)
        sum_[0] += length if place is not None else 0
        sum_[1] += length
    for section, (carried, whole) in sums.items():
        yield Share(section, carried, whole)


def _about_both(last: Account, this: Account, pairs: dict[int, int]) -> Iterator[Finding]:
    """Years the wrong way round, and figures that may well be the same but were not recognised."""
    spot = Spot(this.path)
    if last.year and this.year and last.year >= this.year:
        message = f"前一个文件是{last.year}年度的，后一个是{this.year}年度的"
        remedy = "先写上年的，再写今年的：drafter compare 上年 今年"
        yield Finding("B107", "years-out-of-order", Severity.WARNING, spot, message, remedy)
    if last.filed and this.filed:
        return
    new, gone = len(this.data) - len(pairs), len(last.data) - len(pairs)
    if new and gone:
        message = (
            f"今年有{new}项、上年有{gone}项数据没有把握对上，分别列为新增、不再出现；"
            "已发布的报告没有指标名称，只能按数字前后的话来对"
        )
        remedy = "其中有没有同一项数据，请人工看一下"
        yield Finding("B106", "figures-not-matched", Severity.INFO, spot, message, remedy)
