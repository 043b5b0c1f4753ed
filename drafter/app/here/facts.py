"""What a look at a folder tells: facts without advice."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.model.record import record

if TYPE_CHECKING:
    from pathlib import Path


class DraftState(StrEnum):
    """How a draft stands to its year file."""

    FRESH = "fresh"  #: as it was written, and newer
    OLD = "old"  #: as it was written; the year file was changed since
    EDITED = "edited"  #: saved by Word or WPS since it was written


@record
class Draft:
    """A draft beside its year file.

    Attributes:
        name: of the file.
        state: whether it is up to date, or somebody has worked on it.
        behind: whether the year file was changed after the draft.
    """

    name: str
    state: DraftState
    behind: bool


@record
class YearFile:
    """A year file.

    Attributes:
        name: of the file.
        year: of the report; 0 = unknown.
        prior: whether another year file here names it as 上年.
        adopted: whether it was made of a published report.
        read: whether it was opened; then `gaps` and `errors` are counted.
        broken: why it cannot be opened; empty when it can, or was not tried.
        gaps: how many places of its report wait for something.
        errors: how many errors were found on the way.
        drafts: drafts of it in the folder.
    """

    name: str
    year: int
    prior: bool = False
    adopted: bool = False
    read: bool = False
    broken: str = ""
    gaps: int = 0
    errors: int = 0
    drafts: tuple[Draft, ...] = ()


@record
class SlipFolder:
    """A folder of slips that `slips out` has made.

    Attributes:
        name: of the folder.
        sheets: how many slips are in it.
        returned: how many of them were saved after they were made, or came from elsewhere.
    """

    name: str
    sheets: int
    returned: int


@record
class Here:
    """A folder.

    Attributes:
        folder: the folder.
        year_files: the newest year first.
        slips: folders of slips.
        reports: reports of anybody's, those that are called so first.
        below: names of folders with year files, where there is none here.
    """

    folder: Path
    year_files: tuple[YearFile, ...] = ()
    slips: tuple[SlipFolder, ...] = ()
    reports: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
