"""Excel files tampered with."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

if TYPE_CHECKING:
    from pathlib import Path


def with_part(path: Path, name: str, *changes: bytes) -> None:
    """Replace bytes in one part: old, new, old, new; at least one must be there."""
    with ZipFile(path) as package:
        parts = {one: package.read(one) for one in package.namelist()}
    before = parts[name]
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        parts[name] = parts[name].replace(old, new)
    assert parts[name] != before
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for one, data in parts.items():
            package.writestr(one, data)
