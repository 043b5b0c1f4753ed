"""Files written beside their places, brought to the disk, and moved: the steps of `place`."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_IMODE
from typing import TYPE_CHECKING, BinaryIO

from drafter.model.record import record
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The file of a process that was killed, if it is older than any writing takes (seconds).
_UNFINISHED = lazily(r"\..+\.[0-9a-f]{8}\.drafter\.tmp")
_ABANDONED = 600
#: When this process last looked for such files, by folder.
_SWEPT: dict[Path, float] = {}
_NAME_KEPT = 40  # characters; of 汉字 then some 120 bytes, of the 255 that a name may have
_ANY_NEW_FILE = 0o666
_PERMISSIONS = 0o777


@record
class Staged:
    """A file that is written, but not yet in its place.

    Attributes:
        path: its place, as the user names it.
        target: the same with links followed: what they lead to is replaced, they themselves stay.
        unfinished: where it is now.
        stream: what writes there; closed when all is on the disk.
        like: the file that it will replace; None when there is none.
    """

    path: Path
    target: Path
    unfinished: Path
    stream: BinaryIO
    like: os.stat_result | None


def stage(path: Path, data: bytes) -> Staged:
    """Write a file beside its place; it is not on the disk yet.

    Raises:
        OSError, UnicodeEncodeError: the system refuses; nothing is left.
    """
    target = link_followed(path)
    _sweep(target.parent)
    like = status(target)
    name = f".{target.name[:_NAME_KEPT]}.{os.urandom(4).hex()}.drafter.tmp"
    unfinished = target.with_name(name)
    mode = S_IMODE(like.st_mode) & _PERMISSIONS if like else _ANY_NEW_FILE

    def closed_to_others(name: str, flags: int) -> int:
        return os.open(name, flags, mode)

    stream = None
    try:
        # It is closed by whoever brings it to the disk or discards it.
        stream = open(unfinished, "xb", opener=closed_to_others)  # noqa: SIM115
        stream.write(data)
        stream.flush()
    except BaseException:
        _remove(unfinished, stream)
        raise
    return Staged(path, target, unfinished, stream, like)


def bring_to_disk(one: Staged) -> None:
    """Wait until the disk has it, and make it like the file that it will replace.

    Raises:
        OSError: the system refuses.
    """
    with one.stream:
        os.fsync(one.stream.fileno())
    if one.like is None:
        return
    if hasattr(os, "chown"):
        # Only root may give a file away; anybody may give it to a group of her own.
        for owner, group in ((-1, one.like.st_gid), (one.like.st_uid, -1)):
            with suppress(OSError):
                os.chown(one.unfinished, owner, group)
    with suppress(OSError):  # some USB sticks and network drives know no permissions
        one.unfinished.chmod(S_IMODE(one.like.st_mode) & _PERMISSIONS)


def discard(one: Staged) -> None:
    """Remove what was not moved, if anything is left of it."""
    _remove(one.unfinished, one.stream)


def _remove(unfinished: Path, stream: BinaryIO | None) -> None:
    with suppress(OSError):
        if stream is not None:
            stream.close()
    with suppress(OSError, UnicodeEncodeError):
        unfinished.unlink(missing_ok=True)


def move(one: Staged, *, force: bool) -> None:
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
def alone_in(folder: Path, *, lasting: bool = True) -> Iterator[None]:
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


def link_followed(path: Path) -> Path:
    """What a link leads to. Any other way stays as it is: from inside, the deepest folder is near.

    An absolute one may be longer than the system takes.
    """
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def status(path: Path) -> os.stat_result | None:
    """None when there is nothing."""
    try:
        return path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
