"""What samples have in common, as one structure with its variants."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from drafter.model.learned import LearnedList, LearnedSection, LearnedVariant
from drafter.model.seen import Seen
from drafter.text.headings import MOST_LEVELS, number
from drafter.text.learning.likeness import likeness
from drafter.text.learning.naming import as_heading, topics_of, usual
from drafter.text.shortcomings import gives_cause

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from drafter.model.learned import Sample, Sighting
    from drafter.text.learning.alignment import Item
    from drafter.text.learning.meanings import Meanings

#: Members of an item that are compared each with each.
_COMPARED = 12
_PARTS = ("不足", "安排")


@dataclass(slots=True)
class _Node:
    """A place in the tree that is being grown: its item, how deep it stands, and in which row."""

    item: Item
    depth: int
    row: list[_Node]
    children: list[_Node] = field(default_factory=list)


@dataclass(slots=True)
class Grown:
    """What all variants are made with.

    Attributes:
        samples: all of them.
        homes: for each sample the item of each section.
        names: of the items, by identity.
        known: what topics sound like.
        figures: by item, the ids that most of its samples tell.
    """

    samples: Sequence[Sample]
    homes: Sequence[Mapping[int, Item]]
    names: Mapping[int, str]
    known: Meanings
    figures: Mapping[int, tuple[str, ...]]


def variant(name: str, group: tuple[int, ...], made: Grown) -> LearnedVariant:
    """One structure: the tree of the sample that has most in common, the others' put in."""
    order = sorted(group, key=lambda at: (-_common(at, group, made), at))
    roots: list[_Node] = []
    nodes: dict[int, _Node] = {}
    for at in order:
        _put_in(at, roots, nodes, made)
    run_in = _run_in(group, made)
    return LearnedVariant(
        name=name,
        samples=group,
        run_in=tuple(sorted(run_in)),
        lists=tuple((part, _list(part, group, made)) for part in _PARTS),
        sections=tuple(_sections(roots, group, run_in, 1, made)),
    )


def _common(at: int, group: tuple[int, ...], made: Grown) -> int:
    """How often sections of a sample stand in the others of its group."""
    return sum(len(item.members.keys() & set(group)) - 1 for item in made.homes[at].values())


def _put_in(at: int, roots: list[_Node], nodes: dict[int, _Node], made: Grown) -> None:
    """A sample's sections that are not in the tree yet: each behind its neighbour in the sample."""
    before: dict[int, _Node] = {}
    for section in made.samples[at].sections:
        if section.parts and section.parent >= 0:
            continue
        item = made.homes[at][section.place]
        if id(item) not in nodes:
            above = made.homes[at].get(section.parent)
            row, depth = _row(nodes[id(above)]) if above is not None else (roots, 1)
            nodes[id(item)] = node = _Node(item, depth, row)
            neighbour = before.get(section.parent)
            row.insert(row.index(neighbour) + 1 if neighbour in row else len(row), node)
        before[section.parent] = nodes[id(item)]


def _row(above: _Node) -> tuple[list[_Node], int]:
    """Where a section below another goes: beside it, where it stands too deep for more levels."""
    if above.depth >= MOST_LEVELS:
        return above.row, above.depth
    return above.children, above.depth + 1


def _sections(
    nodes: list[_Node], group: tuple[int, ...], run_in: set[int], level: int, made: Grown
) -> Iterator[LearnedSection]:
    for place, node in enumerate(nodes, 1):
        yield _section(node, group, run_in, (level, place), made)


def _section(
    node: _Node,
    group: tuple[int, ...],
    run_in: set[int],
    place: tuple[int, int],
    made: Grown,
) -> LearnedSection:
    item, (level, _) = node.item, place
    mine = [member for at, member in item.members.items() if at in group]
    every = [item.members[at] for at in sorted(item.members)]
    headings = usual(
        [as_heading(m.heading, made.samples[at]) for at, m in item.members.items() if at in group],
        made.known,
    )
    others = usual(
        [as_heading(m.heading, made.samples[at]) for at, m in item.members.items()], made.known
    )
    lengths = [member.length for member in every if member.length]
    told = sum(bool(member.text) for member in mine) * 2 > len(mine)
    runs = sum(member.run_in for member in mine) * 2 > len(mine)
    counted = mine[0].number == number(*place) or len(made.samples) > 1
    return LearnedSection(
        name=made.names[id(item)],
        heading=headings[0],
        seen=Seen(
            headings=tuple(one for one in others if one != headings[0]),
            count=len(every),
            of=len(made.samples),
            where=tuple(member.spot for member in every),
            length=(min(lengths), max(lengths)) if lengths else None,
            about=topics_of(every),
            figures=made.figures.get(id(item), ()),
            sure=_sure(item, made.known),
        ),
        number=None if counted else mine[0].number,
        run_in=runs if told and runs != (level in run_in) else None,
        parts=tuple(part for part in _PARTS if any(part in _words(m) for m in mine)),
        told=told,
        optional=len(mine) < len(group),
        children=tuple(_sections(node.children, group, run_in, level + 1, made)),
    )


def _sure(item: Item, known: Meanings) -> int | None:
    """How alike the members of an item are, on average."""
    scores = [likeness(a, b, known) for a, b in combinations(item.looks[:_COMPARED], 2)]
    return min(100, round(100 * sum(scores) / len(scores))) if scores else None


def _words(section: Sighting) -> set[str]:
    return {part.value for part in section.parts}


def _run_in(group: tuple[int, ...], made: Grown) -> set[int]:
    """Levels of which most headings with text run in."""
    told = Counter[int]()
    for at in group:
        for section in made.samples[at].sections:
            if section.text:
                told[section.level] += 1 if section.run_in else -1
    return {level for level, more in told.items() if more > 0}


def _list(part: str, group: tuple[int, ...], made: Grown) -> LearnedList:
    """How most samples write a part out."""
    layouts, runs, causes = Counter[str](), 0, 0
    for at in group:
        sections = made.samples[at].sections
        for chapter in (one for one in sections if one.parent < 0 and part in _words(one)):
            points = [one for one in sections if one.parent == chapter.place]
            fused = len(chapter.parts) > 1
            if points and not (fused and part == _PARTS[0]):
                layouts["分节"] += 1
                runs += 1 if points[0].run_in else -1
            else:
                layouts["一是" if "一是" in chapter.text else "分号"] += 1
            whole = chapter.text + "".join(one.text for one in points)
            causes += 1 if gives_cause(whole) else -1
    layout = layouts.most_common(1)[0][0] if layouts else "分号"
    return LearnedList(layout, runs > 0, part == _PARTS[0] and causes > 0)
