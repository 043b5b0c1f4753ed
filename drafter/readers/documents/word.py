"""Word documents (docx): paragraphs with the numbers that Word prints before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.old_report import Dropped, RawDocument
from drafter.model.spot import Spot
from drafter.readers.documents.faces import Piece
from drafter.readers.documents.lines import clean, settle_title
from drafter.readers.documents.load import damaged, no_text
from drafter.readers.documents.pieces import Styled, settled, without_indent
from drafter.readers.documents.word_numbering import Numbering
from drafter.readers.documents.word_runs import RunReader
from drafter.readers.documents.word_styles import Styles
from drafter.readers.documents.word_xml import child, deeper, kind, parsed, parts, value, w

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element

    from drafter.readers.documents.load import Loaded

_ASIDE = {
    "comments": "批注",
    "footnotes": "脚注",
    "endnotes": "尾注",
    "header": "页眉",
    "footer": "页脚",
}
_MARKS_GONE = ("del", "moveFrom")


class _Body:
    """Reads a document's body in order."""

    def __init__(self, path: Path, files: dict[str, bytes]) -> None:
        self._path = path
        self._styles = Styles(
            parsed(path, files, "word/styles.xml"), parsed(path, files, "word/theme/theme1.xml")
        )
        self._numbering = Numbering(parsed(path, files, "word/numbering.xml"))
        self._runs = RunReader(path, self._styles)
        self._count = self._tables = 0
        self._carried: list[Piece] = []
        self.dropped: list[Dropped] = []

    def walk(self, element: _Element, *, table: int = 0, depth: int = 0) -> Iterator[Styled]:
        """The paragraphs below an element, tables and text boxes included."""
        depth = deeper(self._path, depth)
        for part in element:
            match kind(part):
                case "p":
                    yield from self._paragraph(part, table=table, depth=depth)
                case "tbl":
                    # A table in a table's cell is part of it.
                    self._tables += not table
                    yield from self.walk(part, table=self._tables, depth=depth)
                case "tc":
                    yield from self.walk(part, table=table or 1, depth=depth)
                case "tr" if child(part, "trPr", "del") is not None:
                    continue
                case "sdt" if _is_contents(part):
                    self._drop(_all_text(part), "目录")
                case "tr" | "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" | "smartTag":
                    yield from self.walk(part, table=table, depth=depth)
                case _:
                    continue

    def _paragraph(self, element: _Element, *, table: int, depth: int) -> Iterator[Styled]:
        self._count += 1
        words = self._runs.read(element)
        for text in words.hidden:
            self._drop(text, "隐藏文字")
        properties = child(element, "pPr")
        pieces = [*self._carried, *words.pieces]
        marks = child(properties, "rPr")
        if any(child(marks, gone) is not None for gone in _MARKS_GONE) and not table:
            # Its mark was deleted: with the change accepted it runs on in the next paragraph.
            self._carried = pieces
        elif self._styles.is_contents(properties):
            self._carried = []
            self._drop("".join(piece.text for piece in pieces), "目录")
        else:
            self._carried = []
            yield self._found(pieces, properties, table=table)
        for box in words.boxes:
            yield from self.walk(box, table=table, depth=depth)

    def _found(self, pieces: list[Piece], properties: _Element | None, *, table: int) -> Styled:
        numbered = self._styles.numbering(properties)
        label = self._numbering.label(*numbered) if numbered else ""
        if label:
            face = next((p.face for p in pieces if p.text.strip()), None)
            if face is not None:
                pieces = [Piece(label, face), *without_indent(pieces)]
        return Styled(
            tuple(pieces),
            Spot(str(self._path), self._count),
            self._styles.level(properties),
            self._styles.is_title(properties),
            self._styles.is_centred(properties),
            table,
        )

    def rest(self) -> Iterator[Styled]:
        """What a deleted mark at the document's end left over."""
        if self._carried:
            yield self._found(self._carried, None, table=0)

    def _drop(self, text: str, reason: str) -> None:
        if clean(text):
            self.dropped.append(Dropped(clean(text), reason, Spot(str(self._path), self._count)))


def read_word(loaded: Loaded) -> RawDocument:
    """The paragraphs of a docx.

    Raises:
        DrafterError: it is damaged, locked, swollen or without words.
    """
    path = loaded.path
    files = parts(path, loaded.data)
    root = parsed(path, files, "word/document.xml")
    content = child(root, "body")
    if content is None:
        raise damaged(path, "里面没有正文")
    body = _Body(path, files)
    found = [*body.walk(content), *body.rest()]
    dropped = (*body.dropped, *_asides(path, files))
    paragraphs = settled(found)
    if not paragraphs:
        raise no_text(path)
    return RawDocument(str(path), "docx", tuple(settle_title(paragraphs)), dropped)


def _is_contents(sdt: _Element) -> bool:
    gallery = value(sdt, "sdtPr", "docPartObj", "docPartGallery")
    return gallery == "Table of Contents"


def _all_text(element: _Element) -> str:
    return " ".join(t.text for t in element.iter(w("t")) if t.text)


def _asides(path: Path, files: dict[str, bytes]) -> Iterator[Dropped]:
    """Comments, notes, running heads: read by no one as the report's text."""
    for name in sorted(files):
        folder, _, base = name.rpartition("/")
        reason = _ASIDE.get(base.removesuffix(".xml").rstrip("0123456789"))
        root = parsed(path, files, name) if folder == "word" and reason else None
        for paragraph in () if root is None else root.iter(w("p")):
            text = clean("".join(t.text or "" for t in paragraph.iter(w("t"))))
            if text and reason:
                yield Dropped(text, reason, Spot(str(path)))
