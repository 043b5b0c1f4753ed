"""A structure learned from sample reports. Pure: samples in, what they have in common out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from drafter.model.learned import Learned, LearnedTopic
from drafter.text.lazily import lazily
from drafter.text.learning.alignment import aligned
from drafter.text.learning.consensus import Grown, variant
from drafter.text.learning.naming import as_heading, names, usual, with_slots
from drafter.text.learning.openings import closing, opening
from drafter.text.learning.sayings import brought_together
from drafter.text.learning.structures import structures

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from drafter.model.kit import Kit
    from drafter.model.learned import Figure, LearnedFigure, Sample
    from drafter.text.learning.alignment import Item
    from drafter.text.learning.meanings import Meanings

#: The title where no sample has one.
_TITLE = "{{单位}}{{年度}}年法治政府建设年度报告"
_OTHER_TITLE = "{{单位}}{{年度}}年工作报告"

_LAW = lazily(r"法治政府|法治建设|依法行政")


def learn(samples: Sequence[Sample], kit: Kit, known: Meanings) -> Learned:
    """What reports have in common.

    Args:
        samples: at least one.
        kit: the catalogue.
        known: what its topics sound like.
    """
    known = known.among([one.topics for sample in samples for one in sample.sections])
    items = aligned(samples, known)
    homes = [
        {item.members[at].place: item for item in items if at in item.members}
        for at in range(len(samples))
    ]
    ordered = list({id(i): i for home in homes for _, i in sorted(home.items())}.values())
    called = names(ordered, kit.topics)
    told = [
        [one for s in sample.sections if not s.parts for one in s.figures] for sample in samples
    ]
    figures, ids = brought_together(told, kit.indicators)
    by_item = _by_item(figures, ids, ordered)
    made = Grown(samples, homes, called, known, _usual_figures(by_item, ordered))
    return Learned(
        samples=tuple(samples),
        title=_title(samples),
        lead=opening(samples, kit.phrases),
        closing=closing(samples),
        signed=tuple(sample.signed for sample in samples if sample.signed),
        variants=tuple(variant(name, group, made) for name, group in structures(samples, homes)),
        topics=tuple(
            LearnedTopic(
                called[id(item)], _headings(item, samples, known), _kept(by_item[id(item)], samples)
            )
            for item in ordered
            if any(member.text for member in item.members.values()) and not _part(item)
        ),
        unknown=tuple(
            sorted((f for f in figures.values() if not f.mapped), key=lambda one: -one.count)
        ),
        other_kind=not any(_on_law(sample) for sample in samples),
    )


def _on_law(sample: Sample) -> bool:
    """Whether title or headings speak of what a 法治政府建设年度报告 is about."""
    return any(
        _LAW.search(words) for words in (sample.title, *(s.heading for s in sample.sections))
    )


def _part(item: Item) -> bool:
    return any(member.parts for member in item.members.values())


def _headings(item: Item, samples: Sequence[Sample], known: Meanings) -> tuple[str, ...]:
    told = [as_heading(one.heading, samples[at]) for at, one in item.members.items()]
    return usual(told, known)


def _by_item(
    figures: Mapping[str, LearnedFigure], ids: Mapping[Figure, str], items: Sequence[Item]
) -> dict[int, tuple[LearnedFigure, ...]]:
    """Each figure at the item where most samples tell it; the first of equals."""
    homes: dict[str, Counter[int]] = {}
    for item in items:
        for member in item.members.values():
            for figure in member.figures if not member.parts else ():
                homes.setdefault(ids[figure], Counter())[id(item)] += 1
    found: dict[int, list[LearnedFigure]] = {id(item): [] for item in items}
    for id_, count in homes.items():
        found[count.most_common(1)[0][0]].append(figures[id_])
    return {key: tuple(row) for key, row in found.items()}


def _usual_figures(
    by_item: Mapping[int, tuple[LearnedFigure, ...]], items: Sequence[Item]
) -> dict[int, tuple[str, ...]]:
    """By item the figures that at least half of its samples give, if there are two."""
    return {
        id(item): tuple(
            figure.id
            for figure in by_item[id(item)]
            if figure.count > 1 and 2 * figure.count >= len(item.members)
        )
        for item in items
    }


def _kept(figures: Sequence[LearnedFigure], samples: Sequence[Sample]) -> tuple[LearnedFigure, ...]:
    """Of several samples what the catalogue does not know counts only when two of them give it."""
    return tuple(one for one in figures if one.mapped or len(samples) == 1 or one.count > 1)


def _title(samples: Sequence[Sample]) -> str:
    told = Counter(
        with_slots(sample.title, sample.year, sample.issuer) for sample in samples if sample.title
    )
    if told:
        return told.most_common(1)[0][0]
    return _TITLE if any(_on_law(sample) for sample in samples) else _OTHER_TITLE
