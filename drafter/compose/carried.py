"""Last year's words: found, shown until a person confirms them, and counted."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from drafter.compose.ways import add_names, evened, named, names, walked
from drafter.model.report import LastWords, Paragraph, Piece, PieceKind, Report, Section, Sentence
from drafter.text.carried import core

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from drafter.compose.ways import Place
    from drafter.model.answers import Answers
    from drafter.model.kit import Kit, Node
    from drafter.model.spot import Spot

#: What 沿用 says when everything is confirmed, and what stands there for the opening.
ALL, LEAD = "全部", "导语"
#: The opening's: beside every section, within none.
_LEAD_PLACE = (-1,)


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
    """The report with its unconfirmed sentences of last year marked and their places listed.

    A name that several sections have confirms none of them, whichever holds words of last year:
    else rewriting the one would confirm the other.
    """
    given = frozenset(confirmed)
    everywhere = (section for chapter in report.sections for section in chapter.walk())
    told = chain(report.lead, *(section.paragraphs for section in everywhere))
    if ALL in given or not any(map(_is_last_years, told)):
        return report
    places: dict[str, list[Place]] = {evened(LEAD): [_LEAD_PLACE]} if report.lead else {}
    add_names(places, report.sections)
    meant = {name: named(name, places) for name in sorted(given)}
    settled = {found[0] for found in meant.values() if len(found) == 1}
    unclear = {name: found for name, found in meant.items() if len(found) > 1}
    lead = report.lead if _LEAD_PLACE in settled else tuple(map(_marked, report.lead))
    sections = tuple(_section(one, (at,), settled) for at, one in enumerate(report.sections))
    left = tuple(
        LastWords(
            next((name for name in called if named(name, places) == (place,)), ""),
            heading,
            spot,
            tuple(name for name, found in unclear.items() if _within(place, found)),
        )
        for place, called, heading, spot in _left(lead, sections)
    )
    return replace(report, lead=lead, sections=sections, carried=left)


def _left(
    lead: Iterable[Paragraph], sections: Iterable[Section]
) -> Iterator[tuple[Place, Iterable[str], str, Spot]]:
    """Every place of which words are marked: its names, heading, and where the first stand."""
    told: list[tuple[Place, Iterable[str], str, Iterable[Paragraph]]]
    told = [(_LEAD_PLACE, [LEAD], LEAD, lead)]
    told += [
        (place, names(way), way[-1].heading.text, way[-1].paragraphs)
        for place, way in walked(sections)
    ]
    for place, called, heading, paragraphs in told:
        sentences = (sentence for paragraph in paragraphs for sentence in paragraph.sentences)
        first = next((one for one in sentences if _is_marked(one)), None)
        if first is not None:
            yield place, called, heading, first.spot


def _within(place: Place, others: Iterable[Place]) -> bool:
    return any(place[: len(other)] == other for other in others)


def _own_text(nodes: tuple[Node, ...]) -> Iterator[str]:
    for node in nodes:
        yield from (pattern.source for pattern in node.paragraphs)
        yield from _own_text(node.children)


def _section(section: Section, place: Place, settled: Collection[Place]) -> Section:
    """A section, and all below it unless it is confirmed."""
    if place in settled:
        return section
    return replace(
        section,
        paragraphs=tuple(map(_marked, section.paragraphs)),
        children=tuple(
            _section(child, (*place, at), settled) for at, child in enumerate(section.children)
        ),
    )


def _marked(paragraph: Paragraph) -> Paragraph:
    return Paragraph(tuple(map(_sentence, paragraph.sentences)))


def _sentence(sentence: Sentence) -> Sentence:
    if not sentence.carried:
        return sentence
    return replace(sentence, pieces=tuple(map(_piece, sentence.pieces)))


def _piece(piece: Piece) -> Piece:
    return replace(piece, kind=PieceKind.CARRIED) if piece.kind is PieceKind.TEXT else piece


def _is_last_years(paragraph: Paragraph) -> bool:
    """Whether words of last year stand in it, confirmed or not."""
    return any(_is_marked(_sentence(sentence)) for sentence in paragraph.sentences)


def _is_marked(sentence: Sentence) -> bool:
    return any(piece.kind is PieceKind.CARRIED for piece in sentence.pieces)
