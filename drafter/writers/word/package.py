"""Zip files that are the same for the same content."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from drafter.writers.word.zips import archive, pack

if TYPE_CHECKING:
    from docx.document import Document


def packed(document: Document) -> bytes:
    """`document` as a .docx file, byte for byte the same for the same content."""
    return zipped(saved(document))


def saved(document: Document) -> dict[str, bytes]:
    """The files of a package that python-docx has open, by their names."""
    buffer = BytesIO()
    document.save(buffer)
    return _parts(buffer.getvalue())


def repacked(data: bytes) -> bytes:
    """The zip in `data` with one fixed date and its parts in a fixed order."""
    return zipped(_parts(data))


def zipped(parts: dict[str, bytes]) -> bytes:
    """A package of `parts` by their names, the list of content types first as Word wants it."""
    return archive(pack(name, content) for name, content in parts.items())


def _parts(data: bytes) -> dict[str, bytes]:
    from zipfile import ZipFile

    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}
