"""Two finished Word files held against each other before any number is printed."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from drafter.writers.docx import read_back

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

Paragraphs = tuple[tuple[str, str], ...]


def paragraphs(path: Path) -> Paragraphs:
    """Style name and text of every paragraph, blank ones included."""
    return read_back(path.read_bytes())


def printed(found: Paragraphs) -> Paragraphs:
    """Those that print anything."""
    return tuple(one for one in found if one[1].strip())


def blanks(found: Paragraphs) -> int:
    """How many print nothing."""
    return len(found) - len(printed(found))


def same(ours: Sequence[tuple[str, str]], theirs: Sequence[tuple[str, str]], who: str) -> None:
    """Stop unless both say the same, paragraph by paragraph, in the same styles.

    Raises:
        SystemExit: they differ; the numbers would compare different work.
    """
    for number, (our, their) in enumerate(zip_longest(ours, theirs), start=1):
        if our != their:
            raise SystemExit(f"{who}: paragraph {number} differs:\n{our}\n{their}")
