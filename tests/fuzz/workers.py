"""Inputs shared out to processes; one that dies or hangs is told and replaced."""

from __future__ import annotations

import multiprocessing
import shutil
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from drafter import locate
from tests.fuzz.guard import Guard
from tests.fuzz.seeds import ROOT, Seeds
from tests.fuzz.trying import Outcome, tried

if TYPE_CHECKING:
    from ctypes import c_long
    from multiprocessing.connection import Connection
    from multiprocessing.sharedctypes import Synchronized

_HUNG = 60.0  # seconds by the clock; the guard stops sooner whatever lets itself be stopped
_LOOK = 0.2
_SLOW = 0.3  # seconds of which an input is told among the slowest
_FORK = multiprocessing.get_context("fork")


@dataclass(frozen=True, slots=True)
class Job:
    """Inputs of one reader: `count` of them from number `first` on."""

    reader: str
    seed: int
    first: int
    count: int


@dataclass(slots=True)
class Told:
    """What came of a job."""

    count: int = 0
    refused: int = 0
    wrong: list[Outcome] = field(default_factory=list)
    slowest: list[tuple[float, int]] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        self.count += 1
        self.refused += outcome.refused
        if outcome.wrong:
            self.wrong.append(outcome)
        if outcome.seconds > _SLOW:
            self.slowest.append((outcome.seconds, outcome.number))

    def join(self, other: Told) -> None:
        self.count += other.count
        self.refused += other.refused
        self.wrong += other.wrong
        self.slowest += other.slowest


def run(job: Job, jobs: int, seeds: Seeds) -> Told:
    """Try all inputs of a job."""
    told = Told()
    last = job.first + job.count
    crew = [_Worker(job, range(job.first + n, last, jobs), seeds) for n in range(jobs)]
    while crew:
        for worker in list(crew):
            more = worker.look(told)
            if more is not None:
                crew.remove(worker)
                crew += [_Worker(job, more, seeds)] if more else []
    return told


class _Worker:
    """A process with its share of the numbers."""

    def __init__(self, job: Job, numbers: range, seeds: Seeds) -> None:
        self._numbers = numbers
        self._at: Synchronized[c_long] = _FORK.Value("l", numbers[0] if numbers else -1)
        self._ours, theirs = _FORK.Pipe(duplex=False)
        self._process = _FORK.Process(target=_work, args=(job, numbers, seeds, self._at, theirs))
        self._process.start()
        theirs.close()
        self._seen, self._since = self._number, time.monotonic()

    @property
    def _number(self) -> int:
        return int(self._at.value)

    def look(self, told: Told) -> range | None:
        """What is left to be done by another process when this one has ended; else None."""
        try:
            if self._ours.poll(_LOOK):
                outcomes: Told = self._ours.recv()
                told.join(outcomes)
                return None
        except EOFError:
            return self._ended(told)
        if self._number != self._seen:
            self._seen, self._since = self._number, time.monotonic()
        elif time.monotonic() - self._since > _HUNG:
            self._process.kill()
        return None

    def _ended(self, told: Told) -> range:
        self._process.join()
        code = self._process.exitcode
        if code == 0:
            return range(0)
        number = self._number
        why = "hung" if code == -9 else f"died ({code})"
        told.add(Outcome(number, False, why, "", time.monotonic() - self._since))  # noqa: FBT003
        return self._numbers[self._numbers.index(number) + 1 :]


def _work(
    job: Job, numbers: range, seeds: Seeds, at: Synchronized[c_long], out: Connection
) -> None:
    folder = Path(tempfile.mkdtemp())
    guard = Guard(folder, (locate.templates(), ROOT / "drafter"))
    for number in numbers:
        at.value = number  # type: ignore[assignment]
        told = Told()
        told.add(tried(seeds, job.reader, job.seed, number, folder / "in", guard))
        out.send(told)
    shutil.rmtree(folder, ignore_errors=True)
