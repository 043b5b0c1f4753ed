"""Figures that know themselves: each an inline content control, each block with its origin.

A content control carries the slot as its tag and the question as its title; a hidden bookmark
round a paragraph carries the block's place and a mark of its words, so that an edited document
finds its way back to the year file. Neither changes what is printed.
"""

from __future__ import annotations

import copy
from functools import cache
from itertools import count
from typing import TYPE_CHECKING

from lxml import etree
from lxml.etree import SubElement

from drafter.model.origin import ADDRESSEE, BLANK, DATE, SIGNATORY, TEXT, TITLE
from drafter.text.origins import mark, origin
from drafter.writers.blocks import HEADINGS, Style
from drafter.writers.word.elements import NAMESPACE, PARAGRAPH_PROPERTIES, w

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from drafter.model.origin import Origin
    from drafter.model.report import Note, Piece
    from drafter.writers.blocks import Block
    from drafter.writers.word.elements import Element
    from drafter.writers.word.printed import Printed

#: Word takes no longer tag or title.
_LONGEST = 64
_FIRST_ID = 1000
_BODY = frozenset({*HEADINGS, Style.BODY, Style.RUN_IN, Style.TITLE})
_START, _END, _ID, _NAME = w("bookmarkStart"), w("bookmarkEnd"), w("id"), w("name")
_CONTROL, _CONTROL_PROPERTIES, _CONTENT = w("sdt"), w("sdtPr"), w("sdtContent")
_ALIAS, _TAG, _VALUE = w("alias"), w("tag"), w("val")
_SORTS = {
    Style.TITLE: TITLE,
    Style.ADDRESSEE: ADDRESSEE,
    Style.BODY: TEXT,
    Style.SIGNATORY: SIGNATORY,
    Style.DATE: DATE,
    Style.BLANK: BLANK,
}
#: What the bookmark round a block is called: its place and eight digits of its words' hash.
PREFIX = "_d"


def set_controls(
    layout: Sequence[Block], paragraphs: Sequence[Printed | None], notes: Mapping[str, Note]
) -> None:
    """Wrap each figure and each gap of a figure in a content control.

    Args:
        layout: the report.
        paragraphs: those that print the blocks of `layout`, None for blank lines.
        notes: on the figures, by id.
    """
    ids = count(_FIRST_ID)
    for block, paragraph in zip(layout, paragraphs, strict=True):
        if paragraph is None:
            continue
        for start, end, piece in _figures(block):
            tag = piece.slot.strip("{}") or piece.figures[0]
            if len(tag) > _LONGEST:
                continue
            note = notes.get(piece.figures[0])
            title = piece.gap.question if piece.gap else note.question if note else tag
            _wrap(paragraph.isolate(start, end), tag, title[:_LONGEST], next(ids))


def set_origins(
    body: Element, layout: Sequence[Block], paragraphs: Sequence[Printed | None]
) -> None:
    """Put a hidden bookmark round each block of title and body."""
    taken = [int(one.get(_ID, "0")) for one in body.iter(_START)]
    ids = count(max(taken, default=0) + 1)
    for place, (block, printed) in enumerate(zip(layout, paragraphs, strict=True)):
        if printed is None or block.style not in _BODY:
            continue
        paragraph, number = printed.element, str(next(ids))
        start, end = map(copy.copy, _bookmark())
        start.set(_ID, number)
        start.set(_NAME, bookmark(place, block.text))
        end.set(_ID, number)
        paragraph.append(end)
        first = paragraph[0]
        if first.tag == PARAGRAPH_PROPERTIES:
            first.addnext(start)
        else:
            first.addprevious(start)


def origins(layout: Sequence[Block]) -> Iterator[Origin]:
    """What each block says, for a draft that comes back when the year file has gone on."""
    for block in layout:
        yield origin(_SORTS.get(block.style) or str(block.level), block.text)


def bookmark(place: int, text: str) -> str:
    """The name of the bookmark round a block: its place in the layout and a mark of its words."""
    return f"{PREFIX}{place}_{mark(text)}"


def _figures(block: Block) -> Iterator[tuple[int, int, Piece]]:
    """Where in the text of `block` its figures and their gaps stand."""
    end = 0
    for piece in (*block.heading, *block.pieces):
        start, end = end, end + len(piece.text)
        if piece.figures:
            yield start, end, piece


def _wrap(runs: Sequence[Element], tag: str, title: str, number: int) -> None:
    """Put runs that follow each other into one content control."""
    if not runs:
        return
    control = copy.copy(_control())
    runs[0].addprevious(control)
    properties, content = control
    for child, value in zip(properties, (title, tag, str(number)), strict=True):
        child.set(_VALUE, value)
    content.extend(runs)


@cache
def _control() -> Element:
    """A content control with nothing in it: a copy is sooner made than a new one."""
    control = etree.Element(_CONTROL, nsmap={"w": NAMESPACE})
    properties = SubElement(control, _CONTROL_PROPERTIES)
    for name in (_ALIAS, _TAG, _ID):
        SubElement(properties, name)
    SubElement(control, _CONTENT)
    return control


@cache
def _bookmark() -> tuple[Element, Element]:
    """The start and the end of a bookmark, likewise to be copied."""
    start = etree.Element(_START, {_ID: "", _NAME: ""}, nsmap={"w": NAMESPACE})
    return start, etree.Element(_END, {_ID: ""}, nsmap={"w": NAMESPACE})
