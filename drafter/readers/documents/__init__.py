"""Published reports as they come (Word, web page, text, Markdown, PDF) to `RawDocument`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.readers.documents.codes import DocumentFault, refusal
from drafter.readers.documents.load import Kind, load

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.model.finding import DrafterError
    from drafter.model.old_report import RawDocument
    from drafter.readers.documents.load import Loaded

#: Characters of one paragraph, and of all; a whole report has ten to thirty thousand.
LONGEST, MOST = 20_000, 100_000

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
        raise _too_long(path, longest, total)
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


def _too_long(path: Path, longest: int, total: int) -> DrafterError:
    """More words than any report has: what is done with them would take hours."""
    message = f"“{path}”有{total}个字，超过了{MOST}个字的上限，没有读取"
    remedy = "一份报告通常一两万字，请看看是不是选错了文件；几份合在一起的，分开再试"
    if longest > LONGEST:
        message = f"“{path}”里有一段长{longest}个字，超过了{LONGEST}个字的上限，没有读取"
        remedy = "请看看是不是选错了文件；整篇没有分段的，先分好段再试"
    return refusal(DocumentFault.TOO_LARGE, path, message, remedy)
