"""What the page's template prints: plain values, every text as it was written.

The template escapes; nothing here is markup. Anchors are numbers: `m3` is the third place in the
text that can be opened, `c3` the third card, `s3` the third section.
"""

from __future__ import annotations

from enum import StrEnum

from drafter.model.record import record


class Kind(StrEnum):
    """What a person should look at; the values are class names of the style sheet."""

    GAP = "gap"
    JUMP = "jump"
    CARRIED = "carried"
    FOUND = "found"


#: What each is called on the page.
NAMES = {
    Kind.GAP: "待补充",
    Kind.JUMP: "与上年相差大",
    Kind.CARRIED: "沿用上年",
    Kind.FOUND: "检查发现",
}


@record
class Run:
    """Characters that look alike.

    Attributes:
        text: never empty, but for the flag behind a paragraph that is meant as a whole.
        classes: of the style sheet, with blanks between; empty for plain text.
        kinds: what a person should look at here, with blanks between; each place of a finding or of
            a sentence has it once, at its beginning.
        anchor: number of the place; 0 = it cannot be opened.
        card: number of the card that it opens; 0 = none.
        origin: where its sentence comes from: `句式，topics/普法.yaml 第3行`; empty without a card.
    """

    text: str
    classes: str = ""
    kinds: str = ""
    anchor: int = 0
    card: int = 0
    origin: str = ""


@record
class Block:
    """A printed paragraph.

    Attributes:
        style: class of the style sheet: title, addressee, body, heading, statement (of the
            annex), signatory, date, blank.
        runs: its text.
        heading: number and words of a heading; where `runs` are not empty the text runs in.
        level: of a heading, 1 to 4; 0 for everything else.
        section: number of the section that it begins; 0 = none.
        flags: what was found about the paragraph as a whole.
    """

    style: str
    runs: tuple[Run, ...] = ()
    heading: tuple[Run, ...] = ()
    level: int = 0
    section: int = 0
    flags: tuple[Run, ...] = ()


@record
class Entry:
    """A line of the outline (提纲).

    Attributes:
        anchor: of the place in the text, without #.
        text: number and heading.
        gaps: how many different things are missing in it and below.
        others: how much else is to be looked at, in it and below.
        children: a level down.
    """

    anchor: str
    text: str
    gaps: int
    others: int
    children: tuple[Entry, ...] = ()


@record
class Item:
    """Something to look at, as a line of the list.

    Attributes:
        kind: see `Kind`.
        anchor: number of its place in the text; 0 = it stands nowhere there.
        label: the weight of a finding (错误, 警告, 提示); else empty.
        text: what it is.
        detail: what else to know, or what to do; may be empty.
        where: section, or file and line; may be empty.
    """

    kind: Kind
    anchor: int
    label: str
    text: str
    detail: str
    where: str


@record
class Told:
    """A finding on a card."""

    label: str
    code: str
    message: str
    remedy: str
    where: str


@record
class Bar:
    """One year of a figure.

    Attributes:
        year: the year.
        text: value as printed then.
        percent: length of the bar, of the longest one's; None = units differ, no bar.
    """

    year: int
    text: str
    percent: int | None


@record
class Column:
    """One figure in one year, as a column of a chart; lengths across are shares of the width.

    Attributes:
        tone: number of its colour, the same for a figure in all years.
        left: where it begins: `12.5%`.
        width: how wide it is.
        middle: where its label is centred.
        top: from the chart's upper edge, in pixels.
        height: down to the line of zero, in pixels.
        label: its value in the chart's unit.
    """

    tone: int
    left: str
    width: str
    middle: str
    top: int
    height: int
    label: str


@record
class Drawing:
    """A chart of the annex: columns in groups, a group a year, as the Word file has it.

    Attributes:
        heading: with the unit.
        told: all of it in words.
        width: pixels below which labels would lie over each other.
        height: pixels, the years' line below the columns included.
        base: the line of zero, in pixels from the upper edge.
        years: where each is centred, and the year.
        columns: in the order of the years, then of the figures.
        legend: number of the colour and name of each figure; empty for only one.
    """

    heading: str
    told: str
    width: int
    height: int
    base: int
    years: tuple[tuple[str, str], ...]
    columns: tuple[Column, ...]
    legend: tuple[tuple[int, str], ...]


@record
class Use:
    """A place that uses a figure: number of the place, section, and whether it is only counted."""

    anchor: int
    section: str
    counted: bool


@record
class Card:
    """What opens at a place.

    Attributes:
        number: from 1.
        title: what it is about.
        value: of a figure, as printed; empty for none.
        kinds: what to look at, by name: 待补充, 与上年相差大.
        facts: term and text, in order.
        asks: what to do, as sentences.
        bars: years, oldest first; empty for fewer than two.
        uses: other places with the same figure, in printed order.
        findings: what was found here.
    """

    number: int
    title: str
    value: str
    kinds: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    asks: tuple[str, ...]
    bars: tuple[Bar, ...]
    uses: tuple[Use, ...]
    findings: tuple[Told, ...]


@record
class Chip:
    """A kind, its name, its count, and what the count is made of."""

    kind: Kind
    name: str
    count: int
    told: str
