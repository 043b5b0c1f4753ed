"""A document's bytes, and what kind of document they are."""

from __future__ import annotations

import re
import stat
from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.readers.documents.codes import DocumentFault, refusal

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.model.finding import DrafterError

MIB = 1024 * 1024
LARGEST = 50 * MIB
#: Characters of one paragraph, and of all; a whole report has ten to thirty thousand.
LONGEST, MOST = 20_000, 500_000
#: Of a text before the page round the report is cut off.
MOST_BEFORE = 3 * MOST
#: Of a page or of a part of a package; a report has some ten thousand. Each takes a hundred bytes.
MOST_TAGS = 500_000

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)",
    re.IGNORECASE | re.DOTALL,
)
_MHT = re.compile(rb"\s*(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:", re.IGNORECASE)
_HEAD = 4096
_CONVERT = "用 Word 或 WPS 打开，另存为 .docx 再试"


class Kind(StrEnum):
    """How a document is to be read."""

    DOCX = "docx"
    OFFICE = "doc"
    HTML = "html"
    MHT = "mht"
    PDF = "pdf"
    MARKDOWN = "md"
    TEXT = "txt"


_BY_NAME = {
    ".htm": Kind.HTML,
    ".html": Kind.HTML,
    ".shtml": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".mht": Kind.MHT,
    ".mhtml": Kind.MHT,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    "": Kind.TEXT,
    # What is named so and holds plain text was only named so.
    ".doc": Kind.TEXT,
    ".docx": Kind.TEXT,
    ".wps": Kind.TEXT,
    ".rtf": Kind.TEXT,
}


@record
class Loaded:
    """A document that was read from the disk.

    Attributes:
        path: as the user named it.
        kind: how it is to be read.
        data: the whole file.
    """

    path: Path
    kind: Kind
    data: bytes


def load(path: Path) -> Loaded:
    """The file, its kind told by its first bytes, else by its name.

    Raises:
        DrafterError: it cannot be read, is too large, or is no document that can be read.
    """
    data = read_bytes(path)
    if not data.strip(b" \t\r\n\x00"):
        raise no_text(path)
    return Loaded(path, _kind(path, data), data)


def no_text(path: Path) -> DrafterError:
    """The document holds no words at all."""
    message = f"“{path}”里没有文字"
    return refusal(DocumentFault.NO_TEXT, path, message, "打开看看，是不是选错了文件，或者没有保存")


def damaged(path: Path, what: str) -> DrafterError:
    """The file is not what it sets out to be."""
    message = f"“{path}”打不开：{what}"
    return refusal(DocumentFault.DAMAGED, path, message, f"重新下载或复制一份；{_CONVERT}")


def check_tags(path: Path, data: bytes) -> None:
    """Look at XML or HTML before it becomes a tree, which takes many times its room.

    Raises:
        DrafterError: it holds more than `MOST_TAGS`.
    """
    if data.count(b"<") > MOST_TAGS:
        message = f"“{path}”里的格式标记超过了{MOST_TAGS // 10_000}万个的上限，没有读取"
        remedy = f"这样的文件不会是一份报告，请看看它的来路；确实要用的，{_CONVERT}"
        raise refusal(DocumentFault.SWOLLEN, path, message, remedy)


def too_long(path: Path, longest: int, total: int) -> DrafterError:
    """More words than any report has: what is done with them would take hours."""
    message = f"“{path}”有{total}个字，超过了{MOST}个字的上限，没有读取"
    remedy = "一份报告通常一两万字，请看看是不是选错了文件；几份合在一起的，分开再试"
    if longest > LONGEST:
        message = f"“{path}”里有一段长{longest}个字，超过了{LONGEST}个字的上限，没有读取"
        remedy = "请看看是不是选错了文件；整篇没有分段的，先分好段再试"
    return refusal(DocumentFault.TOO_LARGE, path, message, remedy)


def read_bytes(path: Path) -> bytes:
    """The whole file.

    Raises:
        DrafterError: it cannot be read, or is larger than `LARGEST`.
    """
    try:
        if path.is_dir():
            message = f"“{path}”是文件夹，不是文件"
            raise refusal(DocumentFault.FOLDER, path, message, "写明是里面的哪一个文件")
        if not stat.S_ISREG(path.stat().st_mode):
            # Opening a pipe waits for somebody to write into it.
            message = f"“{path}”是管道或设备，不是文件"
            raise refusal(
                DocumentFault.NOT_ALLOWED, path, message, "先存成文件，再写这个文件的名称"
            )
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        message = f"找不到文件“{path}”"
        raise refusal(DocumentFault.NOT_FOUND, path, message, "核对文件名和所在的文件夹") from None
    except (OSError, ValueError):
        message = f"读不了“{path}”：没有权限，或者它正被别的程序占用"
        remedy = "关闭正在打开它的程序；或者把它复制到自己的文件夹里再试"
        raise refusal(DocumentFault.NOT_ALLOWED, path, message, remedy) from None
    if len(data) > LARGEST:
        message = f"“{path}”超过了{LARGEST // MIB}MB的上限，没有读取"
        remedy = "这样的文件通常不到1MB，请看看是不是选错了；图片多的，删去图片另存一份"
        raise refusal(DocumentFault.TOO_LARGE, path, message, remedy)
    return data


def _kind(path: Path, data: bytes) -> Kind:
    if data.startswith(b"PK\x03\x04"):
        return _zipped(path, data)
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise locked(path)
        return Kind.OFFICE
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if data.startswith(b"{\\rtf"):
        return Kind.OFFICE
    if data.startswith(_IMAGES):
        message = f"“{path}”是图片，里面没有可以读取的文字"
        remedy = "用文字识别软件转成 Word 文件，核对后再试"
        raise refusal(DocumentFault.SCANNED, path, message, remedy)
    if _MHT.match(data[:_HEAD]):
        return Kind.MHT
    if _HTML.match(data[:_HEAD].removeprefix(b"\xef\xbb\xbf")):
        return Kind.HTML
    kind = _BY_NAME.get(path.suffix.lower())
    if kind is None:
        raise _unknown(path)
    return kind


def locked(path: Path) -> DrafterError:
    """The document asks for a password."""
    message = f"“{path}”设了打开密码"
    remedy = "用原来的程序打开，去掉密码后另存一份"
    return refusal(DocumentFault.LOCKED, path, message, remedy)


def _zipped(path: Path, data: bytes) -> Kind:
    from drafter.readers.documents.packages import open_package

    with open_package(path, data) as package:
        names = set(package.namelist())
        if "word/document.xml" in names:
            return Kind.DOCX
        if "content.xml" in names and "mimetype" in names:
            return Kind.OFFICE
    raise _unknown(path)


def _unknown(path: Path) -> DrafterError:
    message = f"“{path}”不是能读的报告文件"
    remedy = "可以用 docx、doc、wps、rtf、html、mht、txt、md 或带文字的 pdf；压缩包要先解开"
    return refusal(DocumentFault.UNKNOWN_KIND, path, message, remedy)
