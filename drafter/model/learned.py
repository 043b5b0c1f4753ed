"""What learning sees in sample reports, and what it makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.record import record

if TYPE_CHECKING:
    from drafter.model.kit import Part


@record
class Seen:
    """What a learned section was learned from: on a node of a profile.

    Attributes:
        headings: its other wordings.
        count: how many samples have it.
        of: how many samples there were.
        where: file and line of each.
        length: the fewest and the most characters it had; None when it is not told.
        about: topics of the catalogue that it speaks for, the likeliest first.
        figures: ids of the figures that most of the samples give there.
    """

    headings: tuple[str, ...]
    count: int
    of: int
    where: tuple[str, ...]
    length: tuple[int, int] | None
    about: tuple[str, ...]
    figures: tuple[str, ...]


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
