"""Headings and paragraphs as they were changed in Word, section by section."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.app.pulling.bench import place_name, shots, slots, with_body, with_heading
from drafter.app.pulling.lists import list_of, new_list, rearranged
from drafter.app.pulling.words import rewritten
from drafter.model.finding import DrafterError
from drafter.model.home import HomeKind
from drafter.model.pulled import Applied, Group
from drafter.readers.yaml_plain import path_at, plain_at, touched
from drafter.readers.year_edits import append, put
from drafter.readers.year_removals import drop_entry
from drafter.readers.year_texts import add_entry, remark_above, replace_text
from drafter.text.weaving import fresh_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from drafter.app.pulling.bench import Bench
    from drafter.model.report import Section
    from drafter.text.edited_outline import EditedOutline, EditedSection, Line

#: What stands above a section's text that was settled in Word.
REMARK = "在 Word 里改定的，代替这一节的句式和亮点；删去这一项，就按句式和亮点重写"
_POINTS = ("不足", "安排")
_HEADINGS, _BODIES, _LEAD = "题目", "正文", "导语"


def take_bodies(bench: Bench, outline: EditedOutline) -> Iterator[Applied]:
    """Put changed headings and paragraphs into the year file; the rest is left to the proof."""
    said = Counter(line.text for _, line in outline.lines())
    bodies = [(-1, outline.lead), *((one.section, one.body) for one in outline.sections)]
    for one in outline.sections:
        if one.section >= 0:
            yield from _heading(bench, one)
    for section, lines in bodies:
        if not lines and _elsewhere(outline, section):
            continue
        if (section >= 0 or lines is outline.lead) and not _told_twice(bench, section, lines, said):
            yield from _body(bench, section, lines)


def patterns(lines: Iterable[Line], bench: Bench) -> list[str]:
    """Paragraphs as they go into the year file: every figure a slot."""
    printed = slots(bench.report)
    made = []
    for line in lines:
        own = line.woven.pattern(0, len(line.text)) if line.home else None
        made.append(own or fresh_pattern(line.text, line.controls, printed))
    return made


def _elsewhere(outline: EditedOutline, at: int) -> bool:
    """Whether a section's paragraphs stand in another one now."""
    bodies = [(-1, outline.lead), *((one.section, one.body) for one in outline.sections)]
    return any(
        line.home is not None and line.home.section == at
        for section, body in bodies
        if section != at
        for line in body
    )


def _told_twice(bench: Bench, at: int, lines: Sequence[Line], said: Counter[str]) -> bool:
    """Whether a paragraph came from another section that still has it."""
    found = shots(bench.report)
    old = found[at + 2][2]
    others = Counter(text for place, one in enumerate(found) if place != at + 2 for text in one[2])
    return any(line.text not in old and others[line.text] >= said[line.text] > 0 for line in lines)


def _heading(bench: Bench, edited: EditedSection) -> Iterator[Applied]:
    line = edited.heading
    section = tuple(bench.report.walk())[edited.section]
    old = section.heading.text
    if line.text in {old, ""}:
        return
    before = bench.text
    ways = _safe(_heading_ways(bench, line, section))
    if bench.attempt(ways, with_heading(shots(bench.report), edited.section, line.text)):
        place = place_name(bench.report, edited.section)
        yield Applied(Group.WORDS, touched(before, bench.text), place, old, line.text)


def _heading_ways(bench: Bench, line: Line, section: Section) -> Iterator[str]:
    """In the text that it came from; else under 题目, by the section's name or topic."""
    yield from rewritten(_fresh(bench, line), bench.text, bench.file)
    words = patterns([line], bench)[0]
    spot = section.heading.spot
    path = path_at(bench.text, spot) if spot.file == bench.file else None
    if path is not None:
        yield replace_text(bench.text, path, words, bench.file)
    if section.id:
        yield put(bench.text, (_HEADINGS, section.id), words, bench.file)


def _body(bench: Bench, at: int, lines: Sequence[Line]) -> Iterator[Applied]:
    """One section's paragraphs; -1 is the lead."""
    found = shots(bench.report)
    old = found[at + 2][2]
    new = tuple(line.text for line in lines)
    if old == new:
        return
    place = place_name(bench.report, at) or _LEAD
    if not new:
        before = bench.text
        if bench.attempt(_safe(_emptied_ways(bench, at)), with_body(found, at, ())):
            yield Applied(Group.WORDS, touched(before, bench.text), place, "\n".join(old), "")
        return
    if len(old) == len(new) and all(line.home for line in lines):
        for place_in, line in enumerate(lines):
            if line.text != old[place_in]:
                yield from _paragraph(bench, at, place_in, line, place)
        if shots(bench.report)[at + 2][2] == new:
            return
    wanted = with_body(shots(bench.report), at, new)
    before = bench.text
    if bench.attempt(_safe(_settled_ways(bench, at, lines)), wanted):
        name = touched(before, bench.text)
        yield Applied(Group.WORDS, name, place, "\n".join(old), "\n".join(new))


