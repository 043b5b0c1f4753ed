"""The program killed at any moment, and every file looked at afterwards.

`python -m tests.faults.killing --times 200` prints a table. Half of the kills come at a random
moment of the process's life, half at a random step of its writing (see shim/sitecustomize.py).
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.desk import JOBS, UNFINISHED, Job, leftovers, set_up, snapshot

SEED = 20231206
_SHIM = Path(__file__).parent / "shim"
_ROOT = Path(__file__).parents[2]
_LONG_AGO = 3600
_LONGER = 1.1  # than the whole life: some are not killed at all


@dataclass(frozen=True, slots=True)
class Known:
    """What a command does when nothing goes wrong.

    Attributes:
        wholes: for each file what it may hold; None when it may be absent.
        after: the folder when it has run.
        steps: of its writing.
        seconds: that it lives.
    """

    wholes: dict[str, set[bytes | None]]
    after: dict[str, bytes]
    steps: int
    seconds: float


@dataclass(slots=True)
class Tally:
    """What became of the kills of one command.

    Attributes:
        counted: 次数, 旧, 新, 之间, 临时文件, of each how many.
        faults: what must not be.
    """

    counted: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


class Killer:
    """Runs commands on copies of one folder and kills them."""

    def __init__(self, work: Path, seed: int = SEED) -> None:
        self._work, self._random = work, random.Random(seed)  # noqa: S311 - the same every time
        self._first = work / "first"
        set_up(self._first)
        self._before = snapshot(self._first)
        self._known: dict[Job, Known] = {}

    def kill(self, job: Job, tally: Tally) -> None:
        """Kill it once, look, and run it again."""
        known = self._known.get(job) or self._known.setdefault(job, self._learn(job))
        folder, caches = self._copy(), self._work / "caches"
        if self._random.random() < 1 / 4:
            shutil.rmtree(caches, ignore_errors=True)  # then these files are written as well
        if self._random.random() < 1 / 2:
            self._run(job, folder, STEP_KILL=str(self._random.randint(1, known.steps)))
        else:
            self._run(job, folder, after=self._random.uniform(0, known.seconds * _LONGER))
        found = snapshot(folder)
        state = _state(found, known, self._before)
        tally.counted.update(("次数", state, *("临时文件" for _ in leftovers(folder))))
        tally.faults += [f"{job.name}: {fault}" for fault in faults(found, known)]
        tally.faults += [f"{job.name}: {fault}" for fault in self._again(job, folder, known)]
        shutil.rmtree(folder)

    def _learn(self, job: Job) -> Known:
        """Let it run to its end; of fill also with fewer answers, each of which is saved."""
        folder, log = self._copy(), self._work / "steps"
        self._run(job, folder, STEP_LOG=str(log))
        after = snapshot(folder)
        shutil.rmtree(folder)
        folder, start = self._copy(), time.monotonic()
        self._run(job, folder)
        seconds = time.monotonic() - start
        assert snapshot(folder) == after != self._before, f"{job.name} gives no two same files"
        states = [self._before, after]
        lines = job.typed.splitlines(keepends=True)
        for count in range(1, len(lines)):
            shutil.rmtree(folder)
            folder = self._copy()
            self._run(Job(job.name, job.arguments, "".join(lines[:count])), folder)
            states.append(snapshot(folder))
        shutil.rmtree(folder)
        wholes = {name: {state.get(name) for state in states} for name in after}
        return Known(wholes, after, int(log.read_text(encoding="ascii")), seconds)

    def _again(self, job: Job, folder: Path, known: Known) -> list[str]:
        """Run the command once more, as a clerk does, an hour later."""
        for path in leftovers(folder):
            os.utime(path, (time.time() - _LONG_AGO,) * 2)
        killed = snapshot(folder)
        there = {n: data for n, data in killed.items() if not UNFINISHED.fullmatch(Path(n).name)}
        # Fewer answers are left to give than the first time; without any, nothing may change.
        ran = self._run(Job(job.name, job.arguments), folder)
        wanted = there if job.typed else known.after
        refused = not job.replaces and there == known.after
        faults = [] if ran == (2 if refused else 0) else [f"run again: exit code {ran}"]
        found = snapshot(folder)
        if refused or job.typed or there == known.after:
            found = {n: d for n, d in found.items() if not UNFINISHED.fullmatch(Path(n).name)}
        if found != wanted:
            odd = sorted(n for n in found | wanted if found.get(n) != wanted.get(n))
            faults.append(f"run again: not what it should be: {odd}")
        return faults

    def _run(self, job: Job, folder: Path, *, after: float | None = None, **steps: str) -> int:
        """Run it; `after` so many seconds it is killed."""
        paths = {"PYTHONPATH": f"{_SHIM}{os.pathsep}{_ROOT}", **steps}
        paths["XDG_CACHE_HOME"] = str(self._work / "caches")
        process = subprocess.Popen(
            [sys.executable, "-X", "utf8", "-m", "drafter", *job.arguments],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            cwd=folder, env={**os.environ, **paths}, encoding="utf-8",
        )  # fmt: skip
        if after is not None:
            assert process.stdin
            process.stdin.write(job.typed)
            process.stdin.flush()
            time.sleep(after)
            process.kill()
        try:
            process.communicate(job.typed if after is None else None)
        except BrokenPipeError:
            process.wait()
        return process.returncode

    def _copy(self) -> Path:
        return Path(shutil.copytree(self._first, self._work / "folder"))


def _state(found: dict[str, bytes], known: Known, before: dict[str, bytes]) -> str:
    """Whether the folder is as it was, as it shall be, or some files are this and some that."""
    there = {n: data for n, data in found.items() if not UNFINISHED.fullmatch(Path(n).name)}
    return "旧" if there == before else "新" if there == known.after else "之间"


def faults(found: dict[str, bytes], known: Known) -> list[str]:
    """Files that are lost, or hold anything but the whole old or the whole new."""
    lost = [name for name in known.wholes if found.get(name) not in known.wholes[name]]
    strange = [
        name
        for name in found
        if name not in known.wholes and not UNFINISHED.fullmatch(Path(name).name)
    ]
    return [f"lost or broken: {name}" for name in lost] + [f"strange: {name}" for name in strange]


def kill_all(work: Path, times: int, jobs: tuple[Job, ...] = JOBS) -> dict[str, Tally]:
    """So many kills, spread over the commands in turn."""
    killer, tallies = Killer(work), {job.name: Tally() for job in jobs}
    for number in range(times):
        job = jobs[number % len(jobs)]
        killer.kill(job, tallies[job.name])
    return tallies


def main() -> None:
    """Print what became of them as a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=200)
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory() as name:
        tallies = kill_all(Path(name), times)
    heads = ("次数", "旧", "新", "之间", "临时文件")
    print("| 命令 |", " | ".join(heads), "| 损坏或丢失 |")  # noqa: T201
    print("|---|" + "---:|" * (len(heads) + 1))  # noqa: T201
    for command, tally in tallies.items():
        counts = " | ".join(str(tally.counted[head]) for head in heads)
        print(f"| `{command}` | {counts} | {len(tally.faults)} |")  # noqa: T201
    faults = [fault for tally in tallies.values() for fault in tally.faults]
    print(*faults, sep="\n")  # noqa: T201
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
