"""Filling in a template that was made ready, as docxtpl does it."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from lxml import etree

from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.spot import Spot
from drafter.text.lazily import lazily
from drafter.writers.word.elements import BODY, TBL_CELL, TBL_ROW, w
from drafter.writers.word.program import ProgramError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from drafter.writers.word.elements import Element
    from drafter.writers.word.prepared import Tale
    from drafter.writers.word.program import Program

#: Opens a printed paragraph in rendered plain text; no Word text can contain it.
MARK = "\x01"

_BRACES = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
# What docxtpl makes elements of, within a text.
_SIGNS = "\t\n\a\f"
_TABLE, _GRID, _COLUMN, _CELL_PROPERTIES = w("tbl"), w("tblGrid"), w("gridCol"), w("tcPr")
_SPAN, _VALUE = w("gridSpan"), w("val")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_FIRST_DRAWING = 1001  # docxtpl's first number for one
_ENGLISH = lazily("[A-Za-z]{2,} [a-z]{2,}")  # as Jinja and Python explain themselves
_REMEDY = "照标准模板的写法改；标准模板可用 drafter word -o 另存一份"


def expected(
    tales: Iterable[Tale], values: Mapping[str, object], path: Path
) -> tuple[tuple[str, ...], ...]:
    """The paragraphs that each story of the finished document must have, found without docxtpl.

    Raises:
        DrafterError: the template fails with these values.
    """
    return tuple(paragraphs(tale.plain, values, path) for tale in tales)


def paragraphs(program: Program, values: Mapping[str, object], path: Path) -> tuple[str, ...]:
    """What a program made of `source.as_jinja` prints; see `expected`."""
    try:
        text = program.run(values)
    except ProgramError as error:
        lines = program.source.split("\n")
        line = lines[error.line - 1].lstrip(MARK) if error.line else ""
        why, remedy = _why(error)
        message = f"模板第{error.line}段算不出来（{why}）"
        raise _failed(path, error.line, message, line, remedy) from error
    return tuple(part.split("\n", 1)[0] for part in text.split(MARK)[1:])


def filled(tale: Tale, values: Mapping[str, object], path: Path) -> Element | bytes:
    """The file of a story, filled in: its root, or its bytes where it is written as it is printed.

    Raises:
        DrafterError: docxtpl makes something else of it than `lint` saw.
    """
    try:
        xml = _as_docxtpl(tale.xml.run(values))
        if tale.raw:
            _part(xml)
            return xml.encode()
        return _body(tale, xml) if tale.is_body else _part(xml)
    except ProgramError as error:
        raise unfillable(path, str(error) if error.by_jinja else "") from error
    except (etree.LxmlError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise unfillable(path) from error


def _as_docxtpl(xml: str) -> str:
    """What `DocxTemplate.render_xml_part` makes of what Jinja printed."""
    xml = xml.replace("\n<w:p>", "<w:p>").replace("\n<w:p ", "<w:p ")
    if "_" in xml:
        for shown, meant in _BRACES:
            xml = xml.replace(shown, meant)
    if _has_signs(xml):
        from docxtpl import DocxTemplate

        return str(DocxTemplate(BytesIO()).resolve_listing(xml))
    return xml


def _has_signs(xml: str) -> bool:
    """Whether a text may have one of `_SIGNS`; a pattern would look on from each of them."""
    if not any(sign in xml for sign in _SIGNS):
        return False
    pieces = xml.split("<")
    ended = (before for before, after in pairwise(pieces) if after.startswith("/w:t>"))
    return any(sign in piece for piece in ended for sign in _SIGNS)


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


def unfillable(path: Path, why: str = "") -> DrafterError:
    """The error for a template of which docxtpl makes something else than `lint` saw."""
    why = "" if _ENGLISH.search(why) else why
    why = why or "里面的表格或图形不完整，程序认不出来"
    return _failed(path, 0, f"模板填不了（{why}）", "")


def _why(error: ProgramError) -> tuple[str, str]:
    """What a template fails for, and what to do; what Jinja and Python say in English is not told.

    Values are texts, so that nearly all that fails is a sum.
    """
    if str(error) and not _ENGLISH.search(str(error)):
        return str(error), _REMEDY
    if isinstance(error.__cause__, TypeError):
        why = "要加减、比大小的是文字，不是数"
        return why, "名称后面加上 |int 再算，如 {{ 年度|int + 1 }}；文字不能加减，直接印出来"
    return "里面写的东西，这份报告里没有", _REMEDY


def _failed(
    path: Path, number: int, message: str, text: str, remedy: str = _REMEDY
) -> DrafterError:
    """The error for a template that fails with the values."""
    spot = Spot(str(path), number)
    return DrafterError(
        Finding("T110", "template-failed", Severity.ERROR, spot, message, remedy, text=text)
    )
