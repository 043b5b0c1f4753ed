"""Text files: a paragraph a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.old_report import RawDocument, RawParagraph
from drafter.model.spot import Spot
from drafter.readers.documents.frame import without_frame
from drafter.readers.documents.lines import clean
from drafter.readers.documents.load import MOST_BEFORE, no_text, too_long
from drafter.readers.files import read_text

if TYPE_CHECKING:
    from drafter.readers.documents.load import Loaded


def read_plain(loaded: Loaded) -> RawDocument:
    """A text file's lines, without the frame of the web page that they may be copied from.

    Raises:
        DrafterError: it is larger than a text may be, in an unknown encoding, or without words.
    """
    name = str(loaded.path)
    text = read_text(loaded.path)
    if len(text) > MOST_BEFORE:
        raise too_long(loaded.path, 0, len(text))
    lines = text.splitlines()
    paragraphs = [
        RawParagraph(text, Spot(name, n, _column(line)))
        for n, line in enumerate(lines, start=1)
        if (text := clean(line))
    ]
    if not paragraphs:
        raise no_text(loaded.path)
    kept, dropped, dated = without_frame(paragraphs)
    return RawDocument(name, "txt", tuple(kept), tuple(dropped), dated)


def _column(line: str) -> int:
    """Where an indented line begins; 0 for one that begins at its first column."""
    indent = len(line) - len(line.lstrip())
    return indent + 1 if indent else 0
