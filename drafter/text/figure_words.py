"""The words around a figure of an old report: clause, sentence, headings."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.text.indicator_match import Surroundings
from drafter.text.lazily import lazily
from drafter.text.told_times import Time, moves, time_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.old_report import OldBlock, OldReport, Statistic

_CLAUSE = lazily(r"[，、；：。！？]")
_LONGEST = 1000
_SENTENCE = lazily(r"[；。！？]")


def surroundings(report: OldReport) -> Iterator[tuple[OldBlock, Statistic, Surroundings]]:
    """Every statistic of the report with the words around it, in printed order.

    `previous` is left empty: only who maps the figures one by one knows it.
    """
    headings: dict[int, str] = {}
    for block in report.blocks:
        if block.level:
            headings = {level: words for level, words in headings.items() if level < block.level}
            headings[block.level] = block.heading
        above = "".join(headings.values())
        around = surroundings_in(block, report.year, above)
        for statistic, words in zip(block.statistics, around, strict=True):
            yield block, statistic, words


def surroundings_in(block: OldBlock, year: int | None, headings: str = "") -> list[Surroundings]:
    """The words around each statistic of a block, and what time each is told of.

    Args:
        block: a block.
        year: the year reported on; None when not known.
        headings: what it stands under.
    """
    found = [_around(block, place, headings, year) for place in range(len(block.statistics))]
    told = block.statistics
    for place in range(len(told) - 1):
        one, other = told[place], told[place + 1]
        moved = moves(found[place].before, block.text[one.end : other.start])
        if moved and one.quantity.unit == other.quantity.unit:
            found[place] = replace(found[place], time=Time.EARLIER)
            subject = moved["subject"]
            found[place + 1] = replace(found[place + 1], subject=subject, time=Time.OWN)
    return found


def clause(block: OldBlock, statistic: Statistic) -> str:
    """The clause that tells the figure, the figure included."""
    begin = _last(_CLAUSE, block.text, statistic.start)
    return block.text[begin : _next(_CLAUSE, block.text, statistic.end)]


def sentence(block: OldBlock, statistic: Statistic) -> str:
    """The sentence that tells the figure, its mark included."""
    begin = _last(re.compile("[。！？]"), block.text, statistic.start)
    return block.text[begin : _next(re.compile("[。！？]"), block.text, statistic.end) + 1]


def opens_sentence(block: OldBlock, statistic: Statistic) -> bool:
    """Whether one of the block's statistics is the first of its sentence."""
    place = bisect_left(block.statistics, statistic.start, key=lambda one: one.start)
    if place == 0:
        return True
    between = block.text[block.statistics[place - 1].end : statistic.start]
    return bool(_SENTENCE.search(between))


def _around(block: OldBlock, place: int, headings: str, year: int | None) -> Surroundings:
    text, told = block.text, block.statistics
    this = told[place]
    earlier = told[place - 1].end if place else 0
    later = told[place + 1].start if place + 1 < len(told) else len(text)
    begin = max(earlier, _last(_CLAUSE, text, this.start))
    end = min(later, _next(_CLAUSE, text, this.end))
    opened = _last(_SENTENCE, text, this.start)
    before, sentence = text[begin : this.start], text[opened:begin]
    return Surroundings(
        before=before,
        after=text[this.end : end],
        sentence=sentence,
        headings=headings,
        unit=this.quantity.unit,
        time=time_of(sentence, before, year),
    )


def _last(marks: re.Pattern[str], text: str, before: int) -> int:
    """Behind the last mark before a place; what goes on for longer than that is no sentence."""
    first = max(0, before - _LONGEST)
    return max((match.end() for match in marks.finditer(text, first, before)), default=first)


def _next(marks: re.Pattern[str], text: str, after: int) -> int:
    """The next mark behind a place, else the end."""
    match = marks.search(text, after)
    return match.start() if match else len(text)
