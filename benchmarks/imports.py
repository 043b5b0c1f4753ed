"""Where the time of a cold command goes, for whoever wants to cut it.

    python -m benchmarks.imports COMMAND…
    python -m benchmarks.imports outline examples/longcheng-2023/2023.yaml

Prints, of the fastest of some runs: the whole process, undisturbed; the bare interpreter; the
imports, each module's own time summed by package and by floor of drafter; the dataclasses that were
made and the regular expressions that were compiled, mostly within imports; and the rest, which is
work. Each module's, class's and expression's time is its least over the runs, for Python tells an
import's time by the clock. Looking costs time itself, some 10 to 20 %: compare shares, not sums.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measure import run, settings_of, subject
from benchmarks.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.measure import Subject

RUNS = 7
_SHOWN = 12
_SHOWN_LENGTH = 60
_STANDARD = "standard library"
_LINE = re.compile(r"^import time:\s+(\d+) \|\s+\d+ \|\s*(\S+)", re.MULTILINE)

#: Names and milliseconds.
Times = list[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Probed:
    """One run that was looked at.

    Attributes:
        before: every module that was loaded before the command began: the interpreter's, and some
            of the standard library that both the command and looking at it need.
        imports: every module that the command loaded, with its own time.
        dataclasses: the module of every dataclass that was made.
        patterns: every regular expression that was compiled.
        taken: milliseconds of work from the first line of the command to its end.
    """

    before: Times
    imports: Times
    dataclasses: Times
    patterns: Times
    taken: float


def main() -> None:
    """Look, and print."""
    command = sys.argv[1:]
    if not command:
        raise SystemExit(__doc__)
    with tempfile.TemporaryDirectory() as name:
        whole = Workshop(Path(name)).drafter("whole", *command)
        undisturbed = _fastest(whole)  # its first run fills the cache
        probes = [_probe(command, whole, Path(name) / "numbers.json") for _ in range(RUNS)]
    interpreter = _fastest(subject("bare", sys.executable, "-c", "pass"))
    _print(undisturbed, interpreter, _least(probes))


def _fastest(one: Subject) -> float:
    """Milliseconds of work, at best."""
    return min(run(one, codes=(0, 1)).cpu for _ in range(RUNS)) * 1000


def _probe(command: list[str], whole: Subject, numbers: Path) -> Probed:
    """One run."""
    call = [sys.executable, "-X", "importtime", "-m", "benchmarks.probe", str(numbers), *command]
    done = subprocess.run(
        call, check=True, capture_output=True, encoding="utf-8", env=settings_of(whole)
    )
    told = json.loads(numbers.read_text("utf-8"))
    before, _, loaded = done.stderr.partition("probe: done")[0].partition("probe: start")
    return Probed(
        _imports(before),
        _imports(loaded),
        [(module, taken * 1000) for module, taken in told["dataclasses"]],
        [(pattern, taken * 1000) for pattern, taken in told["patterns"]],
        told["taken"] * 1000,
    )


def _imports(told: str) -> Times:
    return [(module, int(own) / 1000) for own, module in _LINE.findall(told)]


def _least(probes: list[Probed]) -> Probed:
    """The least of each; every run loads and makes the same in the same order."""
    return Probed(
        _least_of([one.before for one in probes]),
        _least_of([one.imports for one in probes]),
        _least_of([one.dataclasses for one in probes]),
        _least_of([one.patterns for one in probes]),
        min(one.taken for one in probes),
    )


def _least_of(runs: list[Times]) -> Times:
    return [(same[0][0], min(taken for _, taken in same)) for same in zip(*runs, strict=True)]


def _group(module: str) -> str:
    """The floor of drafter, the package, or the standard library."""
    first, *rest = module.split(".")
    if first in sys.stdlib_module_names or first == "benchmarks":
        return _STANDARD
    return f"drafter.{rest[0]}" if first == "drafter" and rest else first


def _print(whole: float, interpreter: float, probed: Probed) -> None:
    imports, classes, patterns = map(_total, (probed.imports, probed.dataclasses, probed.patterns))
    print(f"whole process, undisturbed {whole:7.1f} ms")
    print(f"interpreter alone          {interpreter:7.1f} ms")
    print("looked at:")
    print(f"  {len(probed.before):4} imports before      {_total(probed.before):7.1f} ms")
    print(f"  {len(probed.imports):4} imports             {imports:7.1f} ms")
    print(f"  {len(probed.dataclasses):4} dataclasses         {classes:7.1f} ms of them")
    print(f"  {len(probed.patterns):4} regular expressions {patterns:7.1f} ms of them, mostly")
    print(f"  the rest: work           {max(0.0, probed.taken - imports):7.1f} ms")
    loaded = [*probed.before, *probed.imports]
    standard = [(name.partition(".")[0], own) for name, own in loaded if _is_standard(name)]
    _list("imports by package and floor, those before too", _grouped(loaded))
    _list("standard library by module", standard)
    _list("dataclasses", _grouped(probed.dataclasses))
    _list("regular expressions, the slowest", probed.patterns)


def _total(times: Times) -> float:
    return sum(taken for _, taken in times)


def _is_standard(module: str) -> bool:
    return _group(module) == _STANDARD


def _grouped(times: Times) -> Times:
    return [(_group(module), taken) for module, taken in times]


def _list(title: str, times: Iterable[tuple[str, float]]) -> None:
    """The greatest sums, with how many there are in each."""
    sums: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for name, taken in times:
        sums[name] += taken  # type: ignore[assignment]  # a Counter of floats
        counts[name] += 1
    print(f"\n{title}")
    for name, taken in sums.most_common(_SHOWN):
        shown = "".join(one if one.isprintable() else "·" for one in name[:_SHOWN_LENGTH])
        print(f"  {taken:7.2f} ms {counts[name]:4} x  {shown}")


if __name__ == "__main__":
    main()
