"""One command, a fresh process each time: what a person at a desk waits for."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from benchmarks.asked import asked, write_yaml
from benchmarks.bars import Bar
from benchmarks.measure import alternate, middle, ratio, subject
from benchmarks.tables import Table, milliseconds, times
from benchmarks.workshop import TEMPLATE
from benchmarks.years import LONGCHENG

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.measure import Effort, Run, Runs, Subject
    from benchmarks.workshop import Workshop

NAIVE = "docxtpl 脚本"
DRAFT, FIRST = "drafter draft", "drafter draft，头一次（没有缓存）"
OUTLINE, HELP = "drafter outline", "drafter --help"


def cold(shop: Workshop, effort: Effort) -> tuple[list[Table], list[Bar]]:
    """Measure the commands against the naive script."""
    subjects = _subjects(shop, _data(shop))
    runs = alternate(subjects, effort.rounds)
    table = Table(
        "冷启动：一条命令，从敲回车到做完",
        (
            "做什么",
            "毫秒（最快–最慢）",
            "CPU 毫秒",
            "内存 MiB",
            "时间÷脚本",
            "CPU÷脚本",
            "内存÷脚本",
        ),
        tuple(_row(runs, one.name) for one in subjects),
        (
            f"龙城街道的例子；各项轮流跑{effort.rounds}遍，先跑的一遍不算。",
            "毫秒是中位数；倍数是每一遍里两两相除，再取中位数。",
        ),
    )
    return [table], _bars(runs)


def _data(shop: Workshop) -> Path:
    """The naive script's data, its output held against drafter's."""
    (shop.place("one") / "longcheng.yaml").write_bytes(LONGCHENG.read_bytes())
    data = write_yaml(asked(LONGCHENG), shop.place("one-asked") / "longcheng.yaml")
    shop.compare(shop.place("one"), data.parent)
    return data


def _subjects(shop: Workshop, data: Path) -> list[Subject]:
    out = shop.folder / "out.docx"
    draft = ("draft", LONGCHENG, "-o", out, "--force")
    joined = write_yaml(asked(LONGCHENG, joined=True), shop.folder / "joined.yaml")
    return [
        _python("pass"),
        _python("import click, yaml"),
        _python("import docxtpl"),
        shop.naive(NAIVE, TEMPLATE, data, out),
        shop.naive(f"{NAIVE}，C 的 YAML 库", TEMPLATE, data, out, loader="C"),
        shop.naive(f"{NAIVE}，C 的 YAML 库，每段一片", TEMPLATE, joined, out, loader="C"),
        shop.floor("只有 Jinja 和 zip（底线）", data, out),
        shop.drafter(DRAFT, *draft),
        shop.drafter(FIRST, *draft, empty=True),
        shop.drafter(OUTLINE, "outline", LONGCHENG),
        shop.drafter("drafter check", "check", LONGCHENG),
        shop.drafter(HELP, "--help"),
    ]


def _python(line: str) -> Subject:
    return subject(f"python -c '{line}'", sys.executable, "-c", line)


def _row(runs: Runs, name: str) -> tuple[str, ...]:
    own = runs[name]
    return (
        name,
        milliseconds([one.wall for one in own]),
        f"{middle(one.cpu for one in own) * 1000:.0f}",
        f"{middle(one.memory for one in own):.0f}",
        *(times(ratio(runs, name, NAIVE, of)) for of in (wall, cpu, memory)),
    )


def _bars(runs: Runs) -> list[Bar]:
    return [
        _bar(runs, "冷 draft ÷ 脚本，时间", DRAFT, 0.65),
        Bar("冷 draft ÷ 脚本，内存", ratio(runs, DRAFT, NAIVE, memory), most=0.8),
        _bar(runs, "冷 outline ÷ 脚本，时间", OUTLINE, 0.45),
        _bar(runs, "--help ÷ 脚本，时间", HELP, 0.25),
        _bar(runs, "头一次 draft ÷ 脚本，时间", FIRST, 1.3),
    ]


def _bar(runs: Runs, called: str, name: str, most: float) -> Bar:
    by_clock, by_work = (ratio(runs, name, NAIVE, of) for of in (wall, cpu))
    return Bar(called, by_clock, most=most, work=by_work)


def wall(one: Run) -> float:
    """Seconds by the clock."""
    return one.wall


def cpu(one: Run) -> float:
    """Seconds of work."""
    return one.cpu


def memory(one: Run) -> float:
    """Greatest memory, MiB."""
    return one.memory
