"""An Excel workbook as a file: the same bytes for the same content, and just as Excel writes it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree
from openpyxl.writer.excel import ExcelWriter

from drafter.writers.word.comments import parsed, serialised
from drafter.writers.word.package import repacked, zipped

if TYPE_CHECKING:
    from openpyxl import Workbook

    from drafter.writers.word.elements import Element

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
#: The order of a font's parts; openpyxl has another, at which validators stumble.
_FONT = (
    "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color",
    "name", "family", "charset", "scheme",
)  # fmt: skip


def workbook_bytes(book: Workbook) -> bytes:
    """The workbook as a file; its properties must hold fixed times.

    openpyxl writes each text into its cell, which Excel moves to a table of texts when it saves the
    file for the first time; here they stand in the table at once.
    """
    buffer = BytesIO()
    # `Workbook.save` would write the clock's time into the file.
    ExcelWriter(book, ZipFile(buffer, "w", ZIP_DEFLATED)).save()
    with ZipFile(BytesIO(repacked(buffer.getvalue()))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    styles = parsed(parts["xl/styles.xml"])
    for font in styles.iter(f"{{{_MAIN}}}font"):
        font[:] = sorted(font, key=lambda part: _FONT.index(etree.QName(part).localname))
    parts["xl/styles.xml"] = serialised(styles)
    _share_strings(parts)
    return zipped(parts)


def _share_strings(parts: dict[str, bytes]) -> None:
    """Move the texts of all sheets into one table."""
    strings: dict[str, int] = {}
    uses = 0
    for name in [name for name in parts if name.startswith("xl/worksheets/sheet")]:
        sheet = parsed(parts[name])
        for cell in sheet.iter(f"{{{_MAIN}}}c"):
            if cell.get("t") != "inlineStr":
                continue
            text = "".join(cell.itertext())
            for child in tuple(cell):
                cell.remove(child)
            cell.set("t", "s")
            number = strings.setdefault(text, len(strings))
            etree.SubElement(cell, f"{{{_MAIN}}}v").text = str(number)
            uses += 1
        parts[name] = serialised(sheet)
    if strings:
        parts["xl/sharedStrings.xml"] = serialised(_table(strings, uses))
        _declare(parts)


def _table(strings: dict[str, int], uses: int) -> Element:
    counts = {"count": str(uses), "uniqueCount": str(len(strings))}
    table = etree.Element(f"{{{_MAIN}}}sst", counts, nsmap={None: _MAIN})
    for text in strings:
        words = etree.SubElement(etree.SubElement(table, f"{{{_MAIN}}}si"), f"{{{_MAIN}}}t")
        words.text = text
        words.set(_SPACE, "preserve")
    return table


def _declare(parts: dict[str, bytes]) -> None:
    """Name the table in the package."""
    types = parsed(parts["[Content_Types].xml"])
    named = {"PartName": "/xl/sharedStrings.xml", "ContentType": _TYPE}
    etree.SubElement(types, f"{{{_PACKAGE}content-types}}Override", named)
    parts["[Content_Types].xml"] = serialised(types)
    relations = parsed(parts["xl/_rels/workbook.xml.rels"])
    target = {"Id": "rIdStrings", "Type": _RELATED, "Target": "sharedStrings.xml"}
    etree.SubElement(relations, f"{{{_PACKAGE}relationships}}Relationship", target)
    parts["xl/_rels/workbook.xml.rels"] = serialised(relations)
