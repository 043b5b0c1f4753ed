"""A thousand different year files in one process: cost per file and memory, as they go on."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import mean
from typing import TYPE_CHECKING

from benchmarks.bars import Bar
from benchmarks.measure import middle
from benchmarks.tables import Table, times
from benchmarks.workshop import TEMPLATE
from benchmarks.years import make_years

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.measure import Effort
    from benchmarks.workshop import Numbers, Workshop

#: Files in one process, and how many such processes; those of a size are measured in turn.
SIZES = {10: 7, 100: 3, 1000: 1}
#: The examples come in turn, and their lengths differ: the first turn, which loads the libraries,
#: is left out, and what is left are whole turns.
_TURN = 5
_WORKERS = {"drafter": "drafter，逐份", "naive": "docxtpl 脚本"}
_FEW = min(SIZES)


@dataclass(frozen=True, slots=True)
class Found:
    """What one worker took.

    Attributes:
        cost: seconds of work for a document, by the number of files in the process.
        memory: greatest memory of the process, MiB, likewise.
    """

    cost: dict[int, float]
    memory: dict[int, float]


def memory(shop: Workshop, effort: Effort) -> tuple[list[Table], list[Bar]]:
    """Measure; the longest once."""
    sources = _sources(shop, effort)
    numbers = {
        size: [
            {name: _numbers(shop, name, sources[size][name]) for name in _WORKERS}
            for _ in range(min(often, effort.rounds))
        ]
        for size, often in SIZES.items()
        if size in sources
    }
    most = max(sources)
    found = {name: _found(numbers, name) for name in _WORKERS}
    ours = found["drafter"]
    bars = [
        Bar(f"{most}份时每份的花费 ÷ {_FEW}份时", ours.cost[most] / ours.cost[_FEW], most=1.1),
        Bar(f"从{_FEW}份到{most}份多占的内存，MiB", _growth(ours), most=5),
    ]
    return [_table(found)], bars


def _sources(shop: Workshop, effort: Effort) -> dict[int, dict[str, Path]]:
    """The folders with that many files, by size and worker."""
    made = {}
    for size in (size for size in SIZES if size <= effort.files):
        years = shop.place(f"files-{size}")
        data = shop.asked(make_years(size, years), f"files-{size}-asked")
        made[size] = {"drafter": years, "naive": data}
    shop.compare(made[_FEW]["drafter"], made[_FEW]["naive"])
    return made


def _numbers(shop: Workshop, worker: str, folder: Path) -> Numbers:
    return shop.numbers(worker, TEMPLATE, folder, shop.place("out"))


def _found(numbers: dict[int, list[dict[str, Numbers]]], worker: str) -> Found:
    """The medians of a worker's processes."""
    runs = {size: [one[worker] for one in often] for size, often in numbers.items()}
    return Found(
        {size: middle(_mean(one) for one in often) for size, often in runs.items()},
        {size: middle(one[-1][2] for one in often) for size, often in runs.items()},
    )


def _mean(numbers: Numbers) -> float:
    """Seconds of work for a document."""
    return mean(work for _, work, _ in numbers[_TURN:])


def _growth(found: Found) -> float:
    return max(found.memory.values()) - found.memory[_FEW]


def _table(found: dict[str, Found]) -> Table:
    sizes = tuple(found["drafter"].cost)
    return Table(
        "份数多了：每份的花费和进程的内存",
        (
            "做什么",
            *(f"{size}份，每份 CPU 毫秒" for size in sizes),
            f"{sizes[-1]}份÷{_FEW}份",
            *(f"{size}份，内存 MiB" for size in sizes),
            "多占 MiB",
        ),
        tuple(
            (
                _WORKERS[name],
                *(f"{cost * 1000:.0f}" for cost in one.cost.values()),
                times(one.cost[sizes[-1]] / one.cost[_FEW]),
                *(f"{most:.0f}" for most in one.memory.values()),
                f"{_growth(one):.1f}",
            )
            for name, one in found.items()
        ),
        (
            "一个进程里逐份写份份不同的问卷；每份的花费不算最先的五份（装载程序库）；内存是进程的最大占用。",
        ),
    )
