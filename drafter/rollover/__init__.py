"""Last year's year file to this year's: nothing is filled in, nothing of last year's stays unseen.

Pure: text and values in, text and counts out.
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.model.written import Shape
from drafter.rollover.checklist import checklist
from drafter.rollover.figures import Figures, roll_figures
from drafter.rollover.ink import Ink
from drafter.rollover.kept import Clock
from drafter.rollover.marks import CHECK, LAST, erase, head
from drafter.rollover.printed import roll_printed
from drafter.rollover.words import (
    roll_confirmed,
    roll_highlights,
    roll_ignored,
    roll_kept,
    roll_points,
)
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from drafter.model.answers import Answers
    from drafter.model.kit import Kit
    from drafter.model.wording import NumberWords
    from drafter.model.written import Written

__all__ = ["Rolled", "erase", "roll"]

_DATES = ("数据截至", "成文日期")
_MODELINE = lazily(r"# yaml-language-server:[^\r\n]*(?:\r\n?|\n)")


@record
class Rolled:
    """A rolled file and what was done.

    Attributes:
        text: the file, but for 年度 and 上年, which have to be set.
        figures: what became of the figures.
        highlights: how many became comments.
        plans: how many stand in the checklist.
        shortcomings: how many stand in the checklist.
        phrases: how many set phrases were moved on.
        years: how many years, days and values in words were moved on or taken out.
        aged: how many streaks, ordinals and plans wait for a look.
        ignored: how many switched-off checks became comments.
        confirmed: how many sections whose words were confirmed (沿用) became comments.
    """

    text: str
    figures: Figures = field(default_factory=Figures)
    highlights: int = 0
    plans: int = 0
    shortcomings: int = 0
    phrases: int = 0
    years: int = 0
    aged: int = 0
    ignored: int = 0
    confirmed: int = 0


def roll(
    text: str, root: Written, answers: Answers, kit: Kit, numbers: NumberWords, name: str
) -> Rolled:
    """This year's questionnaire.

    Args:
        text: last year's file, without the comments of an earlier rolling and pull (`erase`).
        root: where everything stands in it.
        answers: what it says.
        kit: with its profile.
        numbers: how targets and time limits are spoken of.
        name: last year's file as this year's names it.
    """
    ink = Ink(text, root)
    indicators = {**kit.indicators, **answers.indicators}
    former = {old: one.id for one in indicators.values() for old in one.former}
    figures = roll_figures(ink, indicators.keys(), former)
    highlights, aged = roll_highlights(ink)
    roll_points(ink, "不足")
    roll_points(ink, "安排")
    ignored = roll_ignored(ink)
    confirmed = roll_confirmed(ink)
    clock = Clock(answers.year, answers.dated, kit.phrases, numbers)
    moved = list(roll_kept(ink, clock))
    _frame(ink, answers, kit)
    roll_printed(ink, answers.year)
    first = _MODELINE.match(text)
    at = first.end() if first else 0
    ink.replace(at, at, head(name.rpartition("/")[2]) + ink.newline)
    rolled = ink.done()
    rolled = _below(rolled, checklist(answers, figures), ink.newline)
    return Rolled(
        rolled,
        figures,
        highlights,
        len(answers.plans),
        len(answers.shortcomings),
        sum(one.phrases for one in moved),
        sum(one.years for one in moved),
        aged + sum(one.aged for one in moved),
        ignored,
        confirmed,
    )


def _frame(ink: Ink, answers: Answers, kit: Kit) -> None:
    """报告: dates blank, and a word when the profile does not suit the year."""
    for name in _DATES:
        value = ink.root.get("报告", name)
        if value is not None and value.shape is Shape.TEXT and value.text.strip():
            ink.blank(value)
            ink.remark(value, LAST, value.text)
    first, last = kit.profile.years
    year = answers.year + 1
    value = ink.root.get("报告", "结构")
    if value and ((first and year < first) or (last and year > last)):
        span = f"{first or ''}—{last or ''}"
        ink.remark(value, CHECK, f"这个结构适用{span}年度")


def _below(text: str, lines: list[str], newline: str) -> str:
    """The text with lines at its end, a blank line between."""
    if not lines:
        return text
    return text.rstrip("\r\n") + newline * 2 + newline.join(lines) + newline
