"""Clauses: what stands between two marks that part a sentence, 、 not among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.text.lazily import lazily
from drafter.text.pairs import pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARTING = lazily("[，。；：！？]")


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """Where each clause begins and ends, its last mark left out.

    Marks in quotation marks, title marks and brackets part nothing.
    """
    depth = pairs(text).covered(text)
    start = 0
    for mark in _PARTING.finditer(text):
        at = mark.start()
        if not depth[at]:
            if at > start:
                yield start, at
            start = at + 1
    if start < len(text):
        yield start, len(text)
