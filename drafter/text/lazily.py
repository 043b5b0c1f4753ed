"""Regular expressions that are compiled when they are first used.

Compiling all that a command's modules define takes a fifth of a second, and a text asks for a part
of them: most rules look again only where a first pattern has found something.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Uncompiled:
    """A pattern so far only written down; its first use gives it the compiled one's methods."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the compiled pattern has
        compiled = re.compile(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazily(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern with the methods of `re.Pattern`; a fault in it is raised by its first use."""
    return cast("re.Pattern[str]", _Uncompiled(pattern, flags))
