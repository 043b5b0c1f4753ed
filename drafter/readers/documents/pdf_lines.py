"""The printed lines of a PDF's pages, and paragraphs healed from them."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.readers.documents.frame_words import PAGE_NUMBER
from drafter.text.headings import read_number
from drafter.text.lazily import lazily
from drafter.text.marks import is_closed
from drafter.text.old_annex import is_annex_head

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

RUNNING_HEAD, FOOTNOTE = "页眉页脚", "脚注"
_PAGE = lazily(
    r"[-—–－_·\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[/／,，]?\s*共?\s*\d{1,3}\s*页?)?[-—–－_·\s]*"
)
#: On how many pages a running head stands, and on how many where it is smaller than the text.
_REPEATED, _TWICE, _MOST, _SMALLER = 3, 2, 0.6, 0.85
_INDENT, _SHORT, _GAP, _LARGER = 1.2, 2.2, 1.5, 1.15
_HALF, _FEW = 0.6, 0.3
_WORD = lazily(r"[A-Za-z]")
#: Cells of a table's row, and how many such rows make a table; others in it may have two.
_CELLS, _ROWS, _FEWEST_CELLS = 3, 2, 2


@record
class Line:
    """A printed line.

    Attributes:
        text: its words, stripped.
        page: counted from 1.
        left: where its first character begins, in points from the page's left edge.
        right: where its last one ends.
        base: its height above the page's lower edge.
        size: of its characters, in points.
        cells: its words, parted where gaps are wide.
        note: whether it is of a footnote.
    """

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float
    cells: tuple[str, ...] = ()
    note: bool = False


@record
class Healed:
    """A paragraph put together from lines.

    Attributes:
        text: its words.
        page: on which it begins.
        title: whether it is larger than the text and stands in the middle.
        table: for a cell the table that it stands in, counted from 1; 0 for text.
    """

    text: str
    page: int
    title: bool
    table: int = 0


def is_page_number(text: str) -> bool:
    """Whether a line is a page's number: — 3 —, 第3页, 3/12."""
    return _PAGE.fullmatch(text) is not None


def furniture(lines: Sequence[Line]) -> list[str]:
    """Why each line is no part of the text: page numbers, footnotes; empty for the text."""
    notes = (line.note and not is_page_number(line.text) for line in lines)
    reasons = [FOOTNOTE if note else "" for note in notes]
    pages: dict[int, list[int]] = {}
    for n, line in enumerate(lines):
        if not reasons[n]:
            pages.setdefault(line.page, []).append(n)
    edges = [n for ns in pages.values() for n in {ns[0], ns[-1]}]
    seen = Counter((lines[n].text, round(lines[n].base)) for n in edges)
    usual = _usual(line.size for line in lines) if lines else 0
    for n in edges:
        line = lines[n]
        least = _TWICE if line.size <= _SMALLER * usual else _REPEATED
        if is_page_number(line.text):
            reasons[n] = PAGE_NUMBER
        elif seen[line.text, round(line.base)] >= max(least, _MOST * len(pages)):
            reasons[n] = RUNNING_HEAD
    return reasons


def healed(lines: Sequence[Line]) -> list[Healed]:
    """The paragraphs of lines that are all text."""
    if not lines:
        return []
    size = _usual(line.size for line in lines)
    body = [line for line in lines if abs(line.size - size) < 1] or lines
    # Where paragraphs are short, indented lines may be the most: the margin is left of them.
    common = Counter(round(line.left) for line in body)
    left = min(
        (float(x) for x, n in common.items() if n >= max(2, len(body) * _FEW / 3)),
        default=_usual(line.left for line in body),
    )
    right = sorted(line.right for line in body)[-max(len(body) // 10, 1)]
    steps = [a.base - b.base for a, b in pairwise(lines) if a.page == b.page and a.base > b.base]
    inside = sum(line.left > left + _INDENT * size for line in body)
    step = median(steps) if steps else size
    shape = _Shape(size, left, right, step, inside > _FEW * _paragraph_ends(body, right, size))
    return list(_paragraphs(lines, shape))


def _paragraphs(lines: Sequence[Line], shape: _Shape) -> Iterator[Healed]:
    """The lines' paragraphs, and the cells of their tables, in order."""
    group: list[Line] = []
    for line, table in zip(lines, _tables(lines), strict=True):
        if group and (table or shape.begins(group[-1], line)):
            yield Healed(_joined(group), group[0].page, shape.is_title(group))
            group = []
        if table:
            yield from (Healed(cell, line.page, False, table) for cell in line.cells)  # noqa: FBT003
        else:
            group.append(line)
    if group:
        yield Healed(_joined(group), group[0].page, shape.is_title(group))


def _tables(lines: Sequence[Line]) -> list[int]:
    """For each line the table that it is a row of, counted from 1; 0 for text.

    Wide gaps alone make no table: two offices that sign side by side have one too.
    """
    found = [0] * len(lines)
    count = at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and _is_row(lines[end]) and lines[end].page == lines[at].page:
            end += 1
        if sum(len(line.cells) >= _CELLS for line in lines[at:end]) >= _ROWS:
            count += 1
            found[at:end] = [count] * (end - at)
        at = max(end, at + 1)
    return found


def _is_row(line: Line) -> bool:
    return len(line.cells) >= _FEWEST_CELLS


@record
class _Shape:
    """The usual line of a document."""

    size: float
    left: float
    right: float
    step: float
    indented: bool

    def begins(self, before: Line, line: Line) -> bool:
        """Whether a line begins a paragraph, after the one before it."""
        em = max(self.size, 1.0)
        # An annex begins at the margin, behind a date that does not end with a mark.
        annex = line.page != before.page and is_annex_head(line.text)
        if annex or abs(line.size - before.size) > em * (_LARGER - 1):
            return True
        if line.size > self.size * _LARGER and line.page == before.page:
            return read_number(line.text) is not None  # a title's lines stand in the middle
        if line.left > self.left + _INDENT * em:
            return True
        if before.right < self.left + _HALF * (self.right - self.left):
            return True
        if line.page == before.page and before.base - line.base > self.step * _GAP:
            return True
        # Where paragraphs are indented, a ragged line is one that a long word did not fit into.
        if self.indented:
            return False
        ragged = before.right < self.right - _SHORT * em
        numbered = read_number(line.text) is not None
        if is_closed(before.text):
            return ragged or numbered
        return ragged and (numbered or read_number(before.text) is not None)

    def is_title(self, group: Sequence[Line]) -> bool:
        """Whether lines are set larger than the text, in the middle."""
        line = group[0]
        middle = (self.left + self.right) / 2
        apart = abs((line.left + line.right) / 2 - middle)
        return line.size > self.size * _LARGER and apart < 2 * line.size


def _paragraph_ends(lines: Sequence[Line], right: float, size: float) -> int:
    """How many lines end short with a closing mark, as paragraphs do."""
    return sum(is_closed(a.text) and a.right < right - _SHORT * size for a in lines)


def _joined(group: Sequence[Line]) -> str:
    text = ""
    for line in group:
        between = text and _WORD.match(text[-1]) and _WORD.match(line.text)
        text += f" {line.text}" if between else line.text
    return text


def _usual(values: Iterable[float]) -> float:
    count = Counter(round(value) for value in values)
    return float(count.most_common(1)[0][0])
