"""The year file, the one before it, and so on back."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from drafter.model.comparison import FigureYears
from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.spot import Spot
from drafter.readers.year_file import read_year_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from drafter.model.answers import Answers
    from drafter.model.kit import Indicator
    from drafter.model.quantity import Quantity

#: How far back a chain is followed: two five-year plans. Further back the questions were others.
MOST = 10


def history(path: Path) -> tuple[tuple[Answers, ...], tuple[Finding, ...]]:
    """A year file and those that 上年 leads back to, newest first, at most ten.

    Returns:
        The files; why the chain ends where it should not: a file that is missing or cannot be
        read, a circle. A chain cut at ten is told too.

    Raises:
        DrafterError: the first file itself cannot be read.
    """
    answers, _ = read_year_file(path)
    years, seen, at = [answers], {os.path.realpath(path)}, path
    while answers.prior_file:
        prior = at.parent / answers.prior_file
        if os.path.realpath(prior) in seen:
            return tuple(years), (_circle(at, answers.prior_file),)
        if len(years) == MOST:
            return tuple(years), (_too_far(at),)
        try:
            answers, _ = read_year_file(prior)
        except DrafterError as problem:
            return tuple(years), (_unreadable(at, answers.prior_file, problem),)
        years.append(answers)
        seen.add(os.path.realpath(prior))
        at = prior
    return tuple(years), ()


def figures_by_year(
    years: Sequence[Answers], indicators: Mapping[str, Indicator]
) -> Iterator[FigureYears]:
    """The newest file's figures through the years, also under former ids.

    Args:
        years: newest first.
        indicators: by id; the newest file's own ones among them.
    """
    if not years:
        return
    for id_ in years[0].figures:
        indicator = indicators.get(id_)
        names = (id_, *(indicator.former if indicator else ()))
        values = {
            answers.year: quantity
            for answers in reversed(years)
            if (quantity := _first(answers, names)) is not None
        }
        yield FigureYears(id_, indicator.name if indicator else id_, values)


def _first(answers: Answers, names: Sequence[str]) -> Quantity | None:
    """The value under the first of the ids that the file has."""
    return next((answers.figures[name].quantity for name in names if name in answers.figures), None)


def _circle(path: Path, name: str) -> Finding:
    message = f"“上年”绕了一圈：这里写的“{name}”前面已经出现过，到此为止"
    remedy = "“上年”要写前一年的文件"
    return Finding("B110", "circle-of-years", Severity.WARNING, Spot(str(path)), message, remedy)


def _too_far(path: Path) -> Finding:
    message = f"往前最多看{MOST}年，更早的没有读"
    return Finding("B112", "chain-too-long", Severity.INFO, Spot(str(path)), message)


def _unreadable(path: Path, name: str, problem: DrafterError) -> Finding:
    message = f"上年文件“{name}”读不了：{problem.findings[0].message}"
    remedy = "核对“上年”一行的文件名；没有上年文件就删去这一行"
    spot = Spot(str(path))
    return Finding("B111", "unreadable-earlier-year", Severity.WARNING, spot, message, remedy)
