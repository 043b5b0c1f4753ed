"""W201: a phrase or a meeting named before its time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.model.kit import Part
from drafter.text.dating import usual_day
from drafter.text.days import printed_day
from drafter.text.plenums import Named, meeting_of, named_meetings
from drafter.text.seasons import Mention, mentions, seasons_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.model.proof import Passage, Proof
    from drafter.model.wording import Meeting

#: A meeting that is looked forward to.
_AWAITED = ("迎", "召开", "护航", "筹备", "即将", "安保", "维稳", "献礼", "保障")
_NUMBERS = "一二三四五六七八九"


@text_rule("W201", "phrase-too-early", Severity.ERROR)
def phrase_too_early(reading: Reading) -> Iterator[Fault]:
    """查什么：写到的大会、全会、规划、文件、专题活动，在报告成文时有没有（templates/calendar.yaml）。

    为什么：成文时还没有闭幕的全会、没有公布的文件不能写进报告；写进来的，多是日期错了或者抄串了年份。
    例：2024年1月成文的报告写“党的二十届三中全会”，这次全会2024年7月18日才闭幕。
    怎么改：核对成文日期；日期没有错，就删去这句话或者换成当时的写法。
    """
    passages = reading.proof.passages
    seasons = seasons_in((passage.text for passage in passages), reading.wording.seasons)
    for passage in passages:
        for named in named_meetings(passage.text):
            yield from _meeting(reading, passage, named)
        for mention in mentions(passage.text, seasons):
            yield from _season(reading.proof, passage, mention)


def _meeting(reading: Reading, passage: Passage, named: Named) -> Iterator[Fault]:
    day, meetings = usual_day(reading.proof), reading.wording.meetings
    awaited = not named.spirit and any(word in named.sentence for word in _AWAITED)
    if day is None or awaited:
        return
    closed = _closed(meetings, named)
    if closed is None or closed.closed <= day:
        return
    words = passage.text[named.start : named.end]
    known = meeting_of(meetings, named.term, named.number) is not None
    when = f"{printed_day(closed.closed)}{'' if known else '以后'}才闭幕"
    message = f"“{words}”{when}，{_written(reading.proof)}"
    remedy = "核对成文日期；日期没有错的，写当时已经闭幕的会议"
    yield fault(passage, (named.start, named.end), message, remedy)


def _closed(meetings: tuple[Meeting, ...], named: Named) -> Meeting | None:
    """The meeting, or for a plenum nobody knows yet the last one before it; else None."""
    known = meeting_of(meetings, named.term, named.number)
    if known or len(named.number) != 1:
        return known
    of_term = [m for m in meetings if m.term == named.term and m.number]
    last = of_term[-1] if of_term else None
    later = last and _NUMBERS.find(named.number) > _NUMBERS.find(last.number)
    return last if later else None


def _season(proof: Proof, passage: Passage, mention: Mention) -> Iterator[Fault]:
    season = mention.season
    day = _by_year(proof, passage) if season.by_year else usual_day(proof)
    if day is None or season.early is None or season.first is None or season.first <= day:
        return
    words = passage.text[mention.start : mention.end]
    if season.by_year:
        message = f"“{words}”从{season.first.year}年起才有，这里说的是{day.year}年"
    else:
        message = f"“{words}”{printed_day(season.first)}起才有，{_written(proof)}"
    remedy = "核对成文日期和年份；没有错的，删去或者换成当时的写法"
    yield fault(passage, (mention.start, mention.end), message, remedy, season.early)


def _by_year(proof: Proof, passage: Passage) -> date | None:
    if proof.year is None:
        return None
    return date(proof.year + (1 if Part.PLANS in passage.parts else 0), 12, 31)


def _written(proof: Proof) -> str:
    if proof.dated:
        return f"本报告成文于{printed_day(proof.dated)}"
    day = usual_day(proof)
    return f"本报告没有写成文日期，按{printed_day(day)}算" if day else "本报告没有写成文日期"
