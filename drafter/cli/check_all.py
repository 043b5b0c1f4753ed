"""`drafter check --all`: counts by file and by code; with --json everything, as it comes."""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from drafter.app.batch.checks import check_all
from drafter.app.batch.found import find_checkable
from drafter.app.rules import rules
from drafter.cli.many import named, progress, short, stoppable, tell_passed
from drafter.cli.printing import note, print_findings
from drafter.cli.streams import say
from drafter.model.finding import Severity
from drafter.writers.checked import LABELS
from drafter.writers.checked_many import Alike, code_lines, weights_told

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.app.batch.asked import Asked
    from drafter.app.batch.checks import Result
    from drafter.app.batch.found import Found
    from drafter.model.finding import Finding

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


@dataclass(slots=True)
class _Sum:
    """What came of all files: counts, and why some could not be read."""

    done: int = 0
    clean: int = 0
    weights: Counter[Severity] = field(default_factory=Counter)
    ignored: int = 0
    files: list[tuple[Path, dict[Severity, int]]] = field(default_factory=list)
    alike: dict[str, Alike] = field(default_factory=dict)
    undated: list[Path] = field(default_factory=list)
    stopped: list[tuple[Path, tuple[Finding, ...]]] = field(default_factory=list)

    def add(self, result: Result) -> None:
        self.done += 1
        if result.stopped:
            self.stopped.append((result.path, result.stopped))
            return
        self.weights.update(result.weights)
        self.ignored += result.ignored
        if result.weights:
            self.files.append((result.path, result.weights))
        else:
            self.clean += 1
        if not result.dated:
            self.undated.append(result.path)
        for code, (count, first) in result.alike.items():
            self.alike.setdefault(code, Alike(first)).add(count, first)

    @property
    def code(self) -> int:
        """The exit code: 2 when not one file could be read."""
        if len(self.stopped) == self.done:
            return 2
        return 1 if self.stopped or self.weights[Severity.ERROR] else 0


def run(folder: Path, asked: Asked, jobs: int) -> int:
    """Check everything, then say what came of it.

    Raises:
        DrafterError: there is nothing to check.
    """
    found = find_checkable(folder)
    total, made = len(found.files), _Sum()
    stream = _Stream() if asked.whole else None
    stopped = False
    try:
        with stoppable(), progress(total, "检查") as step:

            def take(result: Result) -> None:
                made.add(result)
                if stream is not None:
                    stream.add(result)
                step()

            check_all(found, asked, jobs=jobs, take=take)
    except KeyboardInterrupt:
        stopped = True
    if stream is not None:
        stream.end()
    else:
        _print(made, found)
    _tell_stopped(made)
    if stopped:
        say(f"已停止：共{total}个文件，查了{made.done}个；以上只是查过的。没有改动文件。")
        return 2
    tell_passed(found)
    _sum_up(made, total)
    return made.code


class _Stream:
    """The JSON of `check --json`, written as it comes: thousands of findings are not kept."""

    def __init__(self) -> None:
        self._left_out: list[tuple[Finding, str]] = []
        self._any = False
        click.echo('{\n  "findings": [', nl=False)

    def add(self, result: Result) -> None:
        for finding in (*result.findings, *result.stopped):
            self._item(finding.as_json())
        self._left_out += result.left_out

    def end(self) -> None:
        click.echo('],\n  "ignored": [', nl=False)
        self._any = False
        for finding, reason in self._left_out:
            self._item({**finding.as_json(), "reason": reason})
        click.echo("]\n}")

    def _item(self, value: dict[str, object]) -> None:
        comma = "," if self._any else ""
        click.echo(f"{comma}\n    {json.dumps(value, ensure_ascii=False)}", nl=False)
        self._any = True


def _print(made: _Sum, found: Found) -> None:
    """The counts, on stdout: by file, then by code."""
    if made.files:
        click.echo(click.style("各个文件", bold=True))
    for path, weights in made.files:
        counts = "、".join(
            click.style(f"{LABELS[severity]}{weights[severity]}处", fg=_COLOURS[severity])
            for severity in Severity
            if weights.get(severity)
        )
        click.echo(f"  {short(found, path)}　{counts}")
    if made.alike:
        click.echo(click.style("各条检查", bold=True))
    about = {rule.code: rule.part("查什么") for rule in rules()}
    for line in code_lines(made.alike, about, _width()):
        click.echo(line)


def _width() -> int:
    from drafter.cli.printing import width

    return width() if sys.stdout.isatty() else 0


def _tell_stopped(made: _Sum) -> None:
    """Why some could not be read; what several have in common, once."""
    if not made.stopped:
        return
    say(click.style(f"没有查成的{len(made.stopped)}个：", bold=True, underline=True))
    together: dict[tuple[Finding, ...], list[Path]] = {}
    for path, findings in made.stopped:
        together.setdefault(findings, []).append(path)
    for findings, paths in together.items():
        if len(paths) > 1:
            say(named(paths))
        print_findings(findings)


def _sum_up(made: _Sum, total: int) -> None:
    if made.undated:
        note(f"看不出是哪一年的{len(made.undated)}个，与年度有关的没有查：{named(made.undated)}")
        note("  加 --year 2023 写明；不是同一年的，分开查。")
    found = weights_told(made.weights) or "没有发现问题"
    ignored = f"；忽略{made.ignored}处" if made.ignored else ""
    clean = f"，{made.clean}个没有发现问题" if made.clean and made.files else ""
    stopped = f"，{len(made.stopped)}个没有查成" if made.stopped else ""
    note(f"共查{total}个文件：{found}{ignored}{clean}{stopped}。")
    if made.files:
        note(f"  逐处看：drafter check {made.files[0][0]}；为什么这样查：drafter rules 代码")
