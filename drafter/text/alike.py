"""Sentences recognised although their marks and numbers differ: 受理786件 and 受理466件 are one."""

from __future__ import annotations

from collections import Counter, deque
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: What stands for a number, and for a gap where one is still to come.
MASK = "＃"
#: Alike from here on. Below it two sentences of the genre may share nothing but set phrases.
RATIO = 0.9
#: Shorter sentences must be the same: one word of 11 characters is more than a tenth of them.
SHORTEST = 12
#: Longer ones too: they are no sentences, and comparing takes the square of their length.
_LONGEST = 1000
_EVEN = str.maketrans("０１２３４５６７８９．％,;:!?()\"'“‘", "0123456789.%，；：！？（）”’”’")
_GROUPS = lazily(r"(?<=[0-9])[,，](?=[0-9]{3}(?![0-9]))")
_BLANKS = lazily(r"\s+")
_GAP = lazily(r"【待补充：[^】]*】")
_NUMBER = lazily(r"(?:19|20)[0-9]{2}(?=年)|[0-9]+(?:\.[0-9]+)?(?:[余多]?[万亿])?")
_YEAR = lazily(r"(?:19|20)[0-9]{2}$")
_LISTED = lazily(r"^(?:第?[一二三四五六七八九十]{1,3}[是、]|（[一二三四五六七八九十0-9]{1,3}）)")
_SENTENCE = lazily(r"[^。！？；!?;]*[。！？；!?;]+[”’）》】」』\"')]*|[^。！？；!?;]+$")
_POSTINGS, _RAREST, _CLOSEST = 20, 16, 3


def even(text: str) -> str:
    """Without blanks and thousands separators, every mark in its full-width form."""
    return _GROUPS.sub("", _BLANKS.sub("", text).translate(_EVEN))


def masked(text: str) -> str:
    """Evened out, each number and each gap as one sign, 一是 in front and the last mark off."""
    plain = _LISTED.sub("", _GAP.sub(MASK, even(text)))
    return _NUMBER.sub(MASK, plain).rstrip("。；！？")


def numbers(text: str) -> tuple[str, ...]:
    """Its numbers in order, years left out; a gap counts as an empty one."""
    found = _NUMBER.findall(_GAP.sub(MASK, even(text)))
    gaps = len(_GAP.findall(text))
    return (*(number for number in found if not _YEAR.match(number)), *([""] * gaps))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends; the members of a list parted by ； count as such."""
    for match in _SENTENCE.finditer(text):
        if match.group().strip():
            yield match.start(), match.end()


class Nearest:
    """Texts found by the rarest of the pieces they share with another one.

    A piece is remembered for its first 20 texts only, so that looking up takes as long in a long
    list as in a short one.
    """

    def __init__(self, texts: Sequence[str], size: int) -> None:
        self._size = size
        self._places: dict[str, list[int]] = {}
        for place, text in enumerate(texts):
            for piece in dict.fromkeys(self._pieces(text)):
                places = self._places.setdefault(piece, [])
                if len(places) < _POSTINGS:
                    places.append(place)

    def candidates(self, text: str, most: int = _CLOSEST) -> list[int]:
        """The places of the texts that share most with this one, the likeliest first."""
        known = [piece for piece in dict.fromkeys(self._pieces(text)) if piece in self._places]
        rarest = sorted(known, key=lambda piece: len(self._places[piece]))[:_RAREST]
        shared = Counter(place for piece in rarest for place in self._places[piece])
        return [place for place, _ in shared.most_common(most)]

    def _pieces(self, text: str) -> Iterator[str]:
        return (text[at : at + self._size] for at in range(len(text) - self._size + 1))


def paired(last: Sequence[str], this: Sequence[str]) -> list[int | None]:
    """For each of this year's texts the place of last year's that is the same, numbers aside.

    The same text several times over is paired in order; None where there is none like it.
    """
    masks = [masked(text) for text in last]
    same: dict[str, deque[int]] = {}
    for place, mask in enumerate(masks):
        same.setdefault(mask, deque()).append(place)
    near = Nearest([mask if len(mask) <= _LONGEST else "" for mask in masks], 3)
    pairs: list[int | None] = []
    for text in this:
        mask = masked(text)
        places = same.get(mask)
        if places:
            pairs.append(places.popleft() if len(places) > 1 else places[0])
        else:
            pairs.append(_closest(mask, masks, near))
    return pairs


def _closest(mask: str, masks: Sequence[str], near: Nearest) -> int | None:
    if not SHORTEST <= len(mask) <= _LONGEST:
        return None
    best: tuple[float, int | None] = (0.0, None)
    for place in near.candidates(mask):
        other = masks[place]
        if 2 * min(len(mask), len(other)) < RATIO * (len(mask) + len(other)):
            continue
        ratio = SequenceMatcher(None, other, mask, autojunk=False).ratio()
        if ratio > best[0]:
            best = (ratio, place)
    return best[1] if best[0] >= RATIO else None
