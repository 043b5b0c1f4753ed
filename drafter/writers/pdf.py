"""The report as a PDF: the Word file, printed by LibreOffice."""

from __future__ import annotations

import re
from collections import Counter
from hashlib import blake2b
from typing import TYPE_CHECKING
from unicodedata import normalize

from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.spot import Spot
from drafter.programs.soffice import SECONDS, OfficeError, Reason, converted

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from drafter.writers.pdf_pages import Shown

#: The code of the note on fonts that were replaced.
FONTS_REPLACED = "O215"

_LARGEST = 256 * 1024 * 1024  # bytes
#: Bookmarks and tags make it easy to read aloud and to go through; what is left to be filled in is
#: text, no form; comments stay in the Word file.
_TARGET = (
    "pdf:writer_pdf_Export:{"
    '"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"ExportFormFields":{"type":"boolean","value":"false"},'
    '"ExportNotes":{"type":"boolean","value":"false"},'
    '"DisplayPDFDocumentTitle":{"type":"boolean","value":"true"}}'
)
_BY_HAND = "用 --to docx 写成 Word，再用 Word 或 WPS 打开，另存为 PDF"
#: What fonts are called inside a PDF; those of other names cannot be told from what replaced them.
_IN_PDF = {
    "方正小标宋简体": "FZXBS",
    "方正小标宋_GBK": "FZXBS",
    "仿宋_GB2312": "FangSong",
    "仿宋": "FangSong",
    "楷体_GB2312": "KaiTi",
    "楷体": "KaiTi",
    "黑体": "SimHei",
    "宋体": "SimSun",
}
_TOLD = 10  # characters in a message
_WHEN = re.compile(rb"(?<=/CreationDate\(D:)\d{14}")
_WHICH = re.compile(rb"(?<=/ID \[ <)[0-9A-F]{32}(?=>\n<([0-9A-F]{32})> \]\n)")
_SUM = re.compile(rb"(?<=/DocChecksum /)[0-9A-F]{32}")


def pdf_bytes(docx: bytes, day: date, path: Path) -> tuple[bytes, tuple[Finding, ...]]:
    """A Word file as LibreOffice prints it; the same for the same file and LibreOffice.

    Args:
        docx: the whole Word file.
        day: when it was written, for want of a clock that all runs share.
        path: of the PDF, for the messages.

    Returns:
        The PDF, and a note where other fonts stand for those that the Word file names.

    Raises:
        DrafterError: there is no LibreOffice, it fails, or no font has what is to be printed.
    """
    from drafter.writers.docx import read_back
    from drafter.writers.word.print_copy import print_copy

    wanted = "".join(text for _, text in read_back(docx))
    made, pages = _printed(print_copy(docx), path)
    if _lost(wanted, pages):
        # LibreOffice 7.4 leaves out a mark that hangs over a line's end in front of a new run.
        made, pages = _printed(print_copy(docx, hanging=False), path)
    if pages.boxes:
        raise _boxes(path, pages.boxes)
    if lost := _lost(wanted, pages):
        raise _incomplete(path, lost)
    missing = _missing(docx, pages.fonts)
    return _settled(made, docx, day), (_replaced(path, missing),) if missing else ()


def _printed(docx: bytes, path: Path) -> tuple[bytes, Shown]:
    """What LibreOffice makes of a file, and what is to be seen in it."""
    from drafter.writers.pdf_pages import shown

    try:
        made = converted(docx, ".docx", _TARGET, largest=_LARGEST)
        return made, shown(made)
    except OfficeError as problem:
        raise _refused(path, problem.reason) from None
    except ValueError:
        raise _refused(path, Reason.NOTHING_MADE) from None


def _lost(wanted: str, pages: Shown) -> str:
    """The characters that should be printed more often than they are; empty when all are there."""
    return "".join((_counted(wanted) - _counted(pages.text)).elements())


def _counted(text: str) -> Counter[str]:
    """How often each character stands in a text; — is left out, for page numbers stand in them."""
    return Counter(char for char in normalize("NFKC", text) if not char.isspace() and char != "—")


def _settled(made: bytes, docx: bytes, day: date) -> bytes:
    """The PDF with the report's day for its own, and ids that depend on the Word file only."""
    mark = blake2b(docx, digest_size=16).hexdigest().upper().encode()
    made = _WHEN.sub(f"{day:%Y%m%d}000000".encode(), made)
    found = _WHICH.search(made)
    if found:
        made = made.replace(found[0], mark)
    return _SUM.sub(mark, made)


def _missing(docx: bytes, fonts: frozenset[str]) -> tuple[str, ...]:
    """The fonts for 汉字 that the Word file uses and the PDF has not."""
    from drafter.writers.word.used_faces import used_faces

    return tuple(
        name
        for name in used_faces(docx)
        if name in _IN_PDF and not any(font.startswith(_IN_PDF[name]) for font in fonts)
    )


def _replaced(path: Path, missing: tuple[str, ...]) -> Finding:
    names = "、".join(missing)
    message = (
        f"PDF 里没有用上{names}，多半是这台电脑上没有；"
        "换用了别的字体，字形和分行可能与 Word 里的不同"
    )
    remedy = f"装上这些字体再出一次；或者{_BY_HAND}"
    spot = Spot(str(path))
    return Finding(FONTS_REPLACED, "fonts-replaced", Severity.INFO, spot, message, remedy)


def _boxes(path: Path, boxes: tuple[str, ...]) -> DrafterError:
    some = "、".join(boxes[:_TOLD])
    count = f"等{len(boxes)}个字" if len(boxes) > _TOLD else ""
    message = f"这台电脑上的字体里没有“{some}”{count}，PDF 里会印成方框，没有写"
    remedy = f"装上中文字体（仿宋、黑体、楷体、宋体）再试；或者{_BY_HAND}"
    return _refusal(path, "O214", "fonts-without-characters", message, remedy)


def _incomplete(path: Path, lost: str) -> DrafterError:
    message = f"LibreOffice 写的 PDF 里少了字：“{lost[:_TOLD]}”，共{len(lost)}个，没有写"
    return _refusal(path, "O216", "pdf-incomplete", message, _BY_HAND)


def _refused(path: Path, reason: Reason) -> DrafterError:
    match reason:
        case Reason.MISSING:
            message = "写 PDF 要借助 LibreOffice，这台电脑上没有"
            remedy = f"安装 LibreOffice（免费）再试；或者{_BY_HAND}"
            return _refusal(path, "O211", "pdf-without-libreoffice", message, remedy)
        case Reason.NOT_STARTED:
            message, remedy = "写 PDF 要用的 LibreOffice 启动不了", "重新安装 LibreOffice"
            return _refusal(
                path, "O212", "libreoffice-failed", message, f"{remedy}；或者{_BY_HAND}"
            )
        case Reason.SLOW:
            message = f"LibreOffice 写 PDF 超过了{SECONDS}秒，已经停下"
            return _refusal(
                path, "O213", "libreoffice-slow", message, f"再试一次；还是这样，{_BY_HAND}"
            )
        case Reason.NOTHING_MADE:
            message, remedy = "LibreOffice 没有写出 PDF", "再试一次；还是这样"
            return _refusal(path, "O212", "libreoffice-failed", message, f"{remedy}，{_BY_HAND}")


def _refusal(path: Path, code: str, name: str, message: str, remedy: str) -> DrafterError:
    return DrafterError(Finding(code, name, Severity.ERROR, Spot(str(path)), message, remedy))
