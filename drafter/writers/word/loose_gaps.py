"""What is missing in a template's own text: on a cover, in a table, in a header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.text.lazily import lazily
from drafter.writers.word.gaps import STYLE, comment_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from drafter.model.report import Gap, Report
    from drafter.writers.word.margin import Margin
    from drafter.writers.word.paragraphs import Paragraph

_SHOWN = lazily("【待补充：[^【】]*】")


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
    shown = [found for story in wanted for text in story for found in _SHOWN.findall(text)]
    known, told = known_gaps(report) if shown else {}, {gap.id for gap in report.gaps}
    gaps = (known[text] for text in dict.fromkeys(shown) if text in known)
    return tuple(gap for gap in gaps if gap.id not in told)


def mark_loose_gaps(
    body: Iterable[Paragraph],
    others: Iterable[Paragraph],
    done: Collection[Paragraph | None],
    report: Report,
    margin: Margin,
) -> None:
    """Style every gap that stands in none of the report's blocks; comment it where Word lets one.

    Args:
        body: its paragraphs.
        others: those of headers and footers.
        done: those that print the report's blocks.
        report: what is printed.
        margin: takes the comments.
    """
    told = {id(paragraph) for paragraph in done}
    loose = [one for one in body if id(one) not in told and _SHOWN.search(one.text)]
    known = known_gaps(report) if loose else {}
    for paragraph in loose:
        _mark(paragraph, {} if paragraph.boxed else known, margin)
    for paragraph in others:
        _mark(paragraph, {}, margin)


def _mark(paragraph: Paragraph, known: Mapping[str, Gap], margin: Margin) -> None:
    """The gaps of one paragraph; those that are known get a comment."""
    for found in _SHOWN.finditer(paragraph.text):
        runs = paragraph.isolate(found.start(), found.end())
        for run in runs:
            if STYLE in margin.styles:
                run.set_style(margin.styles[STYLE])
        if found[0] in known and runs:
            margin.add(paragraph, runs, comment_text(known[found[0]]))
