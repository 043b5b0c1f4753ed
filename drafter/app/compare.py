"""This year beside last year: year files, published reports, or one of each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.app.accounts import figures_account, filed_account, reported_account
from drafter.app.kinds import is_year_file
from drafter.app.years import figures_by_year, history
from drafter.model.finding import DrafterError
from drafter.model.record import record
from drafter.text.comparing import compare as compare_accounts

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.checks.case import Case
    from drafter.model.answers import Answers
    from drafter.model.comparison import Account, Comparison, FigureYears
    from drafter.model.finding import Finding

#: Two years are what the comparison itself shows.
_SEVERAL = 3


@record
class Compared:
    """What came of it.

    Attributes:
        comparison: of the two.
        years: this year's figures through three years and more; empty when less is known.
        findings: of reading both, of the chain of years, and the comparison's own.
    """

    comparison: Comparison
    years: tuple[FigureYears, ...]
    findings: tuple[Finding, ...]


def compare(last: Path, this: Path) -> Compared:
    """Compare last year with this year.

    A sentence that still waits for a figure counts as this year's text, not as last year's.

    Args:
        last: a year file, or a report in any format that can be read.
        this: likewise.

    Raises:
        DrafterError: one of them cannot be read.
    """
    now, case, more = _account(this, gaps=True)
    before, found = _before(last, case)
    if case is not None:
        before = _renamed(before, case)
    comparison = compare_accounts(before, now)
    years, chain = _years(last, case) if case and is_year_file(last) else ((), ())
    findings = (*dict.fromkeys((*found, *more, *chain)), *comparison.findings)
    return Compared(comparison, years, findings)


def _before(last: Path, case: Case | None) -> tuple[Account, tuple[Finding, ...]]:
    """Last year's account; its figures alone when the file was kept for those (上年)."""
    try:
        account, _, findings = _account(last, gaps=False)
    except DrafterError:
        if not is_year_file(last):
            raise
        return figures_account(last, case)
    return account, findings


def _account(path: Path, *, gaps: bool) -> tuple[Account, Case | None, tuple[Finding, ...]]:
    if is_year_file(path):
        return filed_account(path, gaps=gaps)
    from drafter.app.odd_files import odd_files
    from drafter.readers.documents import read_document
    from drafter.text.old_outline import understand

    document = read_document(path)
    report = understand(document)
    return reported_account(report), None, tuple(odd_files(document, report))


def _renamed(last: Account, case: Case) -> Account:
    """Last year's figures under the ids of this year, where an indicator was renamed."""
    now = {
        former: id_
        for id_ in case.ids
        if (indicator := case.indicator(id_))
        for former in indicator.former
    }
    ids = {datum.id for datum in last.data}
    data = tuple(
        replace(datum, id=now[datum.id]) if datum.id in now and now[datum.id] not in ids else datum
        for datum in last.data
    )
    return replace(last, data=data)


def _years(last: Path, case: Case) -> tuple[tuple[FigureYears, ...], tuple[Finding, ...]]:
    """This year's figures through last year's chain; nothing when it is shorter than three."""
    chain, findings = history(last)
    years: tuple[Answers, ...] = (case.answers, *chain)
    indicators = {**case.kit.indicators, **case.answers.indicators}
    rows = figures_by_year(years, indicators)
    return tuple(row for row in rows if len(row.values) >= _SEVERAL), findings
