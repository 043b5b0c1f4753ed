"""W303: two sentences that are almost the same."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from drafter.checks.rule import Fault, fault, text_rule
from drafter.checks.wording.fixed_phrases import fixed_phrases
from drafter.model.finding import Severity
from drafter.model.record import record
from drafter.text.alike import RATIO, masked, numbers
from drafter.text.lazily import lazily
from drafter.text.repeats import sentence_pieces, where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Reading
    from drafter.text.repeats import Piece

#: Shorter sentences are alike by chance; longer ones are no sentences.
_SHORTEST, _LONGEST = 25, 400
#: How many characters must belong to no set phrase, and how much these must be alike.
_OWN, _OWN_RATIO = 18, 0.75
_SHOWN = 14
_PIECE = 4
_NEAR = 5
_SHARED = 0.3  #: of the pieces end to end; nearly the same sentences share far more
#: A piece is remembered for so many sentences, so that a long text takes no longer a sentence.
_POSTINGS = 20
_YEAR = lazily(r"(?:19|20)[0-9]{2}年")


@record
class _Sentence:
    """A sentence made ready.

    Attributes:
        piece: where it stands.
        mask: its words, a sign for each number.
    """

    piece: Piece
    mask: str

    @property
    def own(self) -> str:
        """Those of its words that belong to no set phrase."""
        return masked(self.piece.own)

    @property
    def years(self) -> tuple[str, ...]:
        """The years it names."""
        return tuple(_YEAR.findall(self._text))

    @property
    def numbers(self) -> tuple[str, ...]:
        """Its other numbers."""
        return numbers(self._text)

    @property
    def _text(self) -> str:
        return self.piece.passage.text[self.piece.start : self.piece.end]


@text_rule("W303", "near-copy", Severity.WARNING, requires=("W301", "W302"))
def near_copy(reading: Reading) -> Iterator[Fault]:
    """查什么：有没有两句话除了数字和个别字以外完全一样（25字以上，固定说法不算）。

    为什么：改了几个字又写一遍，读的人仍然觉得重复；数字不一样的，两处就成了矛盾。
    例：前面写“排查矛盾纠纷120件……”，后面几乎同样的一句写成了“排查矛盾纠纷102件……”。
    怎么改：合成一句；数字不一样的，先核对哪一个对。
    """
    earlier = _Earlier()
    for one in _sentences(reading):
        before = next((other for other in earlier.like(one) if _same(other, one)), None)
        earlier.add(one)
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
        if piece.end - piece.start < _SHORTEST:
            continue
        words = piece.words
        mask = masked(words)
        if words not in seen and _SHORTEST <= len(mask) <= _LONGEST:
            seen.add(words)
            yield _Sentence(piece, mask)


class _Earlier:
    """The sentences so far, found by pieces that they share with another one.

    Of two sentences that are nearly the same at least one of many pieces laid end to end in the
    one stands unchanged in the other.
    """

    def __init__(self) -> None:
        self._sentences: list[_Sentence] = []
        self._places: dict[str, list[int]] = {}

    def add(self, one: _Sentence) -> None:
        """Remember a sentence."""
        for at in range(0, len(one.mask) - _PIECE + 1, _PIECE):
            places = self._places.setdefault(one.mask[at : at + _PIECE], [])
            if len(places) < _POSTINGS:
                places.append(len(self._sentences))
        self._sentences.append(one)

    def like(self, one: _Sentence) -> Iterator[_Sentence]:
        """The few that share most with a sentence, in the order of the text."""
        shared: Counter[int] = Counter()
        for at in range(len(one.mask) - _PIECE + 1):
            places = self._places.get(one.mask[at : at + _PIECE])
            if places:
                shared.update(places)
        enough = max(len(one.mask) // _PIECE * _SHARED, 1)
        near = sorted(place for place, n in shared.most_common(_NEAR) if n >= enough)
        return (self._sentences[place] for place in near)


def _same(other: _Sentence, one: _Sentence) -> bool:
    if 2 * min(len(other.mask), len(one.mask)) < RATIO * (len(other.mask) + len(one.mask)):
        return False
    if other.years != one.years:
        return False
    matcher = SequenceMatcher(None, other.mask, one.mask, autojunk=False)
    if matcher.quick_ratio() < RATIO or matcher.ratio() < RATIO:
        return False
    if min(len(other.own), len(one.own)) < _OWN:
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
