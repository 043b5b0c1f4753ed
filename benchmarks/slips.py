"""How long 300 returned slips of 40 rows take to be merged, and how much memory.

    python benchmarks/slips.py [SLIPS]

One office asks at most some 270 figures, so the 12,000 rows tell each figure about 45 times; a
tenth of the slips disagree on one figure. Measured: the whole command in a fresh process, its
greatest memory with 30 slips and with all of them, and within one process the steps. Compare the
ratios, not the seconds.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from drafter.app.slips_in import slips_in
from drafter.app.slips_out import slips_out
from drafter.model.slip import Slip, SlipRow
from drafter.readers.slips import read_slip
from drafter.writers.slips import slip_workbook

ROWS = 40
HEAD = """\
报告: {年度: 2023, 结构: 三段式}
单位: {名称: 某县, 类型: 县}
数据:
"""
MEASURED = """
import resource, sys
from drafter.cli import main
sys.argv = ["drafter", *sys.argv[1:]]
try:
    main()
except SystemExit:
    pass
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, file=sys.stderr)
"""


def rows_of(path: Path, folder: Path) -> list[SlipRow]:
    """Every row that the office asks."""
    made = slips_out(path, folder)
    return [row for slip in made.slips.values() for row in slip.rows]


def returned(rows: list[SlipRow], count: int, folder: Path) -> list[Path]:
    """Slips filled in: the figures go round and round."""
    paths = []
    for number in range(count):
        picked = []
        for place in range(ROWS):
            row = rows[(number * ROWS + place) % len(rows)]
            wrong = number % 10 == 0 and place == 0
            value = "5" if wrong else "10"
            picked.append(SlipRow(row.id, row.question, row.unit, row.units, value=value))
        # Not told whose it is: it is the merging that is measured.
        data = slip_workbook(Slip("", "某县", 2023, None, tuple(picked)))
        path = folder / f"{number:03}.xlsx"
        path.write_bytes(data)
        paths.append(path)
    return paths


def whole(path: Path, slips: list[Path]) -> str:
    """The command in a fresh process: seconds by the clock and of work, greatest memory."""
    names = [str(one) for one in slips]
    arguments = ["slips", "in", str(path), *names, "--json"]
    text = path.read_bytes()
    start = time.perf_counter()
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", MEASURED, *arguments],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    taken = time.perf_counter() - start
    path.write_bytes(text)
    work, memory = ran.stderr.splitlines()[-1].split()
    return f"{taken:.2f} s by the clock, {float(work):.2f} s of work, {memory} MB"


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "2023.yaml"
        path.write_text(HEAD, encoding="utf-8")
        rows = rows_of(path, folder)
        slips = returned(rows, count, folder)
        print(f"{count} slips of {ROWS} rows, {len(rows)} figures")
        print(f"a tenth of them: {whole(path, slips[: count // 10])}")
        for run in range(1, 4):
            print(f"all, run {run}: {whole(path, slips)}")
        start = time.perf_counter()
        for one in slips:
            read_slip(one)
        print(f"reading alone: {time.perf_counter() - start:.2f} s")
        start = time.perf_counter()
        done = slips_in(path, slips)
        new = sum(not one.already for one in done.merged.applied)
        print(f"reading and merging: {time.perf_counter() - start:.2f} s, {new} figures put in")


if __name__ == "__main__":
    main()
