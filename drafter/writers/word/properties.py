"""What a finished file says of itself, in Word's 文件 → 信息; nothing of the template's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.origin import STATE
from drafter.text.lazily import lazily
from drafter.writers.word.markup import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from docx.document import Document

    from drafter.model.report import Report

_LONGEST = 255  # characters that Word allows in a property
_SUBJECT, _CATEGORY = "法治政府建设年度报告", "报告"
_APP, _CUSTOM = "/docProps/app.xml", "/docProps/custom.xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_APP_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CORE_NAMESPACES = {
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
_CUSTOM_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_KIND = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
)
_TYPES_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_NO_CUSTOM = f'{_HEAD}<Properties xmlns="{_CUSTOM_NAMESPACE}"/>'
#: What Word wants of every property that a person or a program adds.
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_PROPERTY = 2
_ROOT = lazily(r"<((?:[\w.-]+:)?Properties)[\s/>]")
_NUMBERS = lazily(r'<(?:[\w.-]+:)?property [^<>]*?\bpid="([0-9]+)"')


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
    company = f"<Company>{escaped(office)}</Company>" if office else ""
    said = f"<Application>drafter</Application>{company}"
    return f'{_HEAD}<Properties xmlns="{_APP_NAMESPACE}">{said}</Properties>'.encode()


def custom_xml(before: bytes, state: str) -> bytes:
    """The file of further properties, with what the draft said when it was made.

    Args:
        before: the template's own, from `without_state`.
        state: see `drafter.text.origins.written`.
    """
    told, name = before.decode(), _ROOT.findall(before.decode())[0]
    first = max(map(int, _NUMBERS.findall(told)), default=_FIRST_PROPERTY - 1) + 1
    kind = name.removesuffix("Properties") + "property"
    added = "".join(
        [
            f'<{kind} fmtid="{_FORMAT}" pid="{first + at}" name="{STATE}{at + 1}">'
            f'<vt:lpwstr xmlns:vt="{_TYPES_NAMESPACE}">{state[start : start + _LONGEST]}'
            f"</vt:lpwstr></{kind}>"
            for at, start in enumerate(range(0, len(state), _LONGEST))
        ]
    )
    closing = f"</{name}>"
    if added and not told.endswith(closing):
        told = told.removesuffix("/>") + ">" + closing
    return (told.removesuffix(closing) + added + closing if added else told).encode()


def without_state(custom: bytes) -> bytes:
    """The file of further properties without what it has of another draft, as lxml writes it."""
    from lxml import etree

    root = etree.fromstring(custom, etree.XMLParser(resolve_entities=False, no_network=True))
    for one in tuple(root):
        if str(one.get("name", "")).startswith(STATE):
            root.remove(one)
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def ensure_properties(document: Document) -> tuple[str, str, str]:
    """The names of the three files (core, app, custom) in a package that python-docx has open.

    What is not there is made.
    """
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = document.part.package
    _ = document.core_properties  # makes the file
    core = package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
    wanted = (
        (RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, _APP, CONTENT_TYPE.OFC_EXTENDED_PROPERTIES,
         app_xml("")),
        (_CUSTOM_KIND, _CUSTOM, _CUSTOM_TYPE, _NO_CUSTOM.encode()),
    )  # fmt: skip
    names = [core.partname.lstrip("/")]
    for kind, name, content_type, content in wanted:
        part = next((rel.target_part for rel in package.rels.values() if rel.reltype == kind), None)
        if part is None:
            part = Part(PackURI(name), content_type, content, package)
            package.relate_to(part, kind)
        names.append(part.partname.lstrip("/"))
    core_name, app_name, custom_name = names
    return core_name, app_name, custom_name


def _told(said: Iterable[tuple[str, str]]) -> Iterable[str]:
    """The properties as elements."""
    for name, text in said:
        kind = ' xsi:type="dcterms:W3CDTF"' if name.startswith("dcterms:") else ""
        yield f"<{name}{kind}>{escaped(text[:_LONGEST])}</{name}>"
