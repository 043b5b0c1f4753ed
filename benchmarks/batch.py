"""Many reports in one process, by drafter or by the naive script, with what each of them took.

    python -m benchmarks.batch drafter|naive|naive-c TEMPLATE FOLDER OUTFOLDER
        [--part N/M] [--again N] [--numbers FILE]

Every .yaml of the folder, in order: year files for drafter, the template's data for the naive
script. `--part 1/2` takes every second one from the first, `--again 3` goes over them three times.
The numbers are a JSON list: for each report, seconds by the clock, seconds of work, and the
greatest resident memory of the process so far in MiB.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Work = Callable[[Path, Path], object]


def main() -> None:
    """Do all."""
    given = _arguments()
    work = _worker(given.worker, given.template)
    first, parts = map(int, given.part.split("/"))
    sources = sorted(given.folder.glob("*.yaml"))[first - 1 :: parts] * given.again
    numbers = [_measured(work, one, given.out / f"{one.stem}.docx") for one in sources]
    if given.numbers is not None:
        given.numbers.write_text(json.dumps(numbers), "utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("worker", choices=("drafter", "naive", "naive-c"))
    for name in ("template", "folder", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--part", default="1/1")
    parser.add_argument("--again", type=int, default=1)
    parser.add_argument("--numbers", type=Path)
    return parser.parse_args()


def _worker(name: str, template: Path) -> Work:
    """What makes one report; only its own libraries are imported."""
    if name == "drafter":
        from drafter.app.draft import draft
        from drafter.app.word_templates import word_template

        # As the command does without --word.
        word = None if template.samefile(word_template(None)) else template

        gc.set_threshold(100_000, 20)  # as the command does
        return lambda year_file, out: draft(year_file, out, word=word, force=True)
    if name == "naive-c":
        os.environ["NAIVE_LOADER"] = "C"
    from benchmarks.naive.naive import fill

    return lambda data, out: fill(template, data, out)


def _measured(work: Work, source: Path, out: Path) -> tuple[float, float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    work(source, out)
    taken = time.perf_counter() - wall, time.process_time() - cpu
    return *taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
