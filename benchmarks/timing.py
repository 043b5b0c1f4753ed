"""What the benchmarks share: medians, and fresh processes."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS = 5


def median(work: Callable[[], object], runs: int = RUNS) -> float:
    """Seconds, the median of some runs after one that is not counted."""
    work()
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def process(*arguments: str) -> Callable[[], object]:
    """A fresh interpreter; that it finds errors in what it checks is no failure."""
    command = [sys.executable, *arguments]
    # As at a user's desk, where the compiled modules are kept.
    settings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}

    def run() -> None:
        done = subprocess.run(command, check=False, capture_output=True, env=settings)
        if done.returncode not in {0, 1}:
            raise SystemExit(done.stderr.decode())

    return run
