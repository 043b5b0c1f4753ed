"""The drafts of a batch put in their places, several at a time.

To bring one file to the disk takes as long as to make one, and several take hardly longer. So the
first process, which has little else to do, gathers what comes within a moment.
"""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from drafter.app.batch.one_draft import draft_one, failed
from drafter.app.draft import never_replaced
from drafter.model.finding import DrafterError
from drafter.readers.digests import digest
from drafter.writers.place import ChangedError, Placing, make_folder, place_each
from drafter.writers.place_faults import FILE_EXISTS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from drafter.app.batch.orders import Job, Order, Outcome, Ready

#: So many drafts are placed at once, or what has come in so many seconds.
_MOST = 8
_MOMENT = 0.05


class Places:
    """Places drafts, and hands on what became of each, in the order in which they come."""

    def __init__(self, order: Order, take: Callable[[Outcome], None]) -> None:
        self._order, self._take = order, take
        self._gathered: list[Ready] = []
        self._placed = time.monotonic()

    def add(self, ready: Ready) -> None:
        """Take a draft; it may wait for others."""
        self._gathered.append(ready)
        if len(self._gathered) >= _MOST or time.monotonic() - self._placed > _MOMENT:
            self.finish()

    def finish(self) -> None:
        """Place what waits."""
        gathered, self._gathered = self._gathered, []
        for outcome in _placed(self._order, gathered):
            self._take(outcome)
        self._placed = time.monotonic()


def _placed(order: Order, gathered: list[Ready]) -> list[Outcome]:
    """What became of drafts: those that could not be placed have failed."""
    outcomes = [ready.outcome for ready in gathered]
    wanted: dict[int, Placing] = {}
    for number, ready in enumerate(gathered):
        if ready.data is not None:
            try:
                make_folder(ready.outcome.job.target.parent)
            except DrafterError as problem:
                outcomes[number] = failed(ready.outcome.job, problem.findings)
            else:
                wanted[number] = _wanted(order, ready, ready.data)
    refusals = place_each(tuple(wanted.values()))
    for number, refusal in zip(wanted, refusals, strict=True):
        if refusal is not None:
            outcomes[number] = _refused(order, outcomes[number].job, refusal)
    return outcomes


def _wanted(order: Order, ready: Ready, data: bytes) -> Placing:
    job = ready.outcome.job
    never = never_replaced(job.source, order.word)
    decided = (
        ready.force and not order.force
    )  # else a file there is not replaced, or whatever it is
    unchanged = partial(_is_still, job.target, ready.before) if decided else _yes
    return Placing(job.target, data, ready.force, never, unchanged)


def _is_still(path: Path, before: str) -> bool:
    return digest(path) == before


def _yes() -> bool:
    return True


def _refused(order: Order, job: Job, refusal: DrafterError) -> Outcome:
    """What became of a draft that another run, or a person, was quicker to write or to change."""
    if isinstance(refusal, ChangedError) or refusal.findings[0].code == FILE_EXISTS:
        ready = draft_one(order, job)
        if ready.data is None:
            return ready.outcome
    return failed(job, refusal.findings)
