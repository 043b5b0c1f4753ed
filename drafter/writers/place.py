"""Putting finished files in their places: each whole or not at all.

A file is written beside its place under a name of its own, brought to the disk, and moved. Whoever
reads the place, also after a killed process or a power cut, finds the old file or the new one.
"""

from __future__ import annotations

import os
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_IMODE, S_ISREG
from typing import TYPE_CHECKING

from drafter.model.finding import DrafterError
from drafter.model.record import record
from drafter.text.lazily import lazily
from drafter.writers import place_faults as faults
from drafter.writers.place_faults import ChangedError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

#: The file of a process that was killed, if it is older than any writing takes (seconds).
_UNFINISHED = lazily(r"\..+\.[0-9a-f]{8}\.drafter\.tmp")
_ABANDONED = 600
#: When this process last looked for such files, by folder.
_SWEPT: dict[Path, float] = {}
_NAME_KEPT = 40  # characters; of 汉字 then some 120 bytes, of the 255 that a name may have
_ANY_NEW_FILE = 0o666
_PERMISSIONS = 0o777


@record
class _Staged:
    """A file that is written, but not yet in its place.

    Attributes:
        path: its place, as the user names it.
        target: the same with links followed: what they lead to is replaced, they themselves stay.
        unfinished: where it is now.
    """

    path: Path
    target: Path
    unfinished: Path


def place(
    path: Path,
    data: bytes,
    *,
    force: bool,
    made_of: Collection[Path] = (),
    lasting: bool = True,
) -> None:
    """Write `data` to `path` so that a reader sees the old file or the new one, never a part.

    Args:
        path: where the file shall stand; its folder must exist.
        data: the whole file.
        force: whether a file that is already there may be replaced. Its permissions, and where the
            system lets us its owner, stay; so do links that lead to it.
        made_of: the files that it was made of; none of them is replaced by it.
        lasting: whether the folder is brought to the disk too. Whoever writes many files may do so
            once, by `keep`: till then a power cut may bring the old files back, each whole.

    Raises:
        DrafterError: the file exists and may not be replaced, is open in Word, or the system
            refuses to write.
    """
    place_all({path: data}, force=force, made_of=made_of, lasting=lasting)


def place_all(
    files: Mapping[Path, bytes],
    *,
    force: bool,
    made_of: Collection[Path] = (),
    lasting: bool = True,
) -> None:
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
            with _telling(one.path), _alone_in(one.target.parent, lasting=lasting):
                _move(one, force=force)


def keep(folders: Iterable[Path]) -> None:
    """Bring to the disk what was placed in folders and is not lasting yet."""
    for folder in folders:
        with suppress(DrafterError), _telling(folder), _alone_in(folder):
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
    refused = _in_the_way(path, force=True, made_of=())
    if refused:
        raise refused
    with _staging({path: data}) as (one,), _telling(path), _alone_in(one.target.parent):
        if _content(one.target) != was:
            raise faults.changed(path)
        _move(one, force=True)


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
        target, way = _target(path), os.path.realpath(path)
        if any(way == os.path.realpath(source) for source in made_of):
            return faults.onto_its_source(path)
        if target.is_dir():
            return faults.folder(path)
        if not force and os.path.lexists(path):
            return faults.exists(path)
        status = _status(path)
        if status is None:
            return None
        if not S_ISREG(status.st_mode):
            return faults.no_file(path)
        if not os.access(target, os.W_OK):
            return faults.read_only(path)
        return faults.open_in_word(path) if open_elsewhere(target) else None
    except (OSError, UnicodeEncodeError) as problem:
        return faults.told(path, problem)


@contextmanager
def _staging(files: Mapping[Path, bytes]) -> Iterator[tuple[_Staged, ...]]:
    """All the files written beside their places; what is not moved is removed at the end."""
    staged: list[_Staged] = []
    try:
        for path, data in files.items():
            with _telling(path):
                target = _target(path)
                _sweep(target.parent)
                name = f".{target.name[:_NAME_KEPT]}.{os.urandom(4).hex()}.drafter.tmp"
                staged.append(_Staged(path, target, target.with_name(name)))
                _write(staged[-1].unfinished, data, like=_status(target))
        yield tuple(staged)
    finally:
        for one in staged:
            with suppress(OSError, UnicodeEncodeError):
                one.unfinished.unlink(missing_ok=True)


def _write(unfinished: Path, data: bytes, like: os.stat_result | None) -> None:
    """Write a new file and bring it to the disk; `like` is the file that it will replace."""
    mode = S_IMODE(like.st_mode) & _PERMISSIONS if like else _ANY_NEW_FILE

    def closed_to_others(name: str, flags: int) -> int:
        return os.open(name, flags, mode)

    with open(unfinished, "xb", opener=closed_to_others) as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    if like is None:
        return
    if hasattr(os, "chown"):
        # Only root may give a file away; anybody may give it to a group of her own.
        for owner, group in ((-1, like.st_gid), (like.st_uid, -1)):
            with suppress(OSError):
                os.chown(unfinished, owner, group)
    with suppress(OSError):  # some USB sticks and network drives know no permissions
        unfinished.chmod(mode)


def _move(one: _Staged, *, force: bool) -> None:
    """Put a staged file in its place.

    Raises:
        FileExistsError: there is a file, and it may not be replaced.
        OSError: the system refuses.
    """
    if force:
        one.unfinished.replace(one.target)
    elif os.name == "nt":
        one.unfinished.rename(one.target)  # refuses there what exists
    else:
        _move_if_free(one.unfinished, one.target)


def _move_if_free(unfinished: Path, target: Path) -> None:
    """Of several processes that do so at once only one succeeds."""
    try:
        target.hardlink_to(unfinished)
    except FileExistsError:
        raise
    except OSError:
        # A file system without links, as on USB sticks.
        if os.path.lexists(target):
            raise FileExistsError from None
        unfinished.replace(target)


@contextmanager
def _alone_in(folder: Path, *, lasting: bool = True) -> Iterator[None]:
    """Between drafters, one at a time; the system ends it when the process is killed.

    Windows and some network drives cannot lock a folder. There nothing holds two that compare and
    move in the very same milliseconds apart.
    """
    handle = None
    with suppress(ImportError, OSError):
        import fcntl

        handle = os.open(folder, os.O_RDONLY)
        fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        yield
        if handle is not None and lasting:
            with suppress(OSError):
                os.fsync(handle)  # so that what is told as done outlives a power cut
    finally:
        if handle is not None:
            os.close(handle)


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    """What the system refuses, told in words."""
    try:
        yield
    except (OSError, UnicodeEncodeError) as problem:
        raise faults.told(path, problem) from problem


def _sweep(folder: Path) -> None:
    """Remove what killed processes have left in a folder; looked for once in a while is enough."""
    now = time.monotonic()
    if now - _SWEPT.get(folder, -_ABANDONED) < _ABANDONED:
        return
    _SWEPT[folder] = now
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _UNFINISHED.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                age = time.time() - entry.stat(follow_symlinks=False).st_mtime
                if age > _ABANDONED:
                    Path(entry.path).unlink()


def _target(path: Path) -> Path:
    """What a link leads to. Any other way stays as it is: from inside, the deepest folder is near.

    An absolute one may be longer than the system takes.
    """
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def _status(path: Path) -> os.stat_result | None:
    """None when there is nothing."""
    try:
        return path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _content(path: Path) -> bytes | None:
    """None when there is no such file any more."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


__all__ = ["ChangedError", "keep", "make_folder", "open_elsewhere", "place", "place_all", "rewrite"]
