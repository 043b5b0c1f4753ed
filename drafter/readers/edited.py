"""A draft that was edited in Word: its body, bookmarks, content controls, tracked changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.model.edited import Control, EditedDocument, EditedParagraph
from drafter.model.finding import DrafterError
from drafter.model.origin import STATE
from drafter.readers.documents.codes import DocumentFault, refusal
from drafter.readers.documents.lines import split_breaks
from drafter.readers.documents.load import Kind, Loaded, damaged, load, no_text
from drafter.readers.documents.word_numbering import Numbering
from drafter.readers.documents.word_styles import Styles
from drafter.readers.documents.word_xml import (
    child,
    deeper,
    kind,
    parsed,
    parts,
    switched,
    value,
    w,
)
from drafter.text.origins import read_origins

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element

    from drafter.model.origin import Origin

_NO_WORDS = {"rPr", "pPr", "sdtPr", "sdtEndPr", "instrText", "rt", "txbxContent"}
_IN, _OUT = {"ins", "moveTo"}, {"del", "moveFrom"}
_SIGNS = {"br": "\n", "cr": "\n", "tab": " ", "ptab": " ", "noBreakHyphen": "-"}
_PROPERTIES = "docProps/"
_WITHIN = {"sdt", "sdtContent", "customXml", "smartTag", *_IN, *_OUT}


def read_edited(path: Path, *, original: bool = False) -> EditedDocument:
    """The paragraphs of a docx.

    Args:
        path: as the user named it.
        original: whether tracked changes are read as rejected; else as accepted.

    Raises:
        DrafterError: it cannot be read, or is no docx.
    """
    loaded = load(path)
    return _read(loaded, original=original)


def read_drafted(data: bytes, path: Path) -> EditedDocument:
    """The paragraphs of a docx that was made just now.

    Args:
        data: the file.
        path: what to call it in an error.

    Raises:
        DrafterError: it has no words.
    """
    return _read(Loaded(path, Kind.DOCX, data), original=False)


def _read(loaded: Loaded, *, original: bool) -> EditedDocument:
    path = loaded.path
    if loaded.kind is not Kind.DOCX:
        message = f"“{path}”不是 Word 的 .docx 文件"
        remedy = "用 Word 或 WPS 打开它，另存为“Word 文档（*.docx）”再试"
        raise refusal(DocumentFault.UNKNOWN_KIND, path, message, remedy)
    files = parts(path, loaded.data)
    root = parsed(path, files, "word/document.xml")
    body = child(root, "body")
    if body is None:
        raise damaged(path, "里面没有正文")
    reader = _Reader(path, files, gone=_IN if original else _OUT)
    found = [one for paragraph in reader.walk(body) for one in _parted(paragraph)]
    if not found:
        raise no_text(path)
    return EditedDocument(str(path), tuple(found), reader.tracked, _origins(path, files))


def _origins(path: Path, files: dict[str, bytes]) -> tuple[Origin, ...]:
    """What the draft said when it was made; empty when it does not tell."""
    said: dict[int, str] = {}
    for name in sorted(files):
        if not name.startswith(_PROPERTIES):
            continue
        try:
            root = parsed(path, files, name)
        except DrafterError:
            continue
        for one in () if root is None else root:
            key = str(one.get("name", ""))
            number = key.removeprefix(STATE)
            if key.startswith(STATE) and number.isdecimal():
                said[int(number)] = "".join(one.itertext())
    return read_origins("".join(said[at] for at in sorted(said)))


class _Reader:
    """Reads a body in order."""

    def __init__(self, path: Path, files: dict[str, bytes], gone: set[str]) -> None:
        self._path, self._gone = path, gone
        theme = parsed(path, files, "word/theme/theme1.xml")
        self._styles = Styles(parsed(path, files, "word/styles.xml"), theme)
        self._numbering = Numbering(parsed(path, files, "word/numbering.xml"))
        self._fields: list[bool] = []
        self._count = 0
        self._open: _Words | None = None
        self.tracked = False

    def walk(
        self, element: _Element, *, table: bool = False, depth: int = 0
    ) -> Iterator[EditedParagraph]:
        """The paragraphs below an element, as they read with the line breaks in them."""
        depth = deeper(self._path, depth)
        for part in element:
            name = kind(part)
            if name == "p":
                yield from self._paragraph(part, table=table, depth=depth)
            elif name in {"tbl", "tr", "tc"}:
                yield from self.walk(part, table=True, depth=depth)
            elif name in _WITHIN and name not in self._gone:
                yield from self.walk(part, table=table, depth=depth)
        if not depth - 1 and self._open is not None:
            yield self._closed(self._open, None, table=False)

    def _paragraph(
        self, element: _Element, *, table: bool, depth: int
    ) -> Iterator[EditedParagraph]:
        self._count += 1
        words, self._open = self._open or _Words(), None
        before = len(words.text)
        self._read(element, words, depth)
        properties = child(element, "pPr")
        marks = child(properties, "rPr")
        if any(child(marks, gone) is not None for gone in self._gone) and not table:
            # Its mark is gone: it runs on in the next paragraph.
            self._open = words
            return
        numbered = self._styles.numbering(properties)
        label = self._numbering.label(*numbered) if numbered and words.text[before:].strip() else ""
        words.insert(before, label)
        yield self._closed(words, properties, table=table)

    def _closed(
        self, words: _Words, properties: _Element | None, *, table: bool
    ) -> EditedParagraph:
        level = self._styles.level(properties) or 0
        return EditedParagraph(
            words.text, self._count, level, tuple(words.bookmarks), tuple(words.controls), table
        )

    def _read(self, element: _Element, words: _Words, depth: int) -> None:
        depth = deeper(self._path, depth)
        for part in element:
            name = kind(part)
            self.tracked = self.tracked or name in _IN or name in _OUT
            if name in _NO_WORDS or name in self._gone:
                continue
            if name == "r":
                if not switched(child(part, "rPr"), "vanish"):
                    self._run(part, words, depth)
            elif name == "bookmarkStart":
                words.bookmarks.append(part.get(w("name"), ""))
            elif name == "sdt":
                begin = len(words.text)
                self._read(part, words, depth)
                tag = value(part, "sdtPr", "tag") or ""
                words.controls.append(Control(tag, begin, len(words.text)))
            else:
                self._read(part, words, depth)

    def _run(self, run: _Element, words: _Words, depth: int) -> None:
        for part in run:
            name = kind(part)
            if name == "fldChar":
                self._field(part.get(w("fldCharType"), ""))
            elif name in _SIGNS and all(self._fields):
                page = part.get(w("type")) in {"page", "column"}
                words.text += "" if page else _SIGNS[name]
            elif name in {"t", "delText"} and all(self._fields):
                words.text += (part.text or "").replace("\n", " ")
            elif name == "ruby" and (base := child(part, "rubyBase")) is not None:
                self._read(base, words, depth)

    def _field(self, mark: str) -> None:
        """A field prints its result, which stands between `separate` and `end`."""
        if mark == "begin":
            self._fields.append(False)
        elif mark == "separate" and self._fields:
            self._fields[-1] = True
        elif mark == "end" and self._fields:
            self._fields.pop()


class _Words:
    """A paragraph while it is read."""

    def __init__(self) -> None:
        self.text = ""
        self.bookmarks: list[str] = []
        self.controls: list[Control] = []

    def insert(self, place: int, text: str) -> None:
        """Put words in; the controls behind move."""
        self.text = self.text[:place] + text + self.text[place:]
        self.controls = [
            replace(one, start=one.start + len(text), end=one.end + len(text))
            if one.start >= place
            else one
            for one in self.controls
        ]


def _parted(paragraph: EditedParagraph) -> Iterator[EditedParagraph]:
    """Parted where a line break stands between two paragraphs, stripped, blank ones left out."""
    bookmarks = paragraph.bookmarks
    for start, end in split_breaks(paragraph.text):
        line = paragraph.text[start:end].replace("\n", " ")
        begin = start + len(line) - len(line.lstrip())
        text = line.strip()
        if not text:
            continue
        inside = (
            replace(one, start=max(one.start - begin, 0), end=min(one.end - begin, len(text)))
            for one in paragraph.controls
            if one.start >= start and one.end <= end
        )
        yield replace(paragraph, text=text, bookmarks=bookmarks, controls=tuple(inside))
        bookmarks = ()
