"""WordprocessingML as text: its names, its escapes, and elements within elements.

What lxml writes has one form: attributes in double quotes, `<w:t/>` for what is empty, neither
comments nor CDATA. Everything here reads and writes that form and no other; `filling` sees to it.
lxml itself takes longer to load than a document to fill in, and a sixth of a draft's memory.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError, ParserCreate

from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Of WordprocessingML, as python-docx and docxtpl know it.
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#: What begins a file of a package, as lxml writes it.
DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
#: What stands for a character of its own inside a run, by its local name.
SIGNS = {"tab": "\t", "br": "\v", "cr": "\v", "noBreakHyphen": "-"}
#: What formats a paragraph, in the order that the schema wants.
PARAGRAPH_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
    "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
    "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr",
    "sectPr", "pPrChange",
)  # fmt: skip

_TOKEN = lazily(r"<[^>]*>|[^<]+")
_IN_TEXT = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\r", "&#13;"))
_IN_VALUE = (*_IN_TEXT, ('"', "&quot;"), ("\t", "&#9;"), ("\n", "&#10;"))


def escaped(text: str) -> str:
    """A text as it stands between two marks."""
    return _replaced(text, _IN_TEXT)


def value(text: str) -> str:
    """A text as it stands in an attribute."""
    return _replaced(text, _IN_VALUE)


def meant(text: str) -> str:
    """What `escaped` or `value` was given."""
    if "&" in text:
        for sign, shown in reversed(_IN_VALUE):
            text = text.replace(shown, sign)
    return text


def _replaced(text: str, pairs: Sequence[tuple[str, str]]) -> str:
    for sign, shown in pairs:
        if sign in text:
            text = text.replace(sign, shown)
    return text


def is_well_formed(markup: str) -> bool:
    """Whether it is XML: a whole file, which declares nothing that could be expanded."""
    try:
        ParserCreate().Parse(markup, True)  # noqa: FBT003 - all of it, as expat has it
    except ExpatError:
        return False
    return True


def tokens(markup: str) -> list[str]:
    """Marks and the texts between them, in a row."""
    return _TOKEN.findall(markup)


def is_open(token: str) -> bool:
    """Whether a token opens an element that another one closes."""
    return token.startswith("<") and not token.startswith("</") and not token.endswith("/>")


def whole(row: Sequence[str], at: int) -> int:
    """Where the element ends that begins at `at` in a row of tokens: behind its last one."""
    depth = 0
    for end in range(at, len(row)):
        token = row[end]
        depth += is_open(token) - token.startswith("</")
        if depth <= 0:
            return end + 1
    return len(row)


def leaves(markup: str) -> bool:
    """Whether markup closes an element that it did not open: what follows stands elsewhere."""
    depth = 0
    for token in tokens(markup):
        depth += is_open(token) - token.startswith("</")
        if depth < 0:
            return True
    return False


def elements(row: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """The elements that stand beside each other in a row of tokens: names, and their tokens."""
    at = 0
    while at < len(row):
        end = whole(row, at)
        yield name(row[at]), row[at:end]
        at = end


def name(mark: str) -> str:
    """`w:ind` of `<w:ind w:left="0"/>`; empty for a text."""
    return mark[1:-1].partition(" ")[0].rstrip("/") if mark.startswith("<") else ""


def attribute(element: str, called: str) -> str | None:
    """The value of an attribute of an element; None where it has none."""
    found = re.match(rf'<[^>]*?\s{re.escape(called)}="([^"]*)"', element)
    return meant(found[1]) if found else None


def with_attribute(element: str, called: str, text: str) -> str:
    """An element with an attribute set: in its place, or behind the others."""
    mark, end, rest = element.partition(">")
    told = f' {called}="{value(text)}"'
    if attribute(element, called) is not None:
        mark = re.sub(rf'\s{re.escape(called)}="[^"]*"', lambda _: told, mark, count=1)
        return mark + end + rest
    closing = "/" if mark.endswith("/") else ""
    return mark.removesuffix("/") + told + closing + end + rest


def without_attribute(element: str, called: str) -> str:
    """An element without an attribute."""
    mark, end, rest = element.partition(">")
    return re.sub(rf'\s{re.escape(called)}="[^"]*"', "", mark, count=1) + end + rest
