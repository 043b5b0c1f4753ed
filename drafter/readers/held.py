"""What was read from files, held while this process works on.

Who opens a thousand year files needs the same kit a thousand times. A held value counts only while
the list of its files, and of each its size, its time and its number on the disk, are the same. A
file that was changed a moment ago could change again within the same tick of the clock; what was
made of it is not held yet.
"""

from __future__ import annotations

import stat
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    Value = TypeVar("Value")

#: Values; the one that was longest not asked for gives way. An own profile needs a kit of its own.
MOST = 12
#: Nanoseconds; the coarsest clock of a disk, FAT's, has ticks of two seconds.
SETTLED = 3 * 10**9

#: What tells one state of a file from the next: path, size, time, number.
_State = tuple[str, int, int, int]
_held: dict[Hashable, tuple[tuple[_State, ...], object]] = {}
#: What was asked for before.
_asked: set[Hashable] = set()
#: The folder of a run within which it is looked at once; None = it is looked at every time.
_run: Path | None = None
#: What was found unchanged in this run.
_looked_at: set[Hashable] = set()


def held(key: Hashable, files: Callable[[], Iterable[Path]], read: Callable[[], Value]) -> Value:
    """What `read` gives; not called again while the files are as they were.

    Args:
        key: tells the value apart from others.
        files: lists the files that it is made of.
        read: makes it; it must not be changed by those who get it. When it raises, nothing is held.
    """
    if key in _looked_at and key in _held:
        return cast("Value", _held[key][1])
    if _run is None and key not in _asked:
        # Most commands ask once: what nobody asks for again need not be looked at.
        _asked.add(key)
        return read()
    states = _states(files)
    found = _held.pop(key, None)
    if found is not None and states is not None and found[0] == states:
        _held[key] = found
        _note_looked_at(key, states)
        return cast("Value", found[1])
    value = read()
    # Files that were changed while they were read do not count.
    if states is not None and _settled(states) and _states(files) == states:
        _held[key] = (states, value)
        _note_looked_at(key, states)
        while len(_held) > MOST:
            del _held[next(iter(_held))]
    return value


@contextmanager
def unchanging(folder: Path) -> Iterator[None]:
    """Look at a folder's files once, for a run that makes everything of what it finds first.

    It holds for this process, and for those that are forked from it meanwhile.
    """
    global _run  # noqa: PLW0603 - what is held belongs to the process too
    _run = folder
    try:
        yield
    finally:
        _run = None
        _looked_at.clear()


def _note_looked_at(key: Hashable, states: tuple[_State, ...]) -> None:
    """In a run, what was found in its folder holds until the run ends."""
    if _run is not None and _all_in(_run, states):
        _looked_at.add(key)


def _all_in(folder: Path, states: tuple[_State, ...]) -> bool:
    return all(Path(path).is_relative_to(folder) for path, *_ in states)


def _states(files: Callable[[], Iterable[Path]]) -> tuple[_State, ...] | None:
    """The files as they are; None when one is missing or is no file."""
    found = []
    try:
        for path in files():
            state = path.stat()
            if not stat.S_ISREG(state.st_mode):
                return None
            found.append((str(path), state.st_size, state.st_mtime_ns, state.st_ino))
    except (OSError, ValueError):
        return None
    return tuple(found)


def _settled(states: tuple[_State, ...]) -> bool:
    newest = max((changed for _, _, changed, _ in states), default=0)
    return time.time_ns() - newest > SETTLED
