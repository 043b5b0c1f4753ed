"""Year files for the benchmarks, made of the examples: many different ones, and long ones.

Every number in them that counts something is taken times a small whole number, last year's too, so
that parts still add up to totals and rates stay what they are; and each has a sentence of its own.
So all are distinct, valid, and the same at every run.
"""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from drafter.app.opening import open_case
from drafter.writers.text import txt

if TYPE_CHECKING:
    from collections.abc import Callable

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


def with_longer_paragraphs(times: int, path: Path) -> Path:
    """A longcheng report `times` as long: its own sentences again, in the paragraphs there are."""
    return _fitted(times, path, _repeated)


def with_more_paragraphs(times: int, path: Path) -> Path:
    """A longcheng report `times` as long: more paragraphs of the ordinary length, all alike."""
    return _fitted(times, path, _extended)


def _fitted(times: int, path: Path, make: Callable[[int], str]) -> Path:
    """What `make` makes, called with the number that gives the wanted length; written to `path`."""
    once, first, second = (_length(make(number), path) for number in (0, 1, 2))
    more = (times * once - first) / (second - first) + 1 if times > 1 else 0
    path.write_text(make(round(more)), "utf-8")
    return path


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


def _repeated(more: int) -> str:
    """The longcheng year file with all its own sentences so many times more."""
    return _LISTS.sub(lambda group: _copied(group[0], more + 1), LONGCHENG.read_text("utf-8"))


def _extended(more: int) -> str:
    """The longcheng year file with so many times its own sentences as paragraphs of their own."""
    text = LONGCHENG.read_text("utf-8")
    if not more:
        return text
    own = yaml.safe_load(text)["亮点"].values()
    paragraphs = [f"    - {'。'.join(sentences)}。\n" for sentences in own] * more
    return "".join([text, "正文:\n  政务公开:\n", *paragraphs])


def _copied(group: str, copies: int) -> str:
    """A group of the year file with the items of each of its lists that often."""
    parts = re.split(r"^(\S+:\n|  \S+:\n)", group, flags=re.MULTILINE)
    return "".join(part if place % 2 else part * copies for place, part in enumerate(parts))


def _length(text: str, path: Path) -> int:
    """Characters of the report of a year file that says this."""
    path.write_text(text, "utf-8")
    return len(txt(open_case(path)[0].report))
