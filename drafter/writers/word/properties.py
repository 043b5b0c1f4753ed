"""What a finished file says of itself, in Word's 文件 → 信息; nothing of the template's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from docx.document import Document

    from drafter.model.report import Report

_LONGEST = 255  # characters that Word allows in a property
_SUBJECT, _CATEGORY = "法治政府建设年度报告", "报告"
_APP = "/docProps/app.xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_APP_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CORE_NAMESPACES = {
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def core_xml(report: Report, day: date) -> bytes:
    """The file that tells title, office and year.

    Args:
        report: what is printed.
        day: when it was written, for want of a clock that all runs share.
    """
    office = next(iter(report.signatories), "")
    created = f"{day.isoformat()}T00:00:00Z"
    said = (
        ("dc:title", report.title.text),
        ("dc:subject", _SUBJECT),
        ("cp:category", _CATEGORY),
        ("cp:keywords", "; ".join(filter(None, (f"{report.year}年度", office)))),
        ("dc:creator", office),
        ("cp:lastModifiedBy", office),
        ("dcterms:created", created),
        ("dcterms:modified", created),
        ("dc:language", "zh-CN"),
        ("cp:revision", "1"),
    )
    names = "".join(f' xmlns:{name}="{uri}"' for name, uri in _CORE_NAMESPACES.items())
    inside = "".join(_told(said))
    return f"{_HEAD}<cp:coreProperties{names}>{inside}</cp:coreProperties>".encode()


def app_xml(office: str) -> bytes:
    """The file that tells program and office; pages and words of a template are not the report's.

    Args:
        office: that signs first; empty when none does.
    """
    company = f"<Company>{office.translate(_ESCAPED)}</Company>" if office else ""
    said = f"<Application>drafter</Application>{company}"
    return f'{_HEAD}<Properties xmlns="{_APP_NAMESPACE}">{said}</Properties>'.encode()


def ensure_properties(document: Document) -> tuple[str, str]:
    """The names of both files in a package that python-docx has open; made where they are not."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = document.part.package
    _ = document.core_properties  # makes the file
    core = package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
    kind = RELATIONSHIP_TYPE.EXTENDED_PROPERTIES
    app = next((rel.target_part for rel in package.rels.values() if rel.reltype == kind), None)
    if app is None:
        content_type = CONTENT_TYPE.OFC_EXTENDED_PROPERTIES
        app = Part(PackURI(_APP), content_type, app_xml(""), package)
        package.relate_to(app, kind)
    return core.partname.lstrip("/"), app.partname.lstrip("/")


def _told(said: Iterable[tuple[str, str]]) -> Iterable[str]:
    """The properties as elements."""
    for name, text in said:
        kind = ' xsi:type="dcterms:W3CDTF"' if name.startswith("dcterms:") else ""
        yield f"<{name}{kind}>{text[:_LONGEST].translate(_ESCAPED)}</{name}>"
