"""Texts without known faults: published reports with their slips mended, and the examples."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

import yaml

from drafter.app.opening import open_case
from drafter.writers.text import txt

ROOT = Path(__file__).parents[2]
#: Published reports that are read where they lie and never copied into the project.
SAMPLES = ROOT.parent / "shared" / "samples"
_MENDED = Path(__file__).parent / "clean" / "mended.yaml"
_MOST_COPIED = 25


#: What is done to a text before it counts as clean: 替换, 删去, 留下.
Entry: TypeAlias = dict[str, list[dict[str, str | int]]]


@dataclass(frozen=True, slots=True)
class CleanText:
    """A report without known faults.

    Attributes:
        name: of the published report's file, or the example's folder.
        text: the whole of it, a paragraph a line.
        filed: whether it was made of a year file.
        remaining: codes that are right to be found: what is missing cannot be mended by words.
    """

    name: str
    text: str
    filed: bool
    remaining: frozenset[str] = frozenset()


@cache
def clean_texts() -> tuple[CleanText, ...]:
    """The mended reports, where they are at hand, then the examples."""
    return (*_mended(), *_examples())


def sample(name: str) -> str:
    """A published report as it stands."""
    return (SAMPLES / name).read_text("utf-8")


def mended(text: str, entry: Entry) -> str:
    """A text with its known slips mended.

    Raises:
        ValueError: words to be replaced do not stand in the text exactly once.
    """
    for cut in entry.get("删去", ()):
        text = _without(text, str(cut["起"]), str(cut["止"]), int(cut.get("第", 1)))
    for change in entry.get("替换", ()):
        wrong = str(change["从"])
        if text.count(wrong) != 1 or len(wrong) >= _MOST_COPIED:
            raise ValueError(f"“{wrong}”在文中有 {text.count(wrong)} 处，{len(wrong)} 字")
        text = text.replace(wrong, str(change["到"]))
    return text


def _without(text: str, first: str, last: str, which: int) -> str:
    """The text without what stands from some words to the next others, both included."""
    start = -1
    for _ in range(which):
        start = text.index(first, start + 1)
    end = text.index(last, start) + len(last)
    return text[:start] + text[end:]


def _mended() -> tuple[CleanText, ...]:
    if not SAMPLES.is_dir():
        return ()
    return tuple(
        CleanText(name, mended(sample(name), entry), False, _remaining(entry))  # noqa: FBT003
        for name, entry in _entries().items()
        if "替换" in entry
    )


def _examples() -> tuple[CleanText, ...]:
    entries = _entries()
    return tuple(
        CleanText(
            name := path.parent.name,
            txt(open_case(path)[0].report),
            True,  # noqa: FBT003
            _remaining(entries.get(name, {})),
        )
        for path in sorted((ROOT / "examples").glob("*-*/20*.yaml"))
    )


def _remaining(entry: Entry) -> frozenset[str]:
    return frozenset(str(code) for code in entry.get("留下", ()))


def _entries() -> dict[str, Entry]:
    entries: dict[str, Entry] = yaml.safe_load(_MENDED.read_text("utf-8"))
    return entries
