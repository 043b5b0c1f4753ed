"""Real files to be spoilt: the examples' year files, their drafts in every format, slips."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

from drafter import locate
from drafter.app.draft import Format, draft
from drafter.app.slips_out import slips_out
from tests.slips.filling import retyped

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*/20??.yaml"))
SAMPLES = sorted((ROOT.parent / "shared" / "samples").glob("*.txt"))
#: Characters of a report that are kept: mistakes show in short files as in long ones, sooner.
_LONGEST = 800
#: Lines that are kept of each part of a year file.
_LINES = 7
_PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title>
<meta name="PubDate" content="2024-01-05"></head><body><div class="nav"><a href="/">首页</a> &gt;
<a href="/x">政务公开</a></div><h1>{title}</h1><p>来源：司法局 发布时间：2024-01-05</p>
<div id="zoom"><table><tr><td>{body}</td></tr></table></div><div>版权所有 ICP备1号</div></body></html>
"""
_ARCHIVE = """From: <Saved>
MIME-Version: 1.0
Content-Type: multipart/related; boundary="----x"; type="text/html"

------x
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: 8bit
Content-Location: http://198.51.100.1/x.html

{page}
------x
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------x--
"""


@dataclass(frozen=True, slots=True)
class Seeds:
    """Files of each kind, short ones."""

    year_files: tuple[bytes, ...]
    profiles: tuple[bytes, ...]
    texts: tuple[bytes, ...]
    markdowns: tuple[bytes, ...]
    pages: tuple[bytes, ...]
    archives: tuple[bytes, ...]
    pdfs: tuple[bytes, ...]
    documents: tuple[bytes, ...]
    sheets: tuple[bytes, ...]
    tables: tuple[bytes, ...]
    templates: tuple[bytes, ...]
    #: What `pull` is given: the draft of `office`.
    drafts: tuple[bytes, ...]
    #: A small year file, to which slips are sent and of which `drafts` are made.
    office: bytes


@cache
def seeds(folder: Path) -> Seeds:
    """Make them; `folder` is there to work in."""
    texts = [_short(_drafted(folder, path, Format.TXT)) for path in EXAMPLES]
    texts += [_short(path.read_text(encoding="utf-8")) for path in SAMPLES]
    small = _small(folder)
    sheets, tables = _slips(folder, small)
    templates = sorted((locate.templates() / "word").glob("*.docx"))
    pages = [_page(text) for text in texts]
    return Seeds(
        year_files=(*(_thinned(path).encode() for path in EXAMPLES), _thinned(small).encode()),
        profiles=tuple(p.read_bytes() for p in (locate.templates() / "profiles").glob("*.yaml")),
        texts=tuple(text.encode() for text in texts),
        markdowns=tuple(_short(_drafted(folder, p, Format.MD)).encode() for p in EXAMPLES),
        pages=tuple(page.encode() for page in pages),
        archives=tuple(_ARCHIVE.format(page=page).encode() for page in pages),
        pdfs=tuple(pdf(text) for text in texts),
        documents=tuple(_word(folder, text) for text in texts[:3]),
        sheets=sheets,
        tables=tables,
        templates=tuple(path.read_bytes() for path in templates),
        drafts=(small.with_suffix(".docx").read_bytes(),),
        office=small.read_bytes(),
    )


def _short(text: str) -> str:
    return text[:_LONGEST].rpartition("。")[0] + "。\n某市人民政府\n2024年1月5日\n"


def _thinned(path: Path) -> str:
    """A year file of which each part has its first lines only."""
    lines: list[str] = []
    left = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        left = _LINES if line[0] not in " -" else left - 1
        if left > 0 or line.startswith("   "):
            lines.append(line)
    return "\n".join(lines) + "\n"


def _drafted(folder: Path, path: Path, to: Format) -> str:
    out = folder / f"seed.{to.value}"
    draft(path, out, to=to, force=True)
    return out.read_text(encoding="utf-8")


def _small(folder: Path) -> Path:
    """A year file of few figures, and its draft beside it."""
    path = folder / "office" / "2023.yaml"
    path.parent.mkdir()
    text = re.sub(r"\n结构:.*", "", EXAMPLES[3].read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    draft(path, path.with_suffix(".docx"), force=True)
    return path


def _word(folder: Path, text: str) -> bytes:
    """A plain Word file with a list, a table and headings."""
    import docx

    document = docx.Document()
    for line in text.splitlines():
        style = "Heading 1" if re.match("[一二三四五六七八九]、", line) else "List Number"
        document.add_paragraph(line, style=style if len(line) < 40 else None)
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(1, 1).text = "行政复议", "收到786宗"
    path = folder / "seed.docx"
    document.save(str(path))
    return path.read_bytes()


def _page(text: str) -> str:
    title, *lines = text.splitlines()
    body = "\n".join(f"<p><span>{escape(line)}</span></p>" for line in lines)
    return _PAGE.format(title=title, body=body)


def _slips(folder: Path, year_file: Path) -> tuple[tuple[bytes, ...], tuple[bytes, ...]]:
    """Slips as sent, and typed anew as csv."""
    out = folder / "slips"
    made = slips_out(year_file, out)
    made.write()
    paths = sorted(made.slips, key=lambda path: path.stat().st_size)[:4]
    tables = tuple(path.read_bytes() for path in retyped(paths, 1))
    sheets = tuple(path.read_bytes() for path in paths)
    shutil.rmtree(out)
    return sheets, tables


def pdf(text: str) -> bytes:
    """A PDF of one page that prints Chinese in a font that it does not hold."""
    lines = [line[i : i + 28] for line in text.splitlines() for i in range(0, len(line) or 1, 28)]
    words = "".join(f"<{line.encode('utf-16-be').hex()}> Tj T*\n" for line in lines)
    content = f"BT /F1 16 Tf 28 TL 80 780 Td\n{words}ET".encode()
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        (
            b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
            b" /DescendantFonts [6 0 R] >>"
        ),
        (
            b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo"
            b" << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R >>"
        ),
        (
            b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 0 1000 1000]"
            b" /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"
        ),
    )
    return assembled(objects)


def assembled(objects: tuple[bytes, ...]) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    data, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % count
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, len(data))
    return data + head + table + trailer
