"""A year file or any report, checked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.app.kinds import is_year_file
from drafter.checks.registry import RULES
from drafter.checks.running import read_text, runs
from drafter.model.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from drafter.app.checked_files import Opened
    from drafter.checks.case import Case, Reading
    from drafter.model.finding import Finding
    from drafter.model.placed import Placed
    from drafter.model.report import Report

#: Why a finding is not told, when --ignore says so.
BY_OPTION = "运行时用 --ignore 略去"


@record
class Checked:
    """What came of checking one file.

    Attributes:
        path: as the user named it.
        kind: yaml for a year file, else the kind of document (docx, doc, html, mht, txt, md, pdf).
        rules: how many rules were run.
        findings: in the order of the file.
        ignored: findings that are not told, each with the reason.
        placed: those findings that stand in the text, with the very words.
        reading: the text; what the rules saw.
        report: composed of the year file; None for a document.
    """

    path: Path
    kind: str
    rules: int
    findings: tuple[Finding, ...]
    ignored: tuple[tuple[Finding, str], ...]
    placed: tuple[Placed, ...]
    reading: Reading
    report: Report | None

    @property
    def texts(self) -> tuple[str, ...]:
        """The title, headings and paragraphs as they stand in the file."""
        return tuple(passage.raw for passage in self.reading.proof.passages)

    @property
    def sections(self) -> tuple[str, ...]:
        """What each of `texts` stands under, see `Passage.section`."""
        return tuple(passage.section for passage in self.reading.proof.passages)

    @property
    def loose(self) -> tuple[Finding, ...]:
        """The findings that stand nowhere in the text: what is wrong with a year file itself."""
        placed = {one.finding for one in self.placed}
        return tuple(finding for finding in self.findings if finding not in placed)


def check(
    path: Path,
    *,
    year: int | None = None,
    last: Path | None = None,
    profile: str | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> Checked:
    """Check a year file or a report.

    Args:
        path: a year file, or a report in any format that can be read.
        year: the year reported on; None = as the file says.
        last: last year's year file or report; None = the one that a year file names as 上年.
        profile: a structure that it is held against, by name or path; None = none.
        select: codes, or how they begin; empty = every rule that runs unasked.
        ignore: codes, or how they begin, that are not told.

    Raises:
        DrafterError: the file, last year's or the profile cannot be read.
    """
    return _checked(path, _opened(path, year, last, profile), tuple(select), tuple(ignore))


def check_year_file(path: Path) -> Checked:
    """Check a year file, whatever its name ends with.

    Raises:
        DrafterError: it cannot be read.
    """
    from drafter.app.checked_year_files import open_year_file

    return _checked(path, open_year_file(path, None), (), ())


def _checked(
    path: Path, opened: Opened, chosen: tuple[str, ...], left_out: tuple[str, ...]
) -> Checked:
    """Run the rules over a file that is ready."""
    asked = frozenset(chosen)
    placed = read_text(RULES, opened.reading, asked=asked)
    told = [*opened.found, *(one.finding for one in placed)]
    if chosen:
        told = [f for f in told if f.code.startswith(chosen)]
    reasons = dict(_reasons(opened.reading))
    for finding in told:
        if finding.code.startswith(left_out):
            reasons.setdefault(finding.code, BY_OPTION)
    kept = tuple(f for f in told if f.code not in reasons)
    codes = {f.code for f in kept}
    return Checked(
        path=path,
        kind=opened.kind,
        rules=_count(opened.reading, chosen, left_out),
        findings=kept,
        ignored=tuple((f, reasons[f.code]) for f in told if f.code in reasons),
        placed=tuple(one for one in placed if one.finding.code in codes),
        reading=opened.reading,
        report=opened.report,
    )


def _count(reading: Reading, chosen: tuple[str, ...], left_out: tuple[str, ...]) -> int:
    """How many rules are run and told."""
    filed = reading.proof.filed
    codes = [rule.code for rule in RULES if runs(rule, frozenset(chosen), filed=filed)]
    told = [code for code in codes if code.startswith(chosen)] if chosen else codes
    return sum(not code.startswith(left_out) for code in told)


def proofread(case: Case, path: Path) -> tuple[Finding, ...]:
    """What the rules for texts find in a year file's text, but for what the file switches off.

    Args:
        case: the year file.
        path: where it stands.
    """
    from drafter.app.checked_year_files import case_reading

    reading = case_reading(case, path, None)
    reasons = _reasons(reading)
    placed = read_text(RULES, reading)
    return tuple(one.finding for one in placed if one.finding.code not in reasons)


def _opened(path: Path, year: int | None, last: Path | None, profile: str | None) -> Opened:
    """The file made ready; what its kind needs is loaded only then."""
    structure = None
    if profile is not None:
        from drafter.app.structure import open_structure

        structure = open_structure(profile)
    if is_year_file(path):
        from drafter.app.checked_year_files import open_year_file

        opened = open_year_file(path, last)
    else:
        from drafter.app.checked_documents import open_document

        opened = open_document(path, year, last, structure)
    if structure is None:
        return opened
    return replace(opened, reading=structure.beside(opened.reading))


def _reasons(reading: Reading) -> Mapping[str, str]:
    """Codes of rules that the year file switches off, with the reason.

    What reading the file has found cannot be switched off: something that was typed is lost.
    """
    if reading.case is None:
        return {}
    codes = {rule.code for rule in RULES}
    ignored = reading.case.answers.ignored
    return {code: text.text for code, text in ignored.items() if code in codes}
