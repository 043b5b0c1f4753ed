"""Last year's words: found, shown until a person confirms them, and counted."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from drafter.model.report import Paragraph, Piece, PieceKind, Report, Section, Sentence
from drafter.text.carried import core

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.model.answers import Answers
    from drafter.model.kit import Kit, Node

#: What 沿用 says when everything is confirmed, and what stands there for the opening.
ALL, LEAD = "全部", "导语"


def phrases(kit: Kit) -> tuple[str, ...]:
    """Every form of every set phrase."""
    return tuple(form.text for phrase in kit.phrases.values() for form in phrase.forms if form.text)


def last_words(last: Answers, kit: Kit) -> frozenset[str]:
    """The cores of what the office wrote itself last year."""
    points = (*last.shortcomings, *last.plans)
    texts = [text.text for told in last.highlights.values() for text in told]
    texts += [t.text for point in points for t in (*point.texts, point.cause) if t is not None]
    texts += (last.lead.text if last.lead else "").split("\n")
    texts += (text.text for body in last.bodies.values() for text in body)
    texts += _own_text(last.tree)
    texts += (text for branch in last.branches.values() for text in _own_text(branch))
    known = phrases(kit)
    return frozenset(found for text in texts if (found := core(text, known)))


def shown(report: Report, confirmed: Iterable[str]) -> Report:
    """The report with its unconfirmed sentences of last year marked and their places listed."""
    names = frozenset(confirmed)
    everywhere = (section for chapter in report.sections for section in chapter.walk())
    told = chain(report.lead, *(section.paragraphs for section in everywhere))
    if ALL in names or not any(s.carried for paragraph in told for s in paragraph.sentences):
        return report
    lead = report.lead if LEAD in names else tuple(map(_marked, report.lead))
    sections = tuple(_section(section, names) for section in report.sections)
    places = [LEAD] if any(map(_is_carried, lead)) else []
    everywhere = (section for chapter in sections for section in chapter.walk())
    places += (s.heading.text for s in everywhere if any(map(_is_carried, s.paragraphs)))
    return replace(report, lead=lead, sections=sections, carried=tuple(places))


def _own_text(nodes: tuple[Node, ...]) -> Iterator[str]:
    for node in nodes:
        yield from (pattern.source for pattern in node.paragraphs)
        yield from _own_text(node.children)


def _section(section: Section, names: frozenset[str]) -> Section:
    """A section, and all below it unless it is confirmed by heading, number and heading, or 名."""
    heading = section.heading.text
    if names & {section.id, heading, section.number + heading}:
        return section
    return replace(
        section,
        paragraphs=tuple(map(_marked, section.paragraphs)),
        children=tuple(_section(child, names) for child in section.children),
    )


def _marked(paragraph: Paragraph) -> Paragraph:
    return Paragraph(tuple(map(_sentence, paragraph.sentences)))


def _sentence(sentence: Sentence) -> Sentence:
    if not sentence.carried:
        return sentence
    return replace(sentence, pieces=tuple(map(_piece, sentence.pieces)))


def _piece(piece: Piece) -> Piece:
    return replace(piece, kind=PieceKind.CARRIED) if piece.kind is PieceKind.TEXT else piece


def _is_carried(paragraph: Paragraph) -> bool:
    return any(piece.kind is PieceKind.CARRIED for piece in paragraph.pieces)
