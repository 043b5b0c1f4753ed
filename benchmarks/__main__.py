"""How fast drafter is, against a naive docxtpl script and other programs, in one run.

    python -m benchmarks [cold] [warm] [growth] [memory] [peers] [all]
        [--rounds N] [--install] [--json | --markdown]

Run it at the top of the checkout. Without a part it measures all but the peers, which need Node.js
and `--install` once. Only ratios within one run say anything; what each bar is stands at the end.
Not for Windows, where a finished process does not tell its greatest memory.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from dataclasses import asdict
from pathlib import Path

from benchmarks.bars import Bar, table_of
from benchmarks.cold import cold
from benchmarks.growth import growth
from benchmarks.memory import memory
from benchmarks.tables import Table, as_markdown, as_text
from benchmarks.warm import warm
from benchmarks.workshop import Workshop

PARTS = {"cold": cold, "warm": warm, "growth": growth, "memory": memory}


def main() -> None:
    """Measure what was asked for."""
    given = _arguments()
    tables: list[Table] = []
    bars: list[Bar] = []
    with tempfile.TemporaryDirectory() as name:
        for part in given.parts:
            found, reached = PARTS[part](Workshop(Path(name)), given.rounds)
            tables += found
            bars += reached
            if not (given.json or given.markdown):
                print("\n".join(map(as_text, found)), flush=True)
    if given.json:
        told = {"tables": [*map(asdict, tables)], "bars": [*map(asdict, bars)]}
        print(json.dumps(told, ensure_ascii=False, indent=1))
    elif given.markdown:
        print("\n".join(map(as_markdown, [*tables, table_of(bars)])))
    else:
        print(as_text(table_of(bars)))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("parts", nargs="*", default=list(PARTS))
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--markdown", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
