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
    from collections.abc import Iterable, Sequence

RUNNING_HEAD = "页眉页脚"
_PAGE = lazily(
    r"[-—–－_·\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[/／,，]?\s*共?\s*\d{1,3}\s*页?)?[-—–－_·\s]*"
)
_REPEATED, _MOST = 3, 0.6
_INDENT, _SHORT, _GAP, _LARGER = 1.2, 2.2, 1.5, 1.15
_HALF, _FEW = 0.6, 0.3
_WORD = lazily(r"[A-Za-z]")


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
    """

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float


@record
class Healed:
    """A paragraph put together from lines.

    Attributes:
        text: its words.
        page: on which it begins.
        title: whether it is larger than the text and stands in the middle.
    """

    text: str
    page: int
    title: bool


def furniture(lines: Sequence[Line]) -> list[str]:
    """Why each line is no part of the text: page numbers, running heads; empty for the text."""
    reasons = [""] * len(lines)
    pages: dict[int, list[int]] = {}
    for n, line in enumerate(lines):
        pages.setdefault(line.page, []).append(n)
    edges = [n for ns in pages.values() for n in {ns[0], ns[-1]}]
    seen = Counter((lines[n].text, round(lines[n].base)) for n in edges)
    for n in edges:
        line = lines[n]
        if _PAGE.fullmatch(line.text):
            reasons[n] = PAGE_NUMBER
        elif seen[line.text, round(line.base)] >= max(_REPEATED, _MOST * len(pages)):
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
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not shape.begins(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Healed(_joined(group), group[0].page, shape.is_title(group)) for group in groups]


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
