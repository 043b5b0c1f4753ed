"""A finding and the very words that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.record import record

if TYPE_CHECKING:
    from drafter.model.finding import Finding


@record
class Placed:
    """A finding in the text, and the very words.

    Attributes:
        finding: what is told.
        passage: where it stands; the passage's place in the proof.
        start: place in the passage's `raw` of the first of the very words.
        end: place behind the last; the same as `start` when the passage as a whole is meant.
    """

    finding: Finding
    passage: int
    start: int
    end: int
