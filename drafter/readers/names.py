"""names.yaml: places, those that an office may mention, and set phrases that may be repeated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.readers.kept import kept

if TYPE_CHECKING:
    from pathlib import Path


@record
class Names:
    """What names.yaml holds.

    Attributes:
        places: names of provinces, cities, counties and districts, each with those it lies in, the
            widest first.
        allowed: names of other places that the office may mention.
        set_phrases: what may be said again and again.
    """

    places: tuple[tuple[str, ...], ...]
    allowed: frozenset[str]
    set_phrases: tuple[str, ...]


def read_names(path: Path) -> Names:
    """Places and set phrases.

    Raises:
        DrafterError: the file is missing or has a fault.
    """

    def read() -> Names:
        from drafter.readers.names_file import read_names_file

        return read_names_file(path)

    return kept(Names, (Names,), (path,), lambda: (path,), read)
