"""Hostile inputs by the ten thousand: `python -m tests.fuzz.running --inputs 100000 --seed 1`.

Every input that goes wrong is kept under --keep, and told with reader, seed and number; the same
three make the same input again (`--reader yaml --seed 1 --first 4711 --inputs 1`).
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.fuzz.inputs import NAMES, made
from tests.fuzz.seeds import Seeds, seeds
from tests.fuzz.uses import keep_templates
from tests.fuzz.workers import Job, Told, run

#: Of a hundred inputs, how many go to each reader: more where reading takes less time.
SHARES = {
    "yaml": 16, "profile": 12, "docx": 8, "html": 16, "mht": 8, "txt": 8, "md": 8, "pdf": 6, "xlsx": 8,
    "csv": 8, "edited-docx": 1, "word-template": 1,
}  # fmt: skip
_STARS = 5  # of the slowest that are told


def main() -> int:
    options = _options()
    os.environ["DRAFTER_CACHE"] = "off"
    readers = [options.reader] if options.reader else list(SHARES)
    total = sum(SHARES[reader] for reader in readers)
    made_of = seeds(Path(tempfile.mkdtemp()))
    keep_templates()
    failures = 0
    for reader in readers:
        count = max(1, options.inputs * SHARES[reader] // total)
        since = time.monotonic()
        job = Job(reader, options.seed, options.first, count)
        told = run(job, options.jobs, made_of)
        _print(job, told, time.monotonic() - since)
        failures += len(told.wrong)
        _keep(job, told, options.keep, made_of)
    return 1 if failures else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=1000, help="of all readers together")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="the first input's number")
    parser.add_argument("--reader", choices=sorted(NAMES))
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "drafter-fuzz")
    return parser.parse_args()


def _print(job: Job, told: Told, seconds: float) -> None:
    slowest = sorted(told.slowest, reverse=True)[:_STARS]
    slow = " ".join(f"{number}:{taken:.2f}s" for taken, number in slowest)
    line = (
        f"{job.reader}: {told.count} inputs, {told.refused} refused, {len(told.wrong)} wrong,"
        f" {told.count / max(seconds, 0.001):.0f}/s; slowest {slow}\n"
    )
    sys.stdout.write(line)
    for wrong, count in Counter(one.wrong for one in told.wrong).most_common():
        first = next(one for one in told.wrong if one.wrong == wrong)
        sys.stdout.write(f"  {count} x {wrong} (seed {job.seed}, number {first.number})\n")
        sys.stdout.write("".join(f"    {line}\n" for line in first.trace.splitlines()[-9:]))
    sys.stdout.flush()


def _keep(job: Job, told: Told, folder: Path, made_of: Seeds) -> None:
    """The first input of each kind of failure."""
    for wrong in {one.wrong for one in told.wrong}:
        number = next(one.number for one in told.wrong if one.wrong == wrong)
        place = folder / job.reader / f"{job.seed}-{number}-{NAMES[job.reader]}"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(made(made_of, job.reader, job.seed, number))


if __name__ == "__main__":
    sys.exit(main())
