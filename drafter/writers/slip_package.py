"""An Excel file that is the same whenever it is written."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

if TYPE_CHECKING:
    from openpyxl import Workbook

# The earliest date that a zip can hold: no clock, no two runs that differ.
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_FIRST = "[Content_Types].xml"
_PROPERTIES = "docProps/core.xml"
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(?=</)")
_STYLES = "xl/styles.xml"
#: A font's properties in the order of the Open XML SDK; openpyxl has one of its own.
_ORDER = (
    "b",
    "i",
    "strike",
    "u",
    "vertAlign",
    "sz",
    "color",
    "name",
    "family",
    "charset",
    "scheme",
)
_FIXED = rb"\g<1>2000-01-01T00:00:00Z"


def packed(book: Workbook) -> bytes:
    """The workbook as a file, without the time at which it was made."""
    buffer = BytesIO()
    book.save(buffer)
    with ZipFile(buffer) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[_PROPERTIES] = _TIMES.sub(_FIXED, parts[_PROPERTIES])
    parts[_STYLES] = _ordered(parts[_STYLES])
    packed_ = BytesIO()
    with ZipFile(packed_, "w", ZIP_DEFLATED) as package:
        for name in sorted(parts, key=lambda part: (part != _FIRST, part)):
            info = ZipInfo(name, _ZIP_DATE)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0  # else Windows and Linux would differ
            package.writestr(info, parts[name])
    return packed_.getvalue()


def _ordered(styles: bytes) -> bytes:
    """The styles with each font's properties in order."""
    tree = etree.fromstring(styles)
    for font in tree.iterfind("{*}fonts/{*}font"):
        font[:] = sorted(font, key=lambda one: _ORDER.index(etree.QName(one).localname))
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
