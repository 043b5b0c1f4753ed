"""`drafter check`."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.app.checking import check as make
from drafter.app.kinds import is_templates
from drafter.app.rules import FAMILIES, UnknownCodeError, read_codes
from drafter.cli.chinese import ChineseCommand, Choice
from drafter.cli.printing import note, print_findings, print_json, width
from drafter.cli.years import asked_year
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


@click.command(cls=ChineseCommand)
@click.argument("files", metavar="文件…", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON，供别的程序读取")
@click.option("--year", metavar="年度", help="报告哪一年；报告里写明了的可以不写")
@click.option("--last", metavar="上年", help="上年的问卷或报告，用来核对同比、沿用")
@click.option("--select", multiple=True, metavar="代码", help="只查这几条，如 F203,W4；可以写几次")
@click.option("--ignore", multiple=True, metavar="代码", help="不查这几条，写法同上")
@click.option("--to", type=Choice("docx"), help="写成批注：docx 的副本，或问卷的初稿")
@click.option(
    "-o", "out", metavar="文件.docx", help="批注写到哪个文件；不写就放在旁边，原名（检查）.docx"
)
@click.option("--force", is_flag=True, help="文件已经有了也照样覆盖")
def check(
    files: tuple[str, ...],
    as_json: bool,
    year: str | None,
    last: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    to: str | None,
    out: str | None,
    force: bool,
) -> int:
    """检查问卷，或者任何写好的报告：数对不对得上，该写的写了没有，用词准不准。

    文件可以是问卷（.yaml），也可以是写好的报告（docx、doc、html、txt、md、pdf），可以一次写几个。
    写自己的 templates 文件夹，就查里面的指标、主题、提法有没有写错。

    每条检查的理由和例子，用 drafter rules 查看。
    """
    target = _target(out, files)
    wanted = _Wanted(
        year=asked_year(year),
        last=Path(last) if last else None,
        select=_codes(select, "--select"),
        ignore=_codes(ignore, "--ignore"),
    )
    session = _Session(wanted)
    for file in dict.fromkeys(files):
        if is_templates(Path(file)):
            session.check_folder(Path(file), told=not as_json)
            continue
        checked = session.check(Path(file))
        if checked is None:
            continue
        if to or target:
            session.annotate(checked, target, force=force, told=not as_json)
        elif not as_json:
            _print(checked, wanted.select)
    if as_json:
        print_json(checked_json(session.findings, session.ignored))
    session.sum_up()
    return session.code


@record
class _Wanted:
    """What was asked for."""

    year: int | None
    last: Path | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]


@dataclass(slots=True)
class _Session:
    """The files of one call, one after another."""

    wanted: _Wanted
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
            checked = make(
                path,
                year=wanted.year,
                last=wanted.last,
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


def _target(out: str | None, files: tuple[str, ...]) -> Path | None:
    if out is None:
        return None
    if Path(out).suffix.lower() != ".docx":
        raise click.UsageError(f"批注只能写成 .docx 文件，这里是“{out}”")
    if len(files) > 1:
        raise click.UsageError("-o 只能用于一个文件；几个文件不写 -o，各自放在旁边")
    return Path(out)


def _codes(words: tuple[str, ...], option: str) -> tuple[str, ...]:
    try:
        return read_codes(words)
    except UnknownCodeError as problem:
        near = f"，是不是 {'、'.join(problem.near)}" if problem.near else ""
        families = "、".join(f"{letter}（{name}）" for letter, name in FAMILIES.items())
        message = f"{option} 里没有“{problem.code}”这个代码{near}；各类检查：{families}"
        raise click.UsageError(message) from None
