"""Build the Word templates in templates/word: `python -m tools.build_word`.

The page is that of GB/T 9704-2012, 22 lines of 28 characters; each number was measured with
tests/pages/measure_pdf.py. Styles, settings, fonts and theme are the XML files in tools/word; the
text and the footers are made in tools/word_templates. What a template can ask for stands in
`drafter.writers.word.context.build`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.writers.word.package import zipped
from tools.word_templates import annex, package, report, upward
from tools.word_templates.page import (
    BY_MARGINS,
    BY_PRINT,
    PARTS,
    Page,
    footer,
    section,
    sheet,
    with_styles,
)
from tools.word_templates.wml import NAMESPACES

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(__file__).resolve().parent.parent / "templates" / "word"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Template:
    """One of the templates.

    Attributes:
        name: of the file, without its ending.
        title: what it calls itself, in Chinese.
        text: its paragraphs and tables.
        page: its margins and lines.
        styles: file of tools/word with styles of its own; empty = none.
    """

    name: str
    title: str
    text: Callable[[], list[str]]
    page: Page = BY_MARGINS
    styles: str = ""


TEMPLATES = (
    Template("standard", "标准模板", report.standard),
    Template("版心", "版心模板", report.standard, BY_PRINT),
    Template("上报", "上报模板", upward.upward, styles="styles_upward.xml"),
    Template("附表", "附表模板", annex.with_annex, styles="styles_annex.xml"),
)


def main() -> None:
    """Write the templates."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for template in TEMPLATES:
        target = FOLDER / f"{template.name}.docx"
        target.write_bytes(build(template))
        print(target)


def build(template: Template) -> bytes:
    """A template; the same bytes at every call."""
    parts = {
        "[Content_Types].xml": package.content_types(),
        "_rels/.rels": package.package_relations(),
        "docProps/core.xml": package.core_properties(f"法治政府建设年度报告（{template.title}）"),
        "docProps/app.xml": package.app_properties(),
        "word/document.xml": document(template),
        "word/_rels/document.xml.rels": package.document_relations(),
        "word/footer1.xml": footer("right"),
        "word/footer2.xml": footer("left"),
    }
    made = {name: (HEAD + text).encode() for name, text in parts.items()}
    for name in ("styles.xml", "settings.xml"):
        made[f"word/{name}"] = sheet(name, template.page)
    if template.styles:
        made["word/styles.xml"] = with_styles(made["word/styles.xml"], template.styles)
    made["word/fontTable.xml"] = (PARTS / "fontTable.xml").read_bytes()
    made["word/theme/theme1.xml"] = (PARTS / "theme1.xml").read_bytes()
    return zipped(made)


def document(template: Template) -> str:
    """The text of a template and its page."""
    odd, even = package.relation("footer1.xml"), package.relation("footer2.xml")
    return (
        f"<w:document {NAMESPACES}><w:body>"
        + "".join(template.text())
        + section(template.page, odd, even)
        + "</w:body></w:document>"
    )


if __name__ == "__main__":
    main()
