"""Where the offices and the date stand (GB/T 9704-2012, 7.3.5: with a seal or without)."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.writers.blocks import Style
from drafter.writers.word import formatting
from drafter.writers.word.markup import leaves

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from drafter.writers.blocks import Block
    from drafter.writers.word.paragraphs import FlatStory, Paragraph

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
    layout: Sequence[Block],
    paragraphs: Sequence[Paragraph | None],
    body: FlatStory,
    styles: Mapping[str, str],
) -> None:
    """Indent the sign-off and keep it on the page of the text above it.

    Paragraphs that the template aligns or indents itself stay as they are. Offices in the style
    `SEALED` are set for a seal.

    Args:
        layout: the report.
        paragraphs: those that print the blocks of `layout`, None for blank lines; changed in place.
        body: in which they stand.
        styles: names of the template's styles, by id.
    """
    printed = [
        (block, paragraph)
        for block, paragraph in zip(layout, paragraphs, strict=True)
        if block.style in {Style.SIGNATORY, Style.DATE} and paragraph is not None
    ]
    offices = [block.text for block, _ in printed if block.style is Style.SIGNATORY]
    told = [paragraph for paragraph in paragraphs if paragraph is not None]
    if not offices:
        _keep_statement(told[-1], body.row_with(told[-1]), styles)
        return
    date = "".join(block.text for block, _ in printed if block.style is Style.DATE)
    if _style_name(printed[0][1], styles) == SEALED:
        date_place = sealed_places(offices, date)
        office_places = (date_place,) * len(offices)
    else:
        office_places, date_place = places(offices, date)
    for (_, paragraph), where in zip(printed, (*office_places, date_place), strict=False):
        _indent(paragraph, where)
    first, last = printed[0][1], printed[-1][1]
    _keep_together(first, last, body.row_with(first), told)


def _date_width(date: str) -> float:
    """Width of the date with the seams around its figures; 0 for none."""
    return width(date) + (SEAMS if date.endswith("日") else 0) if date else 0


def _style_name(paragraph: Paragraph, styles: Mapping[str, str]) -> str:
    """Name of a paragraph's own style; empty without one."""
    style = formatting.said(paragraph.formatting, "w:pStyle", "w:val")
    return styles.get(style or "", "")


def _width(character: str) -> float:
    if unicodedata.combining(character):
        return 0
    return 1 if unicodedata.east_asian_width(character) in {"F", "W", "A"} else 0.5


def _indent(paragraph: Paragraph, where: Place) -> None:
    """Give `paragraph` its place, unless the template did."""
    shape = paragraph.formatting
    align = formatting.said(shape, "w:jc", "w:val")
    # LibreOffice writes w:jc into every paragraph: nobody means 落款 to stand on the left.
    placed = formatting.has(shape, "w:jc") and align not in {"left", "start", "both"}
    if placed or formatting.has(shape, "w:ind"):
        return
    indent: dict[str, str] = {}
    for side, characters in (("left", where.left), ("right", where.right)):
        if characters:
            # Word goes by the first, LibreOffice knows the second only.
            indent[f"w:{side}Chars"] = str(round(characters * 100))
            indent[f"w:{side}"] = str(round(characters * TWIPS))
    shape = formatting.with_element(shape, "w:ind", indent)
    paragraph.formatting = formatting.with_element(shape, "w:jc", {"w:val": where.align})


def _keep_together(
    first: Paragraph, last: Paragraph, row: list[str | Paragraph], told: Sequence[Paragraph]
) -> None:
    """Let no page end between the last words of the report above `first` and `last`.

    Args:
        first: the first office.
        last: the date, or the last office.
        row: in which the first office stands.
        told: paragraphs of the report; others are the template's own (附件说明).
    """
    place = row.index(first)
    for above in reversed(row[:place]):
        if isinstance(above, str):
            break
        _keep_with_next(above)
        if above in told:
            break
    for one in row[place:]:
        if one is last or (isinstance(one, str) and leaves(one)):
            break
        if not isinstance(one, str):
            _keep_with_next(one)


def _keep_statement(last: Paragraph, row: list[str | Paragraph], styles: Mapping[str, str]) -> None:
    """Let what is attached be announced on a page with text, where nobody signs below.

    Args:
        last: the last paragraph of the report.
        row: in which it stands.
        styles: names of the template's styles, by id.
    """
    above = [last]
    for below in row[row.index(last) + 1 :]:
        if isinstance(below, str):
            return
        if below.text:
            if _style_name(below, styles) == STATEMENT:
                for paragraph in above:
                    _keep_with_next(paragraph)
            return
        above.append(below)


def _keep_with_next(paragraph: Paragraph) -> None:
    """Let no page end behind a paragraph."""
    paragraph.formatting = formatting.kept_with_next(paragraph.formatting)