def _paragraph(bench: Bench, at: int, place_in: int, line: Line, place: str) -> Iterator[Applied]:
    """A paragraph changed in the very texts that it came from."""
    found = shots(bench.report)
    body = list(found[at + 2][2])
    old, body[place_in] = body[place_in], line.text
    before = bench.text
    ways = _safe(_paragraph_ways(bench, line))
    if bench.attempt(ways, with_body(found, at, body)):
        yield Applied(Group.WORDS, touched(before, bench.text), place, old, line.text)


def _paragraph_ways(bench: Bench, line: Line) -> Iterator[str]:
    yield from _gap_ways(bench, line)
    yield from rewritten(_fresh(bench, line), bench.text, bench.file)


def _fresh(bench: Bench, line: Line) -> Line:
    """The line with its home as it is now: earlier changes moved the lines of the year file."""
    home = line.home
    if home is None:
        return line
    for now in bench.homes():
        told = now.told[0] if now.told and now.heading else None
        places = [(now.heading if now.kind is HomeKind.RUN_IN else 0, len(now.text))]
        places += [(told.start, told.end)] if told else []
        for start, end in places:
            if now.section == home.section and now.text[start:end] == line.old:
                return replace(line, home=now, start=start, end=end)
    return line


def _gap_ways(bench: Bench, line: Line) -> Iterator[str]:
    """Words in the place of 【待补充：…】 that asks for words."""
    woven = line.woven
    for stretch in line.stretches:
        if not stretch.gap or stretch.slot:
            continue
        behind, _ = woven.edges(stretch.start)
        _, before = woven.edges(stretch.end)
        group, _, topic = stretch.gap.partition(".")
        if behind is None or before is None or group not in {"亮点", "不足", "安排"}:
            continue
        words = woven.pattern(behind, before)
        if words:
            path = (group, topic) if topic else (group,)
            yield append(bench.text, path, words.rstrip("。"), bench.file)


def _settled_ways(bench: Bench, at: int, lines: Sequence[Line]) -> Iterator[str]:
    """All paragraphs written down as they are: in the list that they came from, else under 正文."""
    section = tuple(bench.report.walk())[at] if at >= 0 else None
    words = patterns(lines, bench)
    text, file = bench.text, bench.file
    if (path := list_of(bench, at)) is not None:
        yield rearranged(bench, at, path, lines, words)
    if section is None:
        yield new_list(text, (_LEAD,), words, file)
        return
    if section.id:
        made = new_list(text, (_BODIES, section.id), words, file)
        yield remark_above(made, (_BODIES, section.id), REMARK, file)
        return
    spot = section.heading.spot
    path = path_at(text, spot) if spot.file == file else None
    if path is not None and path[0] in _POINTS:
        name = str(plain_at(text, path, file))
        made = new_list(text, (_BODIES, name), words, file)
        yield remark_above(made, (_BODIES, name), REMARK, file)
    elif path is not None and path[-1:] == ("题",):
        if plain_at(text, (*path[:-1], "文"), file):
            yield new_list(text, (*path[:-1], "文"), words, file)
        else:
            yield add_entry(text, path[:-1], "文", words, file)


def _emptied_ways(bench: Bench, at: int) -> Iterator[str]:
    """A section without paragraphs: the texts that they came from go."""
    if (path := list_of(bench, at)) is not None:
        yield drop_entry(bench.text, path, bench.file)
    if at < 0:
        return
    spot = tuple(bench.report.walk())[at].heading.spot
    path = path_at(bench.text, spot) if spot.file == bench.file else None
    if path is not None and path[-1:] == ("题",):
        yield drop_entry(bench.text, (*path[:-1], "文"), bench.file)


def _safe(ways: Iterator[str]) -> Iterator[str]:
    """The ways that can be gone; a change refused is passed over."""
    while True:
        try:
            yield next(ways)
        except StopIteration:
            return
        except DrafterError:
            continue
