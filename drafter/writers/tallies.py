"""How long a report is, and who owes what is missing in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.text.marks import characters

if TYPE_CHECKING:
    from drafter.model.report import Gap, Report, Section


def owed(report: Report) -> dict[str, tuple[Gap, ...]]:
    """Who owes what: gaps by supplier, in printed order; those that nobody owes under “”."""
    by_supplier: dict[str, tuple[Gap, ...]] = {}
    for gap in report.gaps:
        by_supplier[gap.supplier] = (*by_supplier.get(gap.supplier, ()), gap)
    return by_supplier


def total(report: Report) -> int:
    """Characters of the whole text, blanks left out."""
    texts = [report.title.text, *(paragraph.text for paragraph in report.lead)]
    own = sum(characters(text) for text in texts)
    return own + sum(section_total(section) for section in report.sections)


def section_total(section: Section) -> int:
    """Characters of a section and all below it, its heading among them, blanks left out."""
    texts = [section.number, section.heading.text, *(p.text for p in section.paragraphs)]
    own = sum(characters(text) for text in texts)
    return own + sum(section_total(child) for child in section.children)
