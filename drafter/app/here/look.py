"""A look at a folder: quick, and no file in it can make it fail."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from pathlib import PurePath
from typing import TYPE_CHECKING

from drafter.app.batch.found import REPORTS
from drafter.app.here.facts import Draft, DraftState, Here, SlipFolder, YearFile
from drafter.app.kinds import YEAR_FILES, is_templates
from drafter.app.opening import open_case
from drafter.app.slips_out import LIST
from drafter.model.finding import DrafterError, Severity
from drafter.readers.drafted import drafted
from drafter.readers.glance import glance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from drafter.readers.drafted import Drafted

_MOST_ENTRIES, _MOST_YEAR_FILES, _MOST_WORD, _MOST_FOLDERS = 2000, 60, 60, 30
_MOST_OPENED, _SECONDS, _LARGEST = 3, 1.0, 1_000_000  # bytes
_NOT_MEANT = (".", "~", "__")
_COMMENTED = "（检查）"
_SAVED_WITH = 2.0  # seconds: files of one writing
_SHEETS = (".xlsx", ".xls", ".csv", ".ods", ".et")
_PLAIN_DRAFTS = (".md", ".txt")
#: Files of these kinds are reports only if they are called so.
_NOTES = (".md", ".markdown", ".text", ".txt")
_REPORT = "报告"


def look(folder: Path) -> Here:
    """What is in a folder; what cannot be read is left out.

    At most three year files are opened, none of a megabyte, and no further one after a second.
    """
    names = _names(folder)
    filed = _glanced(folder, [name for name in names if _ending(name) in YEAR_FILES])
    ours = _ours(folder, [name for name in names if _ending(name) == ".docx"])
    year_files = tuple(
        replace(one, drafts=tuple(_drafts(folder, one, names, ours, filed)))
        for one in _opened(folder, filed)
    )
    inner = [name for name in names if (folder / name).is_dir()][:_MOST_FOLDERS]
    return Here(
        folder,
        year_files,
        tuple(_slips(folder, inner)),
        _reports(folder, names, ours, year_files),
        () if year_files else tuple(name for name in inner if _holds_year_files(folder / name)),
    )


def _names(folder: Path) -> list[str]:
    """What is not hidden, sorted; of a huge folder a part."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in islice(entries, _MOST_ENTRIES)]
    except OSError:
        return []
    return sorted(name for name in names if not name.startswith(_NOT_MEANT))


def _ending(name: str) -> str:
    return PurePath(name).suffix.lower()


def _saved(path: Path) -> float:
    """When a file was saved, in seconds; 0 when nobody can tell."""
    try:
        return path.stat().st_mtime
    except (OSError, ValueError):
        return 0


def _glanced(folder: Path, names: Sequence[str]) -> list[YearFile]:
    """Year files, newest year first."""
    paths = [path for name in names[:_MOST_YEAR_FILES] if (path := folder / name).is_file()]
    seen = {path.name: glance(path) for path in paths}
    priors = {os.path.normpath(one.prior) for one in seen.values() if one.prior}
    found = [
        YearFile(name, one.year, prior=name in priors, adopted=one.adopted)
        for name, one in seen.items()
        if one.filed
    ]
    return sorted(found, key=lambda one: (one.prior, -one.year, one.name))


def _opened(folder: Path, filed: Sequence[YearFile]) -> Iterator[YearFile]:
    """The year files, the first of them opened."""
    start = time.monotonic()
    for place, one in enumerate(filed):
        late = time.monotonic() - start > _SECONDS
        if place >= _MOST_OPENED or late or one.prior or _size(folder / one.name) > _LARGEST:
            yield one
        else:
            yield _open(folder, one)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def _open(folder: Path, one: YearFile) -> YearFile:
    try:
        case, findings = open_case(folder / one.name)
    except DrafterError as problem:
        return replace(one, broken=problem.findings[0].message)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    return replace(one, read=True, gaps=len(case.report.gaps), errors=errors)


def _ours(folder: Path, names: Iterable[str]) -> dict[str, Drafted]:
    """Our drafts by name; copies with comments are none."""
    meant = (name for name in names if not name.endswith(f"{_COMMENTED}.docx"))
    # Whoever opens a pipe that is called so waits for ever.
    files = islice((name for name in meant if (folder / name).is_file()), _MOST_WORD)
    found = ((name, drafted(folder / name)) for name in files)
    return {name: one for name, one in found if one is not None}


def _drafts(
    folder: Path,
    one: YearFile,
    names: Sequence[str],
    ours: dict[str, Drafted],
    filed: Sequence[YearFile],
) -> Iterator[Draft]:
    """The drafts of a year file: those under its name, and those of its year if it is alone."""
    stem, saved = PurePath(one.name).stem, _saved(folder / one.name)
    stems = {PurePath(other.name).stem for other in filed}
    alone = sum(other.year == one.year for other in filed) == 1
    for name in names:
        its = PurePath(name).stem
        behind = _saved(folder / name) < saved
        word = ours.get(name)
        if word is not None:
            if its == stem or (alone and word.year == one.year and its not in stems):
                state = DraftState.OLD if behind else DraftState.FRESH
                yield Draft(name, DraftState.EDITED if word.edited else state, behind)
        elif its == stem and _ending(name) in _PLAIN_DRAFTS:
            yield Draft(name, DraftState.OLD if behind else DraftState.FRESH, behind)


def _slips(folder: Path, inner: Iterable[str]) -> Iterator[SlipFolder]:
    for name in inner:
        made = _saved(folder / name / LIST)
        if not made:
            continue
        sheets = [one for one in _names(folder / name) if _ending(one) in _SHEETS]
        returned = sum(_saved(folder / name / one) > made + _SAVED_WITH for one in sheets)
        yield SlipFolder(name, len(sheets), returned)


def _reports(
    folder: Path, names: Iterable[str], ours: dict[str, Drafted], filed: Iterable[YearFile]
) -> tuple[str, ...]:
    """Reports that no year file here has made."""
    stems = {PurePath(one.name).stem for one in filed}
    found = [
        name
        for name in names
        if _ending(name) in REPORTS
        and (_REPORT in name or _ending(name) not in _NOTES)
        and name not in ours
        and name != LIST
        and PurePath(name).stem.removesuffix(_COMMENTED) not in stems
        and (folder / name).is_file()
    ]
    return tuple(
        sorted(found, key=lambda name: (_REPORT not in name, -_saved(folder / name), name))
    )


def _holds_year_files(folder: Path) -> bool:
    with suppress(OSError):
        if is_templates(folder):
            return False
        names = [name for name in _names(folder) if _ending(name) in YEAR_FILES]
        return any(glance(folder / name).filed for name in names[:_MOST_OPENED])
    return False
