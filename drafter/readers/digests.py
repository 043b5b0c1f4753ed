"""Files by their content: what tells whether something made of them is still up to date."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

#: Stands for a file that is not there.
MISSING = ""
_PIECE = 64 * 1024  # bytes; most files are less


def digest(path: Path) -> str:
    """A file's SHA-256 in hexadecimal digits; `MISSING` when it is not there or cannot be read."""
    try:
        whole = hashlib.sha256()
        with path.open("rb", buffering=0) as file:
            while piece := file.read(_PIECE):
                whole.update(piece)
        return whole.hexdigest()
    except (OSError, ValueError):
        return MISSING


def digest_of(data: bytes) -> str:
    """The digest of a file that holds this."""
    return hashlib.sha256(data).hexdigest()


def digest_all(files: Iterable[tuple[str, Path]], *words: str) -> str:
    """One digest of files and some words.

    Args:
        files: of each what it shall be known by, and where it lies.
        words: whatever else counts.
    """
    whole = hashlib.sha256()
    for part in (*words, *(f"{name}\0{digest(path)}" for name, path in files)):
        whole.update(f"{part}\0".encode("utf-8", "surrogatepass"))
    return whole.hexdigest()
