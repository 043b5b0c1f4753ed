# ruff: noqa: ANN401 - what goes through is passed on, whatever it is
"""Loaded by Python before drafter: kills the process at a step of its writing, or lets one fail.

STEP_LOG: where to write how many steps there were. STEP_KILL: the step at which to die, as a kill
from outside does: nothing is cleaned up, no buffer is written. STEP_FAIL: the name of a function
and an error (`replace:EACCES`), as Windows refuses to replace what Word has open. STEP_CTRL_C: a
module; when it is to be loaded, Ctrl-C is pressed.
"""

from __future__ import annotations

import atexit
import builtins
import errno
import os
import signal
import sys
from functools import wraps
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

_KILL = int(os.environ.get("STEP_KILL", "0"))
_LOG = os.environ.get("STEP_LOG", "")
_NAME, _, _ERROR = os.environ.get("STEP_FAIL", "").partition(":")
_MODULE = os.environ.get("STEP_CTRL_C", "")
_count = 0


def _step() -> None:
    global _count  # noqa: PLW0603
    _count += 1
    if _count == _KILL:
        os.kill(os.getpid(), signal.SIGKILL)


def _stepping(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def stepped(*arguments: Any, **named: Any) -> Any:
        _step()
        if name == _NAME:
            number = getattr(errno, _ERROR)
            raise OSError(number, os.strerror(number))
        result = function(*arguments, **named)
        _step()
        return result

    return stepped


class _Halves:
    """A file whose process may die when half of it is written."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def write(self, data: bytes) -> None:
        _step()
        self._stream.write(data[: len(data) // 2])
        self._stream.flush()
        _step()
        self._stream.write(data[len(data) // 2 :])
        _step()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


class _CtrlC:
    """Stands where Python looks for modules."""

    def find_spec(self, name: str, *_: object) -> None:
        if name == _MODULE:
            os.kill(os.getpid(), signal.SIGINT)


_open = builtins.open


def _opened(file: Any, mode: str = "r", *arguments: Any, **named: Any) -> Any:
    if mode != "xb":
        return _open(file, mode, *arguments, **named)
    _step()
    stream = _open(file, mode, *arguments, **named)
    _step()
    return _Halves(stream)


if _KILL or _LOG or _NAME:
    builtins.open = _opened
    for _one in ("fsync", "replace", "rename", "link", "unlink", "chmod", "chown", "mkdir"):
        setattr(os, _one, _stepping(_one, getattr(os, _one)))
if _MODULE:
    sys.meta_path.insert(0, _CtrlC())
if _LOG:
    # At the end of the process, whichever way it takes.
    def _logged(code: int, _leave: Callable[[int], Any] = os._exit) -> Any:
        Path(_LOG).write_text(str(_count), encoding="ascii")
        _leave(code)

    os._exit = _logged  # type: ignore[assignment]
    atexit.register(lambda: Path(_LOG).write_text(str(_count), encoding="ascii"))
