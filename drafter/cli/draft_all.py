"""`drafter draft --all`: its one summary."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from drafter.app.batch.drafts import draft_all
from drafter.app.batch.found import find_year_files
from drafter.app.batch.orders import State
from drafter.app.draft import Format
from drafter.cli.many import named, progress, stoppable, tell_passed
from drafter.cli.printing import note, print_findings
from drafter.cli.streams import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from drafter.app.batch.found import Found
    from drafter.app.batch.orders import Order, Outcome
    from drafter.model.finding import Finding

_THERE = (State.WRITTEN, State.SAME, State.EDITED)


@dataclass(slots=True)
class _Sum:
    """What came of all year files; of those without a fault only their number is kept.

    Notes are kept by what they say: what all files have in common is told once.
    """

    states: Counter[State] = field(default_factory=Counter)
    gaps: int = 0
    told: list[Outcome] = field(default_factory=list)
    notes: dict[str, Finding] = field(default_factory=dict)

    def add(self, outcome: Outcome) -> None:
        self.states[outcome.state] += 1
        for one in outcome.notes:
            self.notes.setdefault(one.message, one)
        if outcome.state in _THERE:
            self.gaps += outcome.gaps
        if outcome.errors or outcome.state not in {State.WRITTEN, State.SAME}:
            self.told.append(outcome)

    def of(self, *states: State) -> list[Outcome]:
        return [outcome for outcome in self.told if outcome.state in states]

    @property
    def done(self) -> int:
        return sum(self.states.values())

    @property
    def code(self) -> int:
        """The exit code: 2 when not one year file could be worked on."""
        if self.states[State.FAILED] == self.done:
            return 2
        bad = any(outcome.errors or outcome.state is State.REFUSED for outcome in self.told)
        return 1 if bad else 0


def run(folder: Path, out: Path, order: Order, jobs: int) -> int:
    """Write every draft, then say what came of it; the folder of drafts alone goes to stdout.

    Raises:
        DrafterError: there is nothing to do, or nothing can be written.
    """
    if out.suffix.lstrip(".").lower() in {*Format, "yaml"} and not out.is_dir():
        raise click.UsageError(f"写了 --all，-o 后面要写一个文件夹，这里是“{out}”")
    found = find_year_files(folder, out)
    total, made = len(found.files), _Sum()
    try:
        with stoppable(), progress(total, "出初稿") as step:

            def take(outcome: Outcome) -> None:
                made.add(outcome)
                step()

            draft_all(found, out, order, jobs=jobs, take=take)
    except KeyboardInterrupt:
        _tell(made)
        say(
            f"已停止：共{total}份问卷，做完{made.done}份，还有{total - made.done}份没有做；"
            "没有写了一半的文件。"
        )
        note("  再运行一次同样的命令，就从这里接着做。")
        return 2
    _tell(made)
    print_findings(made.notes.values())
    tell_passed(found)
    _sum_up(made, found, out)
    return made.code


def _tell(made: _Sum) -> None:
    """What went wrong, by file."""
    failed = made.of(State.FAILED)
    if failed:
        _head(f"没有写成的{len(failed)}份：")
        _by_file(failed)
    refused = made.of(State.REFUSED)
    if refused:
        _head(f"不能定稿、没有写的{len(refused)}份（要先补齐、改正）：")
        _by_file(refused)
    faulty = [outcome for outcome in made.of(State.WRITTEN, State.SAME) if outcome.errors]
    if faulty:
        _head(f"初稿写了、问卷里有错误的{len(faulty)}份：")
        _by_file(faulty)
    edited = made.of(State.EDITED)
    if edited:
        names = named([outcome.job.target for outcome in edited])
        note(f"初稿有人改过、问卷没有变，没有动它的{len(edited)}份：{names}")


def _head(text: str) -> None:
    say(click.style(text, bold=True, underline=True))


def _by_file(outcomes: Iterable[Outcome]) -> None:
    """The findings of each; what several have in common, once."""
    together: dict[tuple[Finding, ...] | Path, list[Outcome]] = {}
    for outcome in outcomes:
        together.setdefault(outcome.told or outcome.job.source, []).append(outcome)
    for alike in together.values():
        first = alike[0]
        gaps = f"　待补充{first.gaps}处" if first.state is State.REFUSED and first.gaps else ""
        if gaps or len(alike) > 1 or not first.told:
            names = named([outcome.job.source for outcome in alike])
            say(click.style(names, bold=True) + gaps)
        print_findings(first.told)
        _more(first)


def _more(outcome: Outcome) -> None:
    source, left = outcome.job.source, outcome.errors - len(outcome.told)
    if not outcome.told and outcome.errors:
        say(f"  错误{left}处，上次已经列出：drafter check {source} 再看")
    elif left:
        say(f"  还有{left}处错误：drafter check {source} 看全部")
    if outcome.state is State.REFUSED and outcome.gaps:
        say(f"  缺什么、找谁要：drafter outline {source}")


def _sum_up(made: _Sum, found: Found, out: Path) -> None:
    states = made.states
    counts: Sequence[tuple[str, int]] = (
        ("写好", states[State.WRITTEN]),
        ("已是最新、没有重写", states[State.SAME]),
        ("有人改过、没有动", states[State.EDITED]),
        ("不能定稿", states[State.REFUSED]),
        ("没有写成", states[State.FAILED]),
    )
    told = "，".join(f"{label}{count}份" for label, count in counts if count)
    gaps = f"；待补充共{made.gaps}处" if made.gaps else ""
    note(f"共{len(found.files)}份问卷：{told}{gaps}。")
    if made.code != 2:  # noqa: PLR2004 - the contract's exit code
        click.echo(str(out))
