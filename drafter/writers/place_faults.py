"""Why a file could not be written, in words that say what to do."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.spot import Spot

if TYPE_CHECKING:
    from pathlib import Path

#: The code of the refusal to replace a file.
FILE_EXISTS = "O101"

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
#: What systems say in English or in words of their own.
_REASONS = {
    errno.EIO: "磁盘或U盘读写出错",
    errno.EINVAL: '文件名里有不能用的字符，如 : * ? " < > |',
    errno.ELOOP: "链接绕成了圈",
    errno.ENXIO: "磁盘或网络盘断开了",
    errno.ENODEV: "磁盘或网络盘断开了",
    errno.ESTALE: "网络盘断开了",
    errno.ETIMEDOUT: "网络盘没有回应",
}


class ChangedError(DrafterError):
    """The file is not what was read from it any more; nothing was written."""


def told(path: Path, problem: OSError | UnicodeEncodeError) -> DrafterError:
    """What the system refused."""
    if isinstance(problem, UnicodeEncodeError):
        message = "这里的语言设置写不出这样的文件名"
        remedy = "先运行 export LC_ALL=C.UTF-8 再试，或换个英文文件名"
        return _refusal(path, "O111", "name-not-encodable", message, remedy)
    if isinstance(problem, FileExistsError):
        return exists(path)
    if problem.errno in _FULL:
        return _refusal(path, "O105", "disk-full", "磁盘已满，没有写成", "腾出空间后再试一次")
    if problem.errno == errno.ENAMETOOLONG:
        return _refusal(path, "O106", "name-too-long", "文件名太长", "换个短一点的名字")
    if problem.errno == errno.EROFS:
        return _refusal(path, "O104", "cannot-write", "写不进去：这个盘是只读的", "换个位置")
    folder = path.parent
    if isinstance(problem, PermissionError):
        return _not_allowed(path)
    if not os.path.isdir(folder):  # noqa: PTH112 - never raises
        return _refusal(
            path, "O103", "folder-missing", f"文件夹“{folder}”不存在", "先建好文件夹，或换个位置"
        )
    reason = _REASONS.get(problem.errno or 0) or problem.strerror or str(problem)
    return _refusal(path, "O109", "write-failed", f"没有写成：{reason}", "换个位置再试")


def _not_allowed(path: Path) -> DrafterError:
    """On Windows that is mostly Word, which lets nobody replace a file that it has open."""
    folder = os.path.realpath(path.parent)
    if not os.access(folder, os.W_OK | os.X_OK):
        message = f"写不进去：没有权限往文件夹“{folder}”里写"
        remedy = "换到自己的文件夹里，或请管理员给权限"
    else:
        message = "写不进去：文件可能正在 Word 或 WPS 里打开着，或者这里没有写入权限"
        remedy = "关掉 Word、WPS 里打开的这个文件再试，或换个位置"
    return _refusal(path, "O104", "cannot-write", message, remedy)


def exists(path: Path) -> DrafterError:
    """A file is there, and nobody said that it may be replaced."""
    remedy = "加 --force 覆盖，或换个名字"
    return _refusal(path, FILE_EXISTS, "file-exists", "文件已经存在", remedy)


def folder(path: Path) -> DrafterError:
    """A folder is there."""
    return _refusal(path, "O102", "path-is-folder", "这是一个文件夹，不是文件", "请写上文件名")


def no_folder(path: Path, problem: OSError | UnicodeEncodeError) -> DrafterError:
    """A folder could not be made."""
    if isinstance(problem, FileExistsError | NotADirectoryError):
        message, remedy = "这里要的是文件夹，已经有一个同名的文件", "换个文件夹名"
        return _refusal(path, "O113", "file-in-place-of-folder", message, remedy)
    return told(path, problem)


def no_file(path: Path) -> DrafterError:
    """A device or a pipe is there."""
    message, remedy = "这不是普通的文件，不能写在上面", "请换个文件名"
    return _refusal(path, "O110", "not-a-file", message, remedy)


def read_only(path: Path) -> DrafterError:
    """The file itself is closed to writing."""
    message, remedy = "文件是只读的，没有动它", "去掉它的只读属性，或换个名字"
    return _refusal(path, "O108", "read-only", message, remedy)


def open_in_word(path: Path) -> DrafterError:
    """The file is open in another program, as that has marked beside it."""
    message = "这个文件正在 Word 或 WPS 里打开着，没有动它"
    remedy = "关掉 Word 再试；其实没有打开的，删去同一文件夹里 ~$ 或 .~ 开头的那个文件"
    return _refusal(path, "O112", "file-is-open", message, remedy)


def onto_its_source(path: Path) -> DrafterError:
    """What is to be written would replace what it was made of."""
    message, remedy = "不能写在这个文件上：要写的内容正是从它来的", "用 -o 换个文件名"
    return _refusal(path, "O114", "onto-its-source", message, remedy)


def changed(path: Path) -> ChangedError:
    """Another program or another person has written to the file."""
    message = "文件刚被改过（或移走了），这次的没有写进去，别处改的都还在"
    found = _finding(path, "O107", "file-changed", message, "重新运行一次")
    return ChangedError(found)


def _refusal(path: Path, code: str, name: str, message: str, remedy: str) -> DrafterError:
    return DrafterError(_finding(path, code, name, message, remedy))


def _finding(path: Path, code: str, name: str, message: str, remedy: str) -> Finding:
    return Finding(code, name, Severity.ERROR, Spot(str(path)), message, remedy, text=str(path))
