"""F208: figures of a whole year in a text that was finished before the year was."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from drafter.checks.figures.told_fault import told_fault
from drafter.checks.rule import Fault, text_rule
from drafter.model.finding import Severity
from drafter.text.days import printed_day
from drafter.text.lazily import lazily
from drafter.text.tied_out import statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.model.proof import Passage, Proof
    from drafter.text.tied_out import Stated

#: How long figures take to come in after the year's end.
_COMING_IN = timedelta(days=10)
_SO_FAR = lazily(r"截至|截止")
_WHOLE_YEAR = lazily(r"全年|(?:本|20[0-9]{2})年度")


@text_rule("F208", "full-year-before-its-end", Severity.WARNING)
def full_year_before_its_end(reading: Reading) -> Iterator[Fault]:
    """查什么：数据截至日期或成文日期早于年底（或者在年后十天之内），文中却没有写明数据截至哪一天。

    为什么：年底前成文，写不出全年的数；读的人会拿它与全年的数相比。
    例：成文日期是2023年12月6日，文中写“全年受理案件420宗”。
    怎么改：第一次出现数据的地方写明“截至2023年11月30日”；已是全年数的，更新后改成文日期。
    """
    proof = reading.proof
    end = date(proof.year, 12, 31) if proof.year else None
    last = proof.as_of or proof.dated
    if end is None or last is None or _finished(proof, end):
        return
    if any(_SO_FAR.search(passage.text) for passage in proof.passages):
        return
    place = _first(reading)
    if place is None:
        return
    passage, figure = place
    which = "数据截至" if proof.as_of else "成文日期是"
    message = f"{which}{printed_day(last)}，文中没有写明数据截至哪一天"
    if _WHOLE_YEAR.search(figure.gap):
        message += f"，这里写的“{figure.quantity.text}”是全年的数"
    remedy = "写明“截至×年×月×日”；已是全年数的，核对日期"
    weight = Severity.WARNING if last < end else Severity.INFO
    yield told_fault(reading, (passage, figure.told), message, remedy, weight)


def _finished(proof: Proof, end: date) -> bool:
    """Whether whole-year figures can be known."""
    if proof.as_of:
        return proof.as_of >= end
    return proof.dated is None or proof.dated > end + _COMING_IN


def _first(reading: Reading) -> tuple[Passage, Stated] | None:
    """The first figure that is said to be of the whole year, else the first count."""
    first: tuple[Passage, Stated] | None = None
    for passage in reading.proof.passages:
        if passage.parts:
            continue
        for statement in statements(passage):
            for figure in statement.figures:
                if _WHOLE_YEAR.search(figure.gap):
                    return passage, figure
                if first is None and figure.told.id:
                    first = (passage, figure)
    return first
