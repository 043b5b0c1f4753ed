"""A process that may do next to nothing, and tells when it tries more."""

from __future__ import annotations

import os
import resource
import signal
import socket
import sys
import tempfile
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import FrameType

#: Bytes of memory and seconds of the processor that one input may take.
MEMORY, SECONDS = 1536 << 20, 5.0
_OUTSIDE = ("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.system", "os.fork", "ctypes.dlopen",
            "urllib.", "ftplib.", "smtplib.", "webbrowser.", "pty.", "os.putenv")  # fmt: skip
_CHANGES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod",
            "os.chown", "os.utime", "shutil.move", "shutil.rmtree", "shutil.copyfile"}  # fmt: skip
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class TooLongError(BaseException):
    """An input took more time than any may; no code of ours catches this."""


class Guard:
    """Listens to what Python does in this process.

    Attributes:
        seen: what it should not have done, while `watching`.
    """

    def __init__(self, folder: Path, reading: tuple[Path, ...]) -> None:
        """Limit memory and time, close the network, listen.

        Args:
            folder: the only one that may be written to.
            reading: folders with what may be read besides.
        """
        self.seen: list[str] = []
        self.watching = False
        self._written = os.path.realpath(folder) + os.sep
        folders = (*map(str, reading), sys.prefix, sys.base_prefix)
        self._read = (
            self._written,
            *(os.path.realpath(one) + os.sep for one in folders),
        )
        tempfile.tempdir = str(folder)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        socket.socket = _NoSocket  # type: ignore[assignment, misc]
        signal.signal(signal.SIGPROF, _too_long)
        # What Python keeps of the modules that it loads is no doing of theirs.
        sys.dont_write_bytecode = True
        sys.addaudithook(self._heard)

    @contextmanager
    def watched(self) -> Iterator[None]:
        """While one input is read."""
        self.seen.clear()
        self.watching = True
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            self.watching = False

    def _heard(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.watching:
            return
        if event == "open":
            self._opened(*arguments)
        elif event.startswith(_OUTSIDE) or (
            event in _CHANGES and not self._inside(arguments[0], self._written)
        ):
            self.seen.append(f"{event} {arguments!r:.200}")

    def _opened(self, path: object, mode: object, flags: object) -> None:
        writes = bool(isinstance(flags, int) and flags & _WRITING)
        allowed = (self._written,) if writes else self._read
        if not any(self._inside(path, folder) for folder in allowed):
            self.seen.append(f"open {path!r:.200} {mode!r} {flags!r}")

    @staticmethod
    def _inside(path: object, folder: str) -> bool:
        if isinstance(path, int):
            return True  # opened before, and seen then
        name = os.fsdecode(path) if isinstance(path, str | bytes | os.PathLike) else ""
        return (os.path.realpath(name) + os.sep).startswith(folder)


class _NoSocket:
    """In place of a socket."""

    def __init__(self, *arguments: object, **_: object) -> None:
        sys.audit("socket.tried", arguments)
        message = "no network here"
        raise OSError(message)


def _too_long(_: int, __: FrameType | None) -> NoReturn:
    raise TooLongError
