"""A report's sections placed among the sections of a learned structure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.text.learning.likeness import likeness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.text.learning.likeness import Look
    from drafter.text.learning.meanings import Meanings, Weights

#: A section is placed from here on; below it the structure knows nothing like it.
PLACED = 0.24


def ranked(topics: Sequence[str]) -> Weights:
    """Topics in order of weight, where only the order is known."""
    return tuple((id_, 1 / place) for place, id_ in enumerate(topics, 1))


def placed(sections: Sequence[Look], known: Sequence[Look], words: Meanings) -> list[int | None]:
    """For each section the place of the learned one that it is most like; None = like none.

    Several sections may be placed at the same one: one report parts what another tells together.
    """
    found: list[int | None] = []
    for section in sections:
        scores = [likeness(section, other, words) for other in known]
        best = max(range(len(known)), key=lambda at: scores[at], default=None)
        found.append(best if best is not None and scores[best] >= PLACED else None)
    return found
