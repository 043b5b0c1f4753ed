"""A report held against a structure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.record import record

if TYPE_CHECKING:
    from drafter.model.kit import Node, Profile
    from drafter.model.learned import Sighting


@record
class Expected:
    """A section of the structure.

    Attributes:
        node: as the profile has it.
        parent: the place of the one above among all of them; -1 for a chapter.
        level: its depth, 1 for a chapter.
        parts: 不足 and 安排, where it belongs to them.
    """

    node: Node
    parent: int
    level: int
    parts: frozenset[str]


@record
class Beside:
    """Which section of a report is which of a structure's.

    Attributes:
        profile: the structure.
        expected: its sections in printed order.
        sections: the report's in printed order.
        homes: for each of the report's the place of the expected one; None = it is like none.
        scores: for each of the report's how alike it is to each expected one.
        nearest: for each expected one how alike the nearest of the report's is.
        enough: from which likeness on a section counts as the expected one.
    """

    profile: Profile
    expected: tuple[Expected, ...]
    sections: tuple[Sighting, ...]
    homes: tuple[int | None, ...]
    scores: tuple[tuple[float, ...], ...]
    nearest: tuple[float, ...]
    enough: float

    @property
    def fit(self) -> float:
        """How well the report fits: the likeness of its chapters, and of those expected.

        Between 0 and 1; chapters alone, for they are what tells broad structures apart.
        """
        mine = [
            max(row)
            for row, one in zip(self.scores, self.sections, strict=True)
            if one.parent < 0 and row
        ]
        theirs = [
            near
            for near, one in zip(self.nearest, self.expected, strict=True)
            if one.parent < 0 and not one.node.optional
        ]
        both = [*mine, *theirs]
        return sum(both) / len(both) if both else 0.0

    def best(self, at: int) -> Sighting | None:
        """The report's section that is the expected one; None when none is placed there."""
        there = [place for place, home in enumerate(self.homes) if home == at]
        best = max(there, key=lambda place: self.scores[place][at], default=None)
        return self.sections[best] if best is not None else None
