"""What a Word template can ask for, and the values for one report."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from drafter.model.report import PieceKind
from drafter.writers.blocks import HEADINGS, Style, joined
from drafter.writers.word.figure_rows import figure_rows
from drafter.writers.word.named import (
    OF_THE_REPORT,
    figure_tree,
    section_layout,
    sections_by_name,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from drafter.model.report import Piece, Report
    from drafter.writers.blocks import Block

_IN_BODY = frozenset({*HEADINGS, Style.BODY, Style.RUN_IN})


def build(
    report: Report,
    layout: Sequence[Block],
    asked: Container[str] | None = None,
    *,
    gaps: bool = True,
) -> dict[str, object]:
    """The values for a template, by the names in `NAMES`; `meanings` says what each is.

    A piece that says what is missing gets the character style 待补充 and a comment in any case, in
    a template with `段.文` too.

    Args:
        report: what is printed.
        layout: its blocks.
        asked: the names that the template asks for; None = any. The others are not there.
        gaps: as for `layout`.
    """
    made: dict[str, Callable[[], object]] = {
        "标题": lambda: report.title.text,
        "标题行": lambda: _texts(layout, Style.TITLE),
        "年度": lambda: str(report.year),
        "主送机关": lambda: report.addressees,
        "正文": lambda: [_paragraph(block) for block in layout if block.style in _IN_BODY],
        "落款": lambda: _texts(layout, Style.SIGNATORY),
        "成文日期": lambda: "".join(_texts(layout, Style.DATE)),
        "数据表": lambda: figure_rows(layout, report.notes),
        "有上年数": lambda: any(row["上年"] for row in figure_rows(layout, report.notes)),
        **{name: partial(report.names.get, name, "") for name in OF_THE_REPORT},
        "数": lambda: figure_tree(report.figures),
        "上年数": lambda: figure_tree(report.last_figures),
        "节": lambda: _finder(report, gaps=gaps),
    }
    return {name: make() for name, make in made.items() if asked is None or name in asked}


def _texts(layout: Sequence[Block], style: Style) -> list[str]:
    return [block.text for block in layout if block.style is style]


def _finder(report: Report, *, gaps: bool) -> Callable[[str], list[dict[str, object]]]:
    """What `节` calls; a section that is not there (`lint` saw to it) has no blocks."""
    sections = sections_by_name(report)

    def find(name: str) -> list[dict[str, object]]:
        if name not in sections:
            return []
        return [_paragraph(b) for b in section_layout(report, sections[name], gaps=gaps)]

    return find


def _paragraph(block: Block) -> dict[str, object]:
    return {
        "样式": block.style.value,
        "级": block.level,
        "题": [_piece(piece) for piece in block.heading],
        "题文": joined(block.heading),
        "片": [_piece(piece) for piece in block.pieces],
        "文": joined(block.pieces),
    }


def _piece(piece: Piece) -> dict[str, object]:
    return {"文": piece.text, "待补充": piece.kind is PieceKind.GAP}
