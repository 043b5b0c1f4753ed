"""The visible characters of a Word document in one row, and where each of them stands.

Blanks are left out, so that a text that was read elsewhere can be found again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.writers.word.elements import Element

#: The offset of a character in an atom that cannot be cut.
WHOLE = -1

_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_GONE = frozenset({"del", "moveFrom", "rt", "rPr", "pPr", "tblPr", "tcPr", "sdtPr", "sdtEndPr"})
_FORMULAS = frozenset({"oMath", "oMathPara"})
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "ptab": "\t", "noBreakHyphen": "-"}
_OFF = frozenset({"0", "false", "off"})


class Place(NamedTuple):
    """Where a character stands.

    Attributes:
        atom: a run of the paragraph; a formula or a content control for plain text; for words in
            a text box the run that holds the box, since Word has no comments inside text boxes.
        offset: the character's place in the run, see `child_length`; `WHOLE` in an atom that
            cannot be cut.
    """

    atom: Element
    offset: int


class Stretch(NamedTuple):
    """The characters from `start` to before `end`."""

    start: int
    end: int


@dataclass(slots=True)
class Flow:
    """A document's characters in order.

    Attributes:
        chars: the characters without blanks.
        places: where each of them stands.
        units: what a reader may have taken for a paragraph, in order: paragraphs, and the lines
            of those that line breaks part; none is empty.
    """

    chars: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    units: list[Stretch] = field(default_factory=list)


def flow_of(body: Element, contents: frozenset[str] = frozenset()) -> Flow:
    """The flow of a document's body, as it reads once every tracked change is accepted.

    Args:
        body: the body.
        contents: ids of the styles of a table of contents, whose lines are left out.
    """
    walk = _Walk(contents)
    walk.blocks(body, None)
    return walk.flow


def kind(element: Element) -> str:
    """A tag's local name; empty for a comment or processing instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value(element: Element, name: str = "val") -> str:
    """An attribute by its local name, whatever the namespace; empty when it is not there."""
    found = (v for k, v in element.attrib.items() if str(k).rpartition("}")[2] == name)
    return str(next(found, ""))


def is_seen(char: str) -> bool:
    """Whether the character is no blank and has a width."""
    return not char.isspace() and char not in _UNSEEN


def child_text(child: Element) -> str:
    """What a child of a run prints."""
    name = kind(child)
    if name == "t":
        return child.text or ""
    if name == "ruby":
        return "".join(_words(base) for base in child if kind(base) == "rubyBase")
    return _SIGNS.get(name, "")


def child_length(child: Element) -> int:
    """How many offsets a child of a run takes: its characters; 1 where it cannot be cut."""
    return len(child.text or "") if kind(child) == "t" else int(bool(child_text(child)))


