"""Where the time of a cold command goes, for whoever wants to cut it.

    python -m benchmarks.imports COMMAND…
    python -m benchmarks.imports outline examples/longcheng-2023/2023.yaml

Prints, of the fastest of some runs: the whole process, undisturbed; the bare interpreter; the
imports, each module's own time summed by package and by floor of drafter; the dataclasses that were
made and the regular expressions that were compiled, mostly within imports; and the rest, which is
work. Looking costs time itself, some 10 to 20 %: compare shares, not sums.
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
        imports: every module that was loaded, with its own time.
        dataclasses: the module of every dataclass that was made.
        patterns: every regular expression that was compiled.
        taken: milliseconds from the first line of the command to its end.
    """

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
    _print(undisturbed, interpreter, min(probes, key=lambda one: one.taken))


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
    loaded = done.stderr.partition("probe: done")[0]
    return Probed(
        [(module, int(own) / 1000) for own, module in _LINE.findall(loaded)],
        [(module, taken * 1000) for module, taken in told["dataclasses"]],
        [(pattern, taken * 1000) for pattern, taken in told["patterns"]],
        told["taken"] * 1000,
    )


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
    print(f"  {len(probed.imports):4} imports             {imports:7.1f} ms, the interpreter's too")
    print(f"  {len(probed.dataclasses):4} dataclasses         {classes:7.1f} ms of them")
    print(f"  {len(probed.patterns):4} regular expressions {patterns:7.1f} ms of them, mostly")
    print(f"  the rest: work           {max(0.0, probed.taken - imports):7.1f} ms")
    standard = [(name.partition(".")[0], own) for name, own in probed.imports if _is_standard(name)]
    _list("imports by package and floor", _grouped(probed.imports))
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
