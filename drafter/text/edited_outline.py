"""The edited document as a report: title, lead, sections, sign-off; each line with its home."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from drafter.model.home import HomeKind
from drafter.text.headings import read_number
from drafter.text.marks import is_closed
from drafter.text.weaving import Woven, woven

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.model.edited import Control, EditedParagraph
    from drafter.model.home import Home, Stretch
    from drafter.text.homecoming import Couple

#: Characters; what is longer is text, whatever number it begins with.
_LONGEST = 60
_CLOSING = "。！？"
_SIGNED = frozenset({HomeKind.SIGNATORY, HomeKind.DATE})


@dataclass(frozen=True)
class Line:
    """A heading, or a paragraph of text, as it was edited.

    Attributes:
        text: a heading without its number and closing mark.
        controls: content controls in it.
        home: where it comes from; None for something new.
        start: where its words begin in the home's text.
        end: where they end there.
    """

    text: str
    controls: tuple[Control, ...] = ()
    home: Home | None = None
    start: int = 0
    end: int = 0

    def within(self, section: int) -> Line:
        """The line, its home in another section."""
        home = replace(self.home, section=section) if self.home else None
        return replace(self, home=home)

    @property
    def old(self) -> str:
        """What stood there; empty for something new."""
        return self.home.text[self.start : self.end] if self.home else ""

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The values in it, counted from its own beginning."""
        return tuple(
            replace(one, start=one.start - self.start, end=one.end - self.start)
            for one in (self.home.stretches if self.home else ())
            if one.start >= self.start and one.end <= self.end
        )

    @cached_property
    def woven(self) -> Woven:
        """It beside what stood there."""
        return woven(self.old, self.stretches, self.text, self.controls)


@dataclass
class EditedSection:
    """A heading and what stands under it.

    Attributes:
        level: 1 to 4.
        number: as it stands in the document; empty for none.
        heading: see `Line`.
        run_in: whether the first paragraph follows in the heading's own.
        section: place of the section in `Report.walk`; -1 for a new one.
        body: paragraphs before the next heading.
    """

    level: int
    number: str
    heading: Line
    run_in: bool
    section: int
    body: list[Line] = field(default_factory=list)


@dataclass
class EditedOutline:
    """The document in its parts.

    Attributes:
        title: its lines.
        addressee: None when there is none.
        lead: paragraphs before the first heading.
        sections: in printed order.
        signatories: of the sign-off.
        dated: None when there is none.
        strays: paragraphs that belong to nothing of this: before the title, behind the sign-off,
            in tables.
    """

    title: list[Line] = field(default_factory=list)
    addressee: Line | None = None
    lead: list[Line] = field(default_factory=list)
    sections: list[EditedSection] = field(default_factory=list)
    signatories: list[Line] = field(default_factory=list)
    dated: Line | None = None
    strays: list[EditedParagraph] = field(default_factory=list)

    def lines(self) -> Iterator[tuple[int, Line]]:
        """Every line with the place of its edited section; -1 outside of all."""
        frame = (self.addressee, *self.lead)
        yield from ((-1, line) for line in (*self.title, *frame) if line)
        for at, one in enumerate(self.sections):
            yield from ((at, line) for line in (one.heading, *one.body))
        yield from ((-1, line) for line in (*self.signatories, self.dated) if line)


def edited_outline(couples: Sequence[Couple]) -> EditedOutline:
    """Put the edited paragraphs in their parts."""
    outline = EditedOutline()
    text = [couple for couple in couples if not couple.paragraph.table]
    outline.strays += [couple.paragraph for couple in couples if couple.paragraph.table]
    kinds = [couple.home.kind if couple.home else None for couple in text]
    first = next((at for at, kind in enumerate(kinds) if kind is not None), 0)
    signed = [at for at, kind in enumerate(kinds) if kind in _SIGNED]
    end = signed[0] if signed else len(text)
    outline.strays += [couple.paragraph for couple in text[:first]]
    for couple in text[first:end]:
        _place(outline, couple)
    last = signed[-1] + 1 if signed else end
    for couple in text[end:last]:
        line = _whole(couple)
        if couple.home and couple.home.kind is HomeKind.DATE:
            outline.dated = line
        else:
            outline.signatories.append(line)
    outline.strays += [couple.paragraph for couple in text[last:]]
    return outline


