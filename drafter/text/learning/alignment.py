"""The sections of several reports brought together: each item holds what means the same.

Reports are taken one after another, the one with most sections first. A report's chapters are
matched first, then what stands below them; the likeliest pairs first, no section twice. What stands
under the same item and in about the same place is a little likelier, so that order counts without
forbidding a move. A section that is like nothing becomes an item of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafter.text.learning.likeness import likeness, look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.model.learned import Sample, Sighting
    from drafter.text.learning.likeness import Look
    from drafter.text.learning.meanings import Meanings

#: Two sections are the same from here on.
ENOUGH = 0.36
_SAME_PARENT, _SAME_PLACE = 0.08, 0.05


@dataclass(slots=True)
class Item:
    """Sections of several samples that mean the same; at most one of each.

    Attributes:
        members: by sample, its section.
        looks: of the members.
    """

    members: dict[int, Sighting] = field(default_factory=dict)
    looks: list[Look] = field(default_factory=list)

    def add(self, sample: int, section: Sighting) -> None:
        """Take a section in."""
        self.members[sample] = section
        self.looks.append(look(section))


def aligned(samples: Sequence[Sample], known: Meanings) -> list[Item]:
    """The items of all samples, in no order that matters."""
    items: list[Item] = []
    order = sorted(range(len(samples)), key=lambda at: -len(samples[at].sections))
    for at in order:
        _take_in(at, samples, items, known)
    return items


def _take_in(at: int, samples: Sequence[Sample], items: list[Item], known: Meanings) -> None:
    sections = samples[at].sections
    homes: dict[int, Item] = {}
    earlier = list(items)
    for level in sorted({section.level for section in sections}):
        rows = [section for section in sections if section.level == level]
        found = sorted(
            (
                (-_score(at, section, item, homes, samples, known), section.place, number)
                for section in rows
                for number, item in enumerate(earlier)
            )
        )
        for minus, place, number in found:
            item = earlier[number]
            if -minus < ENOUGH or place in homes or at in item.members:
                continue
            item.add(at, sections[place])
            homes[place] = item
        for section in rows:
            if section.place not in homes:
                item = Item()
                item.add(at, section)
                items.append(item)
                homes[section.place] = item


def _score(
    at: int,
    section: Sighting,
    item: Item,
    homes: dict[int, Item],
    samples: Sequence[Sample],
    known: Meanings,
) -> float:
    """How alike a section is to the members of an item, on average, with what place adds."""
    mine = look(section)
    scores = [likeness(mine, one, known) for one in item.looks]
    score = sum(scores) / len(scores)
    if score == 0.0:
        return 0.0
    parent = homes.get(section.parent)
    same = [
        member
        for other, member in item.members.items()
        if _above(other, member, samples) is (parent.members.get(other) if parent else None)
    ]
    score += _SAME_PARENT * len(same) / len(item.members)
    return score + _SAME_PLACE * (1 - _distance(section, item, samples, len(samples[at].sections)))


def _above(sample: int, section: Sighting, samples: Sequence[Sample]) -> Sighting | None:
    return samples[sample].sections[section.parent] if section.parent >= 0 else None


def _distance(section: Sighting, item: Item, samples: Sequence[Sample], count: int) -> float:
    """How far apart the places are, as a share of the whole, on average."""
    mine = section.place / count
    gaps = [
        abs(mine - member.place / len(samples[other].sections))
        for other, member in item.members.items()
    ]
    return sum(gaps) / len(gaps)
