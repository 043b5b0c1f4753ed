"""What is missing in a template's own text: on a cover, in a table, in a header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from drafter.text.lazily import lazily
from drafter.writers.word.gaps import STYLE, add_comment, comment_text, isolate, style_ids
from drafter.writers.word.stories import paragraph_text, stories

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docx.document import Document

    from drafter.model.report import Gap, Report
    from drafter.writers.word.stories import Element

_SHOWN = lazily("【待补充：[^【】]*】")
_BOX = qn("w:txbxContent")
_BODY = "正文"


def known_gaps(report: Report) -> dict[str, Gap]:
    """Every gap that a template can print, by its words."""
    pieces = (*report.figures.values(), *report.last_figures.values())
    asked = {piece.text: piece.gap for piece in pieces if piece is not None and piece.gap}
    return asked | {f"【待补充：{gap.label}】": gap for gap in report.gaps}


def gaps_in(wanted: Sequence[Sequence[str]], report: Report) -> tuple[Gap, ...]:
    """The gaps that a template prints besides the report's own, each once.

    Args:
        wanted: the paragraphs of the finished document, by story.
        report: what is printed.
    """
    known, told = known_gaps(report), {gap.id for gap in report.gaps}
    shown = (found for story in wanted for text in story for found in _SHOWN.findall(text))
    gaps = (known[text] for text in dict.fromkeys(shown) if text in known)
    return tuple(gap for gap in gaps if gap.id not in told)


def mark_loose_gaps(
    document: Document, paragraphs: Sequence[Element | None], report: Report
) -> None:
    """Style every gap that stands in none of the report's blocks; comment it where Word lets one.

    Args:
        document: changed in place.
        paragraphs: those that print the report's blocks.
        report: what is printed.
    """
    done = {paragraph for paragraph in paragraphs if paragraph is not None}
    styles, known = style_ids(document), known_gaps(report)
    for paragraph, commented in _others(document, done):
        for found in _SHOWN.finditer(paragraph_text(paragraph)):
            runs = isolate(paragraph, found.start(), found.end())
            for run in runs:
                if STYLE in styles:
                    run.style = styles[STYLE]
            if commented and found[0] in known and runs:
                add_comment(document, runs, comment_text(known[found[0]]), styles)


def _others(document: Document, done: set[Element]) -> Iterator[tuple[Element, bool]]:
    """Paragraphs not yet seen to, and whether Word lets a comment stand in them."""
    for story in stories(document):
        for paragraph in tuple(story.paragraphs()):
            if paragraph not in done:
                boxed = next(paragraph.iterancestors(_BOX), None) is not None
                yield paragraph, story.name == _BODY and not boxed
