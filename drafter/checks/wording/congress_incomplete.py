"""W203: a congress named, and not the plenums that have closed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.model.finding import Severity
from drafter.text.dating import usual_day
from drafter.text.days import printed_day
from drafter.text.plenums import ALL, named_meetings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.model.wording import Meeting


@text_rule("W203", "congress-incomplete", Severity.INFO)
def congress_incomplete(reading: Reading) -> Iterator[Fault]:
    """查什么：写了党的大会，有没有写到后来已经闭幕的全会（templates/calendar.yaml 的“不全”）。

    为什么：成文时全会已经闭幕，导语里通常和大会一起写。
    例：2021年2月成文的报告只写“党的十九大精神”，十九届二中到五中全会都已经闭幕。
    怎么改：写全，如“党的十九大和十九届二中、三中、四中、五中全会精神”，或者“历次全会精神”。
    """
    newest = _newest(reading)
    if newest is None or newest.missing is None:
        return
    named = [
        (passage, one)
        for passage in reading.proof.passages
        for one in named_meetings(passage.text)
        if one.term == newest.term
    ]
    if any(one.number in {newest.number, ALL} for _, one in named):
        return
    plenums = [(passage, one) for passage, one in named if one.number]
    weight = Severity.INFO if plenums else newest.missing
    for passage, one in plenums[-1:] or named:
        if one.spirit:
            words = passage.text[one.start : one.end]
            message = f"只写到“{words}”，{newest.name}{printed_day(newest.closed)}已经闭幕"
            remedy = f"写全各次全会，或者写“{newest.term}届历次全会”"
            yield fault(passage, (one.start, one.end), message, remedy, weight)
            return


def _newest(reading: Reading) -> Meeting | None:
    """The last plenum that had closed, if it is one of the last congress."""
    day = usual_day(reading.proof)
    closed = [m for m in reading.wording.meetings if day is not None and m.closed <= day]
    return closed[-1] if closed and closed[-1].number else None
