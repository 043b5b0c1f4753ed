"""A text file as a string, whatever program it was made with."""

from __future__ import annotations

import codecs
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

from drafter.model.finding import DrafterError
from drafter.model.record import record
from drafter.model.spot import Spot
from drafter.readers.codes import Fault, error

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.model.finding import Finding

MIB = 1024 * 1024
LARGEST = 5 * MIB
_SHOWN = 5  # files of a folder that are named

_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_WORD_ADVICE = "这里要用 .yaml 问卷文件；Word 文件里的内容请抄到问卷里"
_YAML_ADVICE = "这里要填的是 .yaml 问卷文件，请看看文件名是不是写错了"
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_MAGIC = (
    (b"%PDF", "PDF 文件", "这里要用 .yaml 问卷文件"),
    (_OLE, "旧版 Word、Excel 或 WPS 文件（.doc、.xls、.wps）", _WORD_ADVICE),
    (b"{\\rtf", "RTF 文件", _WORD_ADVICE),
    (b"\x89PNG", "图片", _YAML_ADVICE),
    (b"\xff\xd8\xff", "图片", _YAML_ADVICE),
    (b"GIF8", "图片", _YAML_ADVICE),
    (b"BM\x00", "图片", _YAML_ADVICE),
    (b"II*\x00", "图片", _YAML_ADVICE),
    (b"MM\x00*", "图片", _YAML_ADVICE),
    (b"Rar!", "压缩包", _YAML_ADVICE),
    (b"7z\xbc\xaf", "压缩包", _YAML_ADVICE),
    (b"\x1f\x8b", "压缩包", _YAML_ADVICE),
)
_INSIDE_ZIP = (
    (b"word/", "Word 文件（.docx）", _WORD_ADVICE),
    (b"xl/", "Excel 文件（.xlsx）", "这里要用 .yaml 问卷文件；Excel 里的数据请抄到问卷里"),
    (b"ppt/", "PowerPoint 文件（.pptx）", _YAML_ADVICE),
)


@record
class Script:
    """A text file that is to be changed.

    Attributes:
        text: with its own line breaks, without a byte order mark.
        codec: Python's name of its encoding.
        mark: its byte order mark; empty when it has none.
        data: the file as it was read.
    """

    text: str
    codec: str
    mark: bytes
    data: bytes

    def encoded(self, text: str) -> bytes:
        """Another text, written as this one was."""
        return self.mark + text.encode(self.codec)


def read_text(path: Path, limit: int = LARGEST) -> str:
    """The text of a file, with newlines as line breaks and without a byte order mark.

    UTF-8, UTF-16 with its mark, and GB 18030 (which includes GBK and GB 2312) are told apart.

    Args:
        path: as the user gave it.
        limit: bytes; a larger file is not read at all.

    Returns:
        The text; empty for an empty file.

    Raises:
        DrafterError: with one finding, when the file cannot be read or is no text file.
    """
    data = _read_bytes(path, limit)
    text = _decoded(data, path)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_script(path: Path) -> Script:
    """A text file, so that it can be written again with every other byte as it was.

    Raises:
        DrafterError: with one finding, when the file cannot be read or is no text file.
    """
    data = _read_bytes(path, LARGEST)
    text = _decoded(data, path)
    mark = next((mark for mark in _MARKS if data.startswith(mark)), b"")
    codec = _MARKS[mark] if mark else _encoding(data)
    return Script(text, codec, mark, data)


def is_folder(path: Path) -> bool:
    """Whether a folder is there; not so when the name is too long or the way to it is closed."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_file(path: Path) -> bool:
    """Whether a file is there; as `is_folder`."""
    try:
        return path.is_file()
    except OSError:
        return False


def _read_bytes(path: Path, limit: int) -> bytes:
    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            raise DrafterError(_folder(path))
        if not stat.S_ISREG(state.st_mode):
            # Opening a pipe waits for somebody to write into it.
            raise DrafterError(_no_file(path))
        if state.st_size > limit:
            raise DrafterError(_too_large(path, state.st_size, limit))
        with path.open("rb") as file:
            # Room for all that is asked for is set aside: not more than the file has.
            data = file.read(state.st_size + 1)
            if len(data) > state.st_size:  # it grows
                data += file.read(limit)
    except (FileNotFoundError, NotADirectoryError):
        raise DrafterError(_not_found(path)) from None
    except PermissionError:
        raise DrafterError(_not_allowed(path)) from None
    except (OSError, ValueError):
        raise DrafterError(_unreadable(path)) from None
    if len(data) > limit:
        raise DrafterError(_too_large(path, len(data), limit))
    return data


def _decoded(data: bytes, path: Path) -> str:
    kind = _kind(data)
    if kind:
        raise DrafterError(_no_text(path, *kind))
    unmarked = data.removeprefix(codecs.BOM_UTF8)
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and b"\x00" not in data:
        with suppress(UnicodeDecodeError):
            return unmarked.decode()
    encoding = _encoding(data)
    try:
        return unmarked.decode(encoding)
    except UnicodeDecodeError as problem:
        line = unmarked.count(b"\n", 0, problem.start) + 1 if encoding == "utf-8" else 0
    raise DrafterError(_unknown_encoding(path, line))


def _encoding(data: bytes) -> str:
    """The likeliest encoding; the text may turn out not to be in it."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if data.startswith(codecs.BOM_UTF8) or b"\x00" in data:
        return "utf-8"
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    if not broken:
        return "utf-8"
    # GBK read as UTF-8 is nearly all broken. UTF-8 with a few broken bytes is a damaged file: read
    # as GB 18030 it would be all wrong characters.
    whole = sum(character >= "\u0800" for character in text) - broken
    return "gb18030" if broken > whole else "utf-8"


