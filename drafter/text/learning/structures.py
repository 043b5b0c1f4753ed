"""The broad structures of samples: which chapters there are at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.text.learning.meanings import DUTY
from drafter.text.numerals import chinese

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from drafter.model.learned import Sample, Sighting
    from drafter.text.learning.alignment import Item

#: Reports without a chapter for all that was done are built alike when they share so many chapters.
_ALIKE = 0.5
DONE = "成效"
#: What a structure is called: with a chapter on all that was done, with one on the first person
#: responsible besides, with a chapter for each theme.
_NAMES = {(True, False): "成效总领", (True, True): "单列第一责任人"}
_THEMES = "主题分章"


def structures(
    samples: Sequence[Sample], homes: Sequence[Mapping[int, Item]]
) -> list[tuple[str, tuple[int, ...]]]:
    """The broad structures by name, each with its samples; the commonest first.

    Args:
        samples: the reports.
        homes: for each sample the item of each section.
    """
    groups: list[list[int]] = []
    for at in range(len(samples)):
        fitting = (group for group in groups if _alike(group[0], at, samples, homes))
        group = next(fitting, None)
        if group is None:
            groups.append([at])
        else:
            group.append(at)
    groups.sort(key=lambda group: -len(group))
    named: list[tuple[str, tuple[int, ...]]] = []
    for group in groups:
        name = _NAMES.get(_kind(samples[group[0]]), _THEMES)
        same = sum(other.startswith(name) for other, _ in named)
        named.append((f"{name}{chinese(same + 1)}" if same else name, tuple(group)))
    return named


def chapters(sample: Sample) -> tuple[Sighting, ...]:
    """The sections that stand under nothing."""
    return tuple(section for section in sample.sections if section.parent < 0)


def _kind(sample: Sample) -> tuple[bool, bool]:
    roles = {chapter.role for chapter in chapters(sample)}
    return DONE in roles, DONE in roles and DUTY in roles


def _alike(
    one: int, other: int, samples: Sequence[Sample], homes: Sequence[Mapping[int, Item]]
) -> bool:
    """Whether two reports are built alike."""
    if _kind(samples[one]) != _kind(samples[other]):
        return False
    if _kind(samples[one])[0]:
        return True
    mine, theirs = (
        {id(homes[at][chapter.place]) for chapter in chapters(samples[at])} for at in (one, other)
    )
    return 2 * len(mine & theirs) >= _ALIKE * (len(mine) + len(theirs))
