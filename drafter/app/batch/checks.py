"""Many files checked."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from drafter.app.batch.failures import crashed, killed
from drafter.app.batch.pool import share_out
from drafter.app.checking import check
from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.record import record

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from drafter.app.batch.asked import Asked
    from drafter.app.batch.found import Found
    from drafter.app.checking import Checked


@record
class Result:
    """What came of one file.

    Attributes:
        path: the file.
        weights: how many findings there are of each severity.
        alike: by code: how many findings, and the first of those that weigh most.
        ignored: how many findings are not told.
        dated: whether the year reported on is known.
        findings: all of them, when they are wanted; else none.
        left_out: likewise those that are not told, each with the reason.
        stopped: why the file could not be checked; empty when it could.
    """

    path: Path
    weights: dict[Severity, int]
    alike: dict[str, tuple[int, Finding]]
    ignored: int = 0
    dated: bool = True
    findings: tuple[Finding, ...] = ()
    left_out: tuple[tuple[Finding, str], ...] = ()
    stopped: tuple[Finding, ...] = ()


def check_all(found: Found, asked: Asked, *, jobs: int, take: Callable[[Result], None]) -> None:
    """Check many files; nothing is written.

    Args:
        found: the files.
        asked: what is checked.
        jobs: how many processes.
        take: gets what came of each, in the order of the files.

    Raises:
        KeyboardInterrupt: the user has stopped it.
    """
    share_out(
        partial(check_one, asked),
        found.files,
        jobs=jobs,
        died=lambda path: _stopped(path, (killed(path),)),
        take=take,
    )


def check_one(asked: Asked, path: Path) -> Result:
    """Check one file; raises nothing."""
    try:
        checked = check(path, year=asked.year, select=asked.select, ignore=asked.ignore)
    except DrafterError as problem:
        return _stopped(path, problem.findings)
    except Exception as problem:  # noqa: BLE001 - one file must not stop the others
        return _stopped(path, (crashed(path, problem),))
    return _counted(checked, whole=asked.whole)


def _counted(checked: Checked, *, whole: bool) -> Result:
    alike: dict[str, tuple[int, Finding]] = {}
    heaviest = list(Severity)
    for finding in checked.findings:
        count, first = alike.get(finding.code, (0, finding))
        if heaviest.index(finding.severity) < heaviest.index(first.severity):
            first = finding
        alike[finding.code] = (count + 1, first)
    return Result(
        path=checked.path,
        weights=dict(Counter(finding.severity for finding in checked.findings)),
        alike=alike,
        ignored=len(checked.ignored),
        dated=checked.reading.proof.year is not None,
        findings=checked.findings if whole else (),
        left_out=checked.ignored if whole else (),
    )


def _stopped(path: Path, findings: tuple[Finding, ...]) -> Result:
    return Result(path, {}, {}, stopped=findings)
