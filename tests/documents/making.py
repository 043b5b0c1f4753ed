"""Documents made for tests: raw WordprocessingML where python-docx has no words for it."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drafter.model.finding import DrafterError, Finding
from drafter.readers.documents import read_document

if TYPE_CHECKING:
    from drafter.model.old_report import RawDocument

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LEAD = "某区坚持依法行政，各项工作有序推进，现将有关情况报告如下。"


def part(name: str, content: str) -> str:
    """A part of a Word package."""
    spaces = (
        f'xmlns:w="{_W}" xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    return f"<w:{name} {spaces}>{content}</w:{name}>"


def raw_docx(folder: Path, body: str, **parts: str) -> Path:
    """A docx of this body; `numbering` and `styles` are other parts' contents."""
    path = folder / "报告.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", part("document", f"<w:body>{body}</w:body>"))
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", part(name, content))
    return path


def p(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def texts(path: Path) -> list[str]:
    """The words of a document's paragraphs."""
    return [paragraph.text for paragraph in read_document(path).paragraphs]


def page(folder: Path, body: str, head: str = "", encoding: str = "utf-8") -> Path:
    """A web page."""
    path = folder / "报告.html"
    text = f"<html><head>{head}</head><body>{body}</body></html>"
    path.write_bytes(text.encode(encoding))
    return path


def plain(document: RawDocument) -> list[str]:
    """The words of the paragraphs, all blanks taken out."""
    return ["".join(paragraph.text.split()) for paragraph in document.paragraphs]


def refused(path: Path) -> Finding:
    """The one reason why a document cannot be read."""
    with pytest.raises(DrafterError) as caught:
        read_document(path)
    (finding,) = caught.value.findings
    assert finding.spot.file == str(path)
    assert finding.remedy
    return finding
