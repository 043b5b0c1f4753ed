"""Figures that know themselves: each an inline content control, each block with its origin.

A content control carries the slot as its tag and the question as its title; a hidden bookmark
round a paragraph carries the block's place and a mark of its words, so that an edited document
finds its way back to the year file. Neither changes what is printed.
"""

from __future__ import annotations

import hashlib
from itertools import accumulate, count
from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from drafter.writers.blocks import HEADINGS, Style
from drafter.writers.word.gaps import isolate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from docx.document import Document

    from drafter.model.report import Note, Piece
    from drafter.writers.blocks import Block
    from drafter.writers.word.stories import Element

#: Word takes no longer tag or title.
_LONGEST = 64
_FIRST_ID = 1000
_BODY = frozenset({*HEADINGS, Style.BODY, Style.RUN_IN, Style.TITLE})
#: What the bookmark round a block is called: its place and eight digits of its words' hash.
PREFIX = "_d"


def set_controls(
    layout: Sequence[Block], paragraphs: Sequence[Element | None], notes: Mapping[str, Note]
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
            _wrap(isolate(paragraph, start, end), tag, title[:_LONGEST], next(ids))


def set_origins(
    document: Document, layout: Sequence[Block], paragraphs: Sequence[Element | None]
) -> None:
    """Put a hidden bookmark round each block of title and body."""
    taken = [int(one.get(qn("w:id"), "0")) for one in document.element.iter(qn("w:bookmarkStart"))]
    ids = count(max(taken, default=0) + 1)
    for place, (block, paragraph) in enumerate(zip(layout, paragraphs, strict=True)):
        if paragraph is None or block.style not in _BODY:
            continue
        number = str(next(ids))
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        start.set(qn("w:id"), number)
        start.set(qn("w:name"), bookmark(place, block.text))
        end.set(qn("w:id"), number)
        properties = paragraph.find(qn("w:pPr"))
        paragraph.insert(0 if properties is None else paragraph.index(properties) + 1, start)
        paragraph.append(end)


def bookmark(place: int, text: str) -> str:
    """The name of the bookmark round a block: its place in the layout and a mark of its words."""
    return f"{PREFIX}{place}_{hashlib.sha256(text.encode()).hexdigest()[:8]}"


def _figures(block: Block) -> Iterator[tuple[int, int, Piece]]:
    """Where in the text of `block` its figures and their gaps stand."""
    pieces = (*block.heading, *block.pieces)
    ends = accumulate(len(piece.text) for piece in pieces)
    for piece, end in zip(pieces, ends, strict=True):
        if piece.figures:
            yield end - len(piece.text), end, piece


def _wrap(runs: Sequence[Element], tag: str, title: str, number: int) -> None:
    """Put runs that follow each other into one content control."""
    if not runs:
        return
    control, properties = OxmlElement("w:sdt"), OxmlElement("w:sdtPr")
    for name, value in (("alias", title), ("tag", tag), ("id", str(number))):
        child = OxmlElement(f"w:{name}")
        child.set(qn("w:val"), value)
        properties.append(child)
    content = OxmlElement("w:sdtContent")
    control.extend((properties, content))
    runs[0].addprevious(control)
    content.extend(runs)
