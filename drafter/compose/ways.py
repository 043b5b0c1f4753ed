"""What a section can be called from elsewhere: by its heading, or by the way that leads to it."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from drafter.model.report import Section

#: Where a section stands: (0, 2) is the third in the first chapter.
Place = tuple[int, ...]


def walked(sections: Iterable[Section]) -> Iterator[tuple[Place, tuple[Section, ...]]]:
    """Every section's place, with the way to it: the sections that it lies in and itself."""
    for at, section in enumerate(sections):
        yield (at,), (section,)
        for place, way in walked(section.children):
            yield (at, *place), (section, *way)


def names(way: tuple[Section, ...]) -> Iterator[str]:
    """What the last section of a way may be called by headings, the plainest first.

    优化营商环境, 安排/优化营商环境, then the same with numbers.
    """
    ends = [way[at:] for at in range(len(way) - 1, -1, -1)]
    yield from ("/".join(one.heading.text for one in end) for end in ends)
    for end in ends:
        labels = ((one.heading.text, one.number + one.heading.text) for one in end)
        yield from ("/".join(words) for words in product(*labels))


def add_names(places: dict[str, list[Place]], sections: Iterable[Section]) -> None:
    """Put every name of every section, `evened`, to where it leads; 名 where it is no heading."""
    every = tuple(walked(sections))
    for place, way in every:
        for name in names(way):
            places.setdefault(evened(name), []).append(place)
    ids: dict[str, list[Place]] = {}
    for place, way in every:
        if way[-1].id:
            ids.setdefault(evened(way[-1].id), []).append(place)
    for id_, found in ids.items():
        places.setdefault(id_, found)


def named(name: str, places: Mapping[str, Iterable[Place]]) -> tuple[Place, ...]:
    """The places that a name may mean; of sections within each other only the outermost.

    Args:
        name: as a person writes it.
        places: by every name that a section has, as `evened`.
    """
    found = tuple(dict.fromkeys(places.get(evened(name), ())))
    return tuple(
        one for one in found if not any(one[: len(other)] == other != one for other in found)
    )


def evened(name: str) -> str:
    """A name without what does not tell it from another: blanks, the width of the stroke."""
    return "".join(name.split()).replace("／", "/")
