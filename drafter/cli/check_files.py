"""`drafter check` of files that are named: each finding with the words around it."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.app.checking import check as make
from drafter.app.kinds import is_templates
from drafter.cli.printing import note, print_findings, print_json, width
from drafter.cli.waiting import waiting
from drafter.model.finding import DrafterError, Severity
from drafter.model.record import record
from drafter.writers.checked import Marked, Role, checked_json, checked_lines, tally

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.app.checking import Checked
    from drafter.model.finding import Finding

_STYLES: dict[Role, dict[str, object]] = {
    Role.FILE: {"bold": True},
    Role.SECTION: {"fg": "blue", "bold": True},
    Role.PLACE: {},
    Role.ERROR: {"fg": "red", "bold": True},
    Role.WARNING: {"fg": "yellow", "bold": True},
    Role.INFO: {"fg": "cyan", "bold": True},
    Role.PLAIN: {},
    Role.AROUND: {"dim": True},
    Role.WORDS: {"bold": True, "underline": True},
}
#: Kinds of files that have lines; of others paragraphs are counted.
_WITH_LINES = {"yaml", "txt", "md"}


@record
class Wanted:
    """What was asked for."""

    year: int | None
    last: Path | None
    profile: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]


@record
class Written:
    """That comments are wanted.

    Attributes:
        out: the file that gets them; None = beside the checked one.
        force: replace a file that is there already.
    """

    out: Path | None
    force: bool


def check_files(
    files: Iterable[str], wanted: Wanted, written: Written | None, *, as_json: bool
) -> int:
    """Check one after another, and give the exit code.

    Args:
        files: as the user named them.
        wanted: what was asked for.
        written: None = findings are printed.
        as_json: whether stdout gets JSON.
    """
    session = _Session(wanted)
    for file in dict.fromkeys(files):
        if is_templates(Path(file)):
            session.check_folder(Path(file), told=not as_json)
            continue
        checked = session.check(Path(file))
        if checked is None:
            continue
        if written:
            session.annotate(checked, written.out, force=written.force, told=not as_json)
        elif not as_json:
            _print(checked, wanted.select)
    if as_json:
        print_json(checked_json(session.findings, session.ignored))
    session.sum_up()
    return session.code


@dataclass(slots=True)
class _Session:
    """The files of one call, one after another."""

    wanted: Wanted
    done: list[Checked] = field(default_factory=list)
    folders: dict[Path, tuple[Finding, ...]] = field(default_factory=dict)
    stopped: dict[Finding, None] = field(default_factory=dict)
    written: int = 0

    @property
    def findings(self) -> list[Finding]:
        """Of all files."""
        told = [finding for checked in self.done for finding in checked.findings]
        return [*told, *(finding for found in self.folders.values() for finding in found)]

    @property
    def ignored(self) -> list[tuple[Finding, str]]:
        """Likewise."""
        return [pair for checked in self.done for pair in checked.ignored]

    @property
    def code(self) -> int:
        """The exit code."""
        if self.stopped:
            return 2
        return 1 if any(f.severity is Severity.ERROR for f in self.findings) else 0

    def check(self, path: Path) -> Checked | None:
        """A file; None when it cannot be read, which is told."""
        wanted = self.wanted
        try:
            with waiting(f"检查{path}"):
                checked = make(
                    path,
                    year=wanted.year,
                    last=wanted.last,
                    profile=wanted.profile,
                    select=wanted.select,
                    ignore=wanted.ignore,
                )
        except DrafterError as problem:
            self._stop(problem)
            return None
        self.done.append(checked)
        return checked

    def check_folder(self, path: Path, *, told: bool) -> None:
        """A templates folder; what is wrong with it goes to stdout."""
        from drafter.app.checking_templates import check_templates

        try:
            self.folders[path] = check_templates(path)
        except DrafterError as problem:
            self._stop(problem)
            return
        if told:
            print_findings(self.folders[path], err=False)

    def annotate(self, checked: Checked, out: Path | None, *, force: bool, told: bool) -> None:
        """Write the comments; where, goes to stdout unless that is taken."""
        from drafter.app.annotating import annotate

        try:
            path = annotate(checked, out, force=force)
        except DrafterError as problem:
            self._stop(problem)
            return
        self.written += 1
        click.echo(str(path), err=not told)

    def sum_up(self) -> None:
        """How much was found, how much left out, and where to read more."""
        for checked in self.done:
            if not checked.findings:
                texts = f"{checked.rules}条检查、{len(checked.texts)}段"
                note(f"{checked.path}：没有发现问题（{texts}）{_ignored([checked])}。")
        for folder, found in self.folders.items():
            if not found:
                note(f"{folder}：没有发现问题。")
        findings = self.findings
        if findings:
            several = f"共查{len(self.done)}个文件：" if len(self.done) > 1 else ""
            written = "，写成了批注" if self.written else ""
            note(f"{several}{tally(findings)}{_ignored(self.done)}{written}。")
            note(f"  想知道为什么这样查：drafter rules {_foremost(findings)}")
        self._hints()

    def _hints(self) -> None:
        """What was not looked at, and how it can be."""
        for checked in self.done:
            gaps = checked.report.gaps if checked.report else ()
            if gaps:
                name = f"{checked.path}：" if len(self.done) > 1 else ""
                note(
                    f"{name}待补充{len(gaps)}处：drafter outline {checked.path} 看缺什么、找谁要。"
                )
            if self.wanted.year and checked.kind == "yaml":
                note(f"“{checked.path}”的年度以问卷里写的为准，--year 不起作用。")
            if checked.reading.proof.year is None:
                note(f"看不出“{checked.path}”是哪一年的，与年度有关的没有查：加 --year 2023 写明。")
        if self.done and all(checked.reading.compared is None for checked in self.done):
            note("没有上年的材料，同比、沿用上年的文字没有核对：有的话加 --last 去年的报告。")

    def _stop(self, problem: DrafterError) -> None:
        """Tell why a file cannot be checked; what several files have in common, once."""
        print_findings(f for f in problem.findings if f not in self.stopped)
        self.stopped.update(dict.fromkeys(problem.findings))


def _print(checked: Checked, select: Iterable[str]) -> None:
    """What was found in a file, on stdout."""
    if not checked.findings:
        return
    attended = sys.stdout.isatty()
    marked = Marked(
        path=str(checked.path),
        texts=checked.texts,
        sections=checked.sections,
        placed=checked.placed,
        loose=checked.loose,
        counted=checked.kind not in _WITH_LINES,
    )
    lines = checked_lines(
        marked,
        width=width() if attended else 0,
        brackets=("", "") if attended else ("「", "」"),
        unfolded=select,
    )
    for line in lines:
        parts = (click.style(text, **_STYLES[role]) for text, role in line)  # type: ignore[arg-type]
        click.echo("".join(parts))


def _ignored(done: Iterable[Checked]) -> str:
    count = sum(len(checked.ignored) for checked in done)
    return f"；忽略{count}处" if count else ""


def _foremost(findings: Iterable[Finding]) -> str:
    """The code of the finding that weighs most."""
    weights = list(Severity)
    return min(findings, key=lambda finding: weights.index(finding.severity)).code
