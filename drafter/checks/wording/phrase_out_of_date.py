"""W202: a phrase or a congress whose time is over."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.model.proof import PassageKind
from drafter.text.dating import about_next_year, usual_day
from drafter.text.days import printed_day
from drafter.text.occurrences import clause_at
from drafter.text.plenums import named_meetings
from drafter.text.seasons import Mention, mentions, seasons_in

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
    history, passages = reading.wording.history, reading.proof.passages
    seasons = seasons_in((passage.text for passage in passages), reading.wording.seasons)
    for passage in passages:
        for mention in mentions(passage.text, seasons):
            if not _told_as_past(passage.text, mention, history):
                yield from _season(reading.proof, passage, mention)


def _told_as_past(text: str, mention: Mention, history: tuple[str, ...]) -> bool:
    """Whether words of history speak of the phrase, and not of what has replaced it."""
    better = mention.season.better
    both = bool(better) and better in mention.sentence
    near = clause_at(text, mention.start, mention.end) if both else mention.sentence
    return any(word in near for word in history)


def _congress(reading: Reading) -> Iterator[Fault]:
    """Where the lead, or the whole text, names a congress as its guide and none of the later."""
    day = usual_day(reading.proof)
    past = [m for m in reading.wording.meetings if day and not m.number and m.closed <= day]
    if not past:
        return
    last, passages = past[-1], reading.proof.passages
    older = {meeting.term for meeting in past[:-1]}
    first = next((p.place for p in passages if p.kind is PassageKind.HEADING), len(passages))
    for where, some in (("导语里", passages[:first]), ("通篇", passages)):
        named = [(p, one) for p in some for one in named_meetings(p.text)]
        lead = some is not passages
        if any(one.term not in older and not (lead and one.number) for _, one in named):
            continue
        for passage, one in named:
            past_told = any(word in one.sentence for word in reading.wording.history)
            if one.spirit and one.term in older and not (past_told or (lead and one.number)):
                words = passage.text[one.start : one.end]
                message = f"{where}只写到“{words}”，{last.name}{printed_day(last.closed)}已经闭幕"
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
        message = f"“{words}”只用到{printed_day(season.last)}"
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
