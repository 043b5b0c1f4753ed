"""What a text says twice: its sentences and clauses made ready to be compared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.model.proof import PassageKind
from drafter.model.record import record
from drafter.text.alike import sentences
from drafter.text.clauses import clauses
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from drafter.model.proof import Passage, Proof

_LISTED = lazily(r"第?[一二三四五六七八九十]{1,3}(?:是|要|、)|其[一二三四五六]，|（.{1,3}）")
_MARKS = lazily(r"[^\w%+]+")
#: Names are what they are; saying them again is no repetition.
_NAMES = lazily(r"《[^《》]*》|“[^“”]*”|【[^】]*】")
_NOTHING = lazily(r"(?!)")


@record
class Piece:
    """A sentence or a clause of the body.

    Attributes:
        passage: where it stands.
        start: place in the passage's text.
        end: place behind its last character.
        plain: as it stands, without 一是 in front.
        fixed: what finds set phrases.
    """

    passage: Passage
    start: int
    end: int
    plain: str
    fixed: re.Pattern[str]

    @property
    def words(self) -> str:
        """Its words, without marks."""
        return _MARKS.sub("", self.plain)

    @property
    def own(self) -> str:
        """Its words without set phrases and names."""
        return _MARKS.sub("", _NAMES.sub("", self.fixed.sub("", self.plain)))


def set_phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    """What finds any of some phrases, the longest first."""
    ordered = sorted({phrase for phrase in phrases if phrase}, key=lambda one: (-len(one), one))
    return re.compile("|".join(map(re.escape, ordered))) if ordered else _NOTHING


def sentence_pieces(proof: Proof, fixed: re.Pattern[str]) -> Iterator[Piece]:
    """Every sentence of the body, tables left out."""
    return _pieces(proof, fixed, sentences)


def clause_pieces(proof: Proof, fixed: re.Pattern[str]) -> Iterator[Piece]:
    """Every clause of the body, tables left out."""
    return _pieces(proof, fixed, clauses)


def where(first: Piece, again: Piece) -> str:
    """Where the first of two stands, for a message."""
    section = first.passage.section
    if first.passage is again.passage:
        return "同一段的前面"
    if section == again.passage.section:
        return "同一部分的前面"
    return f"“{section}”" if section else "开头"


def _pieces(
    proof: Proof, fixed: re.Pattern[str], split: Callable[[str], Iterator[tuple[int, int]]]
) -> Iterator[Piece]:
    for passage in proof.passages:
        if passage.table or passage.kind is PassageKind.TITLE:
            continue
        text = passage.sentences
        for start, end in split(text):
            match = _LISTED.match(text, start, end)
            plain = text[match.end() if match else start : end]
            yield Piece(passage, passage.body + start, passage.body + end, plain, fixed)
