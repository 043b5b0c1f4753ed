"""A Word document as python-docx opens it, and what of it docxtpl fills in."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile

import docx
from docx.exceptions import InvalidXmlError, PythonDocxError
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.opc.part import XmlPart
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.settings import SettingsPart
from lxml import etree

from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.spot import Spot
from drafter.writers.word.elements import Story

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document
    from docx.opc.part import Part

#: What `stories` calls them.
FOOTNOTES = "脚注"

#: What python-docx raises for a package that is none, or not whole.
_DAMAGED = (
    PythonDocxError,
    OpcError,
    BadZipFile,
    etree.LxmlError,
    zlib.error,
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)


def open_document(data: bytes, path: Path) -> Document:
    """The document in `data`.

    Raises:
        DrafterError: it is no .docx file.
    """
    try:
        document = docx.Document(BytesIO(data))
        _find_properties(document)
        if not all(isinstance(one, BaseOxmlElement) for one in _essentials(document)):
            raise InvalidXmlError("parts are not what they are called")
        stories(document)
    except _DAMAGED as error:
        deep = "depth" in str(error)
        why = "里面一层套一层，套得太深" if deep else "它不是 .docx 文件，或者已经损坏"
        raise DrafterError(
            Finding(
                "T006" if deep else "T001",
                "template-too-deep" if deep else "not-a-word-file",
                Severity.ERROR,
                Spot(str(path)),
                f"打不开这个 Word 模板：{why}",
                "用 Word 打开它，另存为“Word 文档（*.docx）”；WPS 的 .wps、旧的 .doc 也要另存",
                text=str(path),
            )
        ) from error
    return document


def _essentials(document: Document) -> tuple[object, ...]:
    """What python-docx and docxtpl take for granted."""
    parts = document.part.package.iter_parts()
    settings = [part.element for part in parts if isinstance(part, SettingsPart)]
    return document.element.body, document.styles.element, *settings


def stories(document: Document) -> tuple[Story, ...]:
    """Everything in which docxtpl replaces tags, body first."""
    part = document.part
    return (
        Story("正文", _name(part), document.element.body),
        *(
            Story(name, _name(related), related.element)
            for kind, name in (
                (RELATIONSHIP_TYPE.HEADER, "页眉"),
                (RELATIONSHIP_TYPE.FOOTER, "页脚"),
            )
            for related in _related(part, kind)
            if isinstance(related, XmlPart)
        ),
        *(
            Story(FOOTNOTES, _name(note), parse_xml(note.blob))
            for note in part.package.iter_parts()
            if note.content_type == CONTENT_TYPE.WML_FOOTNOTES
        ),
    )


def _find_properties(document: Document) -> None:
    """Let python-docx find the properties of a file that LibreOffice saved.

    LibreOffice names their relationship by an older type; python-docx would add a second part of
    the same name.
    """
    for relation in document.part.package.rels.values():
        if relation.reltype.endswith("/metadata/core-properties"):
            relation._reltype = RELATIONSHIP_TYPE.CORE_PROPERTIES  # noqa: SLF001


def _name(part: Part) -> str:
    """Of the file in the package."""
    return str(part.partname).lstrip("/")


def _related(part: Part, kind: str) -> list[Part]:
    """Parts that `part` refers to as `kind`, by their names."""
    parts = [rel.target_part for rel in part.rels.values() if rel.reltype == kind]
    return sorted(parts, key=lambda related: str(related.partname))
