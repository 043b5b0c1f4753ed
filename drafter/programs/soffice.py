"""LibreOffice at work: one file made into another."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path

SECONDS = 60
_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)


class Reason(Enum):
    """Why there is no file."""

    MISSING = auto()  #: there is no LibreOffice
    NOT_STARTED = auto()
    SLOW = auto()  #: it took more than `SECONDS`
    NOTHING_MADE = auto()  #: it could not read the file


class OfficeError(Exception):
    """LibreOffice made nothing.

    Attributes:
        reason: see `Reason`.
    """

    def __init__(self, reason: Reason) -> None:
        """Keep the reason."""
        super().__init__(reason.name)
        self.reason = reason


def converted(data: bytes, suffix: str, target: str, *, largest: int) -> bytes:
    """A file as LibreOffice hands it over.

    Args:
        data: the whole file.
        suffix: under which LibreOffice is to know it (`.docx`).
        target: what it shall become, as `--convert-to` wants it: `docx:MS Word 2007 XML`.
        largest: how many bytes of the result are read at most.

    Raises:
        OfficeError: there is no LibreOffice, or it cannot read the file, or not in time.
    """
    program = _program()
    if program is None:
        raise OfficeError(Reason.MISSING)
    # A profile of its own: another LibreOffice may be open on the desk.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"report{suffix}"
        source.write_bytes(data)
        _run(
            [
                program,
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                *("--headless", "--norestore", "--convert-to", target),
                *("--outdir", str(folder / "out"), str(source)),
            ]
        )
        try:
            with (folder / "out" / f"report.{target.partition(':')[0]}").open("rb") as file:
                return file.read(largest)
        except OSError:
            raise OfficeError(Reason.NOTHING_MADE) from None


def _program() -> str | None:
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def _run(command: list[str]) -> None:
    try:
        process = subprocess.Popen(  # noqa: S603 - our own arguments, no shell
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        raise OfficeError(Reason.NOT_STARTED) from None
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        raise OfficeError(Reason.SLOW) from None
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started; nothing when it has ended."""
    if process.poll() is not None:
        return
    with suppress(OSError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()
