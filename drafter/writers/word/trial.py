"""A template tried out: what it prints of a report, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.finding import DrafterError, Finding
from drafter.model.record import record
from drafter.writers.blocks import Style, blocks
from drafter.writers.word.context import build
from drafter.writers.word.elements import P, paragraph_text
from drafter.writers.word.filling import unfillable
from drafter.writers.word.intake import open_template
from drafter.writers.word.package import packed
from drafter.writers.word.readback import verify
from drafter.writers.word.render import expected, render
from drafter.writers.word.sandbox import EVALUATION
from drafter.writers.word.stories import stories

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from docx.document import Document

    from drafter.model.report import Report
    from drafter.writers.blocks import Block
    from drafter.writers.word.elements import Element


@record
class Trial:
    """What came of it.

    Attributes:
        document: filled in.
        printed: the report's blocks, blank lines left out, each with the paragraph that prints it;
            None where none does, or none in the right order.
    """

    document: Document
    printed: tuple[tuple[Block, Element | None], ...]


def try_out(template: Path, report: Report) -> tuple[Trial | None, tuple[Finding, ...]]:
    """Print a report in a template that has passed `lint`; nothing is written.

    Returns:
        What came of it, None when it cannot be filled in; and what went wrong.
    """
    try:
        document = open_template(template)
        layout = blocks(report)
        values = build(report, layout)
        wanted = expected(document, values, template)
        render(document, values, template)
        places = [(story.name, story.part) for story in stories(document)]
        verify(packed(document), places, wanted, template)
    except DrafterError as problem:
        return None, problem.findings
    except EVALUATION:  # parts that are not what Word makes
        return None, unfillable(template).findings
    return Trial(document, tuple(_printed(document, layout))), ()


def _printed(document: Document, layout: Sequence[Block]) -> list[tuple[Block, Element | None]]:
    """Each block with the first paragraph that prints it below the one before."""
    paragraphs = [(paragraph_text(p), p) for p in document.element.body.iter(P)]
    found: list[tuple[Block, Element | None]] = []
    at = 0
    for block in layout:
        if block.style is Style.BLANK:
            continue
        places = (n for n in range(at, len(paragraphs)) if paragraphs[n][0] == block.text)
        place = next(places, None)
        found.append((block, None if place is None else paragraphs[place][1]))
        at = at if place is None else place + 1
    return found
