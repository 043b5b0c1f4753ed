"""A text ready to be spoilt: its lines, and which of them are headings and paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.model.kit import Part
from drafter.text.alignment import raw_places

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator
    from datetime import date

    from drafter.model.proof import Passage, Proof


@dataclass(frozen=True, slots=True)
class Stretch:
    """A heading or a paragraph of a sheet.

    Attributes:
        line: its line, from 0.
        start: place in the line of its first character.
        body: place in the line where the text begins; the end of it for a heading that stands
            alone.
        end: place behind its last character.
        passage: what the checks read there.
    """

    line: int
    start: int
    body: int
    end: int
    passage: Passage

    @property
    def alone(self) -> bool:
        """Whether it is a heading on its own line."""
        return bool(self.passage.level) and not self.passage.run_in

    @property
    def planned(self) -> bool:
        """Whether it stands in the part on next year."""
        return Part.PLANS in self.passage.parts


@dataclass(frozen=True, slots=True)
class Sheet:
    """A text and where its headings and paragraphs stand.

    Attributes:
        lines: every line of the file.
        stretches: headings and paragraphs in order; neither title nor sign-off.
        year: reported on.
        dated: the document's date.
        title: line of the title, from 0; None when there is none.
        filed: whether the text was made of a year file.
    """

    lines: tuple[str, ...]
    stretches: tuple[Stretch, ...]
    year: int
    dated: date | None
    title: int | None
    filed: bool

    @property
    def texts(self) -> tuple[Stretch, ...]:
        """What holds sentences: paragraphs, and headings with their text behind them."""
        return tuple(s for s in self.stretches if s.end > s.body)

    @property
    def headings(self) -> tuple[Stretch, ...]:
        """Headings of every level."""
        return tuple(s for s in self.stretches if s.passage.level)

    def words(self, stretch: Stretch) -> str:
        """The sentences of a stretch as they stand in the file."""
        return self.lines[stretch.line][stretch.body : stretch.end]

    def matches(
        self, pattern: re.Pattern[str], where: Callable[[Stretch], bool] | None = None
    ) -> Iterator[tuple[Stretch, re.Match[str]]]:
        """Where a pattern stands in sentences; places count from the line's first character."""
        for stretch in self.texts:
            if where is None or where(stretch):
                line = self.lines[stretch.line]
                for match in pattern.finditer(line, stretch.body, stretch.end):
                    yield stretch, match

    def replaced(self, line: int, start: int, end: int, new: str) -> tuple[str, ...]:
        """The lines with some words of one of them changed."""
        old = self.lines[line]
        return (*self.lines[:line], old[:start] + new + old[end:], *self.lines[line + 1 :])


def sheet_of(text: str, proof: Proof) -> Sheet:
    """The sheet of a text that was read as this proof."""
    lines = tuple(text.splitlines())
    stretches: list[Stretch] = []
    title = None
    for passage in proof.passages:
        line = passage.spots[0][1].line - 1
        if passage.kind == "title":
            title = line
            continue
        start = lines[line].find(passage.raw)
        if start < 0:
            continue
        places = raw_places(passage.raw, passage.text)
        end = start + len(passage.raw)
        body = min(start + places[passage.body], end)
        stretches.append(Stretch(line, start, body, end, passage))
    return Sheet(lines, tuple(stretches), proof.year or 0, proof.dated, title, proof.filed)
