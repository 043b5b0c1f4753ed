"""What may go wrong with a Word template that can be used: told, never refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.writers.word.advice.outside import outside
from drafter.writers.word.advice.page import page
from drafter.writers.word.advice.pouring import never_printed, poured
from drafter.writers.word.advice.styles import outline, styles
from drafter.writers.word.advice.writing import writing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from docx.document import Document

    from drafter.model.finding import Finding
    from drafter.writers.word.asks import Asked
    from drafter.writers.word.trial import Trial

__all__ = ["advise"]


def advise(
    document: Document, asks: Sequence[Asked], trial: Trial | None, path: Path
) -> tuple[Finding, ...]:
    """Everything that is worth telling.

    Args:
        document: the template as it was opened.
        asks: what it asks for.
        trial: what came of trying it out; None when nothing did.
        path: printed in the findings.
    """
    return tuple(_all(document, asks, trial, path))


def _all(
    document: Document, asks: Sequence[Asked], trial: Trial | None, path: Path
) -> Iterator[Finding]:
    yield from poured(asks, path)
    if trial is not None:
        yield from never_printed(trial, path)
    yield from writing(document, path)
    yield from styles(document, path)
    if trial is not None:
        yield from outline(trial, path)
        yield from page(document, trial, path)
    yield from outside(document, path)
