"""PDF files with a text layer."""

from __future__ import annotations

import time
import unicodedata
from typing import TYPE_CHECKING

from drafter.model.old_report import Dropped, RawDocument, RawParagraph
from drafter.model.spot import Spot
from drafter.readers.documents.codes import DocumentFault, refusal
from drafter.readers.documents.frame import without_frame
from drafter.readers.documents.load import damaged, locked
from drafter.readers.documents.pdf_lines import furniture, healed
from drafter.readers.documents.pdf_page import MOST, page_lines
from drafter.readers.documents.pdf_streams import check_streams

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.model.finding import DrafterError
    from drafter.readers.documents.load import Loaded
    from drafter.readers.documents.pdf_lines import Line

_PASSWORD = 4  # PDFium's FPDF_ERR_PASSWORD
_MOST_PAGES = 500
_FEWEST = 10  # characters of a page that is no scan
_SPOILT = 0.2
_SECONDS = 60  # a page takes some hundredths
_AS_SEEN = "扫描页，没有文字"


def read_pdf(loaded: Loaded) -> RawDocument:
    """The paragraphs of a PDF; each one's spot has its count, since PDFs have no lines to go to.

    Raises:
        DrafterError: it is damaged, locked, or has no text but pictures of it.
    """
    path = loaded.path
    lines, blank = _lines(path, loaded.data)
    text = "".join(line.text for line in lines)
    if len(text) < _FEWEST:
        message = f"“{path}”是扫描件，里面只有图片，没有可以读取的文字"
        remedy = "找原来的 Word 文件；没有的，用文字识别软件转成 Word，核对后再试"
        raise refusal(DocumentFault.SCANNED, path, message, remedy)
    if _spoilt(text):
        message = f"“{path}”里的文字是乱码：它的字体没有留下文字的编码"
        remedy = "找原来的 Word 文件；没有的，用文字识别软件转成 Word，核对后再试"
        raise refusal(DocumentFault.SCANNED, path, message, remedy)
    reasons = furniture(lines)
    dropped = [
        Dropped(line.text, reason, Spot(str(path)))
        for line, reason in zip(lines, reasons, strict=True)
        if reason
    ]
    dropped += [Dropped(f"第{page}页", _AS_SEEN, Spot(str(path))) for page in blank]
    found = healed([line for line, why in zip(lines, reasons, strict=True) if not why])
    paragraphs = [
        RawParagraph(one.text, Spot(str(path), n), title=one.title, table=one.table)
        for n, one in enumerate(found, start=1)
    ]
    kept, framed, dated = without_frame(paragraphs)
    return RawDocument(str(path), "pdf", tuple(kept), (*dropped, *framed), dated)


def _lines(path: Path, data: bytes) -> tuple[list[Line], list[int]]:
    """The printed lines in reading order, and the pages that hold pictures only."""
    import pypdfium2

    check_streams(path, data)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        if problem.err_code == _PASSWORD:
            raise locked(path) from None
        raise damaged(path, "文件不完整或已损坏") from None
    lines: list[Line] = []
    blank: list[int] = []
    until = time.monotonic() + _SECONDS
    try:
        for n in range(min(len(document), _MOST_PAGES)):
            page = document[n]
            found = page_lines(page, n + 1)
            if not found and any(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])):
                blank.append(n + 1)
            lines += found
            if time.monotonic() > until:
                raise _swollen(path, f"读了{_SECONDS}秒还没有读完，已经停下")
    except pypdfium2.PdfiumError:
        raise damaged(path, "有的页读不出来") from None
    except OverflowError:
        raise _swollen(path, f"里有一页超过{MOST}个字，没有读取") from None
    finally:
        document.close()
    return lines, blank


def _swollen(path: Path, what: str) -> DrafterError:
    message = f"“{path}”{what}"
    remedy = "这样的文件不像一份报告，请看看它的来路；有 Word 文件的，改用 Word 文件"
    return refusal(DocumentFault.SWOLLEN, path, message, remedy)


def _spoilt(text: str) -> bool:
    wrong = sum(
        char in "\ufffd\ufffe\0" or unicodedata.category(char) in {"Co", "Cc", "Cn"}
        for char in text
    )
    return wrong > _SPOILT * len(text)
