"""A year file made ready to be checked: what it prints, and what is wrong with it itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.app.checked_files import Opened, compared_with, known_catalogue, known_wording
from drafter.app.notices import notices
from drafter.app.opening import open_case
from drafter.app.rules import UnknownCodeError
from drafter.checks.case import Reading
from drafter.checks.registry import RULES
from drafter.model.finding import DrafterError, Finding, Severity
from drafter.text.proofs import proof_of_report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from drafter.checks.case import Case
    from drafter.model.comparison import Comparison


def open_year_file(path: Path, last: Path | None) -> Opened:
    """A year file's text."""
    case, found = open_case(path, ignoring=False)
    reading = case_reading(case, path, last)
    return Opened("yaml", reading, (*found, *_unknown_codes(case)), case.report)


def case_reading(case: Case, path: Path, last: Path | None) -> Reading:
    """What the rules see of an opened year file."""
    kit = case.kit
    return Reading(
        proof=proof_of_report(case.report, case.answers, known_catalogue(kit)),
        indicators={**kit.indicators, **case.answers.indicators},
        wording=known_wording(),
        phrases=kit.phrases,
        contents=kit.contents,
        compared=compared_with(last, path) if last else _prior_compared(case, path),
        case=case,
    )


def _prior_compared(case: Case, path: Path) -> Comparison | None:
    """This year beside the file that is named as 上年; that it cannot be read was told before."""
    if not case.answers.prior_file:
        return None
    try:
        return compared_with(path.parent / case.answers.prior_file, path)
    except DrafterError:
        return None


def _unknown_codes(case: Case) -> Iterator[Finding]:
    """What the year file switches off and no rule is."""
    codes = {rule.code for rule in RULES}
    for code, text in case.answers.ignored.items():
        if code in codes:
            continue
        if code in notices():
            message = f"“忽略”里的“{code}”是{notices()[code].told_by}时的提示，不能忽略"
            remedy = "照提示改正，再删去这一行"
        else:
            near = UnknownCodeError(code).near
            message = f"“忽略”里的“{code}”不是检查的代码，这一行不起作用"
            remedy = (f"是不是“{near[0]}”；" if near else "") + "全部代码用 drafter rules 查看"
        known = notices()["Q208"]
        yield Finding(known.code, known.name, Severity.WARNING, text.spot, message, remedy, code)
