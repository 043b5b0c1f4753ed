"""A report beside a structure: which of its sections is which of the structure's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.beside import Beside, Expected
from drafter.model.kit import Part
from drafter.text.learning.likeness import Look, likeness, look
from drafter.text.learning.meanings import DUTY
from drafter.text.learning.sightings import role_of, sample

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.kit import Node, Profile
    from drafter.model.proof import Proof
    from drafter.text.learning.meanings import Meanings

#: A section is placed from here on; below it the structure knows nothing like it.
PLACED = 0.24
#: What standing under the same heading adds.
_SAME_PARENT = 0.08
#: What the topics of the sections below say of a section.
_BELOW = 0.6


def beside(proof: Proof, profile: Profile, known: Meanings) -> Beside:
    """A report's sections placed among those of a profile, learned or written by hand.

    Args:
        proof: the report's text.
        profile: the structure.
        known: what the catalogue's topics sound like.
    """
    expected = tuple(_expected(profile.nodes, -1, 1, frozenset(), []))
    looks = [_look(one, profile) for one in expected]
    known = known.among([one.topics for one in looks])
    sections = sample(proof, known).sections
    scores: list[list[float]] = []
    homes: list[int | None] = []
    for one in sections:
        above = homes[one.parent] if one.parent >= 0 else None
        row = [likeness(look(one), other, known) for other in looks]
        if above is not None:
            row = [
                score + (_SAME_PARENT if score and expected[at].parent == above else 0.0)
                for at, score in enumerate(row)
            ]
        best = max(range(len(looks)), key=row.__getitem__, default=None)
        homes.append(best if best is not None and row[best] >= PLACED else None)
        scores.append(row)
    return Beside(
        profile=profile,
        expected=expected,
        sections=sections,
        homes=tuple(homes),
        scores=tuple(tuple(row) for row in scores),
        nearest=tuple(max((row[at] for row in scores), default=0.0) for at in range(len(looks))),
        enough=PLACED,
    )


def _expected(
    nodes: tuple[Node, ...], parent: int, level: int, parts: frozenset[str], made: list[Expected]
) -> Iterator[Expected]:
    for node in nodes:
        own = parts or frozenset(part.value for part in node.parts)
        one = Expected(node, parent, level, own)
        place = len(made)
        made.append(one)
        yield one
        yield from _expected(node.children, place, level + 1, own, made)


def _look(one: Expected, profile: Profile) -> Look:
    """A structure's section as a report's sections see it."""
    node, seen = one.node, one.node.seen
    heading = _words(node, profile)
    headings = (heading, *(_plain(text) for text in (seen.headings if seen else ())))
    topics = (
        tuple((id_, share / 100) for id_, share in seen.about)
        if seen
        else tuple(_topics(node, 1.0).items())
    )
    role = role_of(heading, frozenset(Part(part) for part in one.parts), bool(node.children))
    return Look(
        headings=headings,
        topics=topics,
        text=None,
        figures=frozenset(seen.figures if seen else ()),
        role=(role if role != DUTY or not node.topics else "") if one.parent < 0 else "",
        parts=one.parts,
        group=bool(node.children),
        level=one.level,
    )


def _topics(node: Node, weight: float) -> dict[str, float]:
    """The topics of a section that a person has written; those below it weigh less."""
    told = {id_: weight / len(node.topics) for id_ in node.topics}
    for child in node.children:
        for id_, share in _topics(child, _BELOW * weight / len(node.children)).items():
            told[id_] = told.get(id_, 0.0) + share
    return told


def _words(node: Node, profile: Profile) -> str:
    """The heading's words without its slots."""
    if node.heading is None:
        topic = profile.topics.get(node.topics[0]) if node.topics else None
        return _plain(topic.heading.source) if topic else (node.topics[0] if node.topics else "")
    return _plain(node.heading.source)


def _plain(pattern: str) -> str:
    words, inside = "", False
    for part in pattern.replace("}}", "{{").split("{{"):
        words += "" if inside else part
        inside = not inside
    return words
