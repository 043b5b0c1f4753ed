"""Slips (填报表) made: one for each department that owes figures or highlights."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from drafter.app.open_questions import asked_sections
from drafter.app.opening import open_case
from drafter.compose.facts import Facts
from drafter.model.answers import State
from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.kit import Need
from drafter.model.record import record
from drafter.model.slip import OWN, Slip, SlipRow
from drafter.model.spot import Spot
from drafter.text.lazily import lazily
from drafter.text.related import wholes_by_part
from drafter.writers.place import make_folder, place_all
from drafter.writers.profile import topic_ids
from drafter.writers.slip_list import slip_list

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from drafter.checks.case import Case
    from drafter.model.kit import Indicator

LIST = "清单.txt"
_UNFIT = lazily(r'[\\/:*?"<>|\s]+')
_LONGEST = 40
_STATES = {State.NONE: "无", State.NOT_APPLICABLE: "不涉及"}


@record
class SlipsOut:
    """Slips that are ready to be written.

    Attributes:
        slips: by the file that each goes to.
        list_path: where the list of who owes what goes.
        findings: what is wrong with the year file.
    """

    slips: Mapping[Path, Slip]
    list_path: Path
    findings: tuple[Finding, ...]

    def write(self, *, force: bool = False) -> None:
        """Put the files in place: all of them, or none where one is there already.

        Raises:
            DrafterError: a file is there already, or cannot be written.
        """
        # openpyxl loads here only.
        from drafter.writers.slips import slip_workbook

        there = [
            path for path in (*self.slips, self.list_path) if not force and os.path.lexists(path)
        ]
        if there:
            raise DrafterError(*(_exists(path) for path in there))
        text = slip_list({path.name: slip for path, slip in self.slips.items()})
        files = {path: slip_workbook(slip) for path, slip in self.slips.items()}
        files[self.list_path] = ("\ufeff" + text.replace("\n", "\r\n")).encode()
        make_folder(self.list_path.parent)
        place_all(files, force=force)


def slips_out(
    path: Path, folder: Path, *, due: date | None = None, required: bool = False
) -> SlipsOut:
    """Make the slips of a year file; nothing is written yet.

    Args:
        path: the year file.
        folder: where the slips go; it is made when it is not there.
        due: when they are wanted back; None = not told.
        required: whether only figures are asked whose blank shows as a gap, and those that stand
            in the year file.

    Raises:
        DrafterError: there is nothing to go on with.
    """
    case, findings = open_case(path)
    rows: dict[str, list[SlipRow]] = {}
    facts = Facts(case.kit, case.answers, case.last)
    wholes = wholes_by_part({**case.kit.indicators, **case.answers.indicators})
    for indicator, needed in _asked(case):
        if needed or not required or indicator.id in case.answers.figures:
            row = _row(facts, indicator, needed, wholes.get(indicator.id, ()))
            rows.setdefault(supplier(indicator), []).append(row)
    topics = _topics(case)
    answers = case.answers
    slips = (
        Slip(
            who, answers.office.name, answers.year, due, tuple(rows.get(who, ())),
            tuple(topics.get(who, ())),
        )
        for who in dict.fromkeys((*rows, *topics))
    )  # fmt: skip
    return SlipsOut(_named(folder, tuple(slips)), folder / LIST, findings)


def supplier(indicator: Indicator) -> str:
    """Who is asked: the first department named; the office itself where none is."""
    return indicator.supplier.split("、")[0].strip() or OWN


def _asked(case: Case) -> list[tuple[Indicator, bool]]:
    """Every typed figure that is asked, and what stands in the file or is its own, each once."""
    kind, found = case.answers.office.kind, dict[str, tuple["Indicator", bool]]()
    for section in asked_sections(case):
        for one in section.required:
            found.setdefault(one.id, (one, True))
        for one in section.optional:
            found.setdefault(one.id, (one, False))
    for id_, figure in case.answers.figures.items():
        standing = case.indicator(id_)
        if standing is not None and figure.state is State.BLANK:
            # Whoever writes a name down without a value wants to know it.
            found[id_] = (standing, True)
        elif standing is not None:
            found.setdefault(id_, (standing, standing.need(kind) is Need.REQUIRED))
    for own in case.answers.indicators.values():
        if not own.computed and own.need(kind) is not Need.NONE:
            found.setdefault(own.id, (own, own.need(kind) is Need.REQUIRED))
    return list(found.values())


def _row(facts: Facts, indicator: Indicator, needed: bool, wholes: tuple[str, ...]) -> SlipRow:  # noqa: FBT001
    figure = facts.answers.figures.get(indicator.id)
    prior, unit = facts.prior(indicator.id), facts.unit(indicator)
    value, as_of, remark = "", facts.answers.as_of, ""
    if figure is not None:
        given = facts.given(indicator.id)
        value = given.text if given else _STATES.get(figure.state, "")
        told = next((u for u in indicator.units if u and value.endswith(u)), "")
        unit, value = (told, value.removesuffix(told)) if told else (unit, value)
        as_of, remark = figure.as_of or as_of, figure.note
    return SlipRow(
        indicator.id,
        indicator.question,
        unit,
        indicator.units,
        prior.text if prior else "",
        value,
        indicator.note,
        as_of.isoformat() if as_of else "",
        remark,
        needed,
        wholes,
    )


def _topics(case: Case) -> dict[str, list[tuple[str, str]]]:
    """Highlights asked of each department: those of the topics to which it gives figures."""
    found: dict[str, list[tuple[str, str]]] = {}
    for section in asked_sections(case):
        figures = {one.id: one for one in (*section.required, *section.optional)}
        for topic in section.topics:
            owners = (supplier(figures[id_]) for id_ in topic_ids(topic) if id_ in figures)
            for who in dict.fromkeys(owners) if topic.ask else ():
                found.setdefault(who, []).append((topic.id, topic.ask))
    return found


def _named(folder: Path, slips: tuple[Slip, ...]) -> dict[Path, Slip]:
    """A file name for each; departments whose names come to the same get a number."""
    named: dict[Path, Slip] = {}
    for slip in slips:
        who = _UNFIT.sub("_", slip.supplier)[:_LONGEST]
        path, number = folder / f"填报表-{who}-{slip.year}.xlsx", 2
        while path in named:
            path, number = folder / f"填报表-{who}{number}-{slip.year}.xlsx", number + 1
        named[path] = slip
    return named


def _exists(path: Path) -> Finding:
    message, remedy = (
        "文件已经存在",
        "加 --force 覆盖，或换个文件夹；里面可能有已经填好的数，先看看",
    )
    return Finding(
        "O101", "file-exists", Severity.ERROR, Spot(str(path)), message, remedy, str(path)
    )
