"""The page, held against GB/T 9704-2012: told, not forced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from drafter.model.record import record
from drafter.writers.blocks import Style
from drafter.writers.word.advice.warning import warning
from drafter.writers.word.effective import Formatting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from docx.document import Document

    from drafter.model.finding import Finding
    from drafter.writers.word.elements import Element
    from drafter.writers.word.trial import Trial

_MM = 56.6929  # twips
#: Millimetres: those of the standard, and those that put the print itself there.
_MARGINS = {
    "top": ("上", 37, (34, 37)),
    "bottom": ("下", 35, (33, 35)),
    "left": ("左", 28, (28,)),
    "right": ("右", 26, (26,)),
}
_OFF = 1.0
_WIDTH, _HEIGHT = 210, 297
_LINES, _CHARACTERS = 22, 28
_GRIDS = {"lines", "linesAndChars", "snapToChars"}
_CHARACTER_GRIDS = {"linesAndChars", "snapToChars"}
#: A grid adds so many parts of a point to each character.
_PARTS = 4096


@record
class _Page:
    """A section's page, in twips; what is not said counts as 0.

    Attributes:
        size: width and height.
        margins: by side.
        grid: attributes of its grid.
    """

    size: tuple[int, int]
    margins: Mapping[str, int]
    grid: Mapping[str, str]


def page(document: Document, trial: Trial, path: Path) -> Iterator[Finding]:
    """Paper, margins, lines and characters that are not those of the standard."""
    pages = [_read(section) for section in document.element.body.iter(qn("w:sectPr"))]
    for number, one in enumerate(pages, start=1):
        place = f"第{number}节的" if len(pages) > 1 else ""
        yield from _paper(one, place, path)
    if pages:
        yield from _grid(pages[-1], trial, path)


def _paper(one: _Page, place: str, path: Path) -> Iterator[Finding]:
    width, height = (round(twips / _MM) for twips in one.size)
    if (width, height) not in {(_WIDTH, _HEIGHT), (_HEIGHT, _WIDTH)}:
        message = f"{place}纸张是{width}×{height}毫米，国标是 A4（210×297毫米）"
        yield warning(("T218", "page-setup"), path, 0, message, "在“布局—纸张大小”里选 A4")
    if width > height:
        return
    wrong = [
        f"{name}{one.margins[side] / _MM:.1f}（国标{standard}）"
        for side, (name, standard, right) in _MARGINS.items()
        if all(abs(one.margins[side] / _MM - mm) > _OFF for mm in right)
    ]
    if wrong:
        message = f"{place}页边距（毫米）：{'、'.join(wrong)}"
        remedy = "按国标在“布局—页边距”里设上37、下35、左28、右26毫米；本单位有规定的不用改"
        yield warning(("T218", "page-setup"), path, 0, message, remedy)


def _grid(one: _Page, trial: Trial, path: Path) -> Iterator[Finding]:
    """Lines on a page and characters in a line, where they can be told."""
    body = next((p for b, p in trial.printed if b.style is Style.BODY and p is not None), None)
    if body is None:
        return
    formatting = Formatting(trial.document)
    lines, characters = _lines(one, body, formatting), _characters(one, body, formatting)
    if lines == _LINES and characters == _CHARACTERS:
        return
    told = f"每页{lines}行" if lines else "行距没有设成固定值"
    message = f"正文{told}、每行{characters}字，国标是每页{_LINES}行、每行{_CHARACTERS}字"
    remedy = "正文样式设为三号字、字符间距紧缩0.2磅、固定行距28.95磅；要排满版面可从标准模板改起"
    yield warning(("T218", "page-setup"), path, 0, message, remedy)


def _lines(one: _Page, body: Element, formatting: Formatting) -> int:
    """Lines on a full page; 0 when the spacing depends on the font."""
    height = one.size[1] - one.margins["top"] - one.margins["bottom"]
    line = formatting.line(body)
    if line is not None and line[1] == "exact" and line[0] > 0:
        return height // line[0]
    pitch = _whole(one.grid.get("linePitch"))
    if one.grid.get("type") in _GRIDS and pitch > 0 and (line is None or line[1] == "auto"):
        return height // pitch
    return 0


def _characters(one: _Page, body: Element, formatting: Formatting) -> int:
    width = one.size[0] - one.margins["left"] - one.margins["right"]
    size, added = formatting.character(body)
    if one.grid.get("type") in _CHARACTER_GRIDS:
        added += round(_whole(one.grid.get("charSpace")) / _PARTS * 20)
    return width // max(1, size + added)


def _read(section: Element) -> _Page:
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    grid = section.find(qn("w:docGrid"))
    return _Page(
        (_twips(size, "w"), _twips(size, "h")),
        {side: _twips(margins, side) for side in _MARGINS},
        {} if grid is None else {str(k).rpartition("}")[2]: str(v) for k, v in grid.attrib.items()},
    )


def _twips(element: Element | None, name: str) -> int:
    return 0 if element is None else _whole(element.get(qn(f"w:{name}")))


def _whole(text: str | None) -> int:
    """A number of the file; 0 when it is none."""
    try:
        return round(float(text or 0))
    except (OverflowError, ValueError):
        return 0
