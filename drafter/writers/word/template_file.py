"""The bytes of a Word template, and why one is refused."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.spot import Spot

if TYPE_CHECKING:
    from pathlib import Path

MIB = 1024 * 1024
LARGEST = 50 * MIB  # bytes


def read_template(path: Path) -> bytes:
    """The bytes of the file.

    Raises:
        DrafterError: it cannot be read, or there are too many of them.
    """
    try:
        state = path.stat()
        if stat.S_ISFIFO(state.st_mode):
            # Opening a pipe waits for somebody to write into it.
            message, remedy = "这个 Word 模板是管道，不是文件", "先存成文件，再写这个文件的名称"
            raise refusal(path, "T002", "template-unreadable", message, remedy)
        with path.open("rb") as file:
            # Room for all that is asked for is set aside: not more than the file has.
            data = file.read(min(state.st_size, LARGEST) + 1)
    except (OSError, ValueError) as error:
        missing = isinstance(error, FileNotFoundError)
        message = "找不到这个 Word 模板" if missing else "读不了这个 Word 模板"
        remedy = "看看路径有没有写错" if missing else "看看是不是文件夹，有没有读取的权限"
        raise refusal(path, "T002", "template-unreadable", message, remedy) from error
    if len(data) > LARGEST:
        raise swollen(path, f"文件超过了{LARGEST // MIB}MB")
    return data


def swollen(path: Path, what: str) -> DrafterError:
    """The error for a template that is larger than any can be."""
    message = f"没有打开这个 Word 模板：{what}"
    remedy = "模板不会有这么大，看看文件的来路；确是本单位的，删去图片和多余的内容另存一份"
    return refusal(path, "T003", "template-swollen", message, remedy)


def refusal(path: Path, code: str, name: str, message: str, remedy: str) -> DrafterError:
    """The error for a template that is not opened."""
    spot = Spot(str(path))
    return DrafterError(Finding(code, name, Severity.ERROR, spot, message, remedy, text=str(path)))
