"""wording.yaml: wrong words, right titles, old names of offices; with calendar.yaml beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.finding import Severity
from drafter.model.spot import Spot
from drafter.model.wording import Holiday, Meeting, NumberWords, Office, Season, Slip, Wording
from drafter.readers.kept import kept

if TYPE_CHECKING:
    from pathlib import Path

_CLASSES = (Holiday, Meeting, NumberWords, Office, Season, Severity, Slip, Spot, Wording)


def read_wording(folder: Path) -> Wording:
    """What is known about words.

    Args:
        folder: the templates folder.

    Raises:
        DrafterError: a file is missing or has a fault; all faults at once.
    """

    def read() -> Wording:
        from drafter.readers.wording_files import read_wording_files

        return read_wording_files(folder)

    files = (folder / "wording.yaml", folder / "calendar.yaml")
    return kept(Wording, _CLASSES, (folder,), lambda: files, read)