def _kind(data: bytes) -> tuple[str, str] | None:
    """What a file is when it is no text, and what to do with it."""
    if data.startswith(b"PK\x03\x04"):
        inside = ((name, advice) for part, name, advice in _INSIDE_ZIP if part in data)
        return next(inside, ("压缩包（.zip）", "先解压，再填里面的 .yaml 问卷文件"))
    return next(((name, advice) for magic, name, advice in _MAGIC if data.startswith(magic)), None)


def _folder(path: Path) -> Finding:
    message = f"“{path}”是文件夹，不是文件"
    try:
        names = sorted(p.name for p in path.iterdir() if p.suffix.lower() in {".yaml", ".yml"})
    except OSError:
        names = []
    shown = "、".join(names[:_SHOWN]) + ("等" if len(names) > _SHOWN else "")
    remedy = f"写明是里面的哪一个：{shown}" if names else "写明文件名；这个文件夹里没有 .yaml 文件"
    return error(Fault.FOLDER_GIVEN, Spot(str(path)), message, remedy)


def _no_file(path: Path) -> Finding:
    message = f"“{path}”是管道或设备，不是文件"
    return error(Fault.FILE_NOT_ALLOWED, Spot(str(path)), message, "先存成文件，再写这个文件的名称")


def _not_found(path: Path) -> Finding:
    from difflib import get_close_matches

    folder = path.parent
    try:
        names = [other.name for other in folder.iterdir() if other.is_file()]
    except OSError:
        message = f"找不到文件“{path}”：文件夹“{folder}”不存在或打不开"
        return error(Fault.FILE_NOT_FOUND, Spot(str(path)), message, "核对文件夹的名称")
    near = get_close_matches(path.name, names, n=3)
    remedy = f"是不是要用“{'”或“'.join(near)}”？" if near else "核对文件名和所在的文件夹"
    return error(Fault.FILE_NOT_FOUND, Spot(str(path)), f"找不到文件“{path}”", remedy)


def _not_allowed(path: Path) -> Finding:
    message = f"没有权限读取“{path}”，或者它正被别的程序占用"
    remedy = "关闭正在打开它的程序；或者把它复制到自己的文件夹里再试"
    return error(Fault.FILE_NOT_ALLOWED, Spot(str(path)), message, remedy)


def _too_large(path: Path, size: int, limit: int) -> Finding:
    message = f"“{path}”有{_amount(size)}，超过了{_amount(limit)}的上限，没有读取"
    remedy = "一份问卷通常不到100KB，请看看文件是不是选错了"
    return error(Fault.FILE_TOO_LARGE, Spot(str(path)), message, remedy)


def _amount(size: int) -> str:
    return f"{size / MIB:.1f}MB" if size >= MIB else f"{size / 1024:.1f}KB"


def _no_text(path: Path, kind: str, advice: str) -> Finding:
    return error(Fault.NOT_A_TEXT_FILE, Spot(str(path)), f"“{path}”是{kind}，不是文本文件", advice)


def _unknown_encoding(path: Path, line: int) -> Finding:
    message = f"“{path}”不是文本文件，或者里面有损坏的文字，认不出来"
    if line:
        message = f"“{path}”第{line}行有损坏的文字，认不出来"
    remedy = "用记事本打开它，改好乱码后“另存为”，编码选 UTF-8；全是乱码，就是选错了文件"
    return error(Fault.UNKNOWN_ENCODING, Spot(str(path), line), message, remedy)


def _unreadable(path: Path) -> Finding:
    message = f"读不了“{path}”"
    remedy = "核对路径；文件在U盘或网络盘上的，先复制到本机"
    return error(Fault.FILE_NOT_ALLOWED, Spot(str(path)), message, remedy)