class _Walk:
    """Goes through a body once."""

    def __init__(self, contents: frozenset[str]) -> None:
        self.flow = Flow()
        self._contents = contents
        # For each open field whether its instruction is over.
        self._fields: list[bool] = []
        # Of the paragraph that is being read: where its lines end, the text boxes in it with the
        # runs that hold them, the run that holds itself, and whether it is left out.
        self._breaks: list[int] = []
        self._boxes: list[tuple[Element, Element]] = []
        self._holder: Element | None = None
        self._left_out = False

    def blocks(self, element: Element, holder: Element | None) -> None:
        """Paragraphs and all that holds paragraphs."""
        for part in element:
            if kind(part) == "p":
                self._paragraph(part, holder)
            elif kind(part) not in _GONE and not _is_contents(part) and not _is_deleted_row(part):
                self.blocks(part, holder)

    def _paragraph(self, paragraph: Element, holder: Element | None) -> None:
        start = len(self.flow.chars)
        self._breaks, self._boxes, self._holder = [start], [], holder
        self._left_out = _style(paragraph) in self._contents
        self._inline(paragraph)
        end = len(self.flow.chars)
        lines = [Stretch(*line) for line in pairwise([*self._breaks, end]) if line[0] < line[1]]
        if lines:
            self.flow.units += [Stretch(start, end), *(lines if len(lines) > 1 else [])]
        for box, run in self._boxes:
            self.blocks(box, run if holder is None else holder)

    def _inline(self, element: Iterable[Element]) -> None:
        """Runs and all that holds runs."""
        for part in element:
            name = kind(part)
            if name == "r":
                self._run(part)
            elif name in _FORMULAS or _is_plain_control(part):
                self._add(_words(part), part)
            elif name not in _GONE:
                self._inline(_chosen(part))

    def _run(self, run: Element) -> None:
        hidden = _is_hidden(run)
        offset = 0
        for child in run:
            name, text = kind(child), child_text(child)
            if name == "fldChar":
                self._field(value(child, "fldCharType"))
            elif text:
                if not hidden and all(self._fields):
                    self._told(child, text, run, offset)
                offset += child_length(child)
            elif name not in {*_GONE, "instrText"}:
                self._drawing(child, run)

    def _told(self, child: Element, text: str, run: Element, offset: int) -> None:
        """The characters of a run's child."""
        if text == "\n" and value(child, "type") not in {"page", "column"}:
            self._breaks.append(len(self.flow.chars))
        elif kind(child) == "t":
            for at, char in enumerate(text):
                self._add(char, run, offset + at)
        else:
            self._add(text, run, offset)

    def _drawing(self, element: Element, run: Element) -> None:
        """Words in a drawing; text boxes wait until the paragraph is over."""
        if kind(element) == "txbxContent":
            self._boxes.append((element, run))
        elif kind(element) == "t":
            self._add(element.text or "", run)
        else:
            for part in _chosen(element):
                self._drawing(part, run)

    def _add(self, text: str, atom: Element, offset: int = WHOLE) -> None:
        place = Place(atom, offset) if self._holder is None else Place(self._holder, WHOLE)
        seen = [] if self._left_out else [char for char in text if is_seen(char)]
        self.flow.chars += seen
        self.flow.places += [place] * len(seen)

    def _field(self, mark: str) -> None:
        if mark == "begin":
            self._fields.append(False)
        elif mark == "separate" and self._fields:
            self._fields[-1] = True
        elif mark == "end" and self._fields:
            self._fields.pop()


def _words(element: Element) -> str:
    return "".join(part.text or "" for part in element.iter() if kind(part) == "t")


def _chosen(element: Element) -> Element:
    """Of the ways in which the same thing is given, the first with words, else the last."""
    if kind(element) != "AlternateContent" or not len(element):
        return element
    return next((branch for branch in element if _words(branch)), element[-1])


def _properties(element: Element, name: str) -> tuple[Element, ...]:
    """What stands in `rPr` and the like."""
    return tuple(part for found in element if kind(found) == name for part in found)


def _is_hidden(run: Element) -> bool:
    return any(
        kind(part) in {"vanish", "webHidden"} and value(part) not in _OFF
        for part in _properties(run, "rPr")
    )


def _style(paragraph: Element) -> str:
    return next((value(p) for p in _properties(paragraph, "pPr") if kind(p) == "pStyle"), "")


def _is_deleted_row(element: Element) -> bool:
    return kind(element) == "tr" and any(kind(p) == "del" for p in _properties(element, "trPr"))


def _is_plain_control(element: Element) -> bool:
    """Whether it is a content control that takes one run only."""
    return kind(element) == "sdt" and any(kind(p) == "text" for p in _properties(element, "sdtPr"))


def _is_contents(element: Element) -> bool:
    """Whether it is a table of contents."""
    if kind(element) != "sdt":
        return False
    found = (part for one in _properties(element, "sdtPr") for part in one)
    return any(kind(p) == "docPartGallery" and value(p) == "Table of Contents" for p in found)
