"""What is in a folder and what to do next, in lines for a terminal."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.text.shell_words import shell_word
from drafter.text.widths import columns, typeset

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_GAP = "  "


class Role(StrEnum):
    """What a part of a line is, so that a terminal can colour it."""

    HEAD = "head"
    NAME = "name"
    COMMAND = "command"
    PLAIN = "plain"


#: A line: parts in order, each with its role.
Line = tuple[tuple[str, Role], ...]


def command(words: str, files: Iterable[str], *, windows: bool = False) -> str:
    """A command as it is typed.

    Args:
        words: it, with `{}` for each file.
        files: names, quoted where the shell needs it.
        windows: whether the shell is one of Windows.
    """
    return words.format(*(shell_word(name, windows=windows) for name in files))


def listed(heading: str, rows: Sequence[tuple[str, str]], width: int, role: Role) -> Iterator[Line]:
    """A heading and rows of two columns; what does not fit stands below its first column.

    Args:
        heading: the line above.
        rows: a name or a command, and what is said of it.
        width: columns of the terminal; 0 = lines stay whole.
        role: of the first column.
    """
    if not rows:
        return
    yield ((heading, Role.HEAD),)
    longest = max(columns(first) for first, _ in rows)
    room = width - longest - 3 * len(_GAP)
    below = bool(width) and room < max(columns(second) for _, second in rows)
    for first, second in rows:
        if not below:
            blank = " " * (longest - columns(first)) + _GAP
            yield (_GAP, Role.PLAIN), (first, role), (blank + second, Role.PLAIN)
            continue
        yield (_GAP, Role.PLAIN), (first, role)
        for part in typeset(second, width - 2 * len(_GAP)):
            yield ((2 * _GAP + part, Role.PLAIN),)
