"""The sheets of a returned file, whatever program it was saved with."""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import TYPE_CHECKING

from drafter.model.slip import Cell, Grid, letters
from drafter.readers.documents.load import damaged, locked, read_bytes
from drafter.readers.documents.packages import UNREADABLE, open_package
from drafter.readers.documents.soffice import Conversion, convert
from drafter.readers.files import MIB, read_text
from drafter.readers.slip_faults import empty, no_table, unknown_kind

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 20 * MIB
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_NOT_OLD_EXCEL = {".doc", ".wps", ".ppt", ".dps"}
_TEXTS = {".csv", ".txt", ".tsv"}
_MARKS = ",\t;，|"
_LARGEST_TEXT = 5 * MIB
_MOST_ROWS, _MOST_COLUMNS = 20_000, 100


def read_grids(path: Path) -> tuple[Grid, ...]:
    """The sheets of an .xlsx, .csv, .xls, .ods or .et file.

    Raises:
        DrafterError: it cannot be read, is damaged, locked or too large, or is no sheet.
    """
    data = read_bytes(path)
    if len(data) > LARGEST:
        raise no_table(path, f"有{len(data) // MIB}MB")
    if not data.strip(b" \t\r\n\x00"):
        raise empty(path)
    if data.startswith(b"PK\x03\x04"):
        return _zipped(path, data)
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise locked(path)
        if path.suffix.lower() in _NOT_OLD_EXCEL:
            raise unknown_kind(path)
        return _converted(path, data, Conversion("旧版 Excel 或 WPS 表格", ".xls", _XLSX, _BY_HAND))
    if path.suffix.lower() in _TEXTS:
        return (_typed(path),)
    raise unknown_kind(path)


_XLSX, _BY_HAND = "xlsx:Calc MS Excel 2007 XML", "Excel 或 WPS"


def _zipped(path: Path, data: bytes) -> tuple[Grid, ...]:
    with open_package(path, data) as package:
        names = set(package.namelist())
        if "xl/workbook.xml" in names:
            return _sheets(path, data)
        try:
            kind = package.read("mimetype")[:100] if "mimetype" in names else b""
        except UNREADABLE:
            raise damaged(path, "文件不完整或已损坏") from None
    if b"spreadsheet" in kind:
        wanted = Conversion("OpenDocument 表格（.ods）", ".ods", _XLSX, _BY_HAND)
        return _converted(path, data, wanted)
    raise unknown_kind(path)


def _converted(path: Path, data: bytes, wanted: Conversion) -> tuple[Grid, ...]:
    return _sheets(path, convert(path, data, wanted))


def _sheets(path: Path, data: bytes) -> tuple[Grid, ...]:
    # lxml loads here only.
    from drafter.readers.sheet_cells import read_sheets

    return read_sheets(path, data)


def _typed(path: Path) -> Grid:
    """A text with a line a row."""
    text = read_text(path, _LARGEST_TEXT)
    if "\x00" in text:
        raise unknown_kind(path)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_mark(text))
    rows = []
    try:
        for number, line in enumerate(lines, 1):
            if number > _MOST_ROWS:
                raise no_table(path, f"超过了{_MOST_ROWS}行")
            cells = {
                column: Cell(f"{letters(column)}{number}", words)
                for column, words in enumerate(line[:_MOST_COLUMNS], 1)
                if words.strip()
            }
            if cells:
                rows.append(cells)
    except csv.Error:
        raise unknown_kind(path) from None
    return Grid("", hidden=False, rows=tuple(rows))


def _mark(text: str) -> str:
    """What parts the columns: the mark that most lines hold."""
    counted = Counter(mark for line in text.splitlines()[:200] for mark in set(line) & {*_MARKS})
    return max(_MARKS, key=lambda mark: (counted[mark], -_MARKS.index(mark)))
