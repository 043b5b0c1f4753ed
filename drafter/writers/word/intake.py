"""A Word template from somebody else's hands: opened only when it is what it says it is."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from docx.opc.part import XmlPart

from drafter.text.lazily import lazily
from drafter.writers.word.elements import P, R, T
from drafter.writers.word.stories import open_document, stories
from drafter.writers.word.template_file import MIB, read_template, refusal, swollen

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document

    from drafter.model.finding import DrafterError

#: Bytes of all parts together; of those of them that are XML.
LARGEST_UNPACKED, LARGEST_XML = 100 * MIB, 6 * MIB
MOST_PARTS = 500
#: Of all stories: a report has some two hundred paragraphs, a thousand runs. Libxml2 takes an hour
#: to move a text of a million elements.
MOST_PARAGRAPHS, MOST_RUNS, MOST_NODES = 3_000, 10_000, 60_000

_TYPES = "[Content_Types].xml"
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
# A declaration of a document type, however the part is encoded.
_DTD = re.compile(rb"<\0{0,3}!\0{0,3}(?:D\0{0,3}O\0{0,3}C\0{0,3}T|E\0{0,3}N\0{0,3}T\0{0,3}I)")
_ODD_NAME = lazily(r"^/|\\|\0|^[A-Za-z]:|(?:^|/)\.\.?(?:/|$)|//")
_PACKED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)
_XML = (".xml", ".rels", ".vml")
_OTHERS = "另存为“Word 文档（*.docx）”再用"
_RESAVE = "用 Word 或 WPS 打开看看，没有问题就另存一份 .docx 再试"


def open_template(path: Path) -> Document:
    """The template in a file.

    Raises:
        DrafterError: it cannot be read, is none, holds macros, or is made to do harm.
    """
    return opened(read_template(path), path)


def opened(data: bytes, path: Path) -> Document:
    """The template in `data`, which is what the file at `path` holds; see `open_template`."""
    if data.startswith(_OLE):
        message = "这是旧的 .doc 文件，或者设了打开密码"
        raise refusal(path, "T001", "not-a-word-file", message, f"去掉密码，{_OTHERS}")
    if zipfile.is_zipfile(BytesIO(data)):
        _check_package(path, data)
    document = open_document(data, path)
    _check_trees(path, document)
    _mend(document)
    return document


def _check_package(path: Path, data: bytes) -> None:
    """Look at the zip before anything is unpacked, then at each part."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
            _check_sizes(path, parts)
            _check_names(path, [part.filename for part in parts])
            if any(part.compress_type not in _PACKED or part.flag_bits & 1 for part in parts):
                message = "里面的文件加了密，或者用了 Word 不用的压缩办法"
                raise refusal(path, "T001", "not-a-word-file", message, _RESAVE)
            for part in parts:
                content = package.read(part)
                if part.filename.lower().endswith(_XML) and _DTD.search(content):
                    raise _unsafe(path, f"{part.filename} 里有文档类型声明（DTD）")
                if part.filename == _TYPES:
                    _check_types(path, content)
    except _UNREADABLE as error:
        message = "打不开这个 Word 模板：文件不完整，或者已经损坏"
        raise refusal(path, "T001", "not-a-word-file", message, _RESAVE) from error


def _check_sizes(path: Path, parts: list[zipfile.ZipInfo]) -> None:
    """What the package says of its own size; zipfile reads no part further than it says."""
    size = sum(part.file_size for part in parts)
    xml = sum(part.file_size for part in parts if part.filename.lower().endswith(_XML))
    if len(parts) > MOST_PARTS:
        raise swollen(path, f"里面有{len(parts)}个文件，超过了{MOST_PARTS}个")
    if size > LARGEST_UNPACKED:
        raise swollen(path, f"解开后有{size // MIB}MB，超过了{LARGEST_UNPACKED // MIB}MB")
    if xml > LARGEST_XML:
        raise swollen(path, f"文字和样式有{xml // MIB}MB，超过了{LARGEST_XML // MIB}MB")


def _check_names(path: Path, names: list[str]) -> None:
    """Names that lead out of the package, stand twice, or hold macros."""
    for name in names:
        if _ODD_NAME.search(name):
            raise _unsafe(path, f"里面的文件名“{name[:60]}”不合规")
    if len({name.lower() for name in names}) < len(names):
        raise _unsafe(path, "里面有两个同名的文件")
    if any("vbaproject" in name.lower() or "vbadata" in name.lower() for name in names):
        raise _macros(path)


def _check_types(path: Path, content: bytes) -> None:
    """What the package says that it is."""
    if b"macroEnabled" in content or b"vbaProject" in content:
        raise _macros(path)
    if b"wordprocessingml.template.main" in content:
        message = "这是 Word 的 .dotx 模板，不是文档"
        raise refusal(path, "T001", "not-a-word-file", message, f"用它新建一个文档，{_OTHERS}")


def _check_trees(path: Path, document: Document) -> None:
    """What was parsed: no declaration slipped through, and not more than can be looked at."""
    for part in document.part.package.iter_parts():
        if isinstance(part, XmlPart):
            _check_tree(path, part)
    roots = [story.root for story in stories(document)]
    paragraphs = sum(1 for root in roots for _ in root.iter(P))
    runs = sum(1 for root in roots for _ in root.iter(R))
    nodes = sum(1 + len(element.attrib) for root in roots for element in root.iter())
    if paragraphs > MOST_PARAGRAPHS:
        raise swollen(path, f"有{paragraphs}段，超过了{MOST_PARAGRAPHS}段")
    if runs > MOST_RUNS or nodes > MOST_NODES:
        raise swollen(path, "文字和图形的格式太碎")


def _check_tree(path: Path, part: XmlPart) -> None:
    info = part.element.getroottree().docinfo
    if info.internalDTD is not None or info.externalDTD is not None:
        raise _unsafe(path, f"{part.partname} 里有文档类型声明（DTD）")


def _mend(document: Document) -> None:
    """Line breaks in the file's own XML are blanks to Word; docxtpl would make line breaks."""
    for story in stories(document):
        for text in story.root.iter(T):
            if text.text and ("\n" in text.text or "\r" in text.text):
                text.text = text.text.replace("\r", " ").replace("\n", " ")


def _macros(path: Path) -> DrafterError:
    message = "这个模板带有宏，不能用"
    return refusal(path, "T005", "template-with-macros", message, f"用 Word 打开，{_OTHERS}")


def _unsafe(path: Path, what: str) -> DrafterError:
    message = f"没有打开这个 Word 模板：{what}，正常的 Word 文件不会这样"
    return refusal(path, "T004", "template-unsafe", message, f"看看文件的来路；{_RESAVE}")
