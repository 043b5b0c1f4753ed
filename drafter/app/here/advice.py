"""What to do next in a folder: a pure function of what is in it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING

from drafter.app.here.facts import DraftState
from drafter.model.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.app.here.facts import Draft, Here, YearFile

#: The month from which on this year's report is written rather than last year's.
_SEASON = 11
_MANY = 3  # year files to work on: from there on all at once


class Step(StrEnum):
    """A thing to do; each is told in its own words."""

    NEW = "new"
    ADOPT = "adopt"
    ENTER = "enter"
    ROLL = "roll"
    MEND = "mend"
    FILL = "fill"
    OUTLINE = "outline"
    SLIPS_OUT = "slips out"
    SLIPS_IN = "slips in"
    DRAFT = "draft"
    DRAFT_AGAIN = "draft again"
    DRAFT_PULLED = "draft pulled"
    PULL = "pull"
    CHECK = "check"
    PREVIEW = "preview"
    FINAL = "final"
    DRAFT_ALL = "draft all"
    CHECK_ALL = "check all"


@record
class Advice:
    """A step and the files that it is about.

    Attributes:
        step: what to do.
        files: in the order of the command's arguments; may be empty.
        year: of the report that the step begins; 0 where it begins none.
    """

    step: Step
    files: tuple[str, ...] = ()
    year: int = 0


def due_year(year: int, month: int) -> int:
    """The year whose report is being written in a month: from November on the month's own."""
    return year if month >= _SEASON else year - 1


def advice(here: Here, due: int) -> tuple[Advice, ...]:
    """What to do next, the most urgent first.

    Args:
        here: the folder.
        due: the year whose report is being written now.
    """
    current = [one for one in here.year_files if not one.prior]
    if not current:
        return tuple(_begin(here, due))
    if len(current) > _MANY:
        return (Advice(Step.DRAFT_ALL), Advice(Step.CHECK_ALL))
    return tuple(_go_on(current[0], here, due))


def _begin(here: Here, due: int) -> Iterator[Advice]:
    """There is no year file."""
    if here.below:
        yield Advice(Step.ENTER, here.below[:1])
    if here.reports:
        yield Advice(Step.ADOPT, here.reports[:1])
    yield Advice(Step.NEW, (f"{due}.yaml",), due)
    if not here.reports:
        yield Advice(Step.ADOPT)


def _go_on(one: YearFile, here: Here, due: int) -> Iterator[Advice]:
    """There is a year file: mend, fill, draft, bring home, finish; or begin the next year."""
    name = (one.name,)
    if one.broken:
        yield Advice(Step.MEND, name)
        return
    finished = one.adopted or (one.read and not one.gaps and not one.errors)
    if one.year and one.year < due and finished:
        yield Advice(Step.ROLL, name, one.year + 1)
    edited = [draft for draft in one.drafts if draft.state is DraftState.EDITED]
    for draft in edited[:1]:
        yield Advice(Step.PULL, (one.name, draft.name))
    if one.errors:
        yield Advice(Step.CHECK, name)
    if one.gaps or not one.read:
        yield from _gather(one, here)
    yield from _write(one, edited)


def _gather(one: YearFile, here: Here) -> Iterator[Advice]:
    """What is missing is asked for."""
    returned = [slip for slip in here.slips if slip.returned]
    if returned:
        yield Advice(Step.SLIPS_IN, (one.name, returned[0].name))
    yield Advice(Step.FILL, (one.name,))
    yield Advice(Step.OUTLINE, (one.name,))
    if not here.slips:
        yield Advice(Step.SLIPS_OUT, (one.name, "填报表"))


def _write(one: YearFile, edited: list[Draft]) -> Iterator[Advice]:
    """The draft, or what comes after it."""
    name = (one.name,)
    old = [draft for draft in one.drafts if draft.state is DraftState.OLD]
    if not one.drafts:
        yield Advice(Step.DRAFT, name)
    elif old or any(draft.behind for draft in edited):
        pulled = [draft for draft in edited if draft.behind]
        step = Step.DRAFT_PULLED if pulled else Step.DRAFT_AGAIN
        yield Advice(step, (one.name, (pulled or old)[0].name))
    elif one.read and not one.gaps and not edited:
        if not one.errors:
            yield Advice(Step.CHECK, name)
        yield Advice(Step.PREVIEW, name)
        final = f"{PurePath(one.name).stem}定稿.docx"
        if all(draft.name != final for draft in one.drafts):
            yield Advice(Step.FINAL, (one.name, final))
