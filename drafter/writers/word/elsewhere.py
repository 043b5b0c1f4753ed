"""Marks where no text stands: docxtpl would run them, and nobody would see what they print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.writers.word.elements import Element, P, R, T, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.writers.word.elements import Story

_TEXT = vars(Element)["text"]
_OPENINGS = ("{{", "{%", "{#")
_WHERE = {
    w("instrText"): "域代码",
    w("delText"): "修订里删去的文字",
    w("delInstrText"): "修订里删去的域代码",
}


def marks_elsewhere(story: Story) -> Iterator[tuple[int, str, str]]:
    """Marks in attributes, field codes, deleted text and the like.

    Yields:
        Number of the paragraph (0 = none), where the mark stands, and the text with it.
    """
    number = 0
    for element in story.root.iter():
        if element.tag == P:
            number += 1
        for text in (*element.attrib.values(), *_texts(element)):
            if any(opening in text for opening in _OPENINGS):
                yield number, _place(element), text.strip()


def _texts(element: Element) -> Iterator[str]:
    """The texts of an element that are none of a run's."""
    parent = element.getparent()
    of_run = element.tag == T and parent is not None and parent.tag == R
    # python-docx's own elements call something else their text: what all their runs say.
    text = _TEXT.__get__(element)
    if text and not of_run:
        yield text
    if element.tail:
        yield element.tail


def _place(element: Element) -> str:
    return _WHERE.get(str(element.tag), "图形、表格等的属性")
