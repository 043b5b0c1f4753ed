"""W202: a phrase or a congress whose time is over."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.dating import about_next_year, spoken, usual_day
from drafter.text.plenums import named_meetings
from drafter.text.seasons import Mention, mentions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.model.proof import Passage, Proof


@text_rule("W202", "phrase-out-of-date", Severity.WARNING)
def phrase_out_of_date(reading: Reading) -> Iterator[Fault]:
    """查什么：已经结束的规划、纲要、专题活动和旧的提法，有没有当作现行的来写（templates/calendar.yaml）。

    为什么：这些话多是从往年的报告里留下来的。
    例：2023年的报告写“深入开展‘七五’普法”，“七五”普法到2020年已经结束。
    怎么改：换成现行的提法；说的确是过去的，写明已经收官、验收或者完成。
    """
    yield from _congress(reading)
    history = reading.wording.history
    for passage in reading.proof.passages:
        for mention in mentions(passage.text, reading.wording.seasons):
            if not any(word in mention.sentence for word in history):
                yield from _season(reading.proof, passage, mention)


def _congress(reading: Reading) -> Iterator[Fault]:
    """Where the text names a congress as its guide and none of the later ones: the first place."""
    day = usual_day(reading.proof)
    if day is None:
        return
    past = [m for m in reading.wording.meetings if not m.number and m.closed <= day]
    terms = [meeting.term for meeting in past]
    named = [(p, one) for p in reading.proof.passages for one in named_meetings(p.text)]
    if not past or any(one.term not in terms[:-1] for _, one in named):
        return
    for passage, one in named:
        if one.spirit and not any(word in one.sentence for word in reading.wording.history):
            words, last = passage.text[one.start : one.end], past[-1]
            message = f"通篇只写到“{words}”，{last.name}{spoken(last.closed)}已经闭幕"
            yield fault(passage, (one.start, one.end), message, f"写上“{last.name}”精神")
            return


def _season(proof: Proof, passage: Passage, mention: Mention) -> Iterator[Fault]:
    season = mention.season
    day = _by_year(proof, passage) if season.by_year else usual_day(proof)
    if day is None or season.late is None or season.last is None or season.last >= day:
        return
    words = passage.text[mention.start : mention.end]
    if season.by_year:
        message = f"“{words}”到{season.last.year}年为止，这里说的是{day.year}年"
    else:
        message = f"“{words}”只用到{spoken(season.last)}"
    remedy = f"改用“{season.better}”；" if season.better else "换成现行的提法；"
    remedy += "说的是过去的，写明已经结束"
    kept = bool(season.better) and season.better in mention.sentence
    severity = Severity.INFO if kept else season.late
    yield fault(passage, (mention.start, mention.end), message, remedy, severity)


def _by_year(proof: Proof, passage: Passage) -> date | None:
    """The first day of the year that a passage speaks of."""
    if proof.year is None:
        return None
    return date(proof.year + (1 if about_next_year(passage) else 0), 1, 1)
