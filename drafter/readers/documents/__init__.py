"""Published reports as they come (Word, web page, text, Markdown, PDF) to `RawDocument`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.readers.documents.load import LONGEST, MOST, Kind, load, too_long

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.model.old_report import RawDocument
    from drafter.readers.documents.load import Loaded

__all__ = ["read_document"]


def read_document(path: Path) -> RawDocument:
    """The paragraphs of a document, and what was left out as furniture of the page.

    What a file is its first bytes say; its name decides only between text, Markdown and web page.

    Raises:
        DrafterError: the file cannot be read, is damaged, locked, too large or scanned, holds no
            text, or needs LibreOffice where there is none.
    """
    document = _read(load(path))
    longest = max((len(one.text) for one in document.paragraphs), default=0)
    total = sum(len(one.text) for one in document.paragraphs)
    if longest > LONGEST or total > MOST:
        raise too_long(path, longest, total)
    return document


def _read(loaded: Loaded) -> RawDocument:
    match loaded.kind:
        case Kind.DOCX:
            from drafter.readers.documents.word import read_word

            return read_word(loaded)
        case Kind.OFFICE:
            from drafter.readers.documents.office import read_office

            return read_office(loaded)
        case Kind.HTML | Kind.MHT:
            from drafter.readers.documents.web import read_web

            return read_web(loaded)
        case Kind.PDF:
            from drafter.readers.documents.pdf import read_pdf

            return read_pdf(loaded)
        case Kind.MARKDOWN:
            from drafter.readers.documents.markdown import read_markdown

            return read_markdown(loaded)
        case Kind.TEXT:
            from drafter.readers.documents.plain import read_plain

            return read_plain(loaded)
