"""The fonts for 汉字 that a finished Word file uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from drafter.text.lazily import lazily
from drafter.writers.word.elements import w
from drafter.writers.word.zips import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.writers.word.elements import Element

_STORY = lazily(r"word/(?:document|header|footer|footnotes|endnotes)\d*\.xml")
_STYLES = "word/styles.xml"
_NAMING = tuple(w(name) for name in ("pStyle", "rStyle", "tblStyle"))
_FACE = w("eastAsia")


def used_faces(docx: bytes) -> tuple[str, ...]:
    """Names of fonts that the text and the styles in use ask for, each once.

    Args:
        docx: a file that `drafter.writers.word.zips.archive` made.
    """
    parts = parts_of(docx)
    stories = [_parsed(parts[name].content) for name in sorted(parts) if _STORY.fullmatch(name)]
    found: dict[str, None] = {}
    if _STYLES in parts:
        sheet = _parsed(parts[_STYLES].content)
        used = {str(e.get(w("val"))) for story in stories for e in story.iter(*_NAMING)}
        for style in _in_use(sheet, used):
            found.update(dict.fromkeys(_faces(style)))
    for story in stories:
        found.update(dict.fromkeys(_faces(story)))
    return tuple(found)


def _in_use(sheet: Element, used: set[str]) -> Iterator[Element]:
    """What holds for all text, and the styles that are used, with those that they build upon."""
    yield from sheet.iter(w("docDefaults"))
    styles = {str(style.get(w("styleId"))): style for style in sheet.iter(w("style"))}
    waiting = [*used, *(id_ for id_, style in styles.items() if style.get(w("default")) == "1")]
    seen: set[str] = set()
    while waiting:
        id_ = waiting.pop()
        if id_ in seen or id_ not in styles:
            continue
        seen.add(id_)
        waiting += [str(base.get(w("val"))) for base in styles[id_].iter(w("basedOn"))]
    yield from (style for id_, style in styles.items() if id_ in seen)


def _faces(element: Element) -> Iterator[str]:
    for fonts in element.iter(w("rFonts")):
        if name := fonts.get(_FACE):
            yield str(name)


def _parsed(content: bytes) -> Element:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
