"""Putting a finished file in its place: whole or not at all."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.spot import Spot

if TYPE_CHECKING:
    from pathlib import Path

#: The code of the refusal to replace a file.
FILE_EXISTS = "O101"


def place(path: Path, data: bytes, *, force: bool) -> None:
    """Write `data` to `path` so that a reader sees the old file or the new one, never a part.

    Args:
        path: where the file shall stand; its folder must exist.
        data: the whole file.
        force: whether a file that is already there may be replaced.

    Raises:
        DrafterError: the file exists and may not be replaced, or the system refuses to write.
    """
    try:
        if path.is_dir():
            raise _refusal(
                path, "O102", "path-is-folder", "这是一个文件夹，不是文件", "请写上文件名"
            )
        if not force and os.path.lexists(path):
            raise _refusal(
                path, FILE_EXISTS, "file-exists", "文件已经存在", "加 --force 覆盖，或换个名字"
            )
        _replace(path, data)
    except OSError as error:
        raise _told(path, error) from error


def make_folder(path: Path) -> None:
    """Make a folder, and those that it lies in, where there is none.

    Raises:
        DrafterError: a file of that name is there, or the system refuses.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        message, remedy = "这里有一个同名的文件，建不了文件夹", "换一个文件夹的名字"
        raise _refusal(path, "O102", "path-is-folder", message, remedy) from None
    except OSError as error:
        raise _told(path, error) from error


def _replace(path: Path, data: bytes) -> None:
    """Write beside `path`, then move over it; nothing is left behind when that fails."""
    temporary = path.with_name(f".{path.name[:40]}.{os.urandom(4).hex()}.tmp")
    try:
        with temporary.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        with suppress(FileNotFoundError):
            temporary.chmod(path.stat().st_mode & 0o777)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _told(path: Path, error: OSError) -> DrafterError:
    """What the system refused, in words that say what to do."""
    folder = path.parent
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return _refusal(path, "O105", "disk-full", "磁盘已满，没有写成", "腾出空间后再试一次")
    if error.errno == errno.ENAMETOOLONG:
        return _refusal(path, "O106", "name-too-long", "文件名太长", "换个短一点的名字")
    if not folder.is_dir():
        return _refusal(
            path, "O103", "folder-missing", f"文件夹“{folder}”不存在", "先建好文件夹，或换个位置"
        )
    if isinstance(error, PermissionError):
        return _refusal(
            path,
            "O104",
            "cannot-write",
            "写不进去：文件可能正在 Word 或 WPS 里打开着，或者这里没有写入权限",
            "关掉打开的文件再试，或换个位置",
        )
    reason = error.strerror or str(error)
    return _refusal(path, "O109", "write-failed", f"没有写成：{reason}", "换个位置再试")


def _refusal(path: Path, code: str, name: str, message: str, remedy: str) -> DrafterError:
    """An error about the file at `path`."""
    return DrafterError(
        Finding(code, name, Severity.ERROR, Spot(str(path)), message, remedy, text=str(path))
    )
