"""Characters that a Word file cannot hold, or that docxtpl would turn into something else."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from drafter.model.finding import Finding, Severity
from drafter.model.spot import Spot
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.report import Gap, Report, Sentence

# Outside XML 1.0, and tab, line feed and carriage return: a w:t cannot keep these three apart
# from a blank, and docxtpl makes elements of them.
_UNPRINTABLE = lazily("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")

_NAMES = {"\n": "换行", "\r": "换行", "\x0b": "换行", "\t": "制表符", "\x0c": "分页符"}


def unprintable(report: Report, *more: str) -> tuple[Finding, ...]:
    """One finding for each text of `report` with a character that cannot be printed.

    Args:
        report: what is printed.
        more: what is printed besides.
    """
    whole = Spot(report.title.spot.file)
    besides = ((text, whole, "") for text in more)
    return tuple(
        _finding(found[0], text, spot, section)
        for text, spot, section in (*_texts(report), *besides)
        if not text.isprintable() and (found := _UNPRINTABLE.search(text))
    )


def _texts(report: Report) -> Iterator[tuple[str, Spot, str]]:
    """Every text that is printed, where it was written, and its section's heading."""
    whole = Spot(report.title.spot.file)
    for text in (report.addressees, *report.signatories, *report.names.values()):
        yield text, whole, ""
    for sentence, section in _sentences(report):
        for piece in sentence.pieces:
            yield piece.text, sentence.spot, section
            for text in _gap_texts(piece.gap):
                yield text, sentence.spot, section
    for gap in report.gaps:
        for text in _gap_texts(gap):
            yield text, whole, ""


def _sentences(report: Report) -> Iterator[tuple[Sentence, str]]:
    """Every sentence with its section's heading; empty for title and lead."""
    yield report.title, ""
    for paragraph in report.lead:
        for sentence in paragraph.sentences:
            yield sentence, ""
    for section in report.walk():
        heading = section.heading.text
        yield section.heading, heading
        for paragraph in section.paragraphs:
            for sentence in paragraph.sentences:
                yield sentence, heading


def _gap_texts(gap: Gap | None) -> tuple[str, ...]:
    """What a gap's comment says."""
    return () if gap is None else (gap.label, gap.question, *gap.units, gap.supplier, gap.prior)


def _finding(character: str, text: str, spot: Spot, section: str) -> Finding:
    name = _NAMES.get(character) or unicodedata.name(character, "控制字符")
    shown = _UNPRINTABLE.sub("□", text)
    return Finding(
        "T201",
        "unprintable-character",
        Severity.ERROR,
        spot,
        f"“{shown}”里有印不出来的字符（{name}，U+{ord(character):04X}，在□处）",
        "删掉这个字符；要另起一段，请分成两条写",
        text=shown,
        section=_UNPRINTABLE.sub("□", section),
    )
