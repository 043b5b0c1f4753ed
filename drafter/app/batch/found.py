"""Which files of a folder, and of the folders in it, are meant by `--all`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.app.batch.record import NAME, open_record
from drafter.app.kinds import YEAR_FILES, is_templates, is_year_file
from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.record import record
from drafter.model.spot import Spot
from drafter.readers.glance import glance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.readers.glance import Glance

#: Reports that can be checked, by their endings.
REPORTS = (
    ".doc", ".docx", ".htm", ".html", ".markdown", ".md", ".mht", ".mhtml", ".odt", ".pdf", ".rtf",
    ".shtml", ".text", ".txt", ".wps", ".xhtml",
)  # fmt: skip
#: Files that drafter itself puts beside year files and reports: slips' list, commented copies.
_OUR_OWN = ("清单.txt",)
_COMMENTED = "（检查）"
_NOT_MEANT = (".", "~$", "~")
_NOT_ENTERED = (".", "__", "~")


@record
class Found:
    """What there is to do.

    Attributes:
        folder: as the user named it.
        files: to be worked on, sorted; each begins with `folder`.
        passed: what was passed over and could be missed, each with the reason.
    """

    folder: Path
    files: tuple[Path, ...]
    passed: tuple[tuple[Path, str], ...]


def find_year_files(folder: Path, out: Path | None = None) -> Found:
    """Every year file below a folder.

    Not those that only hold last year's figures: named as 上年 by another file, and kept in a
    folder of their own or made by `drafter adopt`.

    Args:
        folder: hidden files and folders, templates folders and lock files in it do not count.
        out: where drafts are written; it is not looked into.

    Raises:
        DrafterError: there is no such folder, or no year file in it.
    """
    passed: list[tuple[Path, str]] = []
    paths = [path for path in _files(folder, out, passed) if path.suffix.lower() in YEAR_FILES]
    files = tuple(_year_files(paths, passed))
    if not files:
        raise _nothing(folder, "里没有问卷（.yaml 文件）")
    return Found(folder, files, tuple(passed))


def find_checkable(folder: Path) -> Found:
    """Every year file, as `find_year_files`, and every report below a folder.

    Drafts that `draft --all` has written there say what their year files say; they count only where
    the folder itself is one of drafts.

    Raises:
        DrafterError: there is no such folder, or nothing in it that can be checked.
    """
    passed: list[tuple[Path, str]] = []
    paths = list(_files(folder, None, passed))
    filed = set(_year_files([path for path in paths if is_year_file(path)], passed))
    drafts = set(_drafts(folder, paths))
    passed += ((path, "是 draft --all 写的初稿") for path in paths if path in drafts)
    reports = {path for path in paths if _is_report(path)} - drafts
    files = tuple(path for path in paths if path in filed or path in reports)
    if not files:
        raise _nothing(folder, "里没有可以检查的文件（问卷或报告）")
    return Found(folder, files, tuple(passed))


def _files(folder: Path, out: Path | None, passed: list[tuple[Path, str]]) -> Iterator[Path]:
    """Every file that is not hidden, sorted within each folder."""
    if not folder.is_dir():
        message = f"没有“{folder}”这个文件夹" if not folder.exists() else f"“{folder}”不是文件夹"
        raise _refusal(folder, message, "--all 后面要写放着文件的文件夹")
    skipped = out.resolve() if out else None

    def unreadable(error: OSError) -> None:
        passed.append((Path(str(error.filename)), "打不开"))

    for name, folders, names in os.walk(folder, onerror=unreadable):
        here = Path(name)
        for inner in sorted(folders):
            below = here / inner
            if is_templates(below):
                passed.append((below, "是指标目录"))
            elif below.is_symlink():
                passed.append((below, "是指向别处的链接，没有进去"))
            if inner.startswith(_NOT_ENTERED) or below.resolve() == skipped or is_templates(below):
                folders.remove(inner)
        folders.sort()
        yield from (here / one for one in sorted(names) if not one.startswith(_NOT_MEANT))


def _drafts(folder: Path, paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        if path.name == NAME and path.parent != folder:
            yield from (path.parent / name for name in open_record(path.parent).known)


def _is_report(path: Path) -> bool:
    ours = path.name in _OUR_OWN or path.stem.endswith(_COMMENTED)
    return path.suffix.lower() in REPORTS and not ours


def _year_files(paths: list[Path], passed: list[tuple[Path, str]]) -> Iterator[Path]:
    """Those of the paths that are year files in their own right."""
    seen = {path: glance(path) for path in paths}
    referred = {_named(path, one): path for path, one in seen.items() if one.prior}
    for path, one in seen.items():
        by = referred.get(os.path.normpath(path))
        if not one.filed:
            passed.append((path, "不像问卷：没有“报告”“单位”"))
        elif by is not None and (one.adopted or by.parent != path.parent):
            passed.append((path, f"只作“{by.name}”的上年数据用"))
        else:
            yield path


def _named(path: Path, one: Glance) -> str:
    return os.path.normpath(path.parent / one.prior)


def _nothing(folder: Path, message: str) -> DrafterError:
    remedy = "核对文件夹的名称；隐藏的文件、指标目录、正在打开的临时文件不算"
    return _refusal(folder, f"“{folder}”{message}", remedy)


def _refusal(folder: Path, message: str, remedy: str) -> DrafterError:
    spot = Spot(str(folder))
    return DrafterError(Finding("O301", "nothing-to-do", Severity.ERROR, spot, message, remedy))
