"""Where the offices and the date stand (GB/T 9704-2012, 7.3.5: with a seal or without)."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.writers.blocks import Style
from drafter.writers.word.elements import (
    PARAGRAPH_ORDER,
    PARAGRAPH_PROPERTIES,
    P,
    child,
    in_order,
    paragraph_properties,
    paragraph_text,
    w,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from drafter.writers.blocks import Block
    from drafter.writers.word.elements import Element
    from drafter.writers.word.printed import Printed

TWIPS = 316  # one character of the page, its spacing taken in
LINE = 28  # characters
FROM_RIGHT = 2  # characters that stay free on the right
OFFSET = 2  # the date begins so many characters to the right of the office
SEAMS = 1  # characters: a quarter of one is added at each of the four seams of 2025年1月20日
SLACK = 0.5  # characters by which a box is wider than its text, lest the text break
SEALED_FROM_RIGHT = 4  # characters that stay free on the right of a date under a seal

#: Name of the style that says that the offices' seals go over their names.
SEALED = "落款（盖章）"
#: Name of the style of a line that announces what is attached.
STATEMENT = "附件说明"

_INDENT, _ALIGN, _KEEP, _STYLE, _VALUE = w("ind"), w("jc"), w("keepNext"), w("pStyle"), w("val")


@record
class Place:
    """Where a line of the sign-off stands.

    Attributes:
        left: indent in characters.
        right: the same on the right.
        align: left, center or right.
    """

    left: float
    right: float
    align: str


def width(text: str) -> float:
    """Width in characters of the page: a 汉字 is 1, a figure or Latin letter 0.5."""
    return sum(_width(character) for character in text)


def places(offices: Sequence[str], date: str) -> tuple[tuple[Place, ...], Place]:
    """Where the offices and the date stand.

    Args:
        offices: at least one, the leading one first.
        date: `2025年1月20日`; empty when none is printed.
    """
    date_width = _date_width(date)
    widest = max(width(office) for office in offices)
    if max(widest, date_width) > LINE - FROM_RIGHT:
        # Longer than a line can be: it breaks by itself and ends where it should.
        overlong = Place(0, FROM_RIGHT, "right")
        return tuple(overlong for _ in offices), overlong
    if len(offices) > 1:
        box = max(widest, date_width) + SLACK
        right = FROM_RIGHT - SLACK / 2
        centred = Place(max(0, LINE - right - box), right, "center")
        return tuple(centred for _ in offices), centred
    if widest >= date_width + OFFSET:
        left = LINE - FROM_RIGHT - widest
    else:
        left = max(0, LINE - FROM_RIGHT - date_width - OFFSET)
    return (Place(left, 0, "left"),), Place(left + OFFSET, 0, "left")


def sealed_places(offices: Sequence[str], date: str) -> Place:
    """Where the offices and the date stand, all on one axis, so that the seal covers both.

    The date ends four characters from the right. An office so long that it would reach the edge
    takes the axis along to the left.

    Args:
        offices: at least one.
        date: `2025年1月20日`; empty when none is printed.
    """
    widest = max(width(office) for office in offices)
    half = max(SEALED_FROM_RIGHT + _date_width(date) / 2, widest / 2 + SLACK / 2)
    return Place(max(0, LINE - 2 * half), 0, "center")


def set_places(
    layout: Sequence[Block], paragraphs: Sequence[Printed | None], styles: Mapping[str, str]
) -> None:
    """Indent the sign-off and keep it on the page of the text above it.

    Paragraphs that the template aligns or indents itself stay as they are. Offices in the style
    `SEALED` are set for a seal.

    Args:
        layout: the report.
        paragraphs: those that print the blocks of `layout`, None for blank lines; changed in place.
        styles: names of the template's styles, by id.
    """
    printed = [
        (block, paragraph.element)
        for block, paragraph in zip(layout, paragraphs, strict=True)
        if block.style in {Style.SIGNATORY, Style.DATE} and paragraph is not None
    ]
    offices = [block.text for block, _ in printed if block.style is Style.SIGNATORY]
    told = [paragraph.element for paragraph in paragraphs if paragraph is not None]
    if not offices:
        _keep_statement(told[-1], styles)
        return
    date = "".join(block.text for block, _ in printed if block.style is Style.DATE)
    if _style_name(printed[0][1], styles) == SEALED:
        date_place = sealed_places(offices, date)
        office_places = (date_place,) * len(offices)
    else:
        office_places, date_place = places(offices, date)
    for (_, paragraph), where in zip(printed, (*office_places, date_place), strict=False):
        _indent(paragraph, where)
    _keep_together(printed[0][1], printed[-1][1], told)


def _date_width(date: str) -> float:
    """Width of the date with the seams around its figures; 0 for none."""
    return width(date) + (SEAMS if date.endswith("日") else 0) if date else 0


def _style_name(paragraph: Element, styles: Mapping[str, str]) -> str:
    """Name of a paragraph's own style; empty without one."""
    style = paragraph.find(f"{PARAGRAPH_PROPERTIES}/{_STYLE}")
    return "" if style is None else styles.get(style.get(_VALUE, ""), "")


def _width(character: str) -> float:
    if unicodedata.combining(character):
        return 0
    return 1 if unicodedata.east_asian_width(character) in {"F", "W", "A"} else 0.5


def _indent(paragraph: Element, where: Place) -> None:
    """Give `paragraph` its place, unless the template did."""
    properties = paragraph_properties(paragraph)
    align = child(properties, _ALIGN)
    # LibreOffice writes w:jc into every paragraph: nobody means 落款 to stand on the left.
    placed = align is not None and align.get(_VALUE) not in {"left", "start", "both"}
    if placed or child(properties, _INDENT) is not None:
        return
    indent = in_order(properties, _INDENT, PARAGRAPH_ORDER)
    for side, characters in (("left", where.left), ("right", where.right)):
        if characters:
            # Word goes by the first, LibreOffice knows the second only.
            indent.set(w(f"{side}Chars"), str(round(characters * 100)))
            indent.set(w(side), str(round(characters * TWIPS)))
    in_order(properties, _ALIGN, PARAGRAPH_ORDER).set(_VALUE, where.align)


def _keep_together(first: Element, last: Element, told: Sequence[Element]) -> None:
    """Let no page end between the last words of the report above `first` and `last`.

    Args:
        first: the first office.
        last: the date, or the last office.
        told: paragraphs of the report; others are the template's own (附件说明).
    """
    known = frozenset(told)
    above = first.getprevious()
    while above is not None and above.tag == P:
        _keep_with_next(above)
        if above in known:
            break
        above = above.getprevious()
    paragraph: Element | None = first
    while paragraph is not None and paragraph is not last:
        if paragraph.tag == P:
            _keep_with_next(paragraph)
        paragraph = paragraph.getnext()


def _keep_statement(last: Element, styles: Mapping[str, str]) -> None:
    """Let what is attached be announced on a page with text, where nobody signs below.

    Args:
        last: the last paragraph of the report.
        styles: names of the template's styles, by id.
    """
    above = [last]
    below = last.getnext()
    while below is not None and below.tag == P and not paragraph_text(below):
        above.append(below)
        below = below.getnext()
    if below is not None and below.tag == P and _style_name(below, styles) == STATEMENT:
        for paragraph in above:
            _keep_with_next(paragraph)


def _keep_with_next(paragraph: Element) -> None:
    """Let no page end behind a paragraph."""
    in_order(paragraph_properties(paragraph), _KEEP, PARAGRAPH_ORDER).attrib.pop(_VALUE, None)
