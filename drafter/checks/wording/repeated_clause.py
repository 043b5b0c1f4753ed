"""W302: the same clause twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.checks.wording.fixed_phrases import fixed_phrases
from drafter.model.finding import Severity
from drafter.text.repeats import clause_pieces, where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.checks.case import Reading
    from drafter.text.repeats import Piece

_SHORTEST = 14


@text_rule("W302", "repeated-clause", Severity.WARNING, requires=("W301",))
def repeated_clause(reading: Reading) -> Iterator[Fault]:
    """查什么：正文里有没有一字不差的两个分句（14字以上）。标题、固定说法和文件名称不算。

    为什么：同样的半句话出现两次，往往是两个部分写了同一件事。
    例：第一部分和第三部分都写了“每半年向党工委报告一次进展情况”。
    怎么改：只在一处写；确有必要再提的，换个角度，或者写出新的内容和数据。
    """
    pieces = clause_pieces(reading.proof, fixed_phrases(reading))
    for stretch in _stretches(_repeated(pieces)):
        before, start, end = stretch[0][1], stretch[0][2].start, stretch[-1][2].end
        again = stretch[0][2]
        words = again.passage.text[start:end]
        message = f"“{words}”在{where(before, again)}已经写过"
        yield fault(again.passage, (start, end), message, "只在一处写，或者写出不同的内容")


def _repeated(pieces: Iterable[Piece]) -> Iterator[tuple[int, Piece, Piece]]:
    """Clauses that were there before: their number, the first such clause, and themselves."""
    first: dict[str, Piece] = {}
    for number, piece in enumerate(pieces):
        words = piece.words
        if len(words) < _SHORTEST:
            continue
        before = first.setdefault(words, piece)
        if before is not piece and len(piece.own) >= _SHORTEST:
            yield number, before, piece


def _stretches(
    repeated: Iterable[tuple[int, Piece, Piece]],
) -> Iterator[list[tuple[int, Piece, Piece]]]:
    """Clauses that follow each other, here as where they first stood, taken together."""
    stretch: list[tuple[int, Piece, Piece]] = []
    for one in repeated:
        if stretch and not _follows(stretch[-1], one):
            yield stretch
            stretch = []
        stretch.append(one)
    if stretch:
        yield stretch


def _follows(one: tuple[int, Piece, Piece], other: tuple[int, Piece, Piece]) -> bool:
    next_to = other[0] == one[0] + 1 and other[2].passage is one[2].passage
    in_sentence = other[2].passage.text[one[2].end] == "，" if next_to else False
    return in_sentence and other[1].passage is one[1].passage
