"""Figures that know themselves: each an inline content control, each block with its origin.

A content control carries the slot as its tag and the question as its title; a hidden bookmark
round a paragraph carries the block's place and a mark of its words, so that an edited document
finds its way back to the year file. Neither changes what is printed.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from drafter.model.origin import ADDRESSEE, BLANK, DATE, SIGNATORY, TEXT, TITLE
from drafter.text.lazily import lazily
from drafter.text.origins import mark, origin
from drafter.writers.blocks import HEADINGS, Style
from drafter.writers.word.markup import value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from drafter.model.origin import Origin
    from drafter.model.report import Note, Piece
    from drafter.writers.blocks import Block
    from drafter.writers.word.paragraphs import Paragraph

#: Word takes no longer tag or title.
_LONGEST = 64
_FIRST_ID = 1000
_BODY = frozenset({*HEADINGS, Style.BODY, Style.RUN_IN, Style.TITLE})
_BOOKMARKS = lazily(r'<w:bookmarkStart(?= )[^<>]* w:id="([0-9]+)"')
_CONTROL_END = "</w:sdtContent></w:sdt>"
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
    layout: Sequence[Block], paragraphs: Sequence[Paragraph | None], notes: Mapping[str, Note]
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
            runs = paragraph.isolate(start, end) if len(tag) <= _LONGEST else []
            if not runs:
                continue
            note = notes.get(piece.figures[0])
            title = piece.gap.question if piece.gap else note.question if note else tag
            paragraph.gather(runs)
            paragraph.enclose(runs, _control(tag, title[:_LONGEST], next(ids)), _CONTROL_END)


def set_origins(body: str, layout: Sequence[Block], paragraphs: Sequence[Paragraph | None]) -> None:
    """Put a hidden bookmark round each block of title and body.

    Args:
        body: the document as it was before; bookmarks in it keep their numbers.
        layout: the report.
        paragraphs: as for `set_controls`.
    """
    ids = count(max(map(int, _BOOKMARKS.findall(body)), default=0) + 1)
    for place, (block, paragraph) in enumerate(zip(layout, paragraphs, strict=True)):
        if paragraph is not None and block.style in _BODY:
            id_, name = next(ids), bookmark(place, block.text)
            start = f'<w:bookmarkStart w:id="{id_}" w:name="{name}"/>'
            paragraph.frame(start, f'<w:bookmarkEnd w:id="{id_}"/>')


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


def _control(tag: str, title: str, number: int) -> str:
    """What begins a content control; `_CONTROL_END` ends it."""
    told = (("alias", title), ("tag", tag), ("id", str(number)))
    properties = "".join([f'<w:{name} w:val="{value(text)}"/>' for name, text in told])
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>"
