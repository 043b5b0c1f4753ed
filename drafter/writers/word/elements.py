"""The elements of WordprocessingML: their names, the text that they print, their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from drafter.model.record import record
from drafter.writers.word import markup
from drafter.writers.word.markup import NAMESPACE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Element = etree._Element  # noqa: SLF001 - the type that lxml gives no public name


def w(name: str) -> str:
    """The full name of `w:name`."""
    return f"{{{NAMESPACE}}}{name}"


P, R, T, TBL_ROW, TBL_CELL, BODY = w("p"), w("r"), w("t"), w("tr"), w("tc"), w("body")
RUN_PROPERTIES, PARAGRAPH_PROPERTIES = w("rPr"), w("pPr")
_STYLE, _FONTS, _HINT, _VALUE = w("rStyle"), w("rFonts"), w("hint"), w("val")

#: What formats a paragraph, in the order that the schema wants.
PARAGRAPH_ORDER = tuple(map(w, markup.PARAGRAPH_ORDER))
#: What stands for a character of its own inside a run.
SIGNS = {w(local): sign for local, sign in markup.SIGNS.items()}


@record
class Story:
    """A run of paragraphs: the body, one header, one footer, the footnotes.

    Attributes:
        name: 正文, 页眉, 页脚 or 脚注.
        part: name of the file in the package that holds it.
        root: the element that holds the paragraphs, tables and text boxes included.
    """

    name: str
    part: str
    root: Element

    def paragraphs(self) -> Iterator[Element]:
        """All paragraphs in the order of the file."""
        return self.root.iter(P)


def runs(paragraph: Element) -> Iterator[Element]:
    """The runs of `paragraph` itself, not those of a text box anchored in it."""
    for run in paragraph.iter(R):
        if next(run.iterancestors(P), None) is paragraph:
            yield run


def run_text(run: Element) -> str:
    r"""What a run prints; a line break inside a paragraph is `\v`."""
    return "".join((one.text or "") if one.tag == T else SIGNS.get(str(one.tag), "") for one in run)


def paragraph_text(paragraph: Element) -> str:
    """What a paragraph prints."""
    return "".join(run_text(run) for run in runs(paragraph))


def child(owner: Element, name: str) -> Element | None:
    """The first child of that name; `find` would take the name for a path and read it first."""
    return next(owner.iterchildren(name), None)


def give_hint(run: Element) -> None:
    """Let “ ” and — in `run` be set in the Chinese font; Word takes the Latin one else."""
    properties = _run_properties(run)
    fonts = child(properties, _FONTS)
    if fonts is None:
        fonts = properties.makeelement(_FONTS)
        properties.insert(0 if child(properties, _STYLE) is None else 1, fonts)
    fonts.set(_HINT, "eastAsia")


def in_order(owner: Element, name: str, order: Sequence[str]) -> Element:
    """The child of that name, made where there is none.

    Args:
        owner: changed in place.
        name: as `w` gives it.
        order: of the names of all children, as the schema wants them.
    """
    found = child(owner, name)
    if found is None:
        found = owner.makeelement(name)
        behind = frozenset(order[order.index(name) + 1 :])
        place = next((n for n, one in enumerate(owner) if one.tag in behind), len(owner))
        owner.insert(place, found)
    return found


def paragraph_properties(paragraph: Element) -> Element:
    """The formatting of a paragraph, made where it has none."""
    return _first(paragraph, PARAGRAPH_PROPERTIES)


def _run_properties(run: Element) -> Element:
    return _first(run, RUN_PROPERTIES)


def _first(owner: Element, name: str) -> Element:
    """What stands first in an element, made where there is none."""
    found = child(owner, name)
    if found is None:
        found = owner.makeelement(name)
        owner.insert(0, found)
    return found
