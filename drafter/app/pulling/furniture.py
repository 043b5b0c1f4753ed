"""What a Word template prints besides the report: a head, a note on annexes, a table of figures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.app.word_templates import word_template, word_template_names
from drafter.model.finding import DrafterError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.app.pulling.bench import Bench


#: A document of which less of a template's words is there was not made with it.
_LEAST = 0.5


def furniture(bench: Bench, unknown: Iterable[str], word: Path | None) -> frozenset[str]:
    """Those of some paragraphs that a template prints, not a person wrote.

    Args:
        bench: the year file that the draft was made of.
        unknown: paragraphs that are no part of the report.
        word: the template that the draft was made with; None = one of those on offer.
    """
    left = set(unknown)
    found: set[str] = set()
    names = [word] if word else [Path(name) for name in word_template_names()]
    for name in names:
        if not left - found:
            break
        printed = _printed(bench, word_template(name))
        # A table of figures has numbers that a person's own table may have as well.
        if word or len(left & printed) > _LEAST * len(printed):
            found |= left & printed
    return frozenset(found)


def _printed(bench: Bench, template: Path) -> set[str]:
    """What a draft in these clothes says; nothing where none can be made."""
    from drafter.readers import cache
    from drafter.readers.edited import read_drafted
    from drafter.writers.docx import asked_gaps, docx_bytes

    try:
        gaps = (*bench.report.gaps, *asked_gaps(bench.report, template, cache))
        report = replace(bench.report, gaps=gaps)
        data = docx_bytes(report, template, charts=bench.charts(), shelf=cache)
        document = read_drafted(data, template)
    except DrafterError:
        return set()
    ours = {home.text for home in bench.homes()}
    return {one.text for one in document.paragraphs} - ours
