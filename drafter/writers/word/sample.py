"""A report of a few lines with every kind of block: what templates are tried out with."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from drafter.model.report import Paragraph, Piece, PieceKind, Report, Section, Sentence
from drafter.model.spot import Spot
from drafter.writers.word.named import OF_THE_REPORT

if TYPE_CHECKING:
    from collections.abc import Iterable

_NUMBERS = ("一、", "（一）", "1.", "（1）")


def sample(figures: Iterable[str]) -> Report:
    """The report.

    Args:
        figures: ids that a template may ask for.
    """
    told: dict[str, Piece | None] = {id_: Piece(PieceKind.FIGURE, "1件", (id_,)) for id_ in figures}
    return Report(
        title=_sentence("示例单位2025年法治政府建设年度报告"),
        year=2025,
        profile="示例",
        addressees="示例上级",
        lead=(_paragraph("这是导语。"),),
        sections=(*_nested(), *_run_in()),
        signatories=("示例单位甲", "示例单位乙"),
        dated=date(2026, 1, 20),
        gaps=(),
        unused=(),
        names=dict.fromkeys(OF_THE_REPORT, "示例"),
        figures=told,
        last_figures=told,
    )


def _nested() -> tuple[Section, ...]:
    """A chapter with headings of all four levels, each on a line of its own."""
    inner: tuple[Section, ...] = ()
    for level in (4, 3, 2, 1):
        words = f"这是{level}级标题"
        body = (_paragraph(f"这是{level}级标题下的正文，够长的一段文字可以看出版面。"),)
        number = _NUMBERS[level - 1]
        inner = (Section("", level, number, _sentence(words), False, body, inner),)  # noqa: FBT003
    return inner


def _run_in() -> tuple[Section, ...]:
    """A chapter whose heading runs in."""
    heading = _sentence("这是接排的标题")
    return (Section("", 1, "二、", heading, True, (_paragraph("这是接排的正文。"),), ()),)  # noqa: FBT003


def _paragraph(text: str) -> Paragraph:
    return Paragraph((_sentence(text),))


def _sentence(text: str) -> Sentence:
    return Sentence((Piece(PieceKind.TEXT, text),), "正文", Spot(""))
