"""The comments that drafter writes on its own draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree
from lxml.etree import SubElement

from drafter.writers.word.elements import (
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    SPACE,
    P,
    R,
    T,
    give_hint,
    w,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from drafter.writers.word.elements import Element

AUTHOR, INITIALS = "drafter", "草"
_TEXT_STYLE, _MARK_STYLE = "annotation text", "annotation reference"
_ID, _VALUE = w("id"), w("val")


class Margin:
    """The comments of a document.

    Attributes:
        styles: ids of the template's styles, by the names that Word knows them by.
        count: how many comments were added.
    """

    def __init__(self, before: bytes, styles: Mapping[str, str]) -> None:
        """Begin with those that are there.

        Args:
            before: the file for comments.
            styles: see above.
        """
        self.styles = styles
        self.count = 0
        self._before = before
        self._root: Element | None = None
        self._next = 0

    def add(self, runs: Sequence[Element], text: str) -> None:
        """Comment the words that some runs print; each line of the text is a paragraph.

        Comments have no date: the clock would make two equal runs differ.
        """
        if self._root is None:
            self._root = etree.fromstring(self._before)
            ids = (comment.get(_ID, "") for comment in self._root)
            self._next = max((int(id_) for id_ in ids if id_.isdecimal()), default=-1) + 1
        name = {_ID: str(self._next)}
        self._next += 1
        self.count += 1
        said = {**name, w("author"): AUTHOR, w("initials"): INITIALS}
        comment = SubElement(self._root, w("comment"), said)
        for at, line in enumerate(text.split("\n")):
            self._paragraph(comment, line, first=at == 0)
        self._refer(runs[0], runs[-1], name)

    def content(self) -> bytes:
        """The file for comments."""
        if self._root is None:
            return self._before
        return etree.tostring(self._root, encoding="UTF-8", standalone=True)

    def _paragraph(self, comment: Element, line: str, *, first: bool) -> None:
        paragraph = SubElement(comment, P)
        properties = SubElement(paragraph, PARAGRAPH_PROPERTIES)
        if _TEXT_STYLE in self.styles:
            SubElement(properties, w("pStyle"), {_VALUE: self.styles[_TEXT_STYLE]})
        if first:
            mark = SubElement(paragraph, R)
            self._mark(mark)
            SubElement(mark, w("annotationRef"))
            give_hint(mark)
        if line:
            run = SubElement(paragraph, R)
            give_hint(run)
            words = SubElement(run, T)
            words.text = line
            if line != line.strip():
                words.set(SPACE, "preserve")

    def _refer(self, first: Element, last: Element, name: dict[str, str]) -> None:
        """Put the comment's marks round the words, and its sign behind them."""
        start, end = (first.makeelement(w(f"commentRange{end}"), name) for end in ("Start", "End"))
        sign = last.makeelement(R)
        first.addprevious(start)
        last.addnext(sign)
        last.addnext(end)
        self._mark(sign)
        SubElement(sign, w("commentReference"), name)

    def _mark(self, run: Element) -> None:
        """Let a run look like the sign of a comment."""
        properties = SubElement(run, RUN_PROPERTIES)
        if _MARK_STYLE in self.styles:
            SubElement(properties, w("rStyle"), {_VALUE: self.styles[_MARK_STYLE]})
