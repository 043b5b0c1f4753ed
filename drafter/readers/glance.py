"""What a YAML file is, at a glance: no more is read of it than the beginnings of its lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.model.finding import DrafterError
from drafter.model.record import record
from drafter.readers.files import read_text
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from pathlib import Path

_TOP = lazily(r"^[\"']?(?:报告|单位|数据|上年)[\"']?\s*[:：]", re.MULTILINE)
_PRIOR = lazily(r"^[\"']?上年[\"']?\s*[:：][ \t]*[\"']?([^\s\"'#][^\"'#\n]*)", re.MULTILINE)
_YEAR = lazily(r"年度[\"']?\s*[:：]\s*[\"']?((?:19|20)\d\d)")
_NAMED_AFTER_A_YEAR = lazily(r"(?:19|20)\d\d")
_ADOPTED = "# 由 drafter adopt 从"


@record
class Glance:
    """What a file looks like.

    Attributes:
        filed: whether it is meant as a year file, readable or not.
        adopted: whether `drafter adopt` made it of a published report.
        prior: the file that it names as 上年; empty when there is none.
        year: of the report, as the file says or else its name; 0 when neither tells.
    """

    filed: bool
    adopted: bool = False
    prior: str = ""
    year: int = 0


def glance(path: Path) -> Glance:
    """Look at a YAML file; one that cannot be read passes for a year file, so that it is told."""
    named = _NAMED_AFTER_A_YEAR.search(path.stem)
    try:
        text = read_text(path)
    except DrafterError:
        return Glance(filed=True, year=int(named[0]) if named else 0)
    prior = _PRIOR.search(text)
    year = _YEAR.search(text)
    return Glance(
        filed=bool(_TOP.search(text) or named),
        adopted=text.startswith(_ADOPTED),
        prior=prior[1].strip() if prior else "",
        year=int(year[1]) if year else int(named[0]) if named else 0,
    )
