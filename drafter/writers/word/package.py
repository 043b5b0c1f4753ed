"""The finished file: its properties, and a zip that is the same for the same report."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

if TYPE_CHECKING:
    from datetime import date

    from docx.document import Document

    from drafter.model.report import Report

# The earliest date that a zip can hold: no clock, no two runs that differ.
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_FIRST = "[Content_Types].xml"
_LONGEST = 255  # characters that Word allows in a property
_SUBJECT, _CATEGORY = "法治政府建设年度报告", "报告"
_APP = PackURI("/docProps/app.xml")
_APP_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def set_properties(document: Document, report: Report, day: date) -> None:
    """Say what the document is, in Word's 文件 → 信息; nothing of the template's own is left.

    Args:
        document: changed in place.
        report: what is printed in it.
        day: when it was written, for want of a clock that all runs share.
    """
    office = next(iter(report.signatories), "")
    properties = document.core_properties
    for child in tuple(properties._element):  # noqa: SLF001 - it offers no way to take one out
        properties._element.remove(child)  # noqa: SLF001
    properties.title = report.title.text[:_LONGEST]
    properties.subject = _SUBJECT
    properties.category = _CATEGORY
    properties.keywords = "; ".join(filter(None, (f"{report.year}年度", office)))[:_LONGEST]
    properties.author = properties.last_modified_by = office[:_LONGEST]
    properties.created = properties.modified = datetime.combine(day, time())
    properties.language = "zh-CN"
    properties.revision = 1
    _set_app(document, office)


def _set_app(document: Document, office: str) -> None:
    """Name program and office; pages and words that a template counted are not the report's."""
    company = f"<Company>{escape(office)}</Company>" if office else ""
    blob = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{_APP_NAMESPACE}">'
        f"<Application>drafter</Application>{company}</Properties>"
    ).encode()
    package = document.part.package
    kind = RELATIONSHIP_TYPE.EXTENDED_PROPERTIES
    old = next((rel.target_part for rel in package.rels.values() if rel.reltype == kind), None)
    if old is None:
        package.relate_to(Part(_APP, CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, blob, package), kind)
    else:
        old._blob = blob  # noqa: SLF001 - a part has no setter for it


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
