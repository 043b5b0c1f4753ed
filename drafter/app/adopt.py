"""A year file made out of a published report."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from drafter import locate
from drafter.app.odd_files import odd_files
from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.kit import Kind
from drafter.model.record import record
from drafter.model.spot import Spot
from drafter.readers.documents import read_document
from drafter.readers.kit import read_kit
from drafter.readers.sayings import read_sayings
from drafter.text.figure_ids import name_figures
from drafter.text.lazily import lazily
from drafter.text.old_outline import understand
from drafter.text.spoken_of import catalogue
from drafter.writers.adopted import adopted_yaml
from drafter.writers.place import place as put

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from drafter.model.old_report import OldReport, RawDocument, RawParagraph
    from drafter.text.figure_ids import Named
    from drafter.text.spoken_of import Catalogue

#: How names end, and the kind of body; the first that fits counts.
_KINDS = (
    (lazily(r"管委会|管理委员会|高新|开发区|园区|示范区|保税区|功能区"), Kind.ZONE),
    (lazily(r"街道"), Kind.SUBDISTRICT),
    (lazily(r"[乡镇]$|民族乡"), Kind.TOWNSHIP),
    (lazily(r"[局厅委办院会]$|办公室$|中心$|[大支总]队$"), Kind.DEPARTMENT),
    (lazily(r"省$|自治区$"), Kind.PROVINCE),
    (lazily(r"[县旗]$"), Kind.COUNTY),
    (lazily(r"区$"), Kind.DISTRICT),
    (lazily(r"[市州盟]$"), Kind.CITY),
)
#: Characters of a table's first cell that tell which it is.
_SHOWN = 12
_GOVERNMENT = lazily(r"(?:人民)?政府(?:办公室)?$|办事处$")


@record
class Adopted:
    """What was understood of a report.

    Attributes:
        path: the year file; None when none was written.
        report: the report.
        figures: its statistics with their ids, in printed order.
        kind: the kind of body; None when the issuer's name does not show it.
        findings: what of the report a year file cannot hold as it is, and what its file is like.
    """

    path: Path | None
    report: OldReport
    figures: tuple[Named, ...]
    kind: Kind | None
    findings: tuple[Finding, ...] = ()


def adopt(
    report: Path,
    out: Path | None = None,
    *,
    year: int | None = None,
    place: str | None = None,
    write: bool = True,
    force: bool = False,
) -> Adopted:
    """Make a year file of a report.

    Args:
        report: the report.
        out: the year file; None = beside the report, named after the year.
        year: the year reported on; None = as the report says.
        place: the office's name; None = as the report says.
        write: whether a year file is written at all.
        force: replace a file that is there already.

    Raises:
        DrafterError: the report cannot be read, year or office are not known, or the file cannot
            be written.
    """
    document = read_document(report)
    old = understand(document)
    findings = (*odd_files(document, old), *_tables(document, old))
    old = replace(old, year=year or old.year, issuer=place or old.issuer)
    words, taken = _catalogue()
    figures = name_figures(old, words, taken)
    kind = guess_kind(old.issuer)
    if not write:
        return Adopted(None, old, figures, kind, findings)
    known_year, known_place = _needed(old)
    text = adopted_yaml(
        old, figures, place=known_place, kind=kind or Kind.DEPARTMENT, year=known_year
    )
    target = out or report.with_name(f"{known_year}.yaml")
    put(target, text.encode(), force=force, made_of=(report,))
    return Adopted(target, old, figures, kind, findings)


def guess_kind(name: str) -> Kind | None:
    """The kind of body that a name shows; None when it shows none."""
    bare = _GOVERNMENT.sub("", name.strip())
    return next((kind for form, kind in _KINDS if form.search(bare)), None)


def _tables(document: RawDocument, report: OldReport) -> Iterator[Finding]:
    """Each table of which every cell became a paragraph; those left out with an annex are none."""
    kept = {block.spot for block in report.blocks}
    first: dict[int, RawParagraph] = {}
    for paragraph in document.paragraphs:
        if paragraph.table and paragraph.spot in kept:
            first.setdefault(paragraph.table, paragraph)
    for count, paragraph in enumerate(first.values(), 1):
        which = f"（共{len(first)}张，这是第{count}张）" if len(first) > 1 else ""
        message = (
            f"从“{paragraph.text[:_SHOWN]}”起是一张表格{which}，问卷里没有表格，一格写成了一段"
        )
        remedy = (
            f"在问卷里找到“{paragraph.text[:_SHOWN]}”这一段，把表里的话和数改写成句子，不要的删去"
        )
        yield Finding("A304", "table-flattened", Severity.WARNING, paragraph.spot, message, remedy)


@cache
def _catalogue() -> tuple[Catalogue, frozenset[str]]:
    """The catalogue's words, and its ids."""
    folder = locate.templates()
    kit = read_kit(folder, folder / "profiles" / "本文件.yaml")
    sayings = read_sayings(folder / "sayings.yaml", kit.indicators)
    return catalogue(kit.indicators, kit.topics, sayings), frozenset(kit.indicators)


def _needed(report: OldReport) -> tuple[int, str]:
    """The year and the office's name.

    Raises:
        DrafterError: one of them is not known.
    """
    missing = []
    if report.year is None:
        message, remedy = "看不出是哪一年的报告", "写明年度，如 --year 2023"
        missing.append(_unknown(report, "A301", "unknown-year", message, remedy))
    if not report.issuer:
        message, remedy = "看不出是哪个单位的报告", "写明单位名称，如 --place 龙城街道"
        missing.append(_unknown(report, "A302", "unknown-place", message, remedy))
    if missing or report.year is None:
        raise DrafterError(*missing)
    return report.year, report.issuer


def _unknown(report: OldReport, code: str, name: str, message: str, remedy: str) -> Finding:
    return Finding(code, name, Severity.ERROR, Spot(report.path), message, remedy)
