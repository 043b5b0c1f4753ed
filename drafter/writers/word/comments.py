"""The part of a Word file that holds its comments."""

from __future__ import annotations

from posixpath import join, normpath
from typing import TYPE_CHECKING

from lxml import etree

from drafter.text.lazily import lazily
from drafter.writers.word.flow import kind, value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.writers.word.elements import Element

AUTHOR, INITIALS = "drafter 检查", "查"

_DOCUMENT = "word/document.xml"
_RELATIONS = "word/_rels/document.xml.rels"
_TYPES = "[Content_Types].xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_KINDS = {
    True: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
    False: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
}
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_UNPRINTABLE = lazily("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
#: Half-points; documents' own size (三号) is too large for the margin.
_SIZE = "20"


class Comments:
    """Adds comments to those that a file has.

    Attributes:
        count: how many were added.
    """

    def __init__(self, parts: dict[str, bytes], namespace: str) -> None:
        """Open the part, or begin one.

        Args:
            parts: of the file, by name; changed by `save`.
            namespace: of WordprocessingML in this file.
        """
        self._parts = parts
        self._namespace = namespace
        self._styles = style_ids(parts)
        self._relations = _xml(parts.get(_RELATIONS), f"{{{_PACKAGE}relationships}}Relationships")
        self._name = self._find()
        self._root = _xml(parts.get(self._name), self._w("comments"), {"w": namespace})
        ids = [int(v) for one in self._root if (v := value(one, "id")).lstrip("-").isdecimal()]
        self._next = max(ids, default=-1) + 1
        self.count = 0

    def add(self, lines: Sequence[str]) -> tuple[Element, Element, Element]:
        """A comment of some paragraphs.

        Returns:
            The marks for the document: where its words begin, where they end, and the run that
            refers to the comment.
        """
        name = {self._w("id"): str(self._next)}
        self._next += 1
        self.count += 1
        comment = self._sub(self._root, "comment", author=AUTHOR, initials=INITIALS)
        comment.attrib.update(name)
        for at, line in enumerate(lines):
            self._paragraph(comment, line, first=at == 0)
        reference = etree.Element(self._w("r"))
        if style := self._styles.get("annotation reference"):
            self._sub(self._sub(reference, "rPr"), "rStyle", val=style)
        self._sub(reference, "commentReference").attrib.update(name)
        start = etree.Element(self._w("commentRangeStart"), name)
        return start, etree.Element(self._w("commentRangeEnd"), name), reference

    def save(self) -> None:
        """Put the part, the way to it and its type into the parts of the file."""
        if self._name not in self._parts:
            self._declare()
        self._parts[self._name] = serialised(self._root)

    def _paragraph(self, comment: Element, text: str, *, first: bool) -> None:
        paragraph = self._sub(comment, "p")
        properties = self._sub(paragraph, "pPr")
        if style := self._styles.get("annotation text"):
            self._sub(properties, "pStyle", val=style)
        self._sub(properties, "spacing", before="0", after="0", line="240", lineRule="auto")
        self._sub(properties, "ind", left="0", firstLineChars="0", firstLine="0")
        self._sub(properties, "jc", val="left")
        if first:
            mark = self._sub(paragraph, "r")
            if style := self._styles.get("annotation reference"):
                self._sub(self._sub(mark, "rPr"), "rStyle", val=style)
            self._sub(mark, "annotationRef")
        run = self._sub(paragraph, "r")
        face = self._sub(run, "rPr")
        self._sub(face, "rFonts", hint="eastAsia")
        self._sub(face, "sz", val=_SIZE)
        self._sub(face, "szCs", val=_SIZE)
        words = self._sub(run, "t")
        words.text = _UNPRINTABLE.sub("□", text)
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    def _w(self, name: str) -> str:
        return f"{{{self._namespace}}}{name}"

    def _sub(self, parent: Element, tag: str, **attributes: str) -> Element:
        named = {self._w(name): value for name, value in attributes.items()}
        return etree.SubElement(parent, self._w(tag), named)

    def _find(self) -> str:
        """The name of the part; one that is free where the file has none."""
        for relation in self._relations:
            if value(relation, "Type").endswith("/relationships/comments"):
                return normpath(join("/word", value(relation, "Target"))).lstrip("/")
        return "word/comments.xml"

    def _declare(self) -> None:
        ids = {value(relation, "Id") for relation in self._relations}
        number = next(n for n in range(1, len(ids) + 2) if f"rId{n}" not in ids)
        etree.SubElement(
            self._relations,
            f"{{{_PACKAGE}relationships}}Relationship",
            {
                "Id": f"rId{number}",
                "Type": _KINDS[self._namespace == _STRICT],
                "Target": self._name.removeprefix("word/"),
            },
        )
        self._parts[_RELATIONS] = serialised(self._relations)
        types = _xml(self._parts.get(_TYPES), f"{{{_PACKAGE}content-types}}Types")
        named = {"PartName": f"/{self._name}", "ContentType": _TYPE}
        etree.SubElement(types, f"{{{_PACKAGE}content-types}}Override", named)
        self._parts[_TYPES] = serialised(types)


def style_ids(parts: dict[str, bytes]) -> dict[str, str]:
    """Style ids by the names that Word knows them by, in small letters."""
    root = _xml(parts.get("word/styles.xml"), "styles")
    return {
        value(name).lower(): value(style, "styleId")
        for style in root
        for name in style
        if kind(style) == "style" and kind(name) == "name"
    }


def parsed(data: bytes) -> Element:
    """The root of a part; nothing outside of it is fetched."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def serialised(root: Element) -> bytes:
    """The part as Word writes it."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _xml(data: bytes | None, tag: str, names: dict[str, str] | None = None) -> Element:
    """The root of a part, or a new one."""
    if data is not None:
        return parsed(data)
    return etree.Element(tag, nsmap=names or {})
