"""Where a report uses its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.figure_row import Place
from drafter.model.report import PieceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.model.report import Piece, Report, Section

_FIGURES = {PieceKind.FIGURE, PieceKind.COMPUTED, PieceKind.GAP}
_TITLE, _LEAD, _FRONT = "标题", "导语", "标题和导语"


def figure_places(report: Report) -> dict[str, tuple[Place, ...]]:
    """The sections that use each figure, by id; each section once.

    Ids stand in the order in which the text prints them; those of which it prints only what was
    worked out from them come where that stands.
    """
    found: dict[str, dict[str, Place]] = {}
    for (section, number, chapter), pieces in _texts(report):
        for piece in pieces:
            if piece.kind not in _FIGURES:
                continue
            for at, id_ in enumerate(piece.figures):
                # A computed number prints the first of its figures; words for 无 print all.
                printed = at == 0 or piece.kind is not PieceKind.COMPUTED
                place = found.setdefault(id_, {}).get(section)
                if place is None or (printed and not place.printed):
                    found[id_][section] = Place(section, number, chapter, printed)
    return {id_: tuple(places.values()) for id_, places in found.items()}


def _texts(report: Report) -> Iterator[tuple[tuple[str, str, str], Iterable[Piece]]]:
    """Each text with its section, the section's number, and its chapter."""
    yield (_TITLE, _TITLE, _FRONT), report.title.pieces
    yield (_LEAD, _LEAD, _FRONT), [piece for p in report.lead for piece in p.pieces]
    for section in report.sections:
        yield from _sections(section, "", section.number + section.heading.text)


def _sections(
    section: Section, above: str, chapter: str
) -> Iterator[tuple[tuple[str, str, str], Iterable[Piece]]]:
    number = above + section.number.rstrip("、.")
    name = above + section.number + section.heading.text
    own = [piece for paragraph in section.paragraphs for piece in paragraph.pieces]
    yield (name, number or section.heading.text, chapter), [*section.heading.pieces, *own]
    for child in section.children:
        yield from _sections(child, number, chapter)
