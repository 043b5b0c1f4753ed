"""A year file or any report, checked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from drafter import locate
from drafter.app.accounts import is_year_file
from drafter.app.opening import open_case
from drafter.checks import RULES, Reading, read_text
from drafter.model.wording import Wording
from drafter.readers.kit import read_kit
from drafter.readers.sayings import read_sayings
from drafter.text.indicator_match import catalogue
from drafter.text.proofs import proof_of_document, proof_of_report

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from drafter.checks import Placed
    from drafter.model.comparison import Comparison
    from drafter.model.finding import Finding
    from drafter.model.kit import Kit
    from drafter.model.report import Report
    from drafter.text.indicator_match import Catalogue

#: Why a finding is not told, when --ignore says so.
BY_OPTION = "运行时用 --ignore 略去"


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of checking one file.

    Attributes:
        path: as the user named it.
        findings: in the order of the file.
        ignored: findings that are not told, each with the reason.
        placed: those findings that stand in the text, with the very words.
        reading: the text; what the rules saw.
        report: composed of the year file; None for a document.
    """

    path: Path
    findings: tuple[Finding, ...]
    ignored: tuple[tuple[Finding, str], ...]
    placed: tuple[Placed, ...]
    reading: Reading
    report: Report | None


def check(
    path: Path,
    *,
    year: int | None = None,
    last: Path | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> Checked:
    """Check a year file or a report.

    Args:
        path: a year file, or a report in any format that can be read.
        year: the year reported on; None = as the file says.
        last: last year's year file or report; None = the one that a year file names as 上年.
        select: codes, or how they begin; empty = every rule that runs unasked.
        ignore: codes, or how they begin, that are not told.

    Raises:
        DrafterError: the file, or last year's, cannot be read.
    """
    reading, found, report = _filed(path, last) if is_year_file(path) else _read(path, year, last)
    chosen, left_out = tuple(select), tuple(ignore)
    placed = read_text(RULES, reading, asked=frozenset(chosen))
    told = (*found, *(one.finding for one in placed))
    if chosen:
        told = tuple(f for f in told if f.code.startswith(chosen))
    reasons = _reasons(reading)
    kept = tuple(f for f in told if f.code not in reasons and not f.code.startswith(left_out))
    ignored = tuple((f, reasons.get(f.code, BY_OPTION)) for f in told if f not in kept)
    return Checked(
        path=path,
        findings=kept,
        ignored=ignored,
        placed=tuple(one for one in placed if one.finding in kept),
        reading=reading,
        report=report,
    )


def _filed(path: Path, last: Path | None) -> tuple[Reading, tuple[Finding, ...], Report]:
    """A year file's text, and what reading it and the rules for year files have found."""
    case, found = open_case(path, ignoring=False)
    kit = case.kit
    indicators = {**kit.indicators, **case.answers.indicators}
    proof = proof_of_report(case.report, case.answers, _catalogue(kit))
    before = last or (path.parent / case.answers.prior_file if case.answers.prior_file else None)
    reading = Reading(
        proof=proof,
        indicators=indicators,
        wording=_wording(),
        phrases=kit.phrases,
        contents=kit.contents,
        compared=_compared(before, path),
        case=case,
    )
    return reading, found, case.report


def _read(
    path: Path, year: int | None, last: Path | None
) -> tuple[Reading, tuple[Finding, ...], None]:
    """A report's text."""
    from drafter.readers.documents import read_document
    from drafter.text.old_outline import understand

    document = read_document(path)
    old = understand(document)
    old = replace(old, year=year or old.year)
    folder = locate.templates()
    kit = read_kit(folder, folder / "profiles" / "本文件.yaml")
    reading = Reading(
        proof=proof_of_document(document, old, _catalogue(kit)),
        indicators=kit.indicators,
        wording=_wording(),
        phrases=kit.phrases,
        contents=kit.contents,
        compared=_compared(last, path),
    )
    return reading, (), None


def _catalogue(kit: Kit) -> Catalogue:
    sayings = read_sayings(locate.templates() / "sayings.yaml", kit.indicators)
    return catalogue(kit.indicators, kit.topics, sayings)


def _wording() -> Wording:
    """What is known about words."""
    return Wording()


def _compared(last: Path | None, this: Path) -> Comparison | None:
    """This year beside last year; None where last year is not known."""
    if last is None:
        return None
    from drafter.app.compare import compare

    return compare(last, this).comparison


def _reasons(reading: Reading) -> Mapping[str, str]:
    """Codes that the year file switches off, with the reason."""
    case = reading.case
    return {code: text.text for code, text in case.answers.ignored.items()} if case else {}
