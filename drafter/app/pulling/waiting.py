"""What a report waits for: the gaps in its sentences, counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from drafter.model.kit import Part
from drafter.model.report import PieceKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.report import Report, Sentence

#: Origin of the sentences that no person wrote.
PATTERN = "句式"
#: Ids of what stands where a section has nothing at all.
_NOTHING = ("亮点.", "正文.", *Part)


def waiting(report: Report, *, own: bool = False) -> Counter[tuple[bool, str]]:
    """How often a report waits for each thing, in a person's own words (true) or in patterns.

    Args:
        report: composed with its gaps.
        own: whether only a person's own words count.
    """
    paragraphs = [*report.lead, *(p for one in report.walk() for p in one.paragraphs)]
    found: Counter[tuple[bool, str]] = Counter()
    for sentence in (one for paragraph in paragraphs for one in paragraph.sentences):
        written = sentence.origin != PATTERN
        if written or not own:
            found.update((written, id_) for id_ in waits_for(sentence))
    return found


def waits_for(sentence: Sentence) -> Iterator[str]:
    """Ids of what a sentence waits for; nothing where it only stands for a section's words."""
    gaps = (piece.gap for piece in sentence.pieces if piece.kind is PieceKind.GAP)
    return (gap.id for gap in gaps if gap is not None and not gap.id.startswith(_NOTHING))
