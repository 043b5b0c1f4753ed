"""What the rule asks of the report: its contents, and whom it goes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.compose.sentences import heading
from drafter.model.record import record
from drafter.model.report import Covered, PieceKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.compose.facts import Facts
    from drafter.model.kit import Content
    from drafter.model.report import Piece, Report, Section


def covered(contents: tuple[Content, ...], report: Report) -> tuple[Covered, ...]:
    """Where each prescribed content stands; a section that is all gap covers nothing."""
    told = [place for place in _places(report.sections, "") if _says_something(place.section)]
    found = []
    for content in contents:
        if content.rest:
            others = [other for other in contents if not other.rest]
            chapters = (place for place in told if place.section.level == 1)
            places = [p for p in chapters if not any(_claims(c, p) for c in others)]
        else:
            places = [place for place in told if _claims(content, place)]
            places += [p for p in told if _mentions(content, p) and not _claims(content, p)]
        names = tuple(place.number for place in places)
        found.append(Covered(content.name, names, content.optional))
    return tuple(found)


def delivery(facts: Facts) -> tuple[str, ...]:
    """Lines that say whom the report goes to, by when, and when it is made public."""
    found = facts.kit.deliveries.get(facts.answers.office.kind)
    if found is None:
        return ()
    lines = (
        ("报送", found.to),
        ("抄送", found.copy),
        ("期限", heading(found.deadline, facts).text),
        ("公开", heading(found.publication, facts).text),
    )
    return tuple(f"{name}：{text}" for name, text in lines if text)


@record
class _Place:
    """A section, as every content looks at it.

    Attributes:
        section: itself.
        number: with those above it (一（三）).
        listed: whether it tells 不足 or 安排.
        topics: told in it.
        parts: that stand in it.
        heading: its words.
        text: the words of its paragraphs, one a line.
    """

    section: Section
    number: str
    listed: bool
    topics: frozenset[str]
    parts: frozenset[str]
    heading: str
    text: str


def _places(sections: tuple[Section, ...], above: str, *, listed: bool = False) -> Iterator[_Place]:
    for section in sections:
        number = above + section.number.rstrip("、.")
        part = listed or bool(section.parts)
        yield _Place(
            section,
            number,
            part,
            frozenset(section.topics),
            frozenset(section.parts),
            section.heading.text,
            "\n".join([paragraph.text for paragraph in section.paragraphs]),
        )
        yield from _places(section.children, number, listed=part)


def _says_something(section: Section) -> bool:
    parts = section.parts
    if parts and any(piece.gap and piece.gap.id in parts for piece in _pieces(section)):
        return False
    told = any(
        piece.kind is not PieceKind.GAP and piece.text.strip("。；，") for piece in _pieces(section)
    )
    return told or any(_says_something(child) for child in section.children)


def _pieces(section: Section) -> Iterator[Piece]:
    """The pieces of a section's own paragraphs."""
    return (piece for paragraph in section.paragraphs for piece in paragraph.pieces)


def _claims(content: Content, place: _Place) -> bool:
    """Whether the section is there for the content."""
    return (
        not place.topics.isdisjoint(content.topics)
        or not place.parts.isdisjoint(content.parts)
        or any(word in place.heading for word in content.in_heading)
    )


def _mentions(content: Content, place: _Place) -> bool:
    """Whether the content is told in running text; next year's plans are no account of it."""
    if place.listed or not content.in_text:
        return False
    return any(word in place.text for word in content.in_text)
