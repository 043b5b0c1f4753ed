"""What a reviewer is told in the finished document: by a character style, and by comments.

Gaps, last year's words, figures that were worked out, and figures that jump.
"""

from __future__ import annotations

import copy
from itertools import accumulate
from typing import TYPE_CHECKING, cast

from docx.oxml.ns import qn
from docx.text.run import Run

from drafter.model.report import PieceKind
from drafter.writers.word.stories import R, T, give_hint, run_text, runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from docx.document import Document
    from docx.oxml.text.run import CT_R

    from drafter.model.report import Gap, Note, Piece
    from drafter.writers.blocks import Block
    from drafter.writers.word.stories import Element

STYLE, CARRIED_STYLE = "待补充", "沿用上年"
_CARRIED = "沿用上年的文字：请改写；今年仍然成立的，在问卷的“沿用”下写上这一节的标题"
AUTHOR, INITIALS = "drafter", "草"


def mark_gaps(
    document: Document,
    layout: Sequence[Block],
    paragraphs: Sequence[Element | None],
    notes: Mapping[str, Note],
) -> None:
    """Style and comment every gap that is printed, and last year's unconfirmed words.

    Figures that were worked out and figures that jump get a comment, each at its first place.

    A template without the character styles 待补充 and 沿用上年 gets the comments only. Of last
    year's words in a paragraph the first carries the comment for all.

    Args:
        document: changed in place.
        layout: the report.
        paragraphs: those that print the blocks of `layout`, None for blank lines.
        notes: on the figures, by id.
    """
    styles = style_ids(document)
    explained: set[str] = set()
    for block, paragraph in zip(layout, paragraphs, strict=True):
        if paragraph is None:
            continue
        told = False
        for start, end, piece in _spans(block):
            found = isolate(paragraph, start, end)
            if piece.gap is None and piece.kind is not PieceKind.CARRIED:
                if (about := _about(piece, notes)) and about not in explained:
                    explained.add(about)
                    add_comment(document, found, about, styles)
                continue
            style = STYLE if piece.gap else CARRIED_STYLE
            if style in styles:
                for run in found:
                    run.style = styles[style]
            if piece.gap or not told:
                text = comment_text(piece.gap) if piece.gap else _CARRIED
                add_comment(document, found, text, styles)
            told = told or not piece.gap


def drop_styles(document: Document) -> None:
    """Take the styles for gaps and last year's words out of a document that has neither."""
    styles = document.styles.element
    for style in tuple(styles.style_lst):
        if style.name_val in {STYLE, CARRIED_STYLE}:
            styles.remove(style)


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


def isolate(paragraph: Element, start: int, end: int) -> list[CT_R]:
    """The runs that print the characters from `start` to `end` and nothing else.

    Runs are cut where they print more; the parts keep their formatting.
    """
    for position in (start, end):
        _cut(paragraph, position)
    found = []
    at = 0
    for run in runs(paragraph):
        length = len(run_text(run))
        if start <= at and at + length <= end and length:
            found.append(cast("CT_R", run))
        at += length
    return found


def _spans(block: Block) -> Iterator[tuple[int, int, Piece]]:
    """Where in the text of `block` its gaps, figures and last year's words stand."""
    pieces = (*block.heading, *block.pieces)
    ends = accumulate(len(piece.text) for piece in pieces)
    for piece, end in zip(pieces, ends, strict=True):
        if piece.gap is not None or piece.figures or piece.kind is PieceKind.CARRIED:
            yield end - len(piece.text), end, piece


def _cut(paragraph: Element, position: int) -> None:
    """Let a run end at `position`, counted in characters from the head of `paragraph`."""
    at = 0
    for run in tuple(runs(paragraph)):
        text = run_text(run)
        if at < position < at + len(text):
            second = copy.deepcopy(run)
            run.addnext(second)
            _keep(run, 0, position - at)
            _keep(second, position - at, len(text))
            return
        at += len(text)


def _keep(run: Element, start: int, end: int) -> None:
    """Leave only the characters from `start` to `end` in `run`."""
    at = 0
    for child in tuple(run):
        single = run.makeelement(R)
        single.append(copy.copy(child))
        length = len(run_text(single))
        if length and child.tag == T:
            child.text = (child.text or "")[max(0, start - at) : max(0, end - at)]
        if length and not (at < end and at + length > start):
            run.remove(child)
        at += length


def add_comment(
    document: Document, found: list[CT_R], text: str, styles: Mapping[str, str]
) -> None:
    """Add a comment to the characters in `found`."""
    anchors = [Run(run, document._body) for run in found]  # noqa: SLF001 - any parent will do
    comment = document.add_comment(anchors, text, AUTHOR, INITIALS)
    element = comment._comment_elm  # noqa: SLF001
    element.date = None  # the clock would make two equal runs differ
    reference = _reference(found[-1])
    for owner in (element, reference):
        _adopt_styles(owner, styles)
    for run in element.iter(R):
        give_hint(run)


def _reference(run: CT_R) -> Element:
    """The run after `run` that holds the comment's mark."""
    return next(sibling for sibling in run.itersiblings(R))


def _adopt_styles(owner: Element, styles: Mapping[str, str]) -> None:
    """Replace the style ids that python-docx supposes by those of this document."""
    for tag, name in (("w:pStyle", "annotation text"), ("w:rStyle", "annotation reference")):
        for style in tuple(owner.iter(qn(tag))):
            if name in styles:
                style.set(qn("w:val"), styles[name])
            elif (parent := style.getparent()) is not None:
                parent.remove(style)


def style_ids(document: Document) -> dict[str, str]:
    """Style ids by the names that Word knows them by."""
    return {
        style.name_val: style.styleId
        for style in document.styles.element.style_lst
        if style.name_val and style.styleId
    }
