"""Putting finished files in their places: each whole or not at all.

A file is written beside its place under a name of its own, brought to the disk, and moved. Whoever
reads the place, also after a killed process or a power cut, finds the old file or the new one.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING

from drafter.model.finding import DrafterError
from drafter.model.record import record
from drafter.writers import place_faults as faults
from drafter.writers.place_faults import ChangedError
from drafter.writers.staging import (
    Staged,
    alone_in,
    bring_to_disk,
    discard,
    link_followed,
    move,
    stage,
    status,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path


@record
class Placing:
    """One of many files that are placed, each for itself; see `place`.

    Attributes:
        path: where the file shall stand.
        data: the whole file.
        force: whether a file that is there may be replaced.
        made_of: the files that it was made of.
        unchanged: whether what is there is still what `force` was decided on; asked just before the
            file is moved.
    """

    path: Path
    data: bytes
    force: bool
    made_of: Collection[Path]
    unchanged: Callable[[], bool]


def place(path: Path, data: bytes, *, force: bool, made_of: Collection[Path] = ()) -> None:
    """Write `data` to `path` so that a reader sees the old file or the new one, never a part.

    Args:
        path: where the file shall stand; its folder must exist.
        data: the whole file.
        force: whether a file that is already there may be replaced. Its permissions, and where the
            system lets us its owner, stay; so do links that lead to it.
        made_of: the files that it was made of; none of them is replaced by it.

    Raises:
        DrafterError: the file exists and may not be replaced, is open in Word, or the system
            refuses to write.
    """
    place_all({path: data}, force=force, made_of=made_of)


def place_all(files: Mapping[Path, bytes], *, force: bool, made_of: Collection[Path] = ()) -> None:
    """Write several files: all of them, or none where one is refused; see `place`.

    A process that is killed in the middle leaves some of them new and others old, each whole.

    Raises:
        DrafterError: as `place`; told for each file that is in the way.
    """
    refused = [fault for path in files if (fault := _in_the_way(path, force, made_of))]
    if refused:
        raise DrafterError(*(finding for fault in refused for finding in fault.findings))
    with _staging(files) as staged:
        for one in staged:
            with _telling(one.path), alone_in(one.target.parent):
                move(one, force=force)


def place_each(files: Sequence[Placing]) -> list[DrafterError | None]:
    """Place many files, each for itself: one that is refused holds up none of the others.

    All are written before the first is waited for, so that the disk takes them together. They last
    through a power cut only after `keep`: till then the old files may come back, each whole.

    Returns:
        For each file why it was refused; None when it is in its place.
    """
    staged: dict[int, Staged] = {}
    refused: dict[int, DrafterError] = {}
    try:
        for number, one in enumerate(files):
            with _noting(refused, number):
                _see_free(one.path, one.force, one.made_of)
                with _telling(one.path):
                    staged[number] = stage(one.path, one.data)
        for number, ready in staged.items():
            with _noting(refused, number), _telling(ready.path):
                bring_to_disk(ready)
                _move_if_unchanged(ready, files[number])
    finally:
        for ready in staged.values():
            discard(ready)
    return [refused.get(number) for number in range(len(files))]


def keep(folders: Iterable[Path]) -> None:
    """Bring to the disk what was placed in folders and is not lasting yet."""
    for folder in folders:
        with suppress(DrafterError), _telling(folder), alone_in(folder):
            pass


def rewrite(path: Path, data: bytes, was: bytes) -> None:
    """Replace a person's own file by an edited one, unless it was changed in the meantime.

    Args:
        path: the file.
        data: its new content.
        was: what was read from it, and `data` made of.

    Raises:
        ChangedError: somebody else has changed it since; nothing was written.
        DrafterError: the system refuses to write.
    """
    _see_free(path, force=True, made_of=())
    with _staging({path: data}) as (one,), _telling(path), alone_in(one.target.parent):
        if _content(one.target) != was:
            raise faults.changed(path)
        move(one, force=True)


def make_folder(path: Path) -> None:
    """Make a folder, and those above it, where there is none.

    Raises:
        DrafterError: the system refuses, or a file is there.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except (OSError, UnicodeEncodeError) as problem:
        raise faults.no_folder(path, problem) from problem


def open_elsewhere(path: Path) -> bool:
    """Whether Word, WPS or LibreOffice has left a sign beside a file that it is open there."""
    name = path.name
    # Word cuts up to two characters off a long name.
    locks = (f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~lock.{name}#", f".~{name}")
    return any(os.path.lexists(path.parent / lock) for lock in locks)


def _in_the_way(path: Path, force: bool, made_of: Collection[Path]) -> DrafterError | None:  # noqa: FBT001
    """Why a file must not be written to `path`; None when nothing is known against it."""
    try:
        there = status(path)
        if there is None:  # a link may be there that leads nowhere
            return faults.exists(path) if not force and os.path.lexists(path) else None
        target, way = link_followed(path), os.path.realpath(path)
        if any(way == os.path.realpath(source) for source in made_of):
            return faults.onto_its_source(path)
        if S_ISDIR(there.st_mode):
            return faults.folder(path)
        if not force:
            return faults.exists(path)
        if not S_ISREG(there.st_mode):
            return faults.no_file(path)
        if not os.access(target, os.W_OK):
            return faults.read_only(path)
        return faults.open_in_word(path) if open_elsewhere(target) else None
    except (OSError, UnicodeEncodeError) as problem:
        return faults.told(path, problem)


def _see_free(path: Path, force: bool, made_of: Collection[Path]) -> None:  # noqa: FBT001
    """Raise what `_in_the_way` knows.

    Raises:
        DrafterError: a file must not be written to `path`.
    """
    refused = _in_the_way(path, force, made_of)
    if refused:
        raise refused


def _move_if_unchanged(ready: Staged, one: Placing) -> None:
    """Move a file; the folder is brought to the disk with the others.

    Raises:
        ChangedError: the file that is there is not what it was.
        OSError: the system refuses.
    """
    with alone_in(ready.target.parent, lasting=False):
        if not one.unchanged():
            raise faults.changed(one.path)
        move(ready, force=one.force)


@contextmanager
def _noting(refused: dict[int, DrafterError], number: int) -> Iterator[None]:
    """What is refused of one of several files, put down under its number."""
    try:
        yield
    except DrafterError as problem:
        refused[number] = problem


@contextmanager
def _staging(files: Mapping[Path, bytes]) -> Iterator[tuple[Staged, ...]]:
    """All the files on the disk beside their places; what is not moved is removed at the end."""
    staged: list[Staged] = []
    try:
        for path, data in files.items():
            with _telling(path):
                staged.append(stage(path, data))
                bring_to_disk(staged[-1])
        yield tuple(staged)
    finally:
        for one in staged:
            discard(one)


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    """What the system refuses, told in words."""
    try:
        yield
    except (OSError, UnicodeEncodeError) as problem:
        raise faults.told(path, problem) from problem


def _content(path: Path) -> bytes | None:
    """None when there is no such file any more."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


__all__ = [
    "ChangedError",
    "Placing",
    "keep",
    "make_folder",
    "open_elsewhere",
    "place",
    "place_all",
    "place_each",
    "rewrite",
]
