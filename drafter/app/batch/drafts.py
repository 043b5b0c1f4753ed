"""Drafts of many year files."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from drafter import __version__, locate
from drafter.app.batch.failures import killed
from drafter.app.batch.one_draft import draft_one, failed
from drafter.app.batch.orders import Job, Order, Outcome, Ready, State
from drafter.app.batch.placing import Places
from drafter.app.batch.pool import share_out
from drafter.app.batch.record import open_record
from drafter.app.word_templates import word_template
from drafter.readers.digests import digest_all
from drafter.readers.held import unchanging
from drafter.writers.place import keep, make_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from drafter.app.batch.found import Found
    from drafter.app.batch.record import Record

#: Seconds between two writings of the record: what a computer that is switched off can lose.
_SAVED_EVERY = 5


def draft_all(
    found: Found, out: Path, order: Order, *, jobs: int, take: Callable[[Outcome], None]
) -> None:
    """Write the drafts of many year files, each under its own path in a folder.

    Args:
        found: the year files.
        out: the folder of drafts; it is made when it is not there.
        order: how they are wanted.
        jobs: how many processes.
        take: gets what became of each, in the order of the files.

    Raises:
        DrafterError: the folder or its record cannot be written, or there is no such template.
        KeyboardInterrupt: the user has stopped it; what was written is whole and remembered.
    """
    order = replace(order, settings=_settings(order))
    make_folder(out)
    record = open_record(out)
    memory = _Memory(record)

    def taken(outcome: Outcome) -> None:
        memory.add(outcome)
        take(outcome)

    places = Places(order, taken)
    try:
        # The record says that all is made of the catalogue as it was when the run began.
        with unchanging(locate.templates()):
            share_out(
                partial(draft_one, order),
                tuple(_jobs(found, out, order, record)),
                jobs=jobs,
                died=lambda job: Ready(failed(job, (killed(job.source),))),
                take=places.add,
            )
    finally:
        try:
            places.finish()
        finally:
            memory.save()


class _Memory:
    """Writes into the record what has been done, every few seconds and at the end."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._saved = time.monotonic()
        self._folders: set[Path] = set()

    def add(self, outcome: Outcome) -> None:
        """Remember what became of a draft."""
        if outcome.made is not None:
            self._record.new[outcome.job.name] = outcome.made
        if outcome.state is State.WRITTEN:
            self._folders.add(outcome.job.target.parent)
        if time.monotonic() - self._saved > _SAVED_EVERY:
            self.save()
            self._saved = time.monotonic()

    def save(self) -> None:
        """What is remembered must be there after a power cut: the folders first."""
        keep(sorted(self._folders))
        self._folders.clear()
        self._record.save()


def _jobs(found: Found, out: Path, order: Order, record: Record) -> Iterator[Job]:
    seen: dict[str, Path] = {}
    for source in found.files:
        inner = source.relative_to(found.folder).with_suffix(f".{order.to.value}")
        name = inner.as_posix()
        # Two names that differ in their capitals are one file for Windows.
        rival = seen.setdefault(name.casefold(), source)
        made = record.known.get(name)
        yield Job(source, out / inner, name, made, None if rival is source else rival)


def _settings(order: Order) -> str:
    """A digest of what every draft is made of: this program, templates, options.

    Raises:
        DrafterError: there is no such Word template.
    """
    package, templates = Path(locate.__file__).parent, locate.templates()
    program = _files(package, ".py")
    word = word_template(order.word)
    options = (__version__, order.to.value, f"gaps {order.gaps}", f"final {order.final}")
    return digest_all((*program, *_files(templates), ("", word)), *options)


def _files(folder: Path, ending: str = "") -> list[tuple[str, Path]]:
    """Every file in a folder and below, in order, by its way from there with `/`."""
    whole = str(folder)
    return sorted(
        (f"{inside[len(whole) :]}/{name}".replace(os.sep, "/"), Path(inside, name))
        for inside, _, names in os.walk(whole)
        for name in names
        if name.endswith(ending)
    )
