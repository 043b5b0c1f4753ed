"""Old reports for tests: understood already, and adopted to a year file that is drafted again."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from drafter import locate
from drafter.app.adopt import guess_kind
from drafter.compose import compose
from drafter.model.kit import Kind
from drafter.model.old_report import OldBlock, OldReport
from drafter.model.spot import Spot
from drafter.readers.kit import read_kit
from drafter.readers.sayings import read_sayings
from drafter.readers.year_file import read_year_file
from drafter.text.figure_ids import name_figures
from drafter.text.spoken_of import Catalogue, catalogue
from drafter.text.statistics import statistics
from drafter.writers.adopted import adopted_yaml
from drafter.writers.text import txt

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.model.kit import Kit
    from drafter.text.figure_ids import Named

_SPOT = Spot("旧报告.txt")


def text(words: str) -> OldBlock:
    """A paragraph with its statistics."""
    return OldBlock(0, "", "", words, run_in=False, statistics=statistics(words), spot=_SPOT)


def heading(level: int, number: str, words: str, run_in: str = "") -> OldBlock:
    """A heading; `run_in` is the text that follows it in its paragraph."""
    return OldBlock(
        level, number, words, run_in, run_in=bool(run_in), statistics=statistics(run_in), spot=_SPOT
    )


def report(*blocks: OldBlock, title: str = "某街道2023年法治政府建设年度报告") -> OldReport:
    """A report of these blocks."""
    return OldReport(
        "旧报告.txt", title, "某街道", 2023, "", blocks, (), None, (), Spot("旧报告.txt")
    )


@cache
def kit() -> Kit:
    """The kit of a file with its own tree."""
    folder = locate.templates()
    return read_kit(folder, folder / "profiles" / "本文件.yaml")


@cache
def words() -> Catalogue:
    """What the catalogue's indicators are called."""
    sayings = read_sayings(locate.templates() / "sayings.yaml", kit().indicators)
    return catalogue(kit().indicators, kit().topics, sayings)


def adopted_text(old: OldReport) -> tuple[str, tuple[Named, ...]]:
    """The year file, and the figures with their ids."""
    figures = name_figures(old, words(), kit().indicators)
    kind = guess_kind(old.issuer) or Kind.DEPARTMENT
    return adopted_yaml(old, figures, place=old.issuer, kind=kind, year=old.year or 2023), figures


def drafted(path: Path, year_file: str) -> list[str]:
    """The lines of the draft of a year file, title left out; nothing in the file may be wrong."""
    path.write_text(year_file, encoding="utf-8")
    answers, findings = read_year_file(path)
    assert not [str(finding.spot) + finding.message for finding in findings]
    lines = txt(compose(kit(), answers)).split("\n")[2:]
    return [line.strip("　") for line in lines if line]
