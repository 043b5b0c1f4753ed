"""Markdown: headings by `#`, run-in headings by `**`, all other marks taken off."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from drafter.model.old_report import RawDocument
from drafter.model.spot import Spot
from drafter.readers.documents.faces import Face, Piece
from drafter.readers.documents.frame import without_frame
from drafter.readers.documents.lines import heading_level, settle_title
from drafter.readers.documents.load import MOST_BEFORE, no_text, too_long
from drafter.readers.documents.pieces import Styled, settled
from drafter.readers.files import read_text
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.readers.documents.load import Loaded

_HEADING = lazily(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = lazily(r" {0,3}(=+|-+)[ \t]*$")
_RULE = lazily(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = lazily(r" {0,3}(?:```|~~~)")
_TABLE = lazily(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?$")
_LEAD = lazily(r"[ \t]*(?:>[ \t]?)*(?:[-*+][ \t]+)?")
_COMMENT = lazily(r"<!--.*?-->", re.DOTALL)
_IMAGE = lazily(r"!\[[^\]]*\]\([^)]*\)")
_LINK = lazily(r"(?<!\\)\[([^\]]*)\]\([^)]*\)")
_TAG = lazily(r"(?<!\\)</?(?:br|p|b|i|u|em|strong|span|div|center|font)\b[^>]*>", re.IGNORECASE)
# An escaped character is kept; other stars and backticks are marks.
_TOKEN = lazily(r"\\([!-/:-@\[-`{-~])|(\*\*|__)|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|[*`]")
_PLAIN, _BOLD = Face(), Face(bold=True)


def read_markdown(loaded: Loaded) -> RawDocument:
    """The paragraphs of a Markdown file.

    Raises:
        DrafterError: it is larger than a text may be, in an unknown encoding, or without words.
    """
    path = str(loaded.path)
    text = read_text(loaded.path)
    if len(text) > MOST_BEFORE:
        raise too_long(loaded.path, 0, len(text))
    text = _COMMENT.sub(lambda m: "\n" * m[0].count("\n"), text)
    paragraphs = settled(list(_styled(text.split("\n"), path)))
    if not paragraphs:
        raise no_text(loaded.path)
    kept, dropped, dated = without_frame(settle_title(paragraphs))
    return RawDocument(path, "md", tuple(kept), tuple(dropped), dated)


def _styled(lines: list[str], path: str) -> Iterator[Styled]:
    """The blocks of the text; the lines of a paragraph stay parted by newlines."""
    block: list[str] = []
    tables, row = 0, -1
    for n, line in enumerate([*lines, ""], start=1):
        heading, under = _HEADING.match(line), _UNDERLINE.match(line)
        special = heading or under or _RULE.match(line) or _FENCE.match(line) or "|" in line
        if special or not line.strip():
            if block:
                level = (1 if "=" in line else 2) if under else None
                yield Styled(_pieces("\n".join(block)), Spot(path, n - len(block)), level)
                block = []
            if heading:
                level = heading_level(len(heading[1]))
                yield Styled(_pieces(heading[2] or ""), Spot(path, n), level)
            elif "|" in line:
                tables += row != n - 1
                row = n
                if not _TABLE.match(line):
                    yield from _row(line, Spot(path, n), tables)
        else:
            block.append(line[_LEAD.match(line).end() :] if _LEAD.match(line) else line)  # type: ignore[union-attr]


def _row(line: str, spot: Spot, table: int) -> Iterator[Styled]:
    """The cells of a table's row; a line with one escaped bar is a paragraph."""
    cells = re.split(r"(?<!\\)\|", line)
    if len(cells) == 1:
        yield Styled(_pieces(line), spot)
        return
    for cell in cells:
        if cell.strip():
            yield Styled(_pieces(cell), spot, table=table)


def _pieces(text: str) -> tuple[Piece, ...]:
    """The words without marks, those between `**` bold."""
    text = _TAG.sub(lambda m: "\n" if m[0].lower().startswith("<br") else "", text)
    text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    pieces: list[Piece] = []
    at, bold = 0, False
    for token in _TOKEN.finditer(text):
        escaped, strong = token.groups()
        words = text[at : token.start()]
        pieces.append(Piece(html.unescape(words), _BOLD if bold else _PLAIN))
        if escaped:
            pieces.append(Piece(escaped, _BOLD if bold else _PLAIN))
        bold ^= bool(strong)
        at = token.end()
    pieces.append(Piece(html.unescape(text[at:]), _BOLD if bold else _PLAIN))
    return tuple(piece for piece in pieces if piece.text)
