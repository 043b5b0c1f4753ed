"""Zipped documents (docx, xlsx, ods), opened with care."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from drafter.readers.documents.codes import DocumentFault, refusal
from drafter.readers.documents.load import MIB, damaged

if TYPE_CHECKING:
    from pathlib import Path

#: Of a package's parts together, as it declares them itself.
LARGEST_UNPACKED = 200 * MIB
_MOST_PARTS = 10_000
#: What zipfile raises at a package that is not what it says.
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)
_PACKED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


def open_package(path: Path, data: bytes) -> zipfile.ZipFile:
    """The parts of a zipped document.

    Raises:
        DrafterError: it is damaged, or would unpack to more than `LARGEST_UNPACKED`.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except UNREADABLE:
        raise damaged(path, "文件不完整或已损坏") from None
    if any(part.compress_type not in _PACKED for part in package.infolist()):
        raise damaged(path, "里面用了 Word 和 Excel 不用的压缩办法")
    size = sum(part.file_size for part in package.infolist())
    if size > LARGEST_UNPACKED or len(package.infolist()) > _MOST_PARTS:
        message = (
            f"“{path}”解开后有{size // MIB}MB，超过了{LARGEST_UNPACKED // MIB}MB的上限，没有读取"
        )
        remedy = "这样的文件不会有这么大，请看看它的来路；确实要用的，删去图片另存一份"
        raise refusal(DocumentFault.SWOLLEN, path, message, remedy)
    return package
