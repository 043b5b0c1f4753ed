"""What was read from files, kept for the next run.

A kept value counts only while all that it was made of is byte for byte the same: the files and
their list, this program, and the Python that runs it. So it is never out of date.
"""

from __future__ import annotations

import gc
import os
import stat
import sys
import zlib
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from drafter import __version__
from drafter.readers import cache as store
from drafter.readers.files import LARGEST
from drafter.readers.flat import decode, encode
from drafter.readers.held import held

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    Value = TypeVar("Value")

_PACKAGE = Path(__file__).parent.parent
_FLOORS = ("model", "readers", "text")  # the code that decides what a file says


def kept(
    kind: type[Value],
    classes: Collection[type],
    place: tuple[Path, ...],
    files: Callable[[], Iterable[Path]],
    read: Callable[[], Value],
    *,
    given: str = "",
) -> Value:
    """What `read` gives; not read again while nothing has changed.

    Args:
        kind: the value's class.
        classes: every dataclass and enumeration in it.
        place: where it is read from; tells it apart from others of its class.
        files: lists the files that it is made of.
        read: reads them; when it raises, nothing is kept.
        given: what else `read` goes by.
    """
    key = (kind, place, given)
    return held(key, files, lambda: _from_run_to_run(kind, classes, place, files, read, given))


def _from_run_to_run(
    kind: type[Value],
    classes: Collection[type],
    place: tuple[Path, ...],
    files: Callable[[], Iterable[Path]],
    read: Callable[[], Value],
    given: str,
) -> Value:
    """The value of the user's cache folder, else what `read` gives."""
    source = _source(files, given) if store.folder() else None
    if source is None:
        return read()
    name = _name(kind, place)
    found = _decoded(store.get(name, source), kind, classes)
    if found is not None:
        return found
    with _uncollected():
        value = read()
        # Files that were changed while they were read do not count.
        if store.writable() and _source(files, given) == source:
            with suppress(TypeError):  # a value of other classes is not kept
                store.put(name, source, encode(value, classes))
    return value


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for garbage, of which reading makes next to none: a tenth of its time."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _name(kind: type, place: tuple[Path, ...]) -> str:
    """Versions side by side each keep their own."""
    apart = "\0".join((__version__, sys.version, str(_PACKAGE), *map(str, place)))
    return f"{kind.__name__.lower()}-{zlib.crc32(_bytes(apart)):08x}"


def _decoded(data: bytes | None, kind: type[Value], classes: Collection[type]) -> Value | None:
    """A kept value; None when there is none or it cannot be used."""
    if data is None:
        return None
    try:
        value = decode(data, classes)
    except ValueError:
        return None
    return value if isinstance(value, kind) else None


def _source(files: Callable[[], Iterable[Path]], given: str) -> bytes | None:
    """All that a value is made of; None when that cannot be told."""
    try:
        pieces = [_program(), _bytes(given + "\0")]
        for path in files():
            # Opening a pipe waits for somebody to write into it.
            with open(path, "rb", buffering=0, opener=store.without_waiting) as file:
                state = os.fstat(file.fileno())
                if not stat.S_ISREG(state.st_mode) or state.st_size > LARGEST:
                    return None
                content = file.readall()
            pieces += [_bytes(f"{path}\0{len(content)}\0"), content]
        return b"".join(pieces)
    except (OSError, ValueError):
        return None


@cache
def _program() -> bytes:
    """This version of drafter, as it lies here, and of Python.

    Raises:
        OSError: drafter does not lie in a folder.
    """
    stamps = []
    for floor in _FLOORS:
        with os.scandir(_PACKAGE / floor) as entries:
            files = [(entry.path, entry.stat()) for entry in entries if entry.name.endswith(".py")]
        stamps += sorted(f"{path} {state.st_size} {state.st_mtime_ns}" for path, state in files)
    return _bytes("\0".join((__version__, sys.version, *stamps, "")))


def _bytes(text: str) -> bytes:
    """A path may hold bytes that are no text."""
    return text.encode("utf-8", "surrogatepass")
