"""Stories whose markup takes a tree to come out as docxtpl writes it: tables, drawings, odd XML."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from drafter.writers.word.elements import BODY, TBL_CELL, TBL_ROW, w

if TYPE_CHECKING:
    from drafter.writers.word.elements import Element
    from drafter.writers.word.prepared import Tale

_TABLE, _GRID, _COLUMN, _CELL_PROPERTIES = w("tbl"), w("tblGrid"), w("gridCol"), w("tcPr")
_SPAN, _VALUE = w("gridSpan"), w("val")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_FIRST_DRAWING = 1001  # docxtpl's first number for one


def markup(tale: Tale, xml: str) -> str:
    """The file of a story, without a declaration.

    Args:
        tale: the story.
        xml: what Jinja printed of it.

    Raises:
        AttributeError, LookupError, TypeError, ValueError: nothing can be made of it.
    """
    try:
        root = _body(tale, xml) if tale.is_body else _part(xml)
    except etree.LxmlError as error:
        raise ValueError("no XML") from error
    return etree.tostring(root, encoding="unicode")


def raw(xml: str) -> bytes:
    """The file of a story that is written as it is printed.

    Raises:
        ValueError: it is no XML.
    """
    try:
        _part(xml)
    except etree.LxmlError as error:
        raise ValueError("no XML") from error
    return xml.encode()


def _body(tale: Tale, xml: str) -> Element:
    """The root of the document."""
    try:
        parser = etree.XMLParser(ns_clean=True, resolve_entities=False, no_network=True)
        root = etree.fromstring((tale.before + xml + tale.after).encode(), parser)
    except etree.XMLSyntaxError:
        root = _mended(tale, xml)
    if not all(_fits(table) for table in root.iter(_TABLE)):
        root = _mended(tale, xml)
    for number, drawing in enumerate(_body_of(root).iter(_DRAWING), start=_FIRST_DRAWING):
        drawing.set("id", str(number))
    return root


def _mended(tale: Tale, xml: str) -> Element:
    """The root of a document whose XML is broken, or whose tables lack columns or have too many."""
    from docxtpl import DocxTemplate

    body = DocxTemplate(BytesIO()).fix_tables(xml)
    root = etree.fromstring(f"{tale.before}<w:body/>{tale.after}".encode())
    root.replace(_body_of(root), body)
    return root


def _body_of(root: Element) -> Element:
    """The body of a document.

    Raises:
        LookupError: it has none.
    """
    body = root.find(BODY)
    if body is None:
        raise LookupError(BODY)
    return body


def _fits(table: Element) -> bool:
    """Whether docxtpl would leave a table alone: it has as many columns as cells in a row."""
    grid = table.find(_GRID)
    if grid is None:
        return False
    columns = len(grid.findall(_COLUMN))
    rows = [row.findall(TBL_CELL) for row in table.iter(TBL_ROW)]
    most = max(map(len, rows), default=0)
    return most <= columns <= max((sum(map(_width, row)) for row in rows), default=0)


def _width(cell: Element) -> int:
    """The columns that a cell takes."""
    properties = cell.find(_CELL_PROPERTIES)
    span = None if properties is None else properties.find(_SPAN)
    return 1 if span is None else int(span.get(_VALUE, ""))


def _part(xml: str) -> Element:
    """The root of a header or a footer."""
    parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False, no_network=True)
    return etree.fromstring(xml.encode(), parser)
