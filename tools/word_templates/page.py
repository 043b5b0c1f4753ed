"""The page: paper, margins, grid and page numbers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import quoteattr

from tools.word_templates.wml import FOOTER, NAMESPACES

PARTS = Path(__file__).resolve().parent.parent / "word"

#: Pitch of the lines in tools/word/*.xml, in twips.
_PITCH = 579


@dataclass(frozen=True, slots=True)
class Page:
    """The height of the text and of its lines, in twips.

    Attributes:
        top: upper margin.
        bottom: lower margin.
        pitch: of the lines.
    """

    top: int
    bottom: int
    pitch: int


#: 37 and 35 mm, as a clerk reads them in 页面设置; the print begins 3 mm lower.
BY_MARGINS = Page(2098, 1984, _PITCH)
#: 34.0 and 33.2 mm: the print itself begins at 37 mm and is 225 mm high.
BY_PRINT = Page(1928, 1880, 592)


def sheet(name: str, page: Page) -> bytes:
    """A part of tools/word with the pitch of `page`."""
    old, new = (
        tuple(form.format(pitch) for form in ('w:line="{}"', 'GridVerticalSpacing w:val="{}"'))
        for pitch in (_PITCH, page.pitch)
    )
    text = (PARTS / name).read_text(encoding="utf-8")
    for one, other in zip(old, new, strict=True):
        text = text.replace(one, other)
    return text.encode()


def with_styles(styles: bytes, name: str) -> bytes:
    """Styles with those of another file of tools/word added at the end."""
    closing = b"</w:styles>"
    more = (PARTS / name).read_bytes().partition(b"<w:styles ")[2].partition(b">")[2]
    return styles.replace(closing, more)


def section(page: Page, odd: str, even: str) -> str:
    """Paper, margins, footers and grid.

    The right margin is 25.7 mm, not 26: LibreOffice needs 8863 twips for 28 characters on a line
    in which a heading runs in.

    Args:
        page: heights.
        odd: id of the relationship to the footer of odd pages.
        even: the same for even pages.
    """
    return (
        "<w:sectPr>"
        f'<w:footerReference w:type="default" r:id={quoteattr(odd)}/>'
        f'<w:footerReference w:type="even" r:id={quoteattr(even)}/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="{page.top}" w:right="1456" w:bottom="{page.bottom}" w:left="1587"'
        ' w:header="851" w:footer="1428" w:gutter="0"/>'
        f'<w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="{page.pitch}"/>'
        "</w:sectPr>"
    )


def footer(side: str) -> str:
    """`— 1 —`, one character from `side`."""
    song = "".join(f' w:{slot}="宋体"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
    properties = (
        f'<w:rPr><w:rFonts w:hint="eastAsia"{song}/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>'
    )
    contents = (
        '<w:t xml:space="preserve">— </w:t>',
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
        '<w:t xml:space="preserve"> —</w:t>',
    )
    runs = "".join(f"<w:r>{properties}{content}</w:r>" for content in contents)
    return (
        f'<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="{FOOTER}"/>'
        f'<w:ind w:{side}="280" w:firstLine="0"/><w:jc w:val="{side}"/></w:pPr>{runs}</w:p></w:ftr>'
    )
