"""What python-docx has no words for, in documents with tables made from nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, Twips

from drafter.writers.word.elements import give_hint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph

    from drafter.writers.word.elements import Element

_SUPERFLUOUS = ("/stylesWithEffects", "/thumbnail")
_AFTER_SHADING = (
    "w:noWrap", "w:tcMar", "w:textDirection", "w:tcFitText", "w:vAlign", "w:hideMark",
)  # fmt: skip
_LATIN = ("ascii", "hAnsi", "cs")
_THEMED = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


def empty_document() -> Document:
    """A document with python-docx's own styles.

    Without its second set of styles, which is for Word 2010, and its picture for the folder view.
    """
    document = docx.Document()
    for part in (document.part, document.part.package):
        for id_, relation in tuple(part.rels.items()):
            if relation.reltype.endswith(_SUPERFLUOUS):
                del part.rels[id_]
    return document


def set_faces(document: Document, latin: str, chinese: str) -> None:
    """The fonts of everything that names none of its own, in place of the theme's."""
    styles = document.styles
    for holder in (styles.element, styles["Normal"].element):
        for fonts in holder.xpath("./w:docDefaults//w:rFonts | ./w:rPr/w:rFonts"):
            for name in _THEMED:
                fonts.attrib.pop(qn(f"w:{name}"), None)
            for name in _LATIN:
                fonts.set(qn(f"w:{name}"), latin)
            fonts.set(qn("w:eastAsia"), chinese)
    for language in styles.element.xpath("./w:docDefaults//w:lang"):
        language.set(qn("w:eastAsia"), "zh-CN")


def say(paragraph: Paragraph, text: str, face: str = "", size: float = 0) -> Paragraph:
    """Add words.

    Args:
        paragraph: changed in place, and returned.
        text: what to add; nothing is added when it is empty.
        face: of the font; empty = the document's own.
        size: in points; 0 = the document's own.
    """
    if not text:
        return paragraph
    run = paragraph.add_run(text)
    give_hint(run._r)  # noqa: SLF001 - the run's element has no public name
    if face:
        run.font.name = face
        fonts = run._r.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001
        fonts.set(qn("w:eastAsia"), face)
    if size:
        run.font.size = Pt(size)
    return paragraph


def add_field(paragraph: Paragraph, code: str) -> None:
    """A field that Word works out: PAGE, NUMPAGES."""
    field = _element("fldSimple", instr=code)
    run, words = _element("r"), _element("t")
    words.text = "1"
    run.append(words)
    field.append(run)
    _append(paragraph._p, field)  # noqa: SLF001


def shade(cell: _Cell, colour: str) -> None:
    """Colour a cell, as `FFE699`."""
    shading = _element("shd", val="clear", color="auto", fill=colour)
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001
    properties.insert_element_before(shading, *_AFTER_SHADING)


def keep_whole(row: _Row) -> None:
    """Do not break the row across pages."""
    _append(row._tr.get_or_add_trPr(), _element("cantSplit"))  # noqa: SLF001


def repeat_as_head(row: _Row) -> None:
    """Print the row at the top of every page, unbroken."""
    keep_whole(row)
    _append(row._tr.get_or_add_trPr(), _element("tblHeader"))  # noqa: SLF001


def describe(table: Table, title: str, text: str) -> None:
    """What the table is, for people who hear it read."""
    properties = table._tbl.tblPr  # noqa: SLF001
    _append(properties, _element("tblCaption", val=title))
    _append(properties, _element("tblDescription", val=text))


def fix_widths(table: Table, widths: Sequence[int]) -> None:
    """Set the columns' widths, in twips; the contents do not change them."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Twips(width)
    for row in table._tbl.tr_lst:  # noqa: SLF001
        at = 0
        for cell in row.tc_lst:
            cell.width = Twips(sum(widths[at : at + cell.grid_span]))
            at += cell.grid_span


def _append(parent: Element, child: Element) -> None:
    parent.append(child)


def _element(tag: str, **attributes: str) -> BaseOxmlElement:
    element = cast("BaseOxmlElement", OxmlElement(f"w:{tag}"))
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
