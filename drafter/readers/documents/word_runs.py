"""A paragraph's words in Word, as they read once every tracked change is accepted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafter.readers.documents.faces import Face, Piece
from drafter.readers.documents.word_xml import child, deeper, kind, switched, value, w

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

    from drafter.readers.documents.word_styles import Styles

_GONE = {"del", "moveFrom", "rt", "rPr", "pPr", "sdtPr", "sdtEndPr"}
_AS_TEXT = {"br": "\n", "cr": "\n", "tab": " ", "ptab": " ", "noBreakHyphen": "-"}


@dataclass(slots=True)
class Words:
    """What a paragraph holds.

    Attributes:
        pieces: its words in order, a soft line break as a newline.
        boxes: the contents of text boxes anchored in it, each once.
        hidden: words that Word does not print.
    """

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All words joined."""
        return "".join(piece.text for piece in self.pieces)


class RunReader:
    """Reads the runs of one paragraph after another; a field may span several."""

    def __init__(self, path: Path, styles: Styles) -> None:
        """Start outside of any field.

        Args:
            path: to name in an error.
            styles: to tell the faces.
        """
        self._path = path
        self._styles = styles
        # For each open field, whether its instruction is over.
        self._fields: list[bool] = []

    def read(self, paragraph: _Element) -> Words:
        """The words of a paragraph.

        Raises:
            DrafterError: it is nested without bounds.
        """
        words = Words()
        style = value(paragraph, "pPr", "pStyle")
        self._walk(paragraph, style, words, 0)
        return words

    def _walk(self, element: _Element, style: str | None, words: Words, depth: int) -> None:
        depth = deeper(self._path, depth)
        for part in element:
            name = kind(part)
            if name in _GONE:
                continue
            if name == "r":
                self._run(part, style, words, depth)
            elif name == "AlternateContent":
                chosen = _chosen(part)
                if chosen is not None:
                    self._walk(chosen, style, words, depth)
            elif name == "txbxContent":
                words.boxes.append(part)
            elif name == "t" and part.text and element.tag != w("r"):
                words.pieces.append(Piece(part.text, Face()))  # a formula's words
            else:
                self._walk(part, style, words, depth)

    def _run(self, run: _Element, style: str | None, words: Words, depth: int) -> None:
        properties = child(run, "rPr")
        text = ""
        for part in run:
            name = kind(part)
            if name == "fldChar":
                self._field(part)
            elif name in _GONE or name == "instrText":
                continue
            elif name in _AS_TEXT or name == "t":
                text += self._visible(name, part)
            elif name == "AlternateContent":
                chosen = _chosen(part)
                if chosen is not None:
                    self._walk(chosen, style, words, depth)
            else:
                self._walk_drawing(part, words, style, depth)
        if text and (switched(properties, "vanish") or switched(properties, "webHidden")):
            words.hidden.append(text)
        elif text:
            words.pieces.append(Piece(text, self._styles.face(style, properties)))

    def _walk_drawing(self, part: _Element, words: Words, style: str | None, depth: int) -> None:
        if kind(part) == "ruby":
            base = child(part, "rubyBase")
            if base is not None:
                self._walk(base, style, words, depth)
        elif len(part):
            self._walk(part, style, words, depth)

    def _visible(self, name: str, part: _Element) -> str:
        if not all(self._fields):
            return ""
        if name == "t":
            return (part.text or "").replace("\n", " ")
        # A page break divides nothing that belongs together.
        return "" if part.get(w("type")) in {"page", "column"} else _AS_TEXT[name]

    def _field(self, mark: _Element) -> None:
        match mark.get(w("fldCharType")):
            case "begin":
                self._fields.append(False)
            case "separate" if self._fields:
                self._fields[-1] = True
            case "end" if self._fields:
                self._fields.pop()
            case _:
                pass


def _chosen(alternatives: _Element) -> _Element | None:
    """Of the ways in which the same thing is given, the first with words, else the last."""
    branches = list(alternatives)
    with_words = (b for b in branches if any(kind(e) == "t" for e in b.iter()))
    return next(with_words, branches[-1] if branches else None)
