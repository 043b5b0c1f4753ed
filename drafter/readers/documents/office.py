"""Old Word, WPS, RTF and OpenDocument files, through LibreOffice where it is installed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.readers.documents.load import Kind
from drafter.readers.documents.soffice import Conversion, convert
from drafter.readers.documents.word import read_word

if TYPE_CHECKING:
    from drafter.model.old_report import RawDocument
    from drafter.readers.documents.load import Loaded

_RTF = b"{\\rtf"
_ZIP = b"PK"


def read_office(loaded: Loaded) -> RawDocument:
    """The paragraphs of the document, as LibreOffice hands them over.

    Raises:
        DrafterError: there is no LibreOffice, or it cannot read the file, or not in time.
    """
    wanted = Conversion(
        "旧版 Word、WPS 或 RTF 文件", _suffix(loaded.data), "docx:MS Word 2007 XML", "Word 或 WPS"
    )
    data = convert(loaded.path, loaded.data, wanted)
    document = read_word(replace(loaded, kind=Kind.DOCX, data=data))
    return replace(document, kind=Kind.OFFICE.value)


def _suffix(data: bytes) -> str:
    if data.startswith(_RTF):
        return ".rtf"
    return ".odt" if data.startswith(_ZIP) else ".doc"
