"""What learning sees in sample reports, and what it makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.record import record

if TYPE_CHECKING:
    from drafter.model.kit import Part
    from drafter.model.seen import Seen


@record
class Figure:
    """A figure told in a sample.

    Attributes:
        id: the catalogue's indicator, or a name made of the words around it.
        name: what it counts, for one that the catalogue does not know.
        unit: its base unit; empty for a bare number.
        before: its clause up to it.
        after: its clause behind it.
        sentence: the sentence that tells it.
        spot: file and line.
        mapped: whether it is the catalogue's.
    """

    id: str
    name: str
    unit: str
    before: str
    after: str
    sentence: str
    spot: str
    mapped: bool


@record
class Sighting:
    """A section of a sample.

    Attributes:
        place: among the sample's sections in printed order, from 0.
        parent: the place of the section above; -1 for a chapter.
        level: 1 to 4, as printed.
        number: as printed before the heading.
        heading: its words.
        run_in: whether its text runs in behind it.
        parts: whether it stands in the part on shortcomings or on plans.
        role: what a chapter stands for: 成效, 履职, 不足, 安排, 不足、安排; empty for a theme and
            for a section further down.
        text: what stands right below it.
        children: how many sections stand right below it.
        length: characters, sections below included.
        figures: told in `text`.
        topics: topics of the catalogue that it speaks for, each with its weight, likeliest first.
        spot: file and line.
        passage: the place of its heading among the proof's passages.
    """

    place: int
    parent: int
    level: int
    number: str
    heading: str
    run_in: bool
    parts: frozenset[Part]
    role: str
    text: str
    children: int
    length: int
    figures: tuple[Figure, ...]
    topics: tuple[tuple[str, float], ...]
    spot: str
    passage: int = 0


@record
class Sample:
    """A report as learning sees it.

    Attributes:
        path: as the user named it.
        title: joined to one line; empty when there is none.
        issuer: who reports; empty when not known.
        year: reported on; None when not known.
        sections: in printed order.
        lead: the paragraphs before the first heading, each with file and line.
        signed: file and line of the sign-off; empty when there is none.
    """

    path: str
    title: str
    issuer: str
    year: int | None
    sections: tuple[Sighting, ...]
    lead: tuple[tuple[str, str], ...]
    signed: str


@record
class LearnedFigure:
    """A figure that samples give.

    Attributes:
        id: the catalogue's indicator, or one of the profile's own.
        name: what it counts; for a catalogue's indicator its name there.
        unit: the usual unit; empty for a bare number.
        count: how many samples give it.
        where: file and line of each.
        before: the words that samples share in front of it; empty when they share none.
        after: likewise behind it.
        shared: how many samples share them; 0 when the pattern is made of the name.
        mapped: whether the catalogue knows it.
        sentences: what samples say, a sentence each; only of figures that it does not know.
    """

    id: str
    name: str
    unit: str
    count: int
    where: tuple[str, ...]
    before: str
    after: str
    shared: int
    mapped: bool
    sentences: tuple[str, ...]


@record
class LearnedTopic:
    """What is said under a learned section.

    Attributes:
        name: see `LearnedSection`.
        headings: its wordings, the usual one first.
        figures: told there, in order.
    """

    name: str
    headings: tuple[str, ...]
    figures: tuple[LearnedFigure, ...]


@record
class LearnedSection:
    """A section of a learned structure.

    Attributes:
        name: by which year files name it; the same in all variants.
        heading: the usual wording, a pattern.
        seen: what it was learned from; `headings` are the other wordings.
        number: of its own, where it is not counted; None = counted.
        run_in: where it differs from its level; None = as the level.
        parts: 不足 and 安排, where it holds them.
        told: whether text stands right below the heading.
        optional: whether samples of the variant do without it.
        children: sections below.
    """

    name: str
    heading: str
    seen: Seen
    number: str | None
    run_in: bool | None
    parts: tuple[str, ...]
    told: bool
    optional: bool
    children: tuple[LearnedSection, ...]


@record
class LearnedList:
    """How 不足 or 安排 is written out.

    Attributes:
        layout: 分号, 一是 or 分节.
        run_in: for 分节, whether heading and text share a paragraph.
        causes: whether causes are told.
    """

    layout: str
    run_in: bool
    causes: bool


@record
class LearnedVariant:
    """One of the broad structures.

    Attributes:
        name: in Chinese.
        samples: places of the samples that are built so.
        run_in: levels whose headings run in.
        lists: by part.
        sections: the tree.
    """

    name: str
    samples: tuple[int, ...]
    run_in: tuple[int, ...]
    lists: tuple[tuple[str, LearnedList], ...]
    sections: tuple[LearnedSection, ...]


@record
class Learned:
    """A structure learned from samples.

    Attributes:
        samples: what it was learned from.
        title: a pattern.
        lead: clauses of the opening sentence, patterns, each with file and line of the samples.
        closing: where samples end the lead with 如下：; empty when most do not.
        signed: file and line of the sign-offs.
        variants: the commonest first.
        topics: of all sections with text.
        unknown: figures that the catalogue does not know, those of most samples first.
        other_kind: whether they are no 法治政府建设年度报告.
    """

    samples: tuple[Sample, ...]
    title: str
    lead: tuple[tuple[str, tuple[str, ...]], ...]
    closing: tuple[str, ...]
    signed: tuple[str, ...]
    variants: tuple[LearnedVariant, ...]
    topics: tuple[LearnedTopic, ...]
    unknown: tuple[LearnedFigure, ...]
    other_kind: bool