def _place(outline: EditedOutline, couple: Couple) -> None:
    """One paragraph between the title's first line and the sign-off."""
    kind = couple.home.kind if couple.home else None
    if kind is HomeKind.TITLE:
        outline.title.append(_whole(couple))
    elif kind is HomeKind.ADDRESSEE or _addressee(outline, couple):
        outline.addressee = _whole(couple)
    elif (section := headed(couple)) is not None:
        outline.sections.append(section)
    elif outline.sections:
        outline.sections[-1].body.append(_whole(couple))
    else:
        outline.lead.append(_whole(couple))


def _addressee(outline: EditedOutline, couple: Couple) -> bool:
    """Whether a new line between title and text is 主送机关."""
    text = couple.paragraph.text
    begun = bool(outline.lead or outline.sections or outline.addressee)
    return couple.home is None and not begun and text.endswith("：") and len(text) <= _LONGEST


def _whole(couple: Couple) -> Line:
    """A paragraph of text; of a run-in one that lost its heading, the text only."""
    paragraph, home = couple.paragraph, couple.home
    start = home.heading if home and home.kind is HomeKind.RUN_IN else 0
    end = len(home.text) if home else 0
    return Line(paragraph.text, paragraph.controls, home, start, end)


def headed(couple: Couple) -> EditedSection | None:
    """The section that a paragraph begins; None for one of text."""
    paragraph, home = couple.paragraph, couple.home
    was = home is not None and home.heading > 0
    found = read_number(paragraph.text)
    own = home.number if home and was else ""
    if own and paragraph.text.startswith(own):
        number, level = own, home.level if home else 0
    elif found and (was or paragraph.level or _short(found[2])):
        number, level = paragraph.text[: len(paragraph.text) - len(found[2])], found[0]
    elif was or (paragraph.level and _short(paragraph.text) and not is_closed(paragraph.text)):
        number, level = "", paragraph.level or (home.level if home else 1)
    else:
        return None
    if was and not number and len(paragraph.text) > _LONGEST and not paragraph.level:
        return None
    return _section(couple, number.strip(), len(number), level)


def _short(rest: str) -> bool:
    """Whether what follows a number is a heading, alone or running in."""
    ends = [at for mark in _CLOSING if (at := rest.find(mark)) >= 0]
    length = min(ends, default=len(rest))
    return 0 < length <= _LONGEST and not rest.endswith(("；", "，", "、"))


def _section(couple: Couple, number: str, begin: int, level: int) -> EditedSection:
    """Heading and text of a paragraph taken apart."""
    paragraph, home = couple.paragraph, couple.home
    was = home if home and home.heading else None
    end = _heading_end(paragraph.text, begin, was)
    heading = paragraph.text[begin:end].rstrip("。；")
    told = was.told[0] if was else None
    place = (told.start, told.end) if told else (0, 0)
    inner = tuple(
        replace(one, start=one.start - begin, end=one.end - begin)
        for one in paragraph.controls
        if begin <= one.start and one.end <= begin + len(heading)
    )
    made = EditedSection(
        level,
        number,
        Line(heading, inner, was, *place),
        run_in=end < len(paragraph.text),
        section=was.section if was else -1,
    )
    if made.run_in:
        behind = tuple(
            replace(one, start=one.start - end, end=one.end - end)
            for one in paragraph.controls
            if one.start >= end
        )
        start = home.heading if home else 0
        stop = len(home.text) if home else 0
        made.body.append(Line(paragraph.text[end:], behind, home, start, stop))
    return made


def _heading_end(text: str, begin: int, home: Home | None) -> int:
    """Where the heading of a paragraph ends, its closing mark included."""
    if home is not None and home.heading < len(home.text):
        heading = home.text[len(home.number) : home.heading]
        if text.startswith(heading, begin):
            return begin + len(heading)
    ends = [at for mark in _CLOSING if (at := text.find(mark, begin)) >= 0]
    end = min(ends, default=len(text) - 1) + 1
    alone = home is not None and home.heading == len(home.text) and end >= len(text)
    return len(text) if alone or not is_closed(text[:end]) else end
