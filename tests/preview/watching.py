"""`drafter preview --watch`, running."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: Seconds until something that takes a fraction of one must have happened.
_PATIENCE = 30


@contextmanager
def watching(path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The program, and the address that it shows the page at; it is ended at the end."""
    command = [sys.executable, "-X", "utf8", "-u", "-m", "drafter", "preview", str(path), "--watch"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, encoding="utf-8") as program:
        try:
            assert program.stdout
            yield program, program.stdout.readline().strip()
        finally:
            if program.poll() is None:
                program.send_signal(signal.SIGINT)
            program.communicate(timeout=_PATIENCE)


def got(address: str) -> str:
    """What the server sends."""
    with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310 - our own
        text: str = answer.read().decode()
        return text


def waited(address: str, words: str) -> str:
    """The page, once it has the words."""
    end = time.monotonic() + _PATIENCE
    while words not in (page := got(address)):
        assert time.monotonic() < end, f"{words} never came"
        time.sleep(0.05)
    return page
