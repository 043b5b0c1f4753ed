"""The user's cache folder: bytes kept from one run to the next.

Nothing depends on it. What cannot be kept, or is not to be trusted, is not there, and whoever asks
makes it anew: a folder that cannot be written, a damaged file, a file that somebody else owns or
could have changed.
"""

from __future__ import annotations

import os
import stat
import sys
import time
import zlib
from contextlib import suppress
from pathlib import Path

#: Set to 0, off or no, it switches the cache off.
VARIABLE = "DRAFTER_CACHE"
MOST = 24  # files (structures, Word templates, …); the oldest give way
LARGEST = 8 * 1024 * 1024  # bytes

_OFF = {"0", "off", "no", "false"}
_FIRST = b"drafter cache 1 "
_KEPT, _UNFINISHED = ".kept", ".tmp"
_WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def folder() -> Path | None:
    """Where the cache is, there or not; None when it is switched off or nobody's home is known."""
    if os.environ.get(VARIABLE, "").strip().lower() in _OFF:
        return None
    base = _base()
    return base / "drafter" if base is not None and base.is_absolute() else None


def writable() -> bool:
    """Whether something can be kept; the folder is made where there is none."""
    place = folder()
    if place is None:
        return False
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _own(place.stat()) and os.access(place, os.W_OK)
    except OSError:
        return False


def get(name: str, source: bytes) -> bytes | None:
    """What was kept under a name.

    Args:
        name: letters, digits and hyphens.
        source: what it was made of; it is there only if it was made of the very same.
    """
    place = folder()
    data = _read(place / (name + _KEPT)) if place else None
    if data is None or not data.startswith(_FIRST):
        return None
    at = data.find(b"\n") + 1
    if not data.startswith(source, at):
        return None
    value = data[at + len(source) :]
    return value if data.startswith(_head(source, value) + b"\n") else None


def put(name: str, source: bytes, value: bytes) -> None:
    """Keep something, if that is possible.

    Args:
        name: letters, digits and hyphens; what was kept under it before is replaced.
        source: what it was made of.
        value: what `get` gives back.
    """
    place = folder()
    if place is None or len(source) + len(value) > LARGEST or not writable():
        return
    with suppress(OSError):
        _write(place / (name + _KEPT), _head(source, value) + b"\n" + source + value)
        _remove_oldest(place)


def _base() -> Path | None:
    """The folder for all programs' caches."""
    if own := os.environ.get("XDG_CACHE_HOME"):
        return Path(own)
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) if local else None
    try:
        home = Path.home()
        if not home.is_dir():
            return None
    except (RuntimeError, OSError):  # nobody's, or closed to her
        return None
    return home / "Library" / "Caches" if sys.platform == "darwin" else home / ".cache"


def _own(status: os.stat_result) -> bool:
    """Whether the user alone can have written it; on Windows her folder is closed to others."""
    if not hasattr(os, "geteuid"):
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & _WRITABLE_BY_OTHERS


def _head(source: bytes, value: bytes) -> bytes:
    return _FIRST + b"%d %d %08x" % (len(source), len(value), zlib.crc32(value))


def _read(path: Path) -> bytes | None:
    """A file of the cache; None when there is none or it is not to be trusted.

    Some of what is kept is code: nobody else may be able to change it, nor put another in its place
    while it is looked at.
    """
    try:
        if path.is_symlink() or not _own(path.parent.stat()):
            return None
        with open(path, "rb", buffering=0, opener=_open) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode) or not _own(status) or status.st_size > LARGEST:
                return None
            return file.readall()
    except OSError:
        return None


def _open(path: str, flags: int) -> int:
    """Open a file, but no link, and without waiting for whoever writes into a pipe."""
    return without_waiting(path, flags | getattr(os, "O_NOFOLLOW", 0))


def without_waiting(path: str, flags: int) -> int:
    """Open a file without waiting for whoever writes into a pipe; an opener for `open`."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _write(path: Path, data: bytes) -> None:
    """Another process sees the old file or the new one, never a part."""
    unfinished = path.with_name(f"{path.stem}-{os.getpid()}-{time.time_ns()}{_UNFINISHED}")
    try:
        unfinished.touch(mode=0o600, exist_ok=False)
        unfinished.write_bytes(data)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _remove_oldest(place: Path) -> None:
    """Also what a process that was killed has left unfinished."""
    files = [path for path in place.iterdir() if path.suffix in {_KEPT, _UNFINISHED}]
    if len(files) > MOST:
        files.sort(key=lambda path: path.stat().st_mtime_ns)
        for path in files[:-MOST]:
            path.unlink(missing_ok=True)
