"""What styles say of a paragraph: its level, its numbering, its face."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.readers.documents.faces import Face
from drafter.readers.documents.lines import heading_level
from drafter.readers.documents.word_xml import child, number, switched, value, w
from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = lazily(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_TITLE = {"title", "标题", "文档标题", "公文标题", "大标题", "主标题"}
_CONTENTS = lazily(r"(?:toc|目录)\s*(?:[1-9]|heading|标题)", re.IGNORECASE)
_BODY_LEVEL = 9
_USUAL_SIZE = 21
_CHINESE_SCRIPT = "Hans"


class Styles:
    """The styles of a document, inheritance resolved."""

    def __init__(self, root: _Element | None, theme: _Element | None) -> None:
        """Keep them by their ids.

        Args:
            root: of styles.xml; None when there is none.
            theme: of theme1.xml; None when there is none.
        """
        found = [] if root is None else root.findall(w("style"))
        self._styles = {style.get(w("styleId"), ""): style for style in found}
        self._default = next(
            (
                style.get(w("styleId"), "")
                for style in found
                if style.get(w("default")) in {"1", "true"} and style.get(w("type")) == "paragraph"
            ),
            "",
        )
        self._chains: dict[str, tuple[_Element, ...]] = {}
        self._defaults = child(root, "docDefaults", "rPrDefault", "rPr")
        self._theme = _theme_fonts(theme)

    def chain(self, id_: str | None) -> tuple[_Element, ...]:
        """A style and those that it is based on, nearest first; of the default for None."""
        key = id_ if id_ in self._styles else self._default
        if key not in self._chains:
            chain: list[_Element] = []
            style = self._styles.get(key or "")
            while style is not None and style not in chain:
                chain.append(style)
                style = self._styles.get(value(style, "basedOn") or "")
            self._chains[key or ""] = tuple(chain)
        return self._chains[key or ""]

    def level(self, properties: _Element | None) -> int | None:
        """The heading level of a paragraph with these properties; 0 when it is said to be none."""
        direct = number(properties, "outlineLvl")
        if direct is not None:
            return 0 if direct >= _BODY_LEVEL else heading_level(direct + 1)
        for style in self.chain(value(properties, "pStyle")):
            outline = number(style, "pPr", "outlineLvl")
            if outline is not None:
                return 0 if outline >= _BODY_LEVEL else heading_level(outline + 1)
            named = _HEADING.fullmatch((value(style, "name") or "").strip())
            if named:
                return heading_level(int(named[1]))
        return None

    def is_title(self, properties: _Element | None) -> bool:
        """Whether the style is the title's, or based on it."""
        names = (value(style, "name") or "" for style in self.chain(value(properties, "pStyle")))
        return any(name.strip().lower() in _TITLE for name in names)

    def is_contents(self, properties: _Element | None) -> bool:
        """Whether the style is a line's of a table of contents."""
        chain = self.chain(value(properties, "pStyle"))
        return bool(chain) and bool(_CONTENTS.match(value(chain[0], "name") or ""))

    def is_centred(self, properties: _Element | None) -> bool:
        """Whether the paragraph is centred."""
        sources = (properties, *(child(s, "pPr") for s in self.chain(value(properties, "pStyle"))))
        return next((jc for s in sources if (jc := value(s, "jc"))), "") == "center"

    def numbering(self, properties: _Element | None) -> tuple[str, int | None, str] | None:
        """List, level and the style that gave them; None for an unnumbered paragraph.

        The level is None where only the list's own definition ties it to the style.
        """
        direct = child(properties, "numPr")
        list_, level = value(direct, "numId"), number(direct, "ilvl")
        if list_ is not None:
            return None if list_ == "0" else (list_, level or 0, "")
        for style in self.chain(value(properties, "pStyle")):
            inherited = child(style, "pPr", "numPr")
            if (list_ := value(inherited, "numId")) is not None:
                if list_ == "0":
                    return None
                own = level if level is not None else number(inherited, "ilvl")
                return list_, own, style.get(w("styleId"), "")
        return None

    def face(self, paragraph: str | None, run: _Element | None) -> Face:
        """The face of a run with these properties in a paragraph of this style."""
        sources = [run]
        if (character := value(run, "rStyle")) in self._styles:
            sources += [child(style, "rPr") for style in self.chain(character)]
        sources += [child(style, "rPr") for style in self.chain(paragraph)]
        sources.append(self._defaults)
        bold = next((on for s in sources if (on := switched(s, "b")) is not None), False)
        size = next((n for s in sources if (n := number(s, "sz")) is not None), _USUAL_SIZE)
        return Face(next((f for s in sources if (f := self._font(s))), ""), bold=bold, size=size)

    def _font(self, properties: _Element | None) -> str:
        fonts = child(properties, "rFonts")
        if fonts is None:
            return ""
        theme = fonts.get(w("eastAsiaTheme"), "")
        return fonts.get(w("eastAsia")) or self._theme.get(theme[:5], "")


def _theme_fonts(theme: _Element | None) -> dict[str, str]:
    """The Chinese font of a theme's headings (`major`) and of its text (`minor`)."""
    found: dict[str, str] = {}
    for element in () if theme is None else theme.iter("{*}majorFont", "{*}minorFont"):
        named = {font.get("script"): font.get("typeface", "") for font in element.iter("{*}font")}
        asian = element.find("{*}ea")
        own = "" if asian is None else asian.get("typeface", "")
        tag = str(element.tag).rpartition("}")[2]
        found[tag[:5]] = own or named.get(_CHINESE_SCRIPT, "")
    return found
