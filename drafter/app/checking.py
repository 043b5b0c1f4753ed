"""A year file or any report, checked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from drafter import locate
from drafter.app.accounts import is_year_file
from drafter.app.notices import notices
from drafter.app.opening import open_case
from drafter.app.rules import UnknownCodeError
from drafter.checks.case import Reading
from drafter.checks.registry import RULES
from drafter.checks.running import read_text, runs
from drafter.model.finding import DrafterError, Finding, Severity
from drafter.readers.kit import read_kit
from drafter.readers.names import read_names
from drafter.readers.sayings import read_sayings
from drafter.readers.wording import read_wording
from drafter.text.indicator_match import catalogue
from drafter.text.proofs import proof_of_document, proof_of_report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from drafter.checks.case import Case
    from drafter.model.comparison import Comparison
    from drafter.model.kit import Kit
    from drafter.model.placed import Placed
    from drafter.model.report import Report
    from drafter.model.wording import Wording
    from drafter.text.indicator_match import Catalogue

#: Why a finding is not told, when --ignore says so.
BY_OPTION = "运行时用 --ignore 略去"


@dataclass(frozen=True, slots=True)
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
    opened = _filed(path, last) if is_year_file(path) else _read(path, year, last)
    chosen, left_out = tuple(select), tuple(ignore)
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
    reading = _case_reading(case, path, None)
    reasons = _reasons(reading)
    placed = read_text(RULES, reading)
    return tuple(one.finding for one in placed if one.finding.code not in reasons)


@dataclass(frozen=True, slots=True)
class _Opened:
    """A file made ready to be checked.

    Attributes:
        kind: see `Checked`.
        reading: its text.
        found: what was found on the way, the rules for year files included.
        report: see `Checked`.
    """

    kind: str
    reading: Reading
    found: tuple[Finding, ...] = ()
    report: Report | None = None


def _filed(path: Path, last: Path | None) -> _Opened:
    """A year file's text."""
    case, found = open_case(path, ignoring=False)
    reading = _case_reading(case, path, last)
    return _Opened("yaml", reading, (*found, *_unknown_codes(case)), case.report)


def _case_reading(case: Case, path: Path, last: Path | None) -> Reading:
    """What the rules see of an opened year file."""
    kit = case.kit
    return Reading(
        proof=proof_of_report(case.report, case.answers, _catalogue(kit)),
        indicators={**kit.indicators, **case.answers.indicators},
        wording=_wording(),
        phrases=kit.phrases,
        contents=kit.contents,
        compared=_compared(last, path) if last else _prior_compared(case, path),
        case=case,
    )


def _prior_compared(case: Case, path: Path) -> Comparison | None:
    """This year beside the file that is named as 上年; that it cannot be read was told before."""
    if not case.answers.prior_file:
        return None
    try:
        return _compared(path.parent / case.answers.prior_file, path)
    except DrafterError:
        return None


def _read(path: Path, year: int | None, last: Path | None) -> _Opened:
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
        compared=_compared(last, path) if last else None,
    )
    return _Opened(document.kind, reading)


#: Catalogues that are ready, each with the very kit and sayings that it was made of; the newest
#: last. A profile has a kit of its own.
_ready: list[tuple[Kit, Mapping[str, tuple[str, ...]], Catalogue]] = []
_MOST_READY = 4


def _catalogue(kit: Kit) -> Catalogue:
    sayings = read_sayings(locate.templates() / "sayings.yaml", kit.indicators)
    for known, said, made in _ready:
        if known is kit and said is sayings:
            return made
    made = catalogue(kit.indicators, kit.topics, sayings)
    _ready.append((kit, sayings, made))
    del _ready[:-_MOST_READY]
    return made


def _wording() -> Wording:
    """What is known about words."""
    names = read_names(locate.templates() / "names.yaml")
    return replace(
        read_wording(locate.templates()),
        places=names.places,
        allowed=names.allowed,
        set_phrases=names.set_phrases,
    )


def _compared(last: Path, this: Path) -> Comparison:
    """This year beside last year."""
    from drafter.app.compare import compare

    return compare(last, this).comparison


def _reasons(reading: Reading) -> Mapping[str, str]:
    """Codes of rules that the year file switches off, with the reason.

    What reading the file has found cannot be switched off: something that was typed is lost.
    """
    if reading.case is None:
        return {}
    codes = {rule.code for rule in RULES}
    ignored = reading.case.answers.ignored
    return {code: text.text for code, text in ignored.items() if code in codes}


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
