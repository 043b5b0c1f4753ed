"""Which figure a row of a returned slip is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from drafter.text.lazily import lazily
from drafter.text.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_MARKS = lazily(r"选填|[\W_]+")
_ENOUGH, _LEAD = 0.72, 0.08
_LONGEST = 200
_DOTS = str.maketrans("．。·、，,", "......")


@dataclass(slots=True)
class Register:
    """Names by which things are asked for.

    Attributes:
        wordings: each id with every wording of it.
    """

    wordings: Mapping[str, Iterable[str]]
    _by_words: dict[str, set[str]] = field(default_factory=dict)
    _known: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for id_, wordings in self.wordings.items():
            for words in wordings:
                if bare(words):
                    self._by_words.setdefault(bare(words), set()).add(id_)

    def by_id(self, id_: str) -> str:
        """The id as it is known; empty when it is none."""
        even = "".join(id_.split()).translate(_DOTS)
        return even if even in self.wordings else ""

    def by_words(self, words: str) -> str:
        """The id of exactly this wording, marks aside; empty when none or several have it."""
        found = self._by_words.get(bare(words), set())
        return next(iter(found)) if len(found) == 1 else ""

    def by_near_words(self, words: str) -> str:
        """The id whose wording is nearest, with a clear lead over every other; else empty."""
        wanted = bare(words)[:_LONGEST]
        if wanted not in self._known:
            self._known[wanted] = self._nearest(wanted)
        return self._known[wanted]

    def like(self, id_: str) -> str:
        """The id that a mistyped one is most like; empty when none is near."""
        return next(iter(nearest(id_, self.wordings)), "")

    def _nearest(self, wanted: str) -> str:
        scores: dict[str, float] = {}
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(wanted)
        for words, ids in self._by_words.items():
            matcher.set_seq1(words[:_LONGEST])
            if matcher.real_quick_ratio() < _ENOUGH - _LEAD:
                continue
            if matcher.quick_ratio() < _ENOUGH - _LEAD:
                continue
            score = matcher.ratio()
            for id_ in ids:
                scores[id_] = max(scores.get(id_, 0.0), score)
        ranked = sorted(scores, key=lambda id_: (-scores[id_], id_))
        if not ranked or scores[ranked[0]] < _ENOUGH:
            return ""
        second = scores[ranked[1]] if len(ranked) > 1 else 0.0
        return ranked[0] if scores[ranked[0]] - second >= _LEAD else ""


def bare(words: str) -> str:
    """Without marks and blanks, and without what the slip adds to a question."""
    return _MARKS.sub("", words)
