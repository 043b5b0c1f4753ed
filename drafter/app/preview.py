"""The preview page of a year file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter import locate
from drafter.app.charts import charts
from drafter.app.checking import check_year_file
from drafter.app.figures import sheet_of
from drafter.app.years import figures_by_year, history
from drafter.model.preview import Design, Preview
from drafter.model.record import record
from drafter.readers.files import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from drafter.checks.case import Case
    from drafter.model.answers import Answers
    from drafter.model.finding import Finding
    from drafter.model.quantity import Quantity
    from drafter.model.spot import Spot

#: Two values make a comparison.
_SEVERAL = 2
#: What `history` tells of a file that 上年 names.
_UNREADABLE = "B111"
_HEAD = 1024  # bytes in which the mark stands


@record
class Previewed:
    """What became of a preview.

    Attributes:
        path: the page.
        preview: what it shows.
    """

    path: Path
    preview: Preview


def preview(path: Path, out: Path | None = None, *, force: bool = False) -> Previewed:
    """Write the preview page of a year file.

    Args:
        path: the year file.
        out: the page; None = beside the year file, see `beside`.
        force: replace a file that is there already, also one that is no preview.

    Raises:
        DrafterError: there is nothing to go on with, or the page cannot be written.
    """
    from drafter.writers.place import place
    from drafter.writers.preview import page

    shown, target = collected(path), out or beside(path)
    data = page(shown, design()).encode(errors="backslashreplace")
    place(target, data, force=force or is_preview(target), made_of=(path,))
    return Previewed(target, shown)


def beside(path: Path) -> Path:
    """2023.预览.html beside 2023.yaml."""
    return path.with_name(f"{path.stem}.预览.html")


def is_preview(path: Path) -> bool:
    """Whether drafter itself has written this page; such a one is made anew without asking."""
    from drafter.writers.preview import MARK

    try:
        if not path.is_file():
            return False  # a pipe would keep us waiting
        with path.open("rb") as stream:
            return MARK.encode() in stream.read(_HEAD)
    except OSError:
        return False


def collected(path: Path) -> Preview:
    """Everything that the page shows.

    Raises:
        DrafterError: there is nothing to go on with.
    """
    checked = check_year_file(path)
    case = checked.reading.case
    if case is None:  # never, for a year file is what was opened
        raise TypeError
    years, chain = history(path)
    drawn, told = charts((case.answers, *years[1:]), case.kit)
    return Preview(
        file=path.name,
        report=case.report,
        sheet=sheet_of(case),
        placed=checked.placed,
        loose=(*checked.loose, *(f for f in chain if not _told_before(f, path)), *told),
        spots=_spots(case),
        years=_values(years, case),
        folders=_folders(path),
        charts=drawn,
    )


def design() -> Design:
    """The page's templates.

    Raises:
        DrafterError: one of them is missing or cannot be read.
    """
    folder = locate.preview_templates()
    names = ("page.html", "broken.html", "style.css", "script.js")
    return Design(*(read_text(folder / name) for name in names))


def broken_page(path: Path, findings: Iterable[Finding], *, version: int) -> str:
    """The page that stands for a year file which cannot be read just now.

    Args:
        path: the year file.
        findings: why.
        version: see `drafter.writers.preview.page`.

    Raises:
        DrafterError: the page's templates cannot be used either.
    """
    from drafter.writers.preview import broken

    return broken(path.name, tuple(findings), _folders(path), design(), version=version)


def _folders(path: Path) -> tuple[str, ...]:
    """What the page leaves out before a file's name, with a slash at the end."""
    return tuple(f"{folder.as_posix()}/" for folder in (path.parent, locate.templates()))


def _spots(case: Case) -> dict[str, Spot]:
    """Where each figure that the report can print was typed, else where its formula stands."""
    ids = (*case.report.notes, *case.answers.figures)
    known = {id_: case.answers.figures.get(id_) or case.indicator(id_) for id_ in ids}
    return {id_: found.spot for id_, found in known.items() if found is not None}


def _values(years: Sequence[Answers], case: Case) -> dict[str, dict[int, Quantity]]:
    """Figures through the years; see `Preview.years`."""
    indicators = {**case.kit.indicators, **case.answers.indicators}
    found = figures_by_year(years, indicators)
    return {one.id: dict(one.values) for one in found if len(one.values) >= _SEVERAL}


def _told_before(finding: Finding, path: Path) -> bool:
    """Whether opening the year file has told the same: that last year's cannot be read."""
    return finding.code == _UNREADABLE and finding.spot.file == str(path)
