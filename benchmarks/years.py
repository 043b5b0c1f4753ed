"""Year files for the benchmarks, made of the examples: many different ones, and long ones.

Every number in them that counts something is taken times a small whole number, last year's too, so
that parts still add up to totals and rates stay what they are; and each has a sentence of its own.
So all are distinct, valid, and the same at every run.
"""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

from drafter.app.opening import open_case
from drafter.writers.text import txt

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
#: The one on which everything about a single report is measured.
LONGCHENG = EXAMPLES / "longcheng-2023" / "2023.yaml"

#: Numbers are taken times 1 to this.
_MOST_TIMES = 7
#: A figure's value: after the key's colon, words such as 超 before it, a unit after it.
_VALUE = re.compile(
    r"(?<!备注)(?<!截至)(?P<head>: (?:\{值: )?[超近约]?)"
    r"(?P<number>\d+(?:\.\d+)?)(?P<unit>[^\s,}#]*)"
)
#: What does not grow with the work done: rates, and how long things take.
_FIXED = ("%", "个工作日")
_FIGURES = re.compile(r"^数据:\n(?:[ #].*\n|\n)*", re.MULTILINE)
_LISTS = re.compile(r"^(?:亮点|不足|安排):\n(?:[ #].*\n|\n)*", re.MULTILINE)
_LAST = re.compile(r"^(上年: last/)(\d+)(\.yaml)", re.MULTILINE)
_HIGHLIGHTS = re.compile(r"^(亮点:\n  \S+:\n)", re.MULTILINE)


def make_years(count: int, folder: Path) -> list[Path]:
    """That many year files of about the examples' length, no two alike; `folder/last` beside."""
    (folder / "last").mkdir(parents=True, exist_ok=True)
    examples = sorted(path for path in EXAMPLES.glob("*/*.yaml"))
    return [_variant(examples[number % len(examples)], number, folder) for number in range(count)]


def longer(times: int, folder: Path) -> Path:
    """The longcheng year file with more of its own sentences: a report `times` as long."""
    return _repeated(copies_for(times, folder), folder / f"long-{times}.yaml")


def copies_for(times: int, folder: Path) -> int:
    """How often its own sentences must stand there; the program's own words do not grow."""
    once, twice = (_length(_repeated(copies, folder / "measured.yaml")) for copies in (1, 2))
    return 1 + round((times - 1) * once / (twice - once))


def scaled(text: str, by: int) -> str:
    """A year file with what it counts times `by`."""
    return _FIGURES.sub(lambda figures: _VALUE.sub(lambda m: _times(m, by), figures[0]), text)


def _variant(example: Path, number: int, folder: Path) -> Path:
    """The example as the year file of that number."""
    by = 1 + number % _MOST_TIMES
    apart = f"{example.parent.name}-{by}"
    text = example.read_text("utf-8")
    if last := _LAST.search(text):
        before = (example.parent / f"last/{last[2]}.yaml").read_text("utf-8")
        (folder / "last" / f"{apart}.yaml").write_text(scaled(before, by), "utf-8")
        text = _LAST.sub(rf"\g<1>{apart}\g<3>", text)
    own = f"    - 编印第{number + 1}号工作简报，推广基层经验\n"
    path = folder / f"{number + 1:04}.yaml"
    path.write_text(_HIGHLIGHTS.sub(rf"\g<1>{own}", scaled(text, by)), "utf-8")
    return path


def _times(value: re.Match[str], by: int) -> str:
    if value["unit"].startswith(_FIXED):
        return value[0]
    return f"{value['head']}{Decimal(value['number']) * by}{value['unit']}"


def _repeated(copies: int, path: Path) -> Path:
    """The longcheng year file with all its own sentences that often, written to `path`."""
    text = _LISTS.sub(lambda group: _copied(group[0], copies), LONGCHENG.read_text("utf-8"))
    path.write_text(text, "utf-8")
    return path


def _copied(group: str, copies: int) -> str:
    """A group of the year file with the items of each of its lists that often."""
    parts = re.split(r"^(\S+:\n|  \S+:\n)", group, flags=re.MULTILINE)
    return "".join(part if place % 2 else part * copies for place, part in enumerate(parts))


def _length(year_file: Path) -> int:
    """Characters of its report."""
    return len(txt(open_case(year_file)[0].report))
