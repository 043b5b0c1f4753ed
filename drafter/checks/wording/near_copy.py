"""W303: two sentences that are almost the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.checks.wording.fixed_phrases import fixed_phrases
from drafter.model.finding import Severity
from drafter.text.alike import RATIO, Nearest, masked, numbers
from drafter.text.repeats import sentence_pieces, where

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.checks.case import Reading
    from drafter.text.repeats import Piece

#: Shorter sentences are alike by chance; longer ones are no sentences.
_SHORTEST, _LONGEST = 25, 400
#: How many characters must belong to no set phrase, and how much these must be alike.
_OWN, _OWN_RATIO = 18, 0.75
_SHOWN = 14
_PIECE = 4
_NEAR = 5
_YEAR = re.compile(r"(?:19|20)[0-9]{2}年")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence made ready.

    Attributes:
        piece: where it stands.
        mask: its words, a sign for each number.
        own: those of them that belong to no set phrase.
        years: the years it names.
        numbers: its other numbers.
    """

    piece: Piece
    mask: str
    own: str
    years: tuple[str, ...]
    numbers: tuple[str, ...]


@text_rule("W303", "near-copy", Severity.WARNING, requires=("W301", "W302"))
def near_copy(reading: Reading) -> Iterator[Fault]:
    """查什么：有没有两句话除了数字和个别字以外完全一样（25字以上，固定说法不算）。

    为什么：改了几个字又写一遍，读的人仍然觉得重复；数字不一样的，两处就成了矛盾。
    例：前面写“排查矛盾纠纷120件……”，后面几乎同样的一句写成了“排查矛盾纠纷102件……”。
    怎么改：合成一句；数字不一样的，先核对哪一个对。
    """
    told = list(_sentences(reading))
    near = Nearest([one.mask for one in told], _PIECE)
    for place, one in enumerate(told):
        before = _closest(place, told, near)
        if before is None:
            continue
        shown = before.piece.passage.text[before.piece.start : before.piece.start + _SHOWN]
        message = f"这句话和{where(before.piece, one.piece)}的“{shown}…”几乎一样"
        if before.numbers != one.numbers:
            message += f"，数字却不同：那里是{_list(before.numbers)}，这里是{_list(one.numbers)}"
        span = (one.piece.start, one.piece.end)
        yield fault(one.piece.passage, span, message, "合成一句；数字不同的，核对后只留对的")


def _sentences(reading: Reading) -> Iterator[_Sentence]:
    """Sentences that are long enough, each wording once."""
    seen: set[str] = set()
    for piece in sentence_pieces(reading.proof, fixed_phrases(reading)):
        mask, own = masked(piece.words), masked(piece.own)
        if piece.words in seen or not (_SHORTEST <= len(mask) <= _LONGEST and len(own) >= _OWN):
            continue
        seen.add(piece.words)
        text = piece.passage.text[piece.start : piece.end]
        yield _Sentence(piece, mask, own, tuple(_YEAR.findall(text)), numbers(text))


def _closest(place: int, told: Sequence[_Sentence], near: Nearest) -> _Sentence | None:
    """The first earlier sentence that says the same."""
    one = told[place]
    for candidate in sorted(near.candidates(one.mask, _NEAR)):
        other = told[candidate]
        if candidate < place and other.years == one.years and _same(other, one):
            return other
    return None


def _same(other: _Sentence, one: _Sentence) -> bool:
    if 2 * min(len(other.mask), len(one.mask)) < RATIO * (len(other.mask) + len(one.mask)):
        return False
    matcher = SequenceMatcher(None, other.mask, one.mask, autojunk=False)
    if matcher.quick_ratio() < RATIO or matcher.ratio() < RATIO:
        return False
    own = SequenceMatcher(None, other.own, one.own, autojunk=False)
    if own.ratio() < _OWN_RATIO:
        return False
    changes = [change for change in matcher.get_opcodes() if change[0] != "equal"]
    # One name put for another, and other numbers: two members of a list, not one said twice.
    member = len(changes) == 1 and changes[0][0] == "replace" and other.numbers != one.numbers
    return not member


def _list(figures: tuple[str, ...]) -> str:
    return "、".join(figures) or "没有数字"
