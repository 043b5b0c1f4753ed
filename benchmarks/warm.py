"""Two hundred year files end to end: as one program, and as two at a time."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from shutil import rmtree
from typing import TYPE_CHECKING

from benchmarks.bars import Bar
from benchmarks.measure import Subject, alternate, middle, ratio, settings_of
from benchmarks.tables import Table, seconds, times
from benchmarks.workshop import TEMPLATE
from benchmarks.years import make_years

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.measure import Effort, Run, Runs
    from benchmarks.workshop import Workshop

FILES = 200
NAIVE, NAIVE_C = "docxtpl 脚本", "docxtpl 脚本，C 的 YAML 库"
NAIVE_TWO = "docxtpl 脚本，两个进程各一半"
OURS, OURS_TWO = "drafter，逐份", "drafter，逐份，两个进程各一半"
ALL, ALL_TWO = "drafter draft --all --jobs 1", "drafter draft --all --jobs 2"


def warm(shop: Workshop, effort: Effort) -> tuple[list[Table], list[Bar]]:
    """Measure whole processes, their start included."""
    subjects = _subjects(shop)
    runs = alternate(subjects, effort.rounds, first=False)  # what was compared was the first
    missing = () if ALL in runs else ("这一版还没有 draft --all，表里没有它。",)
    table = Table(
        f"成批：{FILES}份问卷，从读问卷到写好 Word",
        ("做什么", "秒（最快–最慢）", "CPU 秒", "每秒份数", "每秒份数÷脚本", "同样，按 CPU"),
        tuple(_row(runs, one.name) for one in subjects),
        (
            f"五个例子变出来的问卷，份份不同；整个进程，连启动在内；各项轮流跑{effort.rounds}遍。",
            "“逐份”是一个进程里逐份调用 draft 命令所用的函数。",
            "两个进程快多少，要看当时有没有两个空着的核：脚本的两个进程是对照。",
            *missing,
        ),
    )
    return [table], _bars(runs)


def can_do_all(shop: Workshop) -> bool:
    """Whether this version has `draft --all`."""
    asked = shop.drafter("", "draft", "--help")
    done = subprocess.run(
        asked.commands[0], check=True, capture_output=True, env=settings_of(asked)
    )
    return b"--all" in done.stdout


def _subjects(shop: Workshop) -> list[Subject]:
    years = shop.place("years")
    files = make_years(FILES, years)
    data = shop.asked(files, "years-asked")
    shop.compare(years, data)
    out = shop.place("out")
    subjects = [
        shop.naive(NAIVE, TEMPLATE, data, out),
        shop.naive(NAIVE_C, TEMPLATE, data, out, loader="C"),
        shop.floor("只有 Jinja 和 zip（底线）", data, out),
        _two(shop.batch(NAIVE_TWO, "naive", TEMPLATE, data, out)),
        shop.batch(OURS, "drafter", TEMPLATE, years, out),
        _two(shop.batch(OURS_TWO, "drafter", TEMPLATE, years, out)),
    ]
    if can_do_all(shop):
        subjects += [_every(shop, ALL, years, "1"), _every(shop, ALL_TWO, years, "2")]
    return subjects


def _every(shop: Workshop, name: str, years: Path, jobs: str) -> Subject:
    """`draft --all` into a folder that is not there yet: it leaves alone what is up to date."""
    out = shop.folder / f"every-{jobs}"
    one = shop.drafter(name, "draft", "--all", years, "-o", out, "--jobs", jobs)
    return replace(one, before=lambda: rmtree(out, ignore_errors=True))


def _two(one: Subject) -> Subject:
    """Two processes at a time, each with half of the work."""
    command = one.commands[0]
    halves = tuple((*command, "--part", part) for part in ("1/2", "2/2"))
    return Subject(one.name, halves, one.settings)


def _row(runs: Runs, name: str) -> tuple[str, ...]:
    own = runs[name]
    wall = middle(one.wall for one in own)
    return (
        name,
        seconds([one.wall for one in own]),
        f"{middle(one.cpu for one in own):.1f}",
        f"{FILES / wall:.1f}",
        times(ratio(runs, NAIVE, name, _wall)),
        times(ratio(runs, NAIVE, name, _cpu)),
    )


def _bars(runs: Runs) -> list[Bar]:
    best, two = (ALL, ALL_TWO) if ALL in runs else (OURS, OURS_TWO)
    return [
        Bar(
            f"{FILES}份的每秒份数 ÷ 脚本",
            ratio(runs, NAIVE, best, _wall),
            least=6,
            work=ratio(runs, NAIVE, best, _cpu),
        ),
        Bar("两个进程的每秒份数 ÷ 一个", ratio(runs, best, two, _wall), least=1.7),
    ]


def _wall(one: Run) -> float:
    return one.wall


def _cpu(one: Run) -> float:
    return one.cpu
