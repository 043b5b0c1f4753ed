"""What is asked of `draft --all`, and what comes of it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.app.draft import Format
from drafter.model.record import record

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.app.batch.record import Made
    from drafter.model.finding import Finding

#: Findings of a file that are kept to be told in the end.
MOST_TOLD = 5


class State(StrEnum):
    """What became of a draft."""

    WRITTEN = "written"
    SAME = "same"  #: up to date, not written again
    EDITED = "edited"  #: somebody has changed it, nothing else has changed; left alone
    REFUSED = "refused"  #: a final draft with gaps or errors
    FAILED = "failed"


@record
class Order:
    """How drafts are wanted; see `drafter.app.draft.draft`.

    Attributes:
        to: what to write.
        word: the Word template; None = the standard one.
        gaps: whether what is missing shows.
        final: write only what lacks nothing and has no error.
        force: overwrite drafts that were edited, and files that are not drafts of ours.
        settings: digest of all that every draft is made of; empty until it is worked out.
    """

    to: Format = Format.DOCX
    word: Path | None = None
    gaps: bool = True
    final: bool = False
    force: bool = False
    settings: str = ""


@record
class Job:
    """One draft to write.

    Attributes:
        source: the year file.
        target: the draft.
        name: the draft's path in the folder of drafts, with `/`.
        made: how the draft that is there came to be; None when that is not known.
        rival: another year file whose draft would have the same name; None as a rule.
    """

    source: Path
    target: Path
    name: str
    made: Made | None
    rival: Path | None = None


@record
class Ready:
    """A job that is done but for the writing.

    Attributes:
        outcome: what will have become of it.
        data: the draft; None when nothing is to be written.
        force: whether it may replace a draft that is there.
        before: digest of the draft that was there when that was decided.
    """

    outcome: Outcome
    data: bytes | None = None
    force: bool = False
    before: str = ""


@record
class Outcome:
    """What became of one.

    Attributes:
        job: what was to be done.
        state: see `State`.
        errors: how many errors there are in the year file.
        told: the first of them, and why there is no draft when there is none.
        gaps: how many places wait for something.
        made: how the draft came to be; None when there is nothing to remember.
        notes: what there is to know about the file besides what `draft` says of its year file.
    """

    job: Job
    state: State
    errors: int = 0
    told: tuple[Finding, ...] = ()
    gaps: int = 0
    made: Made | None = None
    notes: tuple[Finding, ...] = ()
