"""Words with gaps in them, sentence by sentence: which are whole, and which wait for something.

A sentence ends with 。！？. What ； parts are members of one sentence: left alone a member would
need another mark or another number (一是；三是), and a person's sentence is not rewritten.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.model.report import PieceKind
from drafter.text.lazily import lazily
from drafter.text.pairs import pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.model.report import Piece

_END = lazily("[。！？!?]+[”’）》】」』\"')]*")


def without_gaps(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The sentences that wait for nothing; empty when none is left."""
    kept = [one for one in _sentences(tuple(pieces)) if not _waits(one)]
    told = tuple(piece for one in kept for piece in one)
    return told if _text(told).strip() else ()


def gap_sentences(pieces: Iterable[Piece]) -> tuple[str, ...]:
    """The sentences that wait for something, as they are printed."""
    return tuple(_text(one).strip() for one in _sentences(tuple(pieces)) if _waits(one))


def _sentences(pieces: tuple[Piece, ...]) -> Iterator[tuple[Piece, ...]]:
    """The pieces of each sentence; plain words are cut where one ends, a value never is."""
    ends = _ends(_text(pieces))
    own: list[Piece] = []
    start = 0
    for piece in pieces:
        stop, done = start + len(piece.text), 0
        plain = piece.kind in {PieceKind.TEXT, PieceKind.CARRIED}
        for end in (end for end in ends if start < end <= stop and (plain or end == stop)):
            own.append(replace(piece, text=piece.text[done : end - start]))
            yield tuple(own)
            own, done = [], end - start
        if done < len(piece.text):
            own.append(replace(piece, text=piece.text[done:]))
        start = stop
    if own:
        yield tuple(own)


def _ends(text: str) -> list[int]:
    """Places behind each sentence; a mark between quotation marks or in brackets ends none."""
    spans = pairs(text).spans
    ends = (match.end() for match in _END.finditer(text))
    return [end for end in ends if not any(start < end < stop for start, stop in spans)]


def _waits(pieces: tuple[Piece, ...]) -> bool:
    return any(piece.kind is PieceKind.GAP for piece in pieces)


def _text(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)
