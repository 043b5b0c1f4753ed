"""The outline: as a tree of lines for people, as plain values for machines."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.model.report import PieceKind
from drafter.text.widths import typeset
from drafter.writers.tallies import section_total, total

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.report import Gap, Piece, Report, Section


class Role(StrEnum):
    """What a part of a line is, so that a terminal can colour it."""

    TREE = "tree"
    HEADING = "heading"
    COUNT = "count"
    FIGURE = "figure"
    GAP = "gap"


#: A line: parts in order, each with its role.
Line = tuple[tuple[str, Role], ...]


def outline_json(report: Report) -> dict[str, object]:
    """The outline as `outline --json` prints it.

    A section's characters count its heading and all below it; its figures and gaps are those of
    its own heading and paragraphs.
    """
    return {
        "title": report.title.text,
        "year": report.year,
        "profile": report.profile,
        "sections": [_section_json(section) for section in report.sections],
        "gaps": [gap.id for gap in report.gaps],
        "characters": total(report),
    }


def outline_lines(report: Report, width: int) -> Iterator[Line]:
    """The outline as a tree.

    Args:
        report: the report.
        width: columns of the terminal; long lists wrap within the tree.
    """
    used = {id_ for section in report.walk() for id_ in _tally(section)[0]}
    gaps = f"，待补充{len(report.gaps)}处" if report.gaps else "，没有待补充的内容"
    for part in typeset(report.title.text, width):
        yield ((part, Role.HEADING),)
    counts = f"结构：{report.profile}　约{total(report)}字，用到数据{len(used)}项{gaps}"
    for part in typeset(counts, width):
        yield ((part, Role.COUNT),)
    lead = [piece for paragraph in report.lead for piece in paragraph.pieces]
    for gap in _gaps(lead).values():
        yield from _gap_lines(gap, "│  ", width)
    for section in report.sections:
        yield from _section_lines(section, "", width, last=section is report.sections[-1])
    for gap in report.gaps:
        if gap.id == "成文日期":
            yield from _gap_lines(gap, "", width)
    for place in report.carried:
        told = f"沿用上年、还没有确认：{place.name or place.heading}"
        for part in typeset(told, width):
            yield ((part, Role.GAP),)
    yield from _duty_lines(report, width)


def _duty_lines(report: Report, width: int) -> Iterator[Line]:
    """The prescribed contents and where they stand; whom the report goes to."""
    if report.covered:
        yield (("应当写明的内容写在哪里：", Role.COUNT),)
    for place, content in enumerate(report.covered, 1):
        told = "、".join(content.places)
        missing = "没有单列（可以不写）" if content.optional else "没有写到"
        role = Role.TREE if told or content.optional else Role.GAP
        for part in typeset(f"{place}. {content.name}：{told or missing}", width):
            yield ((part, role),)
    for line in report.delivery:
        for part in typeset(line, width):
            yield ((part, Role.COUNT),)


def _section_json(section: Section) -> dict[str, object]:
    figures, gaps = _tally(section)
    return {
        "level": section.level,
        "number": section.number,
        "heading": section.heading.text,
        "run_in": section.run_in,
        "characters": section_total(section),
        "figures": list(figures),
        "gaps": list(gaps),
        "children": [_section_json(child) for child in section.children],
    }


def _tally(section: Section) -> tuple[dict[str, str], dict[str, Gap]]:
    """The figures and the gaps of a section itself, its children left out."""
    pieces = [*section.heading.pieces]
    pieces += [piece for paragraph in section.paragraphs for piece in paragraph.pieces]
    figures: dict[str, str] = {}
    for piece in pieces:
        if piece.kind in {PieceKind.FIGURE, PieceKind.COMPUTED}:
            figures.setdefault(piece.figures[0], piece.text)
            for id_ in piece.figures[1:]:
                figures.setdefault(id_, "")
    return figures, _gaps(pieces)


def _gaps(pieces: list[Piece]) -> dict[str, Gap]:
    return {piece.gap.id: piece.gap for piece in pieces if piece.gap is not None}


def _section_lines(section: Section, before: str, width: int, *, last: bool) -> Iterator[Line]:
    """A heading, what is used and missing under it, and the sections below."""
    branch, below = ("└─ ", "   ") if last else ("├─ ", "│  ")
    count = f"　{section_total(section)}字"
    heading = list(typeset(section.number + section.heading.text + count, width - len(before) - 3))
    for place, part in enumerate(heading):
        lead = before + (branch if place == 0 else below)
        at = part.rfind(count) if place == len(heading) - 1 else -1
        words, tail = (part[:at], part[at:]) if at >= 0 else (part, "")
        yield (lead, Role.TREE), (words, Role.HEADING), (tail, Role.COUNT)
    inner = before + below
    figures, gaps = _tally(section)
    bar = inner + ("│  " if section.children else "   ")
    if figures:
        told = "、".join(f"{id_} {text}".rstrip() for id_, text in figures.items())
        for part in typeset(f"数据{len(figures)}项：{told}", width - len(bar)):
            yield (bar, Role.TREE), (part, Role.FIGURE)
    for gap in gaps.values():
        yield from _gap_lines(gap, bar, width)
    for child in section.children:
        yield from _section_lines(child, inner, width, last=child is section.children[-1])


def _gap_lines(gap: Gap, before: str, width: int) -> Iterator[Line]:
    who = f"　由{gap.supplier}提供" if gap.supplier else ""
    prior = f"　上年{gap.prior}" if gap.prior else ""
    for part in typeset(f"待补充：{gap.label}{who}{prior}", width - len(before)):
        yield (before, Role.TREE), (part, Role.GAP)
