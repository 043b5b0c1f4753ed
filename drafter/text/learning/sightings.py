"""A report's sections as learning sees them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from drafter.model.learned import Figure, Sample, Sighting
from drafter.text.lazily import lazily
from drafter.text.learning.meanings import DUTY, speaks_for, with_below
from drafter.text.marks import characters
from drafter.text.proof_outline import lead, outline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from drafter.model.kit import Part
    from drafter.model.proof import Proof
    from drafter.model.spot import Spot
    from drafter.text.learning.meanings import Meanings
    from drafter.text.proof_outline import Branch

#: Chapters that hold everything that was done, and those on the first person responsible.
_DONE = lazily(
    r"举措|成效|工作开展|主要工作|(?:工作|落实|推进|开展|总体|基本)(?:完成|开展|落实)?情况"
)
_DUTY = lazily(r"第一责任人")


def sample(
    proof: Proof,
    known: Meanings,
    figures: Mapping[Spot, Sequence[Figure]] | None = None,
    signed: str = "",
) -> Sample:
    """A report as learning sees it.

    Args:
        proof: its text.
        known: what topics sound like.
        figures: by the place of a paragraph, what it tells; None = as the proof has recognised.
        signed: where the sign-off stands; empty when there is none.
    """
    seen = _Seen(known, figures)
    for root in outline(proof):
        seen.add(root, -1, duty=False)
    return Sample(
        path=proof.path,
        title=proof.title,
        issuer=proof.issuer,
        year=proof.year,
        sections=tuple(seen.sections),
        lead=tuple((passage.text, str(passage.spots[0][1])) for passage in lead(proof)),
        signed=signed,
    )


@dataclass(slots=True)
class _Seen:
    """The sections seen so far.

    Attributes:
        known: see `sample`.
        figures: see `sample`.
        sections: in printed order.
    """

    known: Meanings
    figures: Mapping[Spot, Sequence[Figure]] | None
    sections: list[Sighting] = field(default_factory=list)

    def add(self, branch: Branch, parent: int, *, duty: bool) -> Sighting:
        """A section and all below it."""
        place, heading = len(self.sections), branch.heading
        role = role_of(heading.heading, heading.parts, bool(branch.children)) if parent < 0 else ""
        duty = duty or role == DUTY
        told = tuple(_figures(branch, self.figures))
        ids = [one.id for one in told if one.mapped]
        topics = speaks_for(heading.heading, branch.own, ids, self.known, duty=duty)
        made = Sighting(
            place=place,
            parent=parent,
            level=heading.level,
            number=heading.number,
            heading=heading.heading,
            run_in=heading.run_in,
            parts=heading.parts,
            role=role,
            text=branch.own,
            children=len(branch.children),
            length=characters(branch.whole),
            figures=told,
            topics=topics,
            spot=str(heading.spots[0][1]),
            passage=heading.place,
        )
        self.sections.append(made)
        below = [self.add(child, place, duty=duty).topics for child in branch.children]
        if below:
            self.sections[place] = made = replace(made, topics=with_below(topics, below))
        return made


def role_of(heading: str, parts: frozenset[Part], group: bool) -> str:  # noqa: FBT001
    """What a chapter stands for, where it stands for more than a theme.

    Args:
        heading: its words.
        parts: whether it is about shortcomings or plans.
        group: whether sections stand below it.
    """
    if parts:
        return "、".join(sorted(part.value for part in parts))
    if _DUTY.search(heading):
        return DUTY
    return "成效" if _DONE.search(heading) and group else ""


def _figures(branch: Branch, figures: Mapping[Spot, Sequence[Figure]] | None) -> Iterator[Figure]:
    for passage in (branch.heading, *branch.paragraphs):
        if figures is not None:
            yield from figures.get(passage.spots[0][1], ())
            continue
        for told in passage.told:
            if told.id:
                spot = str(passage.spots[0][1])
                yield Figure(told.id, "", told.quantity.unit, "", "", "", spot, mapped=True)
