"""F103: a total that is told as 余, and a total announced twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.model.quantity import Mark
from drafter.text.counting import lead_in
from drafter.text.hedges import hedges
from drafter.text.lazily import lazily
from drafter.text.totals import totals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.model.proof import Passage, Told

#: 共 governs a number that is no further away than this.
_CLOSE = 20
#: Between 共 and its number: nothing, or several things that are added up.
_ADDED_UP = lazily(
    "^(?:有|约|达)?$|.(?:、|和(?![谐解平睦美])|(?<![普涉以])及(?!时)|(?<![参给赋])与)."
)
#: Between the second of two totals and its number: 共计约, 累计达.
_NEXT_TO = 1
#: Words so usual with 余 that it is only asked: 累计 anywhere, 共 right in front of the number.
_SO_FAR, _ALL = "累计", "共"


@text_rule("F103", "total-with-surplus", Severity.WARNING, requires=("F101", "F102", "F109"))
def total_with_surplus(reading: Reading) -> Iterator[Fault]:
    """查什么：“共”“共计”后面的总数是不是带“余”；一句里有没有“共……共计……”。

    为什么：“共”是合起来的总数，“余”是大概数，两个一起用，读者不知道数是不是准的；
    “共”和“共计”是一个意思，说一遍就够了。只说一样东西的“共走访200余户”，用得多，不提。
    例：“共印发折页和海报3000余份”应写“印发折页和海报3000余份”；
    “共走访共计26次”应写“共走访26次”。
    怎么改：有确切的数就写确切的数；没有就去掉“共”。重复的去掉一个。
    """
    for passage in reading.proof.passages:
        earliest = 0
        for told in passage.told:
            yield from _faults(passage, told, earliest)
            earliest = told.end


def _faults(passage: Passage, told: Told, earliest: int) -> Iterator[Fault]:
    lead = lead_in(passage.text, told.start, earliest)
    found = list(totals(lead))
    if not found:
        return
    begin = told.start - len(lead)
    (place, word), (last, again) = found[0], found[-1]
    over = Mark.OVER in hedges(passage.text, told).marks
    if len(found) > 1 and len(lead) - last - len(again) <= _NEXT_TO:
        words = passage.text[begin + place : told.end]
        message = f"“{words}”里“{word}”和“{again}”是一个意思，说了两遍"
        if over:
            message += "，又同表示大概的“余”“多”连用"
        yield fault(passage, (begin + place, told.end), message, f"“{word}”“{again}”只留一个")
    elif over and _adds_up(lead[last + len(again) :]):
        words = passage.text[begin + last : told.end]
        message = f"“{words}”：“{again}”是说总数，“余”“多”是说大概，两个不宜一起用"
        remedy = f"有确切的数就写确切的数；没有就去掉“{again}”"
        usual = again == _SO_FAR or lead.endswith(_ALL)
        weight = Severity.INFO if usual else Severity.WARNING
        yield fault(passage, (begin + last, told.end), message, remedy, weight)


def _adds_up(between: str) -> bool:
    return len(between) <= _CLOSE and bool(_ADDED_UP.search(between))
