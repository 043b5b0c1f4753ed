"""One report growing, and one Word template growing: what 4, 16 and 64 times the length costs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.bars import Bar
from benchmarks.long_templates import extended_template, repeated_template
from benchmarks.measure import middle
from benchmarks.tables import Table, times
from benchmarks.texts import paragraphs
from benchmarks.workshop import TEMPLATE
from benchmarks.years import LONGCHENG, with_longer_paragraphs, with_more_paragraphs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from benchmarks.measure import Effort
    from benchmarks.workshop import Workshop

    #: Template, folder of the year file, folder of the naive script's data.
    Sources = tuple[Path, Path, Path]
    #: Seconds of work for a document, by worker and size.
    Costs = dict[tuple[str, int], float]

#: How many times as long, and how often it is printed in one process; the first is not counted.
SIZES = {1: 9, 4: 6, 16: 4, 64: 2}
_WORKERS = {"drafter": "drafter", "naive": "docxtpl 脚本"}
_ROUNDS = 3
#: What 64 times the length may cost; where something cannot grow so far, in proportion.
_MOST_TIMES = 70


@dataclass(frozen=True, slots=True)
class Way:
    """A way of growing.

    Attributes:
        name: what grows.
        note: how, and how far.
        make: makes what is needed at a size.
        sizes: those that are measured.
    """

    name: str
    note: str
    make: Callable[[Workshop, int], Sources]
    sizes: tuple[int, ...] = tuple(SIZES)


def growth(shop: Workshop, effort: Effort) -> tuple[list[Table], list[Bar]]:
    """Measure all ways of growing; processes of all lengths in turn, at most three times."""
    tables: list[Table] = []
    bars: list[Bar] = []
    for way in _WAYS:
        costs, lengths = _measured(shop, way, effort)
        tables.append(_table(way, costs, lengths))
        longest = max(lengths)
        value = costs["drafter", longest] / costs["drafter", 1]
        most = longest * _MOST_TIMES / max(SIZES)
        bars.append(Bar(f"{way.name}，{longest}倍长的花费是几倍", value, most=most))
    return tables, bars


def _measured(shop: Workshop, way: Way, effort: Effort) -> tuple[Costs, dict[int, int]]:
    """The costs, and the characters printed by size."""
    sources = {size: way.make(shop, size) for size in way.sizes if size <= effort.longest}
    lengths = {size: _compared(shop, one) for size, one in sources.items()}
    found: dict[tuple[str, int], list[float]] = {}
    for _ in range(min(effort.rounds, _ROUNDS)):
        for size, given in sources.items():
            for worker in _WORKERS:
                cost = _cost(shop, worker, given, SIZES[size])
                found.setdefault((worker, size), []).append(cost)
    return {key: middle(costs) for key, costs in found.items()}, lengths


def _compared(shop: Workshop, sources: Sources) -> int:
    """Characters of the document, drafter's and the naive script's being the same."""
    template, years, data = sources
    shop.compare(years, data, template)
    printed = paragraphs(next(shop.place("theirs").glob("report.docx")))
    return sum(len(text) for _, text in printed)


def _cost(shop: Workshop, worker: str, sources: Sources, again: int) -> float:
    """Seconds of work for one document, the process being warm."""
    template, years, data = sources
    folder = years if worker == "drafter" else data
    out = shop.place("out")
    numbers = shop.numbers(worker, template, folder, out, "--again", str(again))
    return middle(work for _, work, _ in numbers[1:])


def _more(shop: Workshop, size: int) -> Sources:
    years = shop.place(f"more-{size}")
    path = with_more_paragraphs(size, years / "report.yaml")
    return TEMPLATE, years, shop.asked([path], f"more-{size}-asked")


def _longer(shop: Workshop, size: int) -> Sources:
    years = shop.place(f"longer-{size}")
    path = with_longer_paragraphs(size, years / "report.yaml")
    return TEMPLATE, years, shop.asked([path], f"longer-{size}-asked")


def _extended(shop: Workshop, size: int) -> Sources:
    return extended_template(size, shop.folder / f"extended-{size}.docx"), *_longcheng(shop)


def _repeated(shop: Workshop, size: int) -> Sources:
    return repeated_template(size, shop.folder / f"repeated-{size}.docx"), *_longcheng(shop)


def _longcheng(shop: Workshop) -> tuple[Path, Path]:
    """The year file as it is, and its data."""
    path = shop.place("longcheng") / "report.yaml"
    path.write_bytes(LONGCHENG.read_bytes())
    return path.parent, shop.asked([path], "longcheng-asked")


_WAYS = (
    Way(
        "报告的段落多了",
        "龙城街道的问卷加上自己写的段落；脚本只印，drafter 还要读、组句、回读。",
        _more,
    ),
    Way(
        "报告的段落长了",
        "龙城街道的问卷，自己写的亮点、不足、安排多抄几遍，64倍时一段有上万字。",
        _longer,
    ),
    Way(
        "Word 模板的段落多了",
        "标准模板后面加固定的文字，每三段有一个标记；drafter 收的模板最多3000段、1000个标记。",
        _extended,
    ),
    Way(
        "Word 模板整个重复",
        "标准模板从头到尾重复，报告也就印几遍；drafter 收的模板最多60个循环，只能到4倍。",
        _repeated,
        (1, 4),
    ),
)


def _table(way: Way, costs: Costs, lengths: dict[int, int]) -> Table:
    return Table(
        way.name,
        (
            "长度",
            "印出的字",
            *(f"{called}，CPU 秒" for called in _WORKERS.values()),
            *(f"{called}，倍数" for called in _WORKERS.values()),
        ),
        tuple(
            (
                f"{size} 倍",
                str(lengths[size]),
                *(f"{costs[worker, size]:.3f}" for worker in _WORKERS),
                *(times(costs[worker, size] / costs[worker, 1]) for worker in _WORKERS),
            )
            for size in lengths
        ),
        (way.note, "进程已经热了；倍数是与1倍的比。"),
    )
