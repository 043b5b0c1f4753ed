"""Bullets that were typed where an entry of a list begins, and would be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.spot import Spot
from drafter.readers.codes import Fault
from drafter.readers.yaml_tree import Items, Scalar

if TYPE_CHECKING:
    from drafter.readers.sheet import Sheet
    from drafter.readers.yaml_tree import Tree

_MOST = 20  # lines of one text
_DASHES = ("-", "－")
#: What may begin a bullet; a look at it spares the look for the whole.
_FIRST = frozenset("-－—–―•·●○■□◆◇▪▫★☆※►▶（(0123456789")


def tell_bullets(sheet: Sheet, tree: Tree | None) -> None:
    """Tell of bullets before the entries of a list; a text in quotes is left alone."""
    if isinstance(tree, Items):
        for item in tree.items:
            tell_bullets(sheet, item)
    elif isinstance(tree, Scalar):
        _tell(sheet, tree)


def _tell(sheet: Sheet, scalar: Scalar) -> None:
    first = scalar.spot.line
    if scalar.text.startswith(_DASHES) and not _before(sheet, scalar).strip():
        return  # told of as dashes without a blank
    for number in range(first, first + min(scalar.lines, _MOST)):
        line = sheet.line(number)
        before = _before(sheet, scalar) if number == first else line[: -len(line.lstrip()) or None]
        if line[len(before) : len(before) + 1] not in _FIRST:
            continue
        from drafter.readers.yaml_lines import BULLET

        match = BULLET.match(line, len(before))
        if match:
            _told(sheet, Spot(scalar.spot.file, number, len(before) + 1), match[1], scalar)


def _before(sheet: Sheet, scalar: Scalar) -> str:
    return sheet.line(scalar.spot.line)[: scalar.spot.column - 1]


def _told(sheet: Sheet, spot: Spot, mark: str, scalar: Scalar) -> None:
    """An error where a dash was meant; a warning where one stands, or none is needed."""
    line = sheet.line(spot.line)
    before, words = line[: spot.column - 1], line[spot.column - 1 + len(mark) :].strip()
    text = line.strip()
    if before.strip() or scalar.quoted:
        message = f"这一条开头的“{mark}”会原样印在正文里"
        remedy = f"删去它，写成 `{(before + words).strip()}`"
        sheet.warn(Fault.MISSING_SPACE_AFTER_DASH, spot, message, remedy, text)
        return
    message = f"每一项前面要用半角的“-”，后面空一格，这里用了“{mark}”"
    sheet.error(Fault.MISSING_SPACE_AFTER_DASH, spot, message, f"写成 `- {words}`", text)
