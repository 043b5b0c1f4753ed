"""This year's questionnaire from last year's year file."""

from __future__ import annotations

import os
from pathlib import Path

from drafter import locate
from drafter.app.new import suits_year
from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.record import record
from drafter.model.spot import Spot
from drafter.readers.files import read_script
from drafter.readers.kit import find_profile, read_kit
from drafter.readers.wording import read_wording
from drafter.readers.yaml_tree import parse_tree
from drafter.readers.yaml_written import read_written
from drafter.readers.year_edits import put
from drafter.readers.year_file import read_year_file
from drafter.rollover import Rolled
from drafter.rollover import roll as rolled_over
from drafter.rollover.ink import Ink
from drafter.rollover.marks import erase
from drafter.writers.place import place


@record
class Roll:
    """A questionnaire that is ready to be written.

    Attributes:
        path: where it goes.
        year: the year that it asks about.
        data: the file.
        done: what was done.
        suits: whether the profile is made for the year.
        findings: what is wrong with last year's file.
    """

    path: Path
    year: int
    data: bytes
    done: Rolled
    suits: bool
    findings: tuple[Finding, ...]

    def write(self, *, force: bool = False) -> None:
        """Put the file in place.

        Raises:
            DrafterError: it is there already, or cannot be written.
        """
        place(self.path, self.data, force=force)


def roll(last: Path, out: Path | None = None) -> Roll:
    """Make this year's questionnaire; nothing is written yet.

    Args:
        last: last year's year file.
        out: this year's; None = beside it, under the next year's number.

    Raises:
        DrafterError: last year's file cannot be read, or its way of writing cannot be rolled.
    """
    answers, findings = read_year_file(last)
    folder = locate.templates()
    kit = read_kit(folder, find_profile(answers.profile, folder, last.parent, Spot(str(last))))
    script, file, year = read_script(last), str(last), answers.year + 1
    target = out or _beside(last, year)
    if target.resolve() == last.resolve():
        raise DrafterError(_same(target))
    text = erase(Ink(script.text, read_written(script.text, file)))
    name = _way(last, target)
    numbers = read_wording(folder).numbers
    done = rolled_over(text, read_written(text, file), answers, kit, numbers, name)
    text = put(done.text, ("报告", "年度"), str(year), file)
    text = put(text, ("上年",), name, file)
    _verify(text, str(target))
    return Roll(target, year, script.encoded(text), done, suits_year(kit.profile, year), findings)


def _beside(last: Path, year: int) -> Path:
    """2024.yaml beside 2023.yaml; a name without last year's number gets this year's added."""
    old = str(year - 1)
    stem = last.stem.replace(old, str(year)) if old in last.stem else f"{last.stem}-{year}"
    return last.with_name(stem + last.suffix)


def _way(last: Path, target: Path) -> str:
    """The way from this year's file to last year's."""
    try:
        return Path(os.path.relpath(last.resolve(), target.resolve().parent)).as_posix()
    except ValueError:  # another drive
        return last.resolve().as_posix()


def _verify(text: str, file: str) -> None:
    """What was written must be YAML.

    Raises:
        DrafterError: it is not; nothing was written.
    """
    tree, findings = parse_tree(text, file)
    if tree is None:
        message = "上年问卷的写法，程序接不上，没有写出今年的问卷"
        remedy = "把写在一行花括号里的内容分行写，再试一次"
        first = Finding("N301", "roll-refused", Severity.ERROR, Spot(file), message, remedy)
        raise DrafterError(first, *findings)


def _same(target: Path) -> Finding:
    message = "今年的问卷不能写在上年的问卷上"
    return Finding(
        "N302", "roll-onto-itself", Severity.ERROR, Spot(str(target)), message, "用 -o 换个文件名"
    )
