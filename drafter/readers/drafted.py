"""Whether a Word file is a draft of ours, at a glance: its properties alone are read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from drafter.model.record import record
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from pathlib import Path

_CORE, _APP = "docProps/core.xml", "docProps/app.xml"
_LARGEST = 100_000  # characters of a part that is looked at
#: Word and WPS keep these when they save; keywords begin with the year.
_OURS = "<dc:subject>法治政府建设年度报告</dc:subject>"
_YEAR = lazily(r"<cp:keywords>\s*(\d{4})年度", re.ASCII)
_UNTOUCHED = "<Application>drafter</Application>"


@record
class Drafted:
    """A draft that this program wrote.

    Attributes:
        year: the report's.
        edited: whether another program has saved it since.
    """

    year: int
    edited: bool


def drafted(path: Path) -> Drafted | None:
    """What a .docx file says of itself; None when it is no draft of ours or cannot be read."""
    try:
        with ZipFile(path) as package:
            core, app = (_part(package, name) for name in (_CORE, _APP))
    except (OSError, BadZipFile, KeyError, ValueError, RuntimeError, NotImplementedError, EOFError):
        return None
    year = _YEAR.search(core)
    if _OURS not in core or year is None:
        return None
    return Drafted(int(year[1]), edited=_UNTOUCHED not in app)


def _part(package: ZipFile, name: str) -> str:
    with package.open(name) as part:
        return part.read(_LARGEST).decode("utf-8", "replace")
