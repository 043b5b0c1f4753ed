"""A Word file made ready for LibreOffice to print: what is only for the desk is taken out.

LibreOffice breaks a line's measures at every content control and comment: the space between 汉字
and a figure goes, and with it the lines that Word would break alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from drafter.writers.word.elements import P, R, w
from drafter.writers.word.zips import archive, pack, parts_of

if TYPE_CHECKING:
    from drafter.writers.word.elements import Element

_DOCUMENT, _STYLES = "word/document.xml", "word/styles.xml"
_CONTROL, _CONTENT = w("sdt"), w("sdtContent")
_MARKS = tuple(w(name) for name in ("commentRangeStart", "commentRangeEnd"))
_REFERENCE = w("commentReference")


def print_copy(docx: bytes, *, hanging: bool = True) -> bytes:
    """The file without content controls in lines and without comments; its words are the same.

    Args:
        docx: a file that `drafter.writers.word.zips.archive` made.
        hanging: whether a mark may hang over the end of a line.
    """
    parts = parts_of(docx)
    if _DOCUMENT in parts:
        document = _parsed(parts[_DOCUMENT].content)
        _unmark(document)
        parts[_DOCUMENT] = pack(_DOCUMENT, etree.tostring(document, encoding="UTF-8"))
    if not hanging and _STYLES in parts:
        sheet = _parsed(parts[_STYLES].content)
        _forbid_hanging(sheet)
        parts[_STYLES] = pack(_STYLES, etree.tostring(sheet, encoding="UTF-8"))
    return archive(parts.values())


def _unmark(document: Element) -> None:
    for control in list(document.iter(_CONTROL)):
        parent, content = control.getparent(), control.find(_CONTENT)
        if parent is None or parent.tag != P or content is None:
            continue
        at = parent.index(control)
        parent[at : at + 1] = list(content)
    for mark in list(document.iter(*_MARKS)):
        _drop(mark)
    for reference in list(document.iter(_REFERENCE)):
        run = reference.getparent()
        if run is not None and run.tag == R:
            _drop(run)


def _forbid_hanging(sheet: Element) -> None:
    """LibreOffice reads w:overflowPunct upside down: 1 forbids (measured with 7.4 and 25.2)."""
    for style in sheet.iter(w("style")):
        if style.get(w("type")) == "paragraph":
            properties = style.find(w("pPr"))
            if properties is None:
                properties = etree.SubElement(style, w("pPr"))
            mark = etree.SubElement(properties, w("overflowPunct"))
            mark.set(w("val"), "1")


def _drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _parsed(content: bytes) -> Element:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
