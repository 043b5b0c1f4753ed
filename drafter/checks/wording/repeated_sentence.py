"""W301: the same sentence twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.checks.wording.fixed_phrases import fixed_phrases
from drafter.model.finding import Severity
from drafter.text.repeats import sentence_pieces, where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.text.repeats import Piece

#: Characters of a sentence, and how many of them must be words of its own.
_SHORTEST, _OWN = 20, 12
_SHOWN = 12


@text_rule("W301", "repeated-sentence", Severity.ERROR)
def repeated_sentence(reading: Reading) -> Iterator[Fault]:
    """查什么：正文里有没有一字不差的两句话（20字以上）。标题、固定说法和文件名称不算。

    为什么：同一句话写两遍，多半是粘贴时留下的，领导和群众一眼就能看出来。
    例：“主要举措”里写了一句“每季度听取一次法治政府建设情况汇报……”，后面述法部分又原样写了一遍。
    怎么改：留下更合适的一处，另一处删去或者换成不同的内容。
    """
    first: dict[str, Piece] = {}
    for piece in sentence_pieces(reading.proof, fixed_phrases(reading)):
        words = piece.words
        if len(words) < _SHORTEST:
            continue
        before = first.setdefault(words, piece)
        if before is not piece and len(piece.own) >= _OWN:
            shown = piece.passage.text[piece.start : piece.start + _SHOWN]
            message = f"“{shown}…”这句话在{where(before, piece)}已经写过"
            remedy = "留下一处，另一处删去或者改写"
            yield fault(piece.passage, (piece.start, piece.end), message, remedy)
