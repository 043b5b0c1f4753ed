"""Paragraphs as words with a face, before their setting is compared with the others'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.old_report import RawParagraph
from drafter.model.record import record
from drafter.readers.documents.hints import body_face, hint
from drafter.readers.documents.lines import clean, plain_blanks, split_breaks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.model.spot import Spot
    from drafter.readers.documents.faces import Face, Piece

#: Marks behind which a sentence goes on.
_GOES_ON = frozenset("，、")


@record
class Styled:
    """A paragraph as its file holds it.

    Attributes:
        pieces: its words in order, a soft line break as a newline.
        spot: where it stands.
        level: what its style says, 0 for body text; None when it says nothing.
        title: whether its style is the title's.
        centred: whether it stands in the middle of the line.
        table: which of the document's tables it stands in, counted from 1; 0 for none.
    """

    pieces: tuple[Piece, ...]
    spot: Spot
    level: int | None = None
    title: bool = False
    centred: bool = False
    table: int = 0


def settled(found: Sequence[Styled]) -> list[RawParagraph]:
    """The paragraphs that hold words, parted at soft line breaks, and what their setting says."""
    usual = body_face(one.pieces for one in found)
    return [
        paragraph
        for one in found
        for pieces in _lines(one.pieces)
        if (paragraph := _paragraph(one, pieces, usual))
    ]


def without_indent(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces from the first character that is no blank, blanks made plain."""
    rest = list(pieces)
    while rest and not clean(rest[0].text):
        rest.pop(0)
    if rest:
        rest[0] = rest[0].with_text(plain_blanks(rest[0].text).lstrip())
    return rest


def _paragraph(one: Styled, pieces: Sequence[Piece], usual: Face) -> RawParagraph | None:
    pieces = without_indent(pieces)
    text = clean("".join(plain_blanks(piece.text) for piece in pieces))
    if not text:
        return None
    if one.table:
        return RawParagraph(text, one.spot, table=one.table)
    if one.title:
        return RawParagraph(text, one.spot, title=True)
    seen = hint(pieces, usual, centred=one.centred)
    level = one.level if one.level is not None else seen.level
    return RawParagraph(
        text,
        one.spot,
        level=level,
        title=seen.title and not one.level,
        run_in=0 if level else min(seen.run_in, len(text)),
    )


def _lines(pieces: tuple[Piece, ...]) -> Iterator[list[Piece]]:
    """The pieces of each paragraph that soft line breaks part."""
    text = "".join(piece.text for piece in pieces)
    if "\n" not in text:
        yield list(pieces)
        return
    for start, end in split_breaks(text):
        line, at = [], 0
        for piece in pieces:
            if part := piece.text[max(start - at, 0) : max(end - at, 0)]:
                line.append(piece.with_text(part))
            at += len(piece.text)
        yield list(_run_on(line))


def _run_on(line: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces without the breaks behind a comma: the sentence goes on, no blank was meant."""
    before = ""
    for piece in line:
        text = ""
        for char in piece.text:
            if char == "\n" and before in _GOES_ON:
                continue
            text, before = text + char, char
        yield piece.with_text(text)
