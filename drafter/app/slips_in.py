"""Returned slips (填报表) merged into a year file."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.app.opening import open_case
from drafter.compose.facts import Facts
from drafter.model.finding import DrafterError
from drafter.model.merged import Applied, Clash, Conflict, Merged, Side
from drafter.model.record import record
from drafter.model.slip import Place
from drafter.readers.files import read_script
from drafter.readers.slips import read_slip
from drafter.readers.year_batch import Entry, FigureEntry, put_figures, put_many
from drafter.text.slip_merging import merge
from drafter.text.slip_reading import Asked
from drafter.writers.place import rewrite

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from drafter.checks.case import Case
    from drafter.model.finding import Finding
    from drafter.model.slip import Returned

#: Whose value counts where the year file has another one already.
SLIP, YEAR_FILE = "填报表", "问卷"


@record
class SlipsIn:
    """Slips merged; the year file is not written yet.

    Attributes:
        path: the year file.
        merged: what was put in, what a person has to decide, what belongs nowhere.
        before: the year file's text.
        after: with the answers in it.
        was: the file as it was read.
        data: the file with the answers in it, encoded as it was.
        read: how many of the files could be read.
        findings: what is wrong with the year file.
    """

    path: Path
    merged: Merged
    before: str
    after: str
    was: bytes
    data: bytes
    read: int
    findings: tuple[Finding, ...]

    def write(self) -> None:
        """Put the year file in place, unless nothing has changed.

        Raises:
            DrafterError: it cannot be written, or was changed meanwhile.
        """
        if self.after != self.before:
            rewrite(self.path, self.data, was=self.was)


def slips_in(path: Path, files: Sequence[Path], prefer: str = "") -> SlipsIn:
    """Merge returned slips; nothing is written yet.

    Args:
        path: the year file.
        files: the slips; the result does not depend on their order.
        prefer: 填报表 or 问卷: whose value counts where the two differ; empty = it is a conflict.

    Raises:
        DrafterError: the year file cannot be read, or none of the slips can.
    """
    # Read first: what is changed from here on is noticed when the file is written.
    script = read_script(path)
    case, findings = open_case(path)
    reading = _Reading(files)
    merged = merge(_asked(case, str(path)), reading.slips(), prefer)
    if not reading.count:
        raise DrafterError(*reading.unreadable)
    text, merged = _put(script.text, merged, str(path))
    conflicts = (*merged.conflicts, *map(_unread, reading.unreadable))
    merged = replace(merged, conflicts=conflicts)
    data = script.encoded(text)
    return SlipsIn(path, merged, script.text, text, script.data, data, reading.count, findings)


class _Reading:
    """Files read one after another; what cannot be read is remembered, and the others go on.

    Attributes:
        count: how many could be read.
        unreadable: why the others could not.
    """

    def __init__(self, files: Sequence[Path]) -> None:
        self._files = files
        self.count = 0
        self.unreadable: list[Finding] = []

    def slips(self) -> Iterator[Returned]:
        """The slips, each read when it is asked for."""
        for file in _each_once(self._files):
            try:
                slip = read_slip(file)
            except DrafterError as problem:
                self.unreadable += problem.findings
                continue
            self.count += 1
            yield slip


def _each_once(files: Sequence[Path]) -> Iterator[Path]:
    """In the order of their names; a file named twice counts once; Excel's lock files are none."""
    known = {os.path.realpath(path): path for path in sorted(files, reverse=True)}
    yield from sorted(path for path in known.values() if not path.name.startswith(("~$", ".~")))


def _asked(case: Case, file: str) -> Asked:
    answers = case.answers
    facts = Facts(case.kit, answers, case.last)
    indicators = {**case.kit.indicators, **answers.indicators}
    return Asked(
        file,
        answers.year,
        answers.office.name,
        answers.as_of,
        indicators,
        {id_: facts.unit(indicator) for id_, indicator in indicators.items()},
        answers.figures,
        {id_: topic.ask for id_, topic in case.kit.topics.items()},
        {id_: tuple(t.text for t in texts) for id_, texts in answers.highlights.items()},
    )


def _put(text: str, merged: Merged, file: str) -> tuple[str, Merged]:
    """The answers in the text; those that could not be put in become conflicts."""
    new = [one for one in merged.applied if not one.already]
    figures = [FigureEntry(one.id, one.text, one.details) for one in new if not one.highlight]
    text, failed = put_figures(text, figures, file)
    lines = [one for one in new if one.highlight]
    entries = [Entry(("亮点", one.id), one.text, item=True) for one in lines]
    text, refused = put_many(text, entries, file)
    left = {(entry.path[1], entry.value) for entry in refused}

    def stands(one: Applied) -> bool:
        if one.already:
            return True
        return (one.id, one.text) not in left if one.highlight else one.id not in failed

    kept = tuple(one for one in merged.applied if stands(one))
    conflicts = (_not_put(one) for one in merged.applied if not stands(one))
    return text, replace(merged, applied=kept, conflicts=(*merged.conflicts, *conflicts))


def _not_put(one: Applied) -> Conflict:
    message = "没有写进去：问卷里这一处的写法，程序改不了"
    remedy = f"打开问卷，自己在“{'亮点' if one.highlight else '数据'}”里写上"
    details = "，".join(f"{name}：{words}" for name, words in one.details)
    side = Side(one.place, f"{one.text}（{details}）" if details else one.text)
    return Conflict(Clash.EDIT, one.id, (side,), message, remedy)


def _unread(finding: Finding) -> Conflict:
    side = Side(Place(finding.spot.file), "")
    return Conflict(Clash.FILE, "", (side,), finding.message, finding.remedy)
