"""The names that a template asks by, and what stands behind those that an office chooses itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from drafter.model.report import PieceKind
from drafter.writers.blocks import paragraph_blocks, section_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from drafter.model.report import Piece, Report, Section
    from drafter.writers.blocks import Block

#: What figures are asked for by.
FIGURES = ("数", "上年数")

#: What sections are asked for by.
SECTIONS = "节"

#: What `loop` counts in a loop.
COUNTERS = ("index", "index0", "revindex", "revindex0", "first", "last", "length")

#: What `Report.names` holds.
OF_THE_REPORT = ("单位", "自称", "上级", "上年度", "下年度", "数据截至")

#: The section that stands for the opening paragraphs, which have no heading.
LEAD = "导语"


class Figure(str):
    """A figure as it is printed, and those whose ids go on where its own ends.

    True for a number only: 无, 不涉及 and what is missing are false.

    Attributes:
        own: whether an id ends here; else it is the first part of longer ids and empty.
        given: whether there is a number.
        parts: by the next part of the id.
    """

    __slots__ = ("given", "own", "parts")

    own: bool
    given: bool
    parts: dict[str, Figure]

    def __new__(cls, text: str = "", *, own: bool = False, given: bool = False) -> Self:
        """A figure without parts."""
        made = super().__new__(cls, text)
        made.own, made.given, made.parts = own, given, {}
        return made

    def __bool__(self) -> bool:
        """Whether there is a number."""
        return self.given


def figure_tree(pieces: Mapping[str, Piece | None]) -> Figure:
    """Figures by the parts of their ids: 数.热线.受理."""
    root = Figure()
    # Shorter ids first, so that none replaces the family which it leads.
    for id_ in sorted(pieces, key=lambda id_: id_.count(".")):
        *family, last = id_.split(".")
        owner = root
        for part in family:
            owner = owner.parts.setdefault(part, Figure())
        piece = pieces[id_]
        given = piece is not None and piece.kind in {PieceKind.FIGURE, PieceKind.COMPUTED}
        owner.parts[last] = Figure(piece.text if piece else "", own=True, given=given)
    return root


def sections_by_name(report: Report) -> dict[str, Section | None]:
    """Every name that a template can call a section by; None stands for the opening paragraphs.

    A section is called by its 名 in the profile or year file, its heading, the part that stands in
    it (不足, 安排), a topic told in it, or its number (一, 一（三）). Of two that are called the
    same the one that comes first in this order counts, then the one that is printed first.
    """
    called = [
        call for section, number in _places(report.sections, "") for call in _calls(section, number)
    ]
    found: dict[str, Section | None] = {}
    for _, name, section in sorted(called, key=lambda call: call[0]):
        found.setdefault(name, section)
    if report.lead:
        found.setdefault(LEAD, None)
    return found


def section_layout(report: Report, section: Section | None, *, gaps: bool) -> Iterator[Block]:
    """The blocks of a section, its heading first; of the opening paragraphs when it is None."""
    if section is None:
        return paragraph_blocks(report.lead, gaps=gaps)
    return section_blocks(section, gaps=gaps)


def _places(sections: tuple[Section, ...], above: str) -> Iterator[tuple[Section, str]]:
    """Every section with its number, those above it taken in."""
    for section in sections:
        number = above + section.number.rstrip("、.")
        yield section, number
        yield from _places(section.children, number)


def _calls(section: Section, number: str) -> Iterator[tuple[int, str, Section]]:
    """What a section is called, each name with its rank."""
    ranks = ((section.id,), (section.heading.text,), section.parts, section.topics, (number,))
    for rank, names in enumerate(ranks):
        for name in filter(None, names):
            yield rank, name, section
