"""A year file opened with all that belongs to it: the start of every use."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from drafter import locate
from drafter.checks.case import Case
from drafter.checks.year_files import run
from drafter.compose import compose
from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.spot import Spot
from drafter.readers.kit import find_profile, names_file, profile_file, read_kit, unknown_topics
from drafter.readers.year_file import read_year_file

if TYPE_CHECKING:
    from drafter.model.answers import Answers


def open_case(
    path: Path, *, gaps: bool = True, ignoring: bool = True
) -> tuple[Case, tuple[Finding, ...]]:
    """Read a year file, its profile and last year's figures; compose; check.

    Args:
        path: the year file.
        gaps: whether what is missing shows in the report; else it drops out.
        ignoring: whether findings that the file switches off (忽略) are left out.

    Returns:
        The case, and everything found on the way, in the order of the file.

    Raises:
        DrafterError: there is nothing to go on with.
    """
    answers, findings = read_year_file(path)
    folder = locate.templates()
    spot = Spot(str(path))
    kit = read_kit(folder, find_profile(answers.profile, folder, path.parent, spot))
    trees = (answers.tree, *answers.branches.values())
    unknown = tuple(f for tree in trees for f in unknown_topics(tree, kit.topics))
    if unknown:
        raise DrafterError(*unknown)
    before, more = _last_year(answers, path)
    last = before.figures if before else {}
    shown = compose(kit, answers, last, last_year=before)
    case = Case(kit, answers, last, shown)
    # What is left out is in the year file all the same: no figure in it is one that nobody used.
    found = (*findings, *more, *run(case, ignoring=ignoring))
    if not gaps:
        report = compose(kit, answers, last, gaps=False, last_year=before)
        case = Case(kit, answers, last, report, shown)
    return case, tuple(sorted(found, key=lambda finding: finding.spot))


def sources(answers: Answers) -> tuple[Path, ...]:
    """The year file, last year's and its own profile, there or not; templates are not named."""
    path = Path(answers.path)
    named = [answers.prior_file] if answers.prior_file else []
    if names_file(answers.profile):
        named.append(str(profile_file(Path(answers.profile))[0]))
    return (path, *(path.parent / name for name in named))


def _last_year(answers: Answers, path: Path) -> tuple[Answers | None, tuple[Finding, ...]]:
    """Last year's file; one that cannot be read is told, and this year's goes on."""
    if not answers.prior_file:
        return None, ()
    prior = path.parent / answers.prior_file
    try:
        last, _ = read_year_file(prior)
    except DrafterError as problem:
        reason = problem.findings[0].message
        message = f"上年文件“{answers.prior_file}”读不了：{reason}"
        remedy = "核对“上年”一行的文件名；没有上年文件就删去这一行"
        finding = Finding(
            "Q207", "unreadable-last-year", Severity.WARNING, Spot(str(path)), message, remedy
        )
        return None, (finding,)
    return last, ()
