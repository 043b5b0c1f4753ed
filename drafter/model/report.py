"""The report: the tree with the values in place, before it becomes Word, text or anything else."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.model.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from drafter.model.spot import Spot


class PieceKind(StrEnum):
    """What a run of characters is."""

    TEXT = "text"
    FIGURE = "figure"  #: a figure as it was given
    COMPUTED = "computed"  #: a rate, sum or comparison that the program worked out
    GAP = "gap"  #: 【待补充：…】
    CARRIED = "carried"  #: last year's words, not yet confirmed


@record
class Piece:
    """Characters with one origin.

    Attributes:
        kind: see `PieceKind`.
        text: never empty.
        figures: ids of the figures in it, the printed one first; empty for plain text.
        gap: what is missing; None unless `kind` is GAP.
        slot: the slot that it came from, as a year file says it (`{{复议.收到 | 同比}}`); empty for
            plain text and for words that stand for 无.
    """

    kind: PieceKind
    text: str
    figures: tuple[str, ...] = ()
    gap: Gap | None = None
    slot: str = ""


@record
class Gap:
    """Something that a person still has to supply.

    Attributes:
        id: the figure's id, or what else is missing: `亮点.政务服务`, `不足`, `成文日期`,
            `上年数.复议.收到`, `改写.复议.收到` (the words do not fit the answer).
        label: what stands in 【待补充：…】.
        question: what to ask.
        units: units that are right; empty when it is no figure.
        supplier: who owes it; empty when unknown.
        prior: last year's value as printed then; empty when unknown.
        about: of a gap that is not a figure's own value (last year's, a comparison, words that do
            not fit the answer), the id of the figure that it is about; else empty.
    """

    id: str
    label: str
    question: str
    units: tuple[str, ...] = ()
    supplier: str = ""
    prior: str = ""
    about: str = ""


@record
class Sentence:
    """Pieces that end with a mark.

    Attributes:
        pieces: at least one.
        origin: 句式 (a pattern), 亮点, 不足, 安排, 导语, 正文 or 题目.
        spot: the pattern or the line of the year file that it came from.
        carried: whether the words are those of last year's file.
    """

    pieces: tuple[Piece, ...]
    origin: str
    spot: Spot
    carried: bool = False

    @property
    def text(self) -> str:
        """As it is printed."""
        return "".join([piece.text for piece in self.pieces])


@record
class Paragraph:
    """Sentences that share a paragraph; at least one."""

    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """As it is printed."""
        return "".join([sentence.text for sentence in self.sentences])

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All pieces in order."""
        return tuple([piece for sentence in self.sentences for piece in sentence.pieces])


@record
class Section:
    """A heading and what stands under it.

    Attributes:
        id: of the node that it came from, else of its first topic; empty for own text.
        level: 1 to 4.
        number: as printed before the heading: `一、`, `（一）`, `1.`, `（1）`.
        heading: a sentence without its closing mark.
        run_in: whether the first paragraph begins with the heading (（一）标题。正文).
        paragraphs: own text, before the children.
        children: sections one level down.
        topics: ids of the topics told in it, its children left out.
        parts: 不足 and 安排, where they stand in it.
    """

    id: str
    level: int
    number: str
    heading: Sentence
    run_in: bool
    paragraphs: tuple[Paragraph, ...]
    children: tuple[Section, ...]
    topics: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()

    def walk(self) -> Iterator[Section]:
        """This section and all below, in printed order."""
        yield self
        for child in self.children:
            yield from child.walk()


@record
class Note:
    """What there is to know about a figure that the text prints.

    Attributes:
        id: the indicator's.
        name: a noun phrase.
        question: what the clerk is asked.
        text: the value as printed.
        formula: how it was worked out, with the figures in it; empty for a typed one.
        prior: last year's value as printed then; empty when unknown.
        change: from last year to this, in words; empty when nothing can be told.
        jump: why the change should be looked at, in Chinese; empty when it should not.
        source: who gave it, else who usually owns it; empty when unknown.
        as_of: the day up to which it counts, as printed; empty when not told.
    """

    id: str
    name: str
    question: str
    text: str
    formula: str
    prior: str
    change: str
    jump: str
    source: str
    as_of: str


@record
class Covered:
    """Where one of the prescribed contents stands.

    Attributes:
        name: the content.
        places: numbers of the sections that tell it (`一（三）`); empty = nowhere.
        optional: whether a report may do without it.
    """

    name: str
    places: tuple[str, ...]
    optional: bool


@record
class LastWords:
    """A section with words of last year that nobody has confirmed.

    Attributes:
        name: what 沿用 has to say to confirm it and no other: its heading (导语 for the opening),
            or the way to it where several have that heading; empty when nothing tells it apart.
        heading: its heading; 导语 for the opening.
        spot: where the first of the words stand.
        unclear: what 沿用 does say, but for several sections, so that it confirms none.
    """

    name: str
    heading: str
    spot: Spot
    unclear: tuple[str, ...] = ()


@record
class Report:
    """A whole report.

    Attributes:
        title: without line breaks.
        year: the year reported on.
        profile: name of its structure.
        addressees: 主送机关 without the colon; empty when the line is not printed.
        lead: the opening paragraphs.
        sections: chapters.
        signatories: issuing offices; empty = no sign-off.
        dated: 成文日期; None = not printed, or a gap when there are signatories.
        gaps: everything still missing, in printed order, each once.
        unused: ids of figures that were given and stand nowhere in the text.
        covered: the prescribed contents and where they stand.
        carried: the sections with words of last year that nobody has confirmed.
        delivery: whom the report goes to and by when, as lines (报送：…); empty for a public text.
        notes: on every figure that the text prints, by id.
        names: what a Word template can say about the report (单位, 数据截至), by name; empty texts
            for what was not given.
        figures: what a Word template prints for every figure that can be asked for, by id; None
            where one is missing and gaps drop out.
        last_figures: the same for last year.
    """

    title: Sentence
    year: int
    profile: str
    addressees: str
    lead: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    signatories: tuple[str, ...]
    dated: date | None
    gaps: tuple[Gap, ...]
    unused: tuple[str, ...]
    covered: tuple[Covered, ...] = ()
    delivery: tuple[str, ...] = ()
    carried: tuple[LastWords, ...] = ()
    notes: Mapping[str, Note] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    figures: Mapping[str, Piece | None] = field(default_factory=dict)
    last_figures: Mapping[str, Piece | None] = field(default_factory=dict)

    def walk(self) -> Iterator[Section]:
        """All sections in printed order."""
        for section in self.sections:
            yield from section.walk()
