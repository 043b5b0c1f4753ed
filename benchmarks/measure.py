"""Commands measured side by side: in turn, again and again, so that a busy machine slows all alike.

Only ratios within one such measurement say anything; seconds do not travel.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

LAUNCHER = Path(__file__).parent / "launcher.py"


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took.

    Attributes:
        wall: seconds by the clock.
        cpu: seconds of work, all its processes together.
        memory: greatest resident memory of one process, MiB.
    """

    wall: float
    cpu: float
    memory: float


@dataclass(frozen=True, slots=True)
class Subject:
    """Something to measure.

    Attributes:
        name: what tables call it.
        commands: run at the same time; mostly one.
        settings: environment variables besides those of the user.
        before: done ahead of every run, not measured; None = nothing.
    """

    name: str
    commands: tuple[tuple[str, ...], ...]
    settings: tuple[tuple[str, str], ...] = ()
    before: Callable[[], object] | None = None


Runs = dict[str, list[Run]]


@dataclass(frozen=True, slots=True)
class Effort:
    """How thoroughly to measure.

    Attributes:
        rounds: how often all is run in turn.
        longest: no report and no template more times as long as this.
        files: no more in one process.
    """

    rounds: int = 11
    longest: int = 64
    files: int = 1000


def subject(name: str, *command: str | Path, **settings: str) -> Subject:
    """A single command."""
    return Subject(name, (tuple(map(str, command)),), tuple(settings.items()))


def alternate(subjects: Sequence[Subject], rounds: int, *, first: bool = True) -> Runs:
    """Run all in turn, as often as there are rounds; every other time backwards.

    Args:
        subjects: what is run.
        rounds: how often.
        first: whether all run once more, ahead of the others and not counted.

    Raises:
        SystemExit: a command failed; its own words are told.
    """
    for one in subjects if first else ():
        run(one)
    runs: Runs = {one.name: [] for one in subjects}
    for number in range(rounds):
        for one in subjects if number % 2 else reversed(subjects):
            runs[one.name].append(run(one))
        if sys.stderr.isatty():
            print(f"{number + 1}/{rounds}", end="\r", file=sys.stderr)
    return runs


def run(one: Subject, *, codes: tuple[int, ...] = (0,)) -> Run:
    """A single run; `codes` are the exit codes that are no failure.

    Raises:
        SystemExit: it failed; its own words are told.
    """
    if one.before is not None:
        one.before()
    words: list[str] = []
    for command in one.commands:
        words += ["::", *command] if words else command
    launch = [sys.executable, "-I", "-S", str(LAUNCHER), *words]
    done = subprocess.run(
        launch, check=True, stdout=subprocess.PIPE, text=True, env=settings_of(one)
    )
    wall, cpu, memory, code = map(float, done.stdout.split())
    if code not in codes:
        raise SystemExit(_failed(one))
    return Run(wall, cpu, memory / 1024)


def settings_of(one: Subject) -> Mapping[str, str]:
    """The environment: as at a user's desk, where the compiled modules are kept."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **dict(one.settings)}


def _failed(one: Subject) -> str:
    """What a command that failed has to say."""
    for command in one.commands:
        done = subprocess.run(
            command, check=False, capture_output=True, encoding="utf-8", env=settings_of(one)
        )
        if done.returncode:
            return f"{one.name}: {' '.join(command)}\n{done.stderr}"
    return f"{one.name}: failed once, not the second time"


def middle(values: Iterable[float]) -> float:
    """The median."""
    return statistics.median(values)


def ratio(runs: Runs, name: str, base: str, of: Callable[[Run], float]) -> float:
    """How one compares to another: the median over the rounds, each set against its own round."""
    return middle(of(a) / of(b) for a, b in zip(runs[name], runs[base], strict=True))
