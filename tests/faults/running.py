"""The program run in a world where something is wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from shutil import which
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SHIM, _ROOT = Path(__file__).parent / "shim", Path(__file__).parents[2]
#: What lets root pass where nobody else may.
_POWERS = "-dac_override,-dac_read_search,-fowner,-chown,-setpcap"


def run(
    *arguments: str,
    folder: Path,
    typed: str = "",
    prefix: tuple[str, ...] = (),
    output: int = subprocess.PIPE,
    world: Mapping[str, str | None] = MappingProxyType({}),
) -> subprocess.CompletedProcess[bytes]:
    """Run `drafter` in `folder`; of the world's variables those that are None are taken away."""
    environment = {
        **os.environ,
        "PYTHONPATH": f"{SHIM}{os.pathsep}{_ROOT}",
        "PYTHONUTF8": "1",
        **world,
    }
    return subprocess.run(
        [*prefix, sys.executable, "-m", "drafter", *arguments],
        check=False,
        input=typed.encode(),
        stdout=output,
        stderr=subprocess.PIPE,
        cwd=folder,
        env={name: value for name, value in environment.items() if value is not None},
    )


def told(ran: subprocess.CompletedProcess[bytes]) -> str:
    """What a clerk reads on stderr: never a traceback, and always what to do."""
    text = ran.stderr.decode()
    assert "Traceback" not in text
    assert "程序内部出错" not in text
    return text


@cache
def as_anybody() -> tuple[str, ...]:
    """What to put before a command so that permissions count, which root passes by."""
    if os.name != "posix" or os.geteuid() != 0:
        return ()
    program = which("setpriv")
    prefix = (program or "", "--bounding-set", _POWERS)
    if program and subprocess.run([*prefix, "true"], check=False, capture_output=True).returncode:
        program = None
    if program is None:
        pytest.skip("root may write everywhere, and setpriv cannot take that away here")
    return prefix


@contextmanager
def small_disk(at: Path, kilobytes: int) -> Iterator[Path]:
    """A disk of its own with so much room."""
    at.mkdir()
    size = f"size={kilobytes}k"
    mounted = (
        which("mount")
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", size, "drafter-test", str(at)],
            check=False,
            capture_output=True,
        ).returncode
    )
    if not mounted:
        pytest.skip("only root may mount a small disk")
    try:
        yield at
    finally:
        subprocess.run(["umount", str(at)], check=True)
