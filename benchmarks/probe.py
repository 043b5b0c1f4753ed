"""Runs drafter's command line and writes down what was made on the way; for `benchmarks.imports`.

python -X importtime -m benchmarks.probe NUMBERS.json COMMAND…
"""

from __future__ import annotations

import dataclasses
import re
import sys
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def main() -> None:
    """Run the command; what it prints is printed."""
    out, *command = sys.argv[1:]
    classes: list[tuple[str, float]] = []
    patterns: list[tuple[str, float]] = []
    _watch_dataclasses(classes)
    _watch_patterns(patterns)
    sys.argv = ["drafter", *command]
    print("probe: start", file=sys.stderr)
    start = time.process_time()
    try:
        from drafter.cli import main as drafter

        drafter()
    except SystemExit:
        pass
    taken = time.process_time() - start
    print("probe: done", file=sys.stderr)  # imports from here on are our own
    import json
    from pathlib import Path

    told = {"taken": taken, "dataclasses": classes, "patterns": patterns}
    Path(out).write_text(json.dumps(told), "utf-8")


def _watch_dataclasses(found: list[tuple[str, float]]) -> None:
    """Note the module of every dataclass that is made, and the seconds of making it."""
    make = dataclasses.dataclass

    def watched(cls: type | None = None, /, **settings: Any) -> Any:  # noqa: ANN401
        def timed(one: type) -> type:
            start = time.process_time()
            made: type = make(**settings)(one)
            found.append((one.__module__, time.process_time() - start))
            return made

        return timed if cls is None else timed(cls)

    dataclasses.dataclass = watched


def _watch_patterns(found: list[tuple[str, float]]) -> None:
    """Note every regular expression that is compiled, and the seconds of compiling it."""
    # Private: `re` has no public place that only those pass which are not kept from before.
    compiler: Any = re._compiler  # type: ignore[attr-defined]  # noqa: SLF001
    compile_: Callable[..., Any] = compiler.compile

    def watched(pattern: Any, flags: int = 0) -> Any:  # noqa: ANN401
        start = time.process_time()
        made = compile_(pattern, flags)
        found.append((str(pattern), time.process_time() - start))
        return made

    compiler.compile = watched


if __name__ == "__main__":
    main()
