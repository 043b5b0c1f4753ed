"""What formatting a paragraph has in the end: its own, its style's, the document's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

from drafter.writers.word.elements import run_text, runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document

    from drafter.writers.word.elements import Element

_PPR, _RPR = qn("w:pPr"), qn("w:rPr")
_VAL = qn("w:val")


class Formatting:
    """Looks formatting up in the styles of a document."""

    def __init__(self, document: Document) -> None:
        """Gather the styles."""
        styles = document.styles.element
        self._styles = {style.styleId: style for style in styles.style_lst}
        self._default = styles.default_for(WD_STYLE_TYPE.PARAGRAPH)
        self._defaults = styles.find(qn("w:docDefaults"))

    def style_name(self, paragraph: Element) -> str:
        """Name of the paragraph's style as Word's own files give it; empty when it has none."""
        style = next(self._chain(paragraph), None)
        name = None if style is None else style.find(qn("w:name"))
        return "" if name is None else str(name.get(_VAL))

    def outline(self, paragraph: Element) -> int | None:
        """Outline level, 1 to 9; None for body text."""
        for properties in self._levels(paragraph, _PPR):
            level = properties.find(qn("w:outlineLvl"))
            if level is not None:
                number = _number(level, "w:val")
                return None if number is None or number > 8 else number + 1  # noqa: PLR2004
        return None

    def line(self, paragraph: Element) -> tuple[int, str] | None:
        """Line spacing and its rule, in twips for exact; None when nothing is said."""
        for properties in self._levels(paragraph, _PPR):
            spacing = properties.find(qn("w:spacing"))
            if spacing is not None and (line := _number(spacing, "w:line")) is not None:
                return line, str(spacing.get(qn("w:lineRule")) or "auto")
        return None

    def character(self, paragraph: Element) -> tuple[int, int]:
        """Size of a character and what is added to each, in twips."""
        size = self._of_characters(paragraph, "w:sz")
        return (20 if size is None else size) * 10, self._of_characters(paragraph, "w:spacing") or 0

    def _of_characters(self, paragraph: Element, tag: str) -> int | None:
        for properties in self._levels(paragraph, _RPR):
            found = properties.find(qn(tag))
            if found is not None and (value := _number(found, "w:val")) is not None:
                return value
        return None

    def _levels(self, paragraph: Element, tag: str) -> Iterator[Element]:
        """Formatting elements, the nearest first."""
        if tag == _RPR:
            owners = [run for run in runs(paragraph) if run_text(run)][:1]
        else:
            owners = [paragraph]
        for owner in (*owners, *self._chain(paragraph)):
            properties = owner.find(tag)
            if properties is not None:
                yield properties
        if self._defaults is not None:
            name = "w:rPrDefault/w:rPr" if tag == _RPR else "w:pPrDefault/w:pPr"
            properties = self._defaults.find("/".join(map(qn, name.split("/"))))
            if properties is not None:
                yield properties

    def _chain(self, paragraph: Element) -> Iterator[Element]:
        """The paragraph's style and those that it is based on."""
        named = paragraph.find(f"{_PPR}/{qn('w:pStyle')}")
        style = self._default if named is None else self._styles.get(str(named.get(_VAL)))
        seen: set[int] = set()
        while style is not None and id(style) not in seen:
            seen.add(id(style))
            yield style
            base = style.find(qn("w:basedOn"))
            style = None if base is None else self._styles.get(str(base.get(_VAL)))


def _number(element: Element, attribute: str) -> int | None:
    """An attribute as a whole number; None when it is none."""
    try:
        return round(float(str(element.get(qn(attribute)))))
    except (OverflowError, ValueError):
        return None
