"""Paragraphs and runs of a template, as WordprocessingML."""

from __future__ import annotations

from xml.sax.saxutils import escape

OOXML = "http://schemas.openxmlformats.org"
OFFICE = f"{OOXML}/officeDocument/2006"
NAMESPACES = f'xmlns:w="{OOXML}/wordprocessingml/2006/main" xmlns:r="{OFFICE}/relationships"'

# Style ids of tools/word/styles.xml.
NORMAL, TITLE, BODY, FOOTER, GRID = "a", "a3", "a5", "a6", "a7"
ADDRESSEE, SIGNATORY, DATE, GAP, MARK = "aa", "ab", "ac", "ad", "ae"
RUN_IN = {1: "a9", 2: "a8"}


def paragraph(style: str, *runs: str) -> str:
    """A paragraph; blank without runs."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


def run(text: str, style: str = "") -> str:
    """A run with the hint that lets “ ” and — be set in the Chinese font."""
    return _run(f'<w:t xml:space="preserve">{escape(text)}</w:t>', style)


def tab() -> str:
    """A run that goes to the next tab stop."""
    return _run("<w:tab/>", "")


def pieces(name: str, style: str = "") -> str:
    """A loop over pieces, each of which becomes a run of its own."""
    tags = (f"{{%r for 片 in {name} %}}", "{{ 片.文 }}", "{%r endfor %}")
    return "".join(run(tag, style) for tag in tags)


def mark(statement: str) -> str:
    """A statement that takes its paragraph away."""
    return paragraph(MARK, run(f"{{%p {statement} %}}"))


def note(text: str) -> str:
    """A remark for whoever edits the template."""
    return paragraph(MARK, run(f"{{#p {text} #}}"))


def _run(content: str, style: str) -> str:
    character_style = f'<w:rStyle w:val="{style}"/>' if style else ""
    properties = f'<w:rPr>{character_style}<w:rFonts w:hint="eastAsia"/></w:rPr>'
    return f"<w:r>{properties}{content}</w:r>"
