"""The cells of an Excel file, as they are shown.

A formula's text and its last value stand side by side in the file; openpyxl hands over one of them
at a time, and takes four times as long. So the parts are read here, row by row, with a parser that
resolves nothing.
"""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from drafter.model.slip import Cell, CellKind, Grid, letters
from drafter.readers.documents.load import damaged, locked
from drafter.readers.documents.packages import open_package
from drafter.readers.number_shown import NumberFormats, shown
from drafter.readers.slip_faults import no_table
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element

_MOST_SHEETS = 30
_MOST_CELLS = 100_000
_LAST_COLUMN = 100
_LARGEST_PART = 64 * 1024 * 1024
_DECLARATION = b"<!DOCTYPE"
_ENCRYPTED = 0x1
_CELL = lazily(r"([A-Z]{1,3})([0-9]{1,7})")
_ESCAPED = lazily(r"_x([0-9A-Fa-f]{4})_")
_BOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_STRINGS, _STYLES = "xl/sharedStrings.xml", "xl/styles.xml"
_ID = "id"


def read_sheets(path: Path, data: bytes) -> tuple[Grid, ...]:
    """The sheets of an .xlsx file, hidden ones too.

    Raises:
        DrafterError: it is damaged, locked, too large, or no Excel file.
    """
    try:
        with open_package(path, data) as package:
            return tuple(_Book(path, package).sheets())
    except (etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error, EOFError, KeyError):
        raise damaged(path, "文件不完整或已损坏") from None
    except (NotImplementedError, OSError, ValueError, IndexError):
        raise damaged(path, "里面的表格读不出来") from None


class _Book:
    """An opened package."""

    def __init__(self, path: Path, package: zipfile.ZipFile) -> None:
        self._path, self._package = path, package
        self._names = set(package.namelist())
        if any(info.flag_bits & _ENCRYPTED for info in package.infolist()):
            raise locked(path)
        self._strings = tuple(self._read_strings())
        self._formats = self._read_formats()
        self._cells = 0

    def sheets(self) -> Iterator[Grid]:
        """Each worksheet; charts and macros are no sheets."""
        targets = {one.get("Id"): one for one in self._tree(_RELATIONS)}
        book = self._tree(_BOOK)
        dated = any(_name(one) == "workbookPr" and _on(one.get("date1904")) for one in book)
        found = [one for one in book.iter() if _name(one) == "sheet"]
        if len(found) > _MOST_SHEETS:
            raise no_table(self._path, f"有{len(found)}张工作表")
        for one in found:
            relation = targets.get(_attribute(one, _ID))
            if relation is None or not str(relation.get("Type")).endswith("/worksheet"):
                continue
            target = str(relation.get("Target"))
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            hidden = one.get("state", "visible") != "visible"
            yield Grid(str(one.get("name")), hidden, tuple(self._rows(part, dated=dated)))

    def _part(self, name: str) -> bytes:
        """A part, in memory; its size is checked while it is unpacked."""
        with self._package.open(name) as stream:
            data = stream.read(_LARGEST_PART + 1)
        if len(data) > _LARGEST_PART:
            raise no_table(self._path, "里面的表格太大")
        # No Excel file has one; it is the way to bombs and to other files.
        if _DECLARATION in data[:1024].replace(b"\x00", b"").upper():
            raise damaged(self._path, "里面有不该有的声明，可能是恶意文件")
        return data

    def _tree(self, name: str) -> _Element:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        return etree.fromstring(self._part(name), parser)

    def _read_strings(self) -> Iterator[str]:
        if _STRINGS in self._names:
            for one in self._tree(_STRINGS):
                if _name(one) == "si":
                    yield _words(one)

    def _read_formats(self) -> NumberFormats:
        own: dict[int, str] = {}
        used: list[int] = []
        if _STYLES in self._names:
            for group in self._tree(_STYLES):
                if _name(group) == "numFmts":
                    own = {int(f.get("numFmtId", 0)): str(f.get("formatCode")) for f in group}
                elif _name(group) == "cellXfs":
                    used = [int(xf.get("numFmtId", 0)) for xf in group]
        return NumberFormats(own, tuple(used))

    def _rows(self, part: str, *, dated: bool) -> Iterator[dict[int, Cell]]:
        """The rows that hold anything; each is forgotten once it is read."""
        stream = BytesIO(self._part(part))
        for _, row in etree.iterparse(
            stream, tag="{*}row", resolve_entities=False, no_network=True, load_dtd=False
        ):
            cells = dict(self._row(row, dated=dated))
            row.clear()
            above = row.getparent()
            while above is not None and row.getprevious() is not None:
                del above[0]
            if cells:
                self._cells += len(cells)
                if self._cells > _MOST_CELLS:
                    raise no_table(self._path, f"有内容的格子超过了{_MOST_CELLS}个")
                yield cells

    def _row(self, row: _Element, *, dated: bool) -> Iterator[tuple[int, Cell]]:
        number, column = row.get("r", ""), 0
        for one in row:
            if _name(one) != "c":
                continue
            place = _CELL.fullmatch(one.get("r", ""))
            column = _column(place[1]) if place else column + 1
            if column > _LAST_COLUMN:
                break
            name = place[0] if place else f"{letters(column)}{number}"
            cell = self._cell(one, name, dated=dated)
            if cell is not None:
                yield column, cell

    def _cell(self, one: _Element, name: str, *, dated: bool) -> Cell | None:
        kind = one.get("t", "n")
        inside = {_name(child): child for child in one}
        value = "".join(inside["v"].itertext()) if "v" in inside else ""
        formula = "f" in inside
        if kind == "s":
            text = self._strings[int(value)] if value else ""
        elif kind == "inlineStr":
            text = _words(inside["is"]) if "is" in inside else ""
        elif kind == "n" and value:
            text, told = shown(value, self._formats.of(one.get("s", "0")), since_1904=dated)
            if told is CellKind.NUMBER or not formula:
                return Cell(name, text, told)
        else:
            text = {"b": {"1": "TRUE", "0": "FALSE"}.get(value, value)}.get(kind, value)
            text = text[:10] if kind == "d" else text
        text = _unescaped(text)
        if formula:
            return Cell(name, "=" + "".join(inside["f"].itertext()), CellKind.FORMULA)
        if not text.strip():
            return None
        return Cell(name, text, CellKind.DATE if kind == "d" else CellKind.TEXT)


def _name(element: _Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _attribute(element: _Element, name: str) -> str:
    """An attribute whatever its namespace: Strict files have another one."""
    found = (str(v) for k, v in element.attrib.items() if str(k).endswith("}" + name))
    return next(found, "")


def _on(text: str | None) -> bool:
    return text in {"1", "true"}


def _words(element: _Element) -> str:
    """The words of a rich text, what is read aloud for it (rPh) left out."""
    runs = (child for child in element if _name(child) in {"t", "r"})
    return "".join(
        "".join(part.itertext()) for run in runs for part in run.iter() if _name(part) == "t"
    )


def _unescaped(text: str) -> str:
    r"""`_x000D_` as the character it stands for; line breaks as \n."""
    words = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return words.replace("\r\n", "\n").replace("\r", "\n")


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
