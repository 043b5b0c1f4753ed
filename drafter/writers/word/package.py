"""The finished file: its properties, and a zip that is the same for the same report."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from datetime import date

    from docx.document import Document

# The earliest date that a zip can hold: no clock, no two runs that differ.
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_FIRST = "[Content_Types].xml"
_LONGEST = 255  # characters that Word allows in a property


def set_properties(document: Document, title: str, creator: str, day: date) -> None:
    """Say what the document is, in Word's 文件 → 信息.

    Args:
        document: changed in place.
        title: of the report.
        creator: the office; empty when none signs.
        day: when it was written, for want of a clock that all runs share.
    """
    properties = document.core_properties
    properties.title = title[:_LONGEST]
    properties.author = properties.last_modified_by = creator[:_LONGEST]
    properties.created = properties.modified = datetime.combine(day, time())
    properties.language = "zh-CN"
    properties.revision = 1


def packed(document: Document) -> bytes:
    """`document` as a .docx file, byte for byte the same for the same content."""
    buffer = BytesIO()
    document.save(buffer)
    return repacked(buffer.getvalue())


def repacked(data: bytes) -> bytes:
    """The zip in `data` with one fixed date and its parts in a fixed order."""
    with ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return zipped(parts)


def zipped(parts: dict[str, bytes]) -> bytes:
    """A package of `parts` by their names, the list of content types first as Word wants it."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as package:
        for name in sorted(parts, key=lambda part: (part != _FIRST, part)):
            info = ZipInfo(name, _ZIP_DATE)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0  # else Windows and Linux would differ
            package.writestr(info, parts[name])
    return buffer.getvalue()
