"""How fast drafter is, against a naive docxtpl script and other programs, in one run.

    python -m benchmarks [cold] [warm] [growth] [memory] [peers] [all]
        [--rounds N] [--longest N] [--files N] [--install] [--json | --markdown] [--page]

Run it at the top of the checkout. Without a part it measures all, half an hour; the peers need
Node.js, and `--install` once. Only ratios within one run say anything; the bars stand at the end.
For Linux: elsewhere a finished process tells its memory in another unit, or not at all.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from dataclasses import asdict
from pathlib import Path

from benchmarks.bars import Bar, table_of
from benchmarks.cold import cold
from benchmarks.growth import growth
from benchmarks.measure import Effort
from benchmarks.memory import memory
from benchmarks.others import install, peers
from benchmarks.page import block, put
from benchmarks.tables import Table, as_text
from benchmarks.warm import warm
from benchmarks.workshop import Workshop

PARTS = {"cold": cold, "warm": warm, "growth": growth, "memory": memory, "peers": peers}


def main() -> None:
    """Measure what was asked for, and print each part as soon as it is there."""
    given = _arguments()
    effort = Effort(given.rounds, given.longest, given.files)
    if given.install:
        install()
    tables: list[Table] = []
    bars: list[Bar] = []
    for part in given.parts:
        with tempfile.TemporaryDirectory() as name:
            shop = Workshop(Path(name))
            os.environ.update(shop.settings)  # what is composed here is not to fill a cache either
            found, reached = PARTS[part](shop, effort)
        tables += found
        bars += reached
        if given.page:
            put(part, block(found, reached))
        if given.markdown:
            print(block(found, reached), flush=True)
        elif not given.json:
            print("\n".join(map(as_text, found)), flush=True)
    if given.json:
        told = {"tables": [*map(asdict, tables)], "bars": [*map(asdict, bars)]}
        print(json.dumps(told, ensure_ascii=False, indent=1))
    elif bars and not given.markdown:
        print(as_text(table_of(bars)))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", choices=[*PARTS, "all"], default="all")
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--longest", type=int, default=64, help="times the length, at most")
    parser.add_argument("--files", type=int, default=1000, help="in one process, at most")
    parser.add_argument("--install", action="store_true", help="fetch the peers with npm first")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true")
    form.add_argument("--markdown", action="store_true")
    parser.add_argument("--page", action="store_true", help="put the figures into docs/速度.md too")
    given = parser.parse_args()
    if "all" in given.parts:
        given.parts = list(PARTS)
    return given


if __name__ == "__main__":
    main()
