"""A Word template as plain Jinja: one line a paragraph, without any XML.

The same text serves twice. Parsed, it shows every name a template uses, with the number of the
paragraph as the line. Rendered, it says what the finished document must contain, found without
docxtpl and so without any of its faults.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.model.record import record
from drafter.text.lazily import lazily
from drafter.writers.word.elements import TBL_CELL, TBL_ROW, paragraph_text, w
from drafter.writers.word.filling import MARK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.writers.word.elements import Element, Story

_CLOSING = {"{%": "%}", "{{": "}}", "{#": "#}"}
_INSIDE = lazily(r"\{[%{#](tr|tc|p|r)\s+(.*)[%}#]\}", re.DOTALL)
# docxtpl straightens the quotes that Word curls while a tag is typed.
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")

# Word prints these as a blank; `as_jinja` needs a line a paragraph.
_BLANKS = dict.fromkeys(map(ord, "\n\r"), " ")

_BOX = w("txbxContent")


@record
class Tag:
    """`{% … %}`, `{{ … }}` or `{# … #}` in a paragraph.

    Attributes:
        opening: `{%`, `{{` or `{#`.
        form: what the tag takes away with itself: p (its paragraph), r (its run), tr (its table
            row), tc (its table cell); empty for a plain tag.
        body: what it says, with straight quotes, without blanks at the ends.
        text: as it is written.
    """

    opening: str
    form: str
    body: str
    text: str

    @property
    def word(self) -> str:
        """The first word of a statement (`for`); empty for other tags."""
        found = re.match(r"\w+", self.body) if self.opening == "{%" else None
        return found[0] if found else ""

    @property
    def plain(self) -> str:
        """As Jinja wants it."""
        return f"{self.opening} {self.body} {_CLOSING[self.opening]}"


@record
class Line:
    """A paragraph of a template.

    Attributes:
        number: counted from 1 within its story.
        text: everything that stands in it, tags included.
        parts: text and tags in order.
        row: number of its table row within the story; 0 outside tables.
        cell: the same for its table cell.
        box: whether it stands in a text box.
    """

    number: int
    text: str
    parts: tuple[str | Tag, ...]
    row: int = 0
    cell: int = 0
    box: bool = False

    @property
    def tags(self) -> tuple[Tag, ...]:
        """Its tags in order."""
        return tuple(part for part in self.parts if isinstance(part, Tag))

    @property
    def words(self) -> str:
        """Its text without the tags."""
        return "".join(part for part in self.parts if isinstance(part, str))

    @property
    def leaves(self) -> bool:
        """Whether a tag in it takes the paragraph away."""
        return any(tag.form in {"p", "tr", "tc"} for tag in self.tags)


def read_tag(text: str) -> Tag:
    """The tag that is written as `text`."""
    found = _INSIDE.fullmatch(text)
    form, body = (found[1], found[2]) if found else ("", text[2:-2])
    return Tag(text[:2], form, body.strip().translate(_STRAIGHT), text)


def split_tags(text: str) -> tuple[str | Tag, ...]:
    """Text and tags in order, without empty texts."""
    parts: list[str | Tag] = []
    end = 0
    for start, stop in _tags(text):
        if start > end:
            parts.append(text[end:start])
        parts.append(read_tag(text[start:stop]))
        end = stop
    if end < len(text):
        parts.append(text[end:])
    return tuple(parts)


def _tags(text: str) -> Iterator[tuple[int, int]]:
    """Where the tags of a text begin and end.

    No regular expression: one would look for the end of each unclosed tag anew.
    """
    unclosed: set[str] = set()
    at = text.find("{")
    while at >= 0:
        opening = text[at : at + 2]
        closing = _CLOSING.get(opening, "")
        stop = text.find(closing, at + 2) if closing and opening not in unclosed else -1
        if stop >= 0:
            yield at, stop + 2
            at = text.find("{", stop + 2)
        else:
            unclosed.add(opening)
            at = text.find("{", at + 1)


def lines(story: Story) -> tuple[Line, ...]:
    """The paragraphs of `story`."""
    rows: dict[Element, int] = {}
    cells: dict[Element, int] = {}
    result = []
    for number, paragraph in enumerate(story.paragraphs(), start=1):
        text = paragraph_text(paragraph).translate(_BLANKS)
        row = next(paragraph.iterancestors(TBL_ROW), None)
        cell = next(paragraph.iterancestors(TBL_CELL), None)
        result.append(
            Line(
                number,
                text,
                split_tags(text),
                0 if row is None else rows.setdefault(row, len(rows) + 1),
                0 if cell is None else cells.setdefault(cell, len(cells) + 1),
                next(paragraph.iterancestors(_BOX), None) is not None,
            )
        )
    return tuple(result)


def as_jinja(story: Iterable[Line]) -> str:
    """Plain Jinja with a mark before each paragraph that is printed; see `filling.paragraphs`."""
    kept = tuple(story)
    gone_rows = {line.row for line in kept if any(tag.form == "tr" for tag in line.tags)}
    gone_cells = {line.cell for line in kept if any(tag.form == "tc" for tag in line.tags)}
    source = []
    for line in kept:
        if line.leaves:
            source.append("".join(tag.plain for tag in line.tags))
        elif (line.row and line.row in gone_rows) or (line.cell and line.cell in gone_cells):
            source.append("")
        else:
            source.append(MARK + _jinja_line(line))
    return "\n".join(source)


def _jinja_line(line: Line) -> str:
    return "".join(part.plain if isinstance(part, Tag) else part for part in line.parts)
