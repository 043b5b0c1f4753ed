"""Word files that are not what they say, or that reach out of themselves."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import docx

from tests.word.templates import EVERYTHING, template

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DOCUMENT, STYLES, TYPES = "word/document.xml", "word/styles.xml", "[Content_Types].xml"
RELATIONS = "word/_rels/document.xml.rels"
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_XXE = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
_LAUGHS = (
    b"<!DOCTYPE x [<!ENTITY a0 'ha'>"
    + b"".join(b"<!ENTITY a%d '%s'>" % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
    + b"]>"
)
_PARAGRAPH = b"<w:body>"

Parts = dict[str, bytes]


def sound(folder: Path) -> Parts:
    """The parts of a template without a fault."""
    with zipfile.ZipFile(template(folder, *EVERYTHING)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Parts, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def _with(name: str, change: Callable[[bytes], bytes]) -> Callable[[Path], bytes]:
    """A template of which one part is changed."""

    def make(folder: Path) -> bytes:
        parts = sound(folder)
        return packed({**parts, name: change(parts.get(name, b""))})

    return make


def _adding(name: str, content: bytes) -> Callable[[Path], bytes]:
    return lambda folder: packed({**sound(folder), name: content})


def _after_head(inserted: bytes) -> Callable[[bytes], bytes]:
    return lambda part: part.replace(b"?>", b"?>" + inserted, 1)


def _in_body(inserted: bytes) -> Callable[[Path], bytes]:
    return _with(DOCUMENT, lambda part: part.replace(_PARAGRAPH, _PARAGRAPH + inserted, 1))


def _laughing(part: bytes) -> bytes:
    text = b"<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>"
    return part.replace(b"?>", b"?>" + _LAUGHS, 1).replace(_PARAGRAPH, _PARAGRAPH + text, 1)


def _utf16(part: bytes) -> bytes:
    text = part.decode().replace("UTF-8", "UTF-16", 1).replace("?>", "?>" + _XXE.decode(), 1)
    return text.encode("utf-16")


def _nested(depth: int) -> bytes:
    return b"<w:sdt><w:sdtContent>" * depth + b"</w:sdtContent></w:sdt>" * depth


def _twice(folder: Path) -> bytes:
    buffer = BytesIO(packed(sound(folder)))
    with zipfile.ZipFile(buffer, "a") as package:
        package.writestr("WORD/document.xml", b"<x/>")
    return buffer.getvalue()


def _claiming(folder: Path) -> bytes:
    """A part that says of itself that it is 1 GB."""
    data = bytearray(packed(sound(folder)))
    at = data.find(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 1 << 30)
    return bytes(data)


def _understating(folder: Path) -> bytes:
    """A part of 30 MB that says of itself that it is 1,000 bytes."""
    parts = {**sound(folder), "word/media/a.xml": b" " * (30 << 20)}
    data = bytearray(packed(parts))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 1000)
    return bytes(data)


def _encrypted(folder: Path) -> bytes:
    data = bytearray(packed(sound(folder)))
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def _chained(folder: Path) -> bytes:
    """Parts that refer to each other, each to the next."""
    parts = sound(folder)
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    relation = b'<Relationship Id="rIdX" Type="%s" Target="%s"/></Relationships>'
    parts[RELATIONS] = parts[RELATIONS].replace(b"</Relationships>", relation % (kind, b"a0.xml"))
    space = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    for number in range(230):
        parts[f"word/a{number}.xml"] = b"<x/>"
        parts[f"word/_rels/a{number}.xml.rels"] = space + relation % (
            kind,
            b"a%d.xml" % (number + 1),
        )
    parts["word/a230.xml"] = b"<x/>"
    return packed(parts)


def _workbook(folder: Path) -> bytes:
    return packed({TYPES: sound(folder)[TYPES], "xl/workbook.xml": b"<workbook/>"})


def _truncated(folder: Path) -> bytes:
    return packed(sound(folder))[:-200]


def _typed(old: bytes, new: bytes) -> Callable[[Path], bytes]:
    return _with(TYPES, lambda part: part.replace(old, new))


_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RUN = b"<w:r><w:t>%s</w:t></w:r>"

#: What is never opened, by what it is, with the codes of which one is told.
REFUSED: dict[str, tuple[Callable[[Path], bytes], set[str]]] = {
    "一个文件300MB": (_adding("word/media/a.bin", b"\0" * (300 << 20)), {"T003"}),
    "文字30MB": (_in_body(b"<w:p/>" * (5 << 20)), {"T003"}),
    "文件说自己1GB": (_claiming, {"T001", "T003"}),
    "文件说自己很小": (_understating, {"T001"}),
    "一万个文件": (
        lambda folder: packed({**sound(folder), **{f"a/{n}": b"" for n in range(10_000)}}),
        {"T003"},
    ),
    "十万个run": (_in_body(b"<w:p>" + _RUN % b"x" * 100_000 + b"</w:p>"), {"T003"}),
    "文件60MB": (lambda _: b"PK\x03\x04" + b"\0" * (60 << 20), {"T003"}),
    "十万段": (_in_body(b"<w:p/>" * 100_000), {"T003"}),
    "路径往上走": (_adding("../../etc/cron.d/x", b"x"), {"T004"}),
    "绝对路径": (_adding("/etc/cron.d/x", b"x"), {"T004"}),
    "盘符路径": (_adding("C:/Windows/x", b"x"), {"T004"}),
    "反斜杠路径": (_adding("word\\..\\x", b"x"), {"T004"}),
    "同名文件": (_twice, {"T004"}),
    "正文引外部文件": (_with(DOCUMENT, _after_head(_XXE)), {"T004"}),
    "样式引外部文件": (_with(STYLES, _after_head(_XXE)), {"T004"}),
    "类型表引外部文件": (_with(TYPES, _after_head(_XXE)), {"T004"}),
    "关系表引外部文件": (_with(RELATIONS, _after_head(_XXE)), {"T004"}),
    "自定义部分引外部文件": (
        _adding("customXml/item1.xml", _HEAD + _XXE + b"<x>&e;</x>"),
        {"T004"},
    ),
    "外部DTD": (_with(DOCUMENT, _after_head(b'<!DOCTYPE x SYSTEM "http://x/y.dtd">')), {"T004"}),
    "UTF-16的声明": (_with(DOCUMENT, _utf16), {"T004"}),
    "实体层层放大": (_with(DOCUMENT, _laughing), {"T004"}),
    "十万层": (_in_body(_nested(100_000)), {"T006"}),
    "带宏的docm": (
        _typed(_MAIN, b"application/vnd.ms-word.document.macroEnabled.main+xml"),
        {"T005"},
    ),
    "docx里的宏": (_adding("word/vbaProject.bin", b"x"), {"T005"}),
    "dotx模板": (_typed(b"document.main", b"template.main"), {"T001"}),
    "类型不对": (_typed(_MAIN, b"image/png"), {"T001"}),
    "没有类型": (_typed(_MAIN, b""), {"T001"}),
    "没有正文": (_with(DOCUMENT, lambda _: b"<x/>"), {"T001"}),
    "正文不是XML": (_with(DOCUMENT, lambda _: b"\0\1\2"), {"T001"}),
    "样式不是样式": (_with(STYLES, lambda _: b"<x/>"), {"T001"}),
    "表格文件": (_workbook, {"T001"}),
    "截断": (_truncated, {"T001"}),
    "加密": (_encrypted, {"T001"}),
    "LZMA压缩": (lambda folder: packed(sound(folder), zipfile.ZIP_LZMA), {"T001"}),
    "旧doc": (lambda _: bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 600, {"T001"}),
    "空文件": (lambda _: b"", {"T001"}),
    "文本": (lambda _: "不是 Word".encode(), {"T001"}),
    "属性里的标记": (
        _in_body(b"<w:p><w:bookmarkStart w:id='1' w:name=\"{{ 'a' * 10**9 }}\"/></w:p>"),
        {"T111"},
    ),
    "域代码里的标记": (
        _in_body(b"<w:p><w:r><w:instrText>{{ 9**9**9 }}</w:instrText></w:r></w:p>"),
        {"T111"},
    ),
    "删去的文字里的标记": (
        _in_body(b"<w:p><w:del><w:r><w:delText>{{ 9**9 }}</w:delText></w:r></w:del></w:p>"),
        {"T111"},
    ),
    "run外面的标记": (_in_body(b"<w:p><w:t>{{ 9**9**9 }}</w:t></w:p>"), {"T111"}),
    "拆开的标记": (
        _in_body(
            b"<w:p><w:r><w:t>{</w:t><w:br/><w:t>{ 'a' * 10**9 }</w:t><w:br/><w:t>}</w:t>"
            b"</w:r></w:p>"
        ),
        {"T110", "T901"},
    ),
    "拆开的语句": (
        _in_body(
            b"<w:p><w:r><w:t>{</w:t><w:br/><w:t>% include '/etc/passwd' %</w:t><w:br/><w:t>}</w:t>"
            b"</w:r></w:p>"
        ),
        {"T110", "T901"},
    ),
    "跨段的标记": (
        _in_body(
            b"<w:p><w:r><w:t>{</w:t></w:r></w:p><w:p><w:r><w:t>{ 9**9**9 }</w:t></w:r></w:p>"
            b"<w:p><w:r><w:t>}</w:t></w:r></w:p>"
        ),
        {"T110", "T901"},
    ),
    "长段落": (_in_body(b"<w:p>" + _RUN % ("长" * 30_000).encode() + b"</w:p>"), {"T113"}),
}


def _outside(kind: str, target: str) -> Callable[[Path], bytes]:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = (
        f'<Relationship Id="rIdX" Type="{space}/{kind}" Target="{target}"'
        ' TargetMode="External"/></Relationships>'
    ).encode()
    return _with(RELATIONS, lambda part: part.replace(b"</Relationships>", relation))


def _field(code: bytes) -> Callable[[Path], bytes]:
    begin, end = (b'<w:r><w:fldChar w:fldCharType="%s"/></w:r>' % k for k in (b"begin", b"end"))
    text = b'<w:r><w:instrText xml:space="preserve">%s</w:instrText></w:r>'
    half = len(code) // 2
    return _in_body(b"<w:p>" + begin + text % code[:half] + text % code[half:] + end + b"</w:p>")


def _circular(folder: Path) -> bytes:
    """A style that is based on itself."""
    document = docx.Document(str(template(folder, *EVERYTHING)))
    style = document.styles["Normal"]
    style.base_style = style
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


#: What can be used: told as a warning, and nothing is fetched.
TOLD: dict[str, tuple[Callable[[Path], bytes], set[str]]] = {
    "附加的模板": (_outside("attachedTemplate", "file:///C:/x.dotm"), {"T219"}),
    "远程图片": (_outside("image", "http://198.51.100.1/x.png"), {"T219"}),
    "远程对象": (_outside("oleObject", "http://198.51.100.1/x.bin"), {"T219"}),
    "本机链接": (_outside("hyperlink", "file:///etc/passwd"), {"T219"}),
    "INCLUDETEXT": (_field(b' INCLUDETEXT "C:\\\\x.docx" '), {"T220"}),
    "INCLUDEPICTURE": (_field(b' INCLUDEPICTURE "http://198.51.100.1/x.png" '), {"T220"}),
    "DDEAUTO": (_field(b' DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k" '), {"T220"}),
    "简单域": (
        _in_body(b'<w:p><w:fldSimple w:instr=" DDE excel x y "><w:r/></w:fldSimple></w:p>'),
        {"T220"},
    ),
    "网页链接": (_outside("hyperlink", "https://www.gov.cn/"), set()),
    "循环的样式": (_circular, set()),
    "一串文件": (_chained, set()),
    "九千个run": (_in_body(b"<w:p>" + _RUN % b"x" * 9_000 + b"</w:p>"), set()),
    "五万个书签": (_in_body(b"<w:p>" + b"<w:bookmarkStart/>" * 50_000 + b"</w:p>"), set()),
}
