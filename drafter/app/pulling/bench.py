"""A year file on the bench: changed step by step, composed anew after each."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from drafter import locate
from drafter.app.charts import asked_charts
from drafter.app.pulling.waiting import waiting
from drafter.checks.case import Case
from drafter.checks.year_files import run
from drafter.compose import compose
from drafter.model.finding import DrafterError, Severity
from drafter.model.record import record
from drafter.model.spot import Spot
from drafter.readers.kit import find_profile, read_kit
from drafter.readers.year_file import read_year_file, read_year_text
from drafter.writers.homes import homes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from drafter.model.answers import Answers
    from drafter.model.chart import Chart
    from drafter.model.finding import Finding
    from drafter.model.home import Home
    from drafter.model.report import Report

#: Level, heading and paragraphs of a section; of what stands outside of all, level 0.
Shot: TypeAlias = tuple[int, str, tuple[str, ...]]


@record
class Made:
    """A year file's text and what it composes to.

    Attributes:
        text: the file, with its own line breaks.
        answers: what it says.
        report: composed of it.
    """

    text: str
    answers: Answers
    report: Report


class Bench:
    """Takes changes of the text that do what they shall, and no others."""

    def __init__(self, path: Path, text: str) -> None:
        """Read all that belongs to the file.

        Raises:
            DrafterError: there is nothing to go on with.
        """
        self.path, self.file = path, str(path)
        answers, _ = read_year_text(_plain_breaks(text), self.file)
        folder = locate.templates()
        profile = find_profile(answers.profile, folder, path.parent, Spot(self.file))
        self.kit = read_kit(folder, profile)
        self._before = _last_year(answers, path)
        self.gaps = True
        self.made = self.compose(text)

    @property
    def text(self) -> str:
        """The file as it is now."""
        return self.made.text

    @property
    def report(self) -> Report:
        """What it composes to now."""
        return self.made.report

    def drop_gaps(self) -> None:
        """Compose from now on as a draft without 【待补充】."""
        self.gaps = False
        self.made = self.compose(self.text)

    def compose(self, text: str) -> Made:
        """What another text would compose to.

        Raises:
            DrafterError: nothing can be composed of it.
        """
        answers, _ = read_year_text(_plain_breaks(text), self.file)
        return Made(text, answers, self._composed(answers, gaps=self.gaps))

    @property
    def shown(self) -> Report:
        """What it composes to now with its gaps, whether the draft has them or not."""
        return self._shown(self.made)

    def loses(self, made: Made, *, own: bool = False) -> bool:
        """Whether a year file lacks what waits for something in this one and is not printed.

        Args:
            made: the other one.
            own: whether only a person's own words count.
        """
        if self.gaps:
            return False
        return bool(waiting(self.shown, own=own) - waiting(self._shown(made), own=own))

    def attempt(self, texts: Iterable[str], wanted: tuple[Shot, ...]) -> bool:
        """Take the first text that composes to just what is wanted; whether there is one.

        Words that the draft did not print stay as well.
        """
        for text in texts:
            try:
                made = self.compose(text)
            except DrafterError:
                continue
            if shots(made.report) == wanted and not self.loses(made):
                self.made = made
                return True
        return False

    def homes(self) -> tuple[Home, ...]:
        """Where each paragraph comes from now."""
        return homes(self.report)

    def errors(self, made: Made) -> dict[tuple[str, str], Spot]:
        """Code and message of each error in a year file, and where it is."""
        _, read = read_year_text(_plain_breaks(made.text), self.file)
        last = self._before.figures if self._before else {}
        found = (*read, *run(Case(self.kit, made.answers, last, made.report)))
        return {(f.code, f.message): f.spot for f in found if f.severity is Severity.ERROR}

    def findings(self) -> tuple[Finding, ...]:
        """What the checks of year files find now."""
        return run(self._case())

    def charts(self) -> tuple[Chart, ...]:
        """What the annex of a draft shows."""
        return asked_charts(self._case(), self.path).charts

    def _composed(self, answers: Answers, *, gaps: bool) -> Report:
        last = self._before.figures if self._before else {}
        return compose(self.kit, answers, last, gaps=gaps, last_year=self._before)

    def _shown(self, made: Made) -> Report:
        return made.report if self.gaps else self._composed(made.answers, gaps=True)

    def _case(self) -> Case:
        last = self._before.figures if self._before else {}
        return Case(self.kit, self.made.answers, last, self.report)


def shots(report: Report) -> tuple[Shot, ...]:
    """What a report says: the frame, the lead, and each section."""
    dated = report.dated.isoformat() if report.dated else ""
    return (
        (0, report.title.text, (report.addressees, *report.signatories, dated)),
        (0, "", tuple(paragraph.text for paragraph in report.lead)),
        *(
            (one.level, one.heading.text, tuple(p.text for p in one.paragraphs))
            for one in report.walk()
        ),
    )


def with_body(found: tuple[Shot, ...], section: int, body: Iterable[str]) -> tuple[Shot, ...]:
    """The same with other paragraphs in one section; -1 is the lead."""
    return _with(found, section + 2, body=tuple(body))


def with_heading(found: tuple[Shot, ...], section: int, heading: str) -> tuple[Shot, ...]:
    """The same with another heading of one section; -2 is the title."""
    return _with(found, section + 2, heading=heading)


def slots(report: Report) -> dict[str, str]:
    """What each slot prints, where it prints the same everywhere."""
    found: dict[str, set[str]] = {}
    for home in homes(report):
        for one in home.stretches:
            if one.slot:
                found.setdefault(one.slot, set()).add(home.text[one.start : one.end])
    return {slot: next(iter(texts)) for slot, texts in found.items() if len(texts) == 1}


def place_name(report: Report, section: int) -> str:
    """What a place in the report is called; empty outside of all sections."""
    found = tuple(report.walk())
    return f"{found[section].number}{found[section].heading.text}" if section >= 0 else ""


def _with(
    found: tuple[Shot, ...],
    at: int,
    *,
    heading: str | None = None,
    body: tuple[str, ...] | None = None,
) -> tuple[Shot, ...]:
    level, was, paragraphs = found[at]
    changed = (
        level,
        was if heading is None else heading,
        paragraphs if body is None else body,
    )
    return (*found[:at], changed, *found[at + 1 :])


def _plain_breaks(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _last_year(answers: Answers, path: Path) -> Answers | None:
    """Last year's file; None when there is none that can be read."""
    if not answers.prior_file:
        return None
    try:
        return read_year_file(path.parent / answers.prior_file)[0]
    except DrafterError:
        return None
