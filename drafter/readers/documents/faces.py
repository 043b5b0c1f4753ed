"""How characters look, and words that look alike."""

from __future__ import annotations

from drafter.model.record import record

_USUAL = 21


@record
class Face:
    """How characters look.

    Attributes:
        font: of Chinese characters; empty when nothing names one.
        bold: whether they are bold.
        size: in half points.
    """

    font: str = ""
    bold: bool = False
    size: int = _USUAL


@record
class Piece:
    """Words of one face."""

    text: str
    face: Face

    def with_text(self, text: str) -> Piece:
        """Other words that look the same."""
        return Piece(text, self.face)
