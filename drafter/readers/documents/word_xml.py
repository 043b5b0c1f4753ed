"""Small steps in WordprocessingML: names, children, values, a parser that fetches nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.readers.documents.codes import DocumentFault, refusal
from drafter.readers.documents.load import check_tags, damaged
from drafter.readers.documents.packages import UNREADABLE, open_package

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# ISO 29500 strict names the same things otherwise.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", _W[1:-1].encode()),
    (
        b"http://purl.oclc.org/ooxml/drawingml/main",
        b"http://schemas.openxmlformats.org/drawingml/2006/main",
    ),
)
_OFF = {"0", "false", "off"}
_DEEPEST = 200


def w(name: str) -> str:
    """`p` as lxml writes `w:p`."""
    return _W + name


def kind(element: _Element) -> str:
    """A tag's local name; empty for a comment or processing instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def child(element: _Element | None, *path: str) -> _Element | None:
    """The first child of the name, and so on down the path; None when one is missing."""
    for name in path:
        if element is None:
            return None
        element = element.find(_W + name)
    return element


def value(element: _Element | None, *path: str, attribute: str = "val") -> str | None:
    """An attribute of `child`; None when either is missing."""
    found = child(element, *path)
    return None if found is None else found.get(_W + attribute)


def number(element: _Element | None, *path: str) -> int | None:
    """`value` as a whole number; None when it is none."""
    text = value(element, *path)
    try:
        return None if text is None else int(text)
    except ValueError:
        return None


def switched(element: _Element | None, name: str) -> bool | None:
    """Whether a toggle such as `w:b` is on; None when it is not there."""
    found = child(element, name)
    return None if found is None else found.get(_W + "val") not in _OFF


def parts(path: Path, data: bytes) -> dict[str, bytes]:
    """The XML parts of a package by name; pictures and such are left packed.

    Raises:
        DrafterError: the package is damaged, locked or swollen.
    """
    with open_package(path, data) as package:
        try:
            return {
                name: package.read(name) for name in package.namelist() if name.endswith(".xml")
            }
        except UNREADABLE:
            raise damaged(path, "里面的文件不完整或已损坏") from None


def parsed(path: Path, files: Mapping[str, bytes], name: str) -> _Element | None:
    """The root of a part; None when the package has no such part.

    Raises:
        DrafterError: it is not well formed, or nested without bounds.
    """
    from lxml import etree

    if name not in files:
        return None
    data = files[name]
    check_tags(path, data)
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as problem:
        if "depth" in str(problem).lower():
            raise too_deep(path) from None
        raise damaged(path, f"里面的 {name} 不合规") from None


def deeper(path: Path, depth: int) -> int:
    """One level further down.

    Raises:
        DrafterError: tables and frames are nested deeper than anyone means.
    """
    if depth >= _DEEPEST:
        raise too_deep(path)
    return depth + 1


def too_deep(path: Path) -> Exception:
    """Tables or frames within tables within tables."""
    message = f"“{path}”里的表格或文本框一层套一层，套得太深"
    return refusal(DocumentFault.TOO_DEEP, path, message, "把文字复制到新的 Word 文件里再试")
