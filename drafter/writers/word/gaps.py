"""What a reviewer is told in the finished document: by a character style, and by comments.

Gaps, last year's words, figures that were worked out, and figures that jump.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.report import PieceKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from drafter.model.report import Gap, Note, Piece
    from drafter.writers.blocks import Block
    from drafter.writers.word.margin import Margin
    from drafter.writers.word.paragraphs import Paragraph

STYLE, CARRIED_STYLE = "待补充", "沿用上年"
_CARRIED = (
    "沿用上年的文字：请改写；今年仍然成立的，在问卷的“沿用”下写上这一节的标题"
    "（几节同名的，连上一级的标题一起写，如 安排/优化营商环境）"
)


def mark_gaps(
    layout: Sequence[Block],
    paragraphs: Sequence[Paragraph | None],
    notes: Mapping[str, Note],
    margin: Margin,
) -> None:
    """Style and comment every gap that is printed, and last year's unconfirmed words.

    Figures that were worked out and figures that jump get a comment, each at its first place.

    A template without the character styles 待补充 and 沿用上年 gets the comments only. Of last
    year's words in a paragraph the first carries the comment for all.

    Args:
        layout: the report.
        paragraphs: those that print the blocks of `layout`, None for blank lines; changed in place.
        notes: on the figures, by id.
        margin: takes the comments.
    """
    styles = margin.styles
    explained: set[str] = set()
    for block, paragraph in zip(layout, paragraphs, strict=True):
        if paragraph is None:
            continue
        told = False
        for start, end, piece in _spans(block):
            if piece.gap is None and piece.kind is not PieceKind.CARRIED:
                if (about := _about(piece, notes)) and about not in explained:
                    explained.add(about)
                    margin.add(paragraph, paragraph.isolate(start, end), about)
                continue
            found = paragraph.isolate(start, end)
            style = STYLE if piece.gap else CARRIED_STYLE
            if style in styles:
                for run in found:
                    run.set_style(styles[style])
            if piece.gap or not told:
                text = comment_text(piece.gap) if piece.gap else _CARRIED
                margin.add(paragraph, found, text)
            told = told or not piece.gap


def comment_text(gap: Gap) -> str:
    """What the comment on `gap` says, one fact a line; what is not known is left out."""
    lines = (
        ("问题", gap.question),
        ("单位", "、".join(gap.units)),
        ("由谁提供", gap.supplier),
        ("上年数", gap.prior),
    )
    return "\n".join(f"{name}：{value}" for name, value in lines if value)


def _about(piece: Piece, notes: Mapping[str, Note]) -> str:
    """What the comment on a figure says; empty for one that was typed and does not jump."""
    note = notes.get(piece.figures[0])
    if note is None:
        return ""
    lines: list[str] = []
    if piece.kind is PieceKind.COMPUTED:
        lines.append(f"由程序算出：{_reckoned(piece, note, notes)}")
    if note.jump and piece.kind is PieceKind.FIGURE:
        lines.append(f"与上年相差大：{note.jump}")
    return "\n".join(lines)


def _reckoned(piece: Piece, note: Note, notes: Mapping[str, Note]) -> str:
    """How a figure was worked out: its formula, or the slot and the values in it."""
    if note.formula and "|" not in piece.slot:
        return note.formula
    told = [f"{notes[id_].name}{notes[id_].text}" for id_ in piece.figures if id_ in notes]
    if note.prior and ("同比" in piece.slot or "增减" in piece.slot):
        told.append(f"上年{note.prior}")
    return f"{piece.slot}（{'，'.join(told)}）"


def _spans(block: Block) -> Iterator[tuple[int, int, Piece]]:
    """Where in the text of `block` its gaps, figures and last year's words stand."""
    end = 0
    for piece in (*block.heading, *block.pieces):
        start, end = end, end + len(piece.text)
        if piece.gap is not None or piece.figures or piece.kind is PieceKind.CARRIED:
            yield start, end, piece
