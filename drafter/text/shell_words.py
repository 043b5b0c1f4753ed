"""Names as they are typed in a shell."""

from __future__ import annotations

_UNIX = frozenset("\"'`$&|;<>()*?[]{}#!~\\")
_WINDOWS = frozenset("'`$&|;<>()[]{}#!~^%=,@")


def shell_word(name: str, *, windows: bool = False) -> str:
    """A file's name as a shell takes it for one word; left alone where it is one already.

    Args:
        name: of the file; not empty.
        windows: whether it is for cmd and PowerShell, where a name cannot hold a double quote.
    """
    if name.startswith("-"):
        name = f"./{name}"
    special = _WINDOWS if windows else _UNIX
    if not any(char.isspace() or char in special for char in name):
        return name
    if windows:
        return f'"{name}"'
    return "'" + name.replace("'", "'\\''") + "'"
