"""Figures that were changed in Word, and gaps that were filled in there."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from drafter.app.pulling.bench import place_name, slots
from drafter.app.pulling.following import followed
from drafter.app.pulling.following import told as told_anew
from drafter.app.pulling.unread import unread
from drafter.model.edited import Control
from drafter.model.finding import DrafterError
from drafter.model.pulled import Applied, Conflict, Group
from drafter.model.record import record
from drafter.readers.year_edits import put_figure
from drafter.text.homecoming import Couple, coupled
from drafter.text.quantity import evened
from drafter.text.split_paragraphs import with_values
from drafter.text.statistics import statistics
from drafter.text.weaving import Thread, Woven, woven
from drafter.writers.homes import homes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.app.pulling.bench import Bench
    from drafter.model.edited import EditedParagraph
    from drafter.model.home import Home

#: Checks that hold typed figures against each other.
_TIED = frozenset({"F203", "F204"})
_LOOK = "两处改成一致再运行；或者在问卷的“数据”里直接改这个数"


@dataclass(slots=True)
class Figures:
    """What became of the figures.

    Attributes:
        applied: put into the year file, and what was worked out anew from it.
        conflicts: see `Conflict`.
        couples: the paragraphs, every figure saying what the year file says now.
    """

    applied: list[Applied] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    couples: list[Couple] = field(default_factory=list)


@record
class _Seen:
    """A value in one place of the document."""

    place: str
    old: str
    new: str


def take_figures(bench: Bench, couples: Sequence[Couple]) -> Figures:
    """Put changed figures into the year file, and even the paragraphs out to it."""
    made = Figures()
    couples = tuple(with_values(couples))
    taken_apart = [_woven(couple) for couple in couples]
    before = bench.homes()
    told = {(f.code, f.message) for f in bench.findings()}
    for id_, seen in _by_figure(bench, couples, taken_apart).items():
        _take(bench, id_, seen, made)
    found = bench.findings()
    made.conflicts += [
        Conflict(f.text or f.code, f.message, ((str(f.spot), f.text),), f.remedy)
        for f in found
        if f.code in _TIED and (f.code, f.message) not in told
    ]
    for couple, one in zip(couples, taken_apart, strict=True):
        if one is not None and couple.home is not None:
            _none(bench, couple.home, one, made)
    made.conflicts += unread(bench, couples, taken_apart)
    now = slots(bench.report)
    _computed(bench, couples, taken_apart, now, made)
    paragraphs = [
        couple.paragraph if woven_ is None else _evened(couple.paragraph, woven_, now)
        for couple, woven_ in zip(couples, taken_apart, strict=True)
    ]
    couples = _again(before, bench.homes(), couples, paragraphs)
    made.couples = followed(couples, taken_apart)
    made.applied += told_anew(bench, couples, made.couples)
    return made


def _woven(couple: Couple) -> Woven | None:
    """A paragraph taken apart; None for one without a home."""
    if couple.home is None:
        return None
    home, paragraph = couple.home, couple.paragraph
    return woven(home.text, home.stretches, paragraph.text, paragraph.controls)


def _by_figure(
    bench: Bench, couples: Sequence[Couple], taken_apart: Sequence[Woven | None]
) -> dict[str, list[_Seen]]:
    """The places of each typed figure that was changed anywhere."""
    found: dict[str, list[_Seen]] = {}
    for place, one, thread in _threads(bench, couples, taken_apart):
        if id_ := thread.stretch.typed:
            old = one.old[thread.stretch.start : thread.stretch.end]
            new = one.value(thread)
            found.setdefault(id_, []).append(_Seen(place, old, new if new == old else evened(new)))
    return {id_: seen for id_, seen in found.items() if any(one.old != one.new for one in seen)}


def _threads(
    bench: Bench, couples: Sequence[Couple], taken_apart: Sequence[Woven | None]
) -> Iterator[tuple[str, Woven, Thread]]:
    for couple, one in zip(couples, taken_apart, strict=True):
        if one is None or couple.home is None:
            continue
        place = place_name(bench.report, couple.home.section) or couple.home.kind.value
        yield from ((place, one, thread) for thread in one.threads)


def _take(bench: Bench, id_: str, seen: Sequence[_Seen], made: Figures) -> None:
    """Put one figure in, or tell why not."""
    news = dict.fromkeys(one.new for one in seen)
    values = tuple((one.place, one.new) for one in seen)
    if len(news) > 1:
        message = f"“{id_}”在几处改得不一样，或者只改了一处，没有写进问卷"
        made.conflicts.append(Conflict(id_, message, values, _LOOK))
        return
    new = next(iter(news))
    try:
        bench.made = bench.compose(put_figure(bench.text, id_, new, bench.file))
    except DrafterError as problem:
        finding = problem.findings[0]
        both = ((bench.file, seen[0].old), *values[:1])
        made.conflicts.append(Conflict(id_, finding.message, both, finding.remedy))
        return
    place = "；".join(dict.fromkeys(one.place for one in seen))
    made.applied.append(Applied(Group.FIGURES, f"数据.{id_}", place, seen[0].old, new))


def _none(bench: Bench, home: Home, one: Woven, made: Figures) -> None:
    """Words for 无 that were changed: to a number that composes to just this, or to other words."""
    kept = {thread.stretch for thread in one.threads if one.value(thread) == _old(one, thread)}
    for stretch in home.stretches:
        if stretch.slot or not stretch.figures or stretch in kept or stretch.gap:
            continue
        words = one.old[stretch.start : stretch.end]
        behind, _ = one.edges(stretch.start)
        _, before = one.edges(stretch.end)
        told = one.new[behind:before] if behind is not None and before is not None else ""
        numbers = statistics(told)
        if words in one.new or not told:
            continue
        id_ = stretch.figures[0]
        place = place_name(bench.report, home.section) or home.kind.value
        if len(numbers) == 1:
            value = told[numbers[0].start : numbers[0].end]
            made_of = bench.compose(put_figure(bench.text, id_, value, bench.file))
            if any(now.text == one.new for now in homes(made_of.report)):
                bench.made = made_of
                made.applied.append(Applied(Group.FIGURES, f"数据.{id_}", place, "无", value))
                continue
        message = f"“{id_}”在问卷里是“无”，Word 里这句话改成了别的"
        remedy = "在问卷的“数据”里填上它，或把 Word 里的话改回来；这句话本身按 Word 里的写"
        made.conflicts.append(Conflict(id_, message, ((place, told), (bench.file, words)), remedy))


def _old(one: Woven, thread: Thread) -> str:
    return one.old[thread.stretch.start : thread.stretch.end]


def _computed(
    bench: Bench,
    couples: Sequence[Couple],
    taken_apart: Sequence[Woven | None],
    now: dict[str, str],
    made: Figures,
) -> None:
    """What the program works out: a change by hand is a conflict, a change that follows is told."""
    told: set[str] = set()
    for place, one, thread in _threads(bench, couples, taken_apart):
        stretch = thread.stretch
        if not stretch.computed or stretch.slot in told:
            continue
        old, new = one.old[stretch.start : stretch.end], one.value(thread)
        value = now.get(stretch.slot, old)
        if new not in {old, value}:
            told.add(stretch.slot)
            made.conflicts.append(_by_hand(bench, stretch.figures, place, new, value))
        elif value != old:
            told.add(stretch.slot)
            name = f"随之重算 {stretch.slot}"
            made.applied.append(Applied(Group.FIGURES, name, place, old, value))


def _by_hand(bench: Bench, ids: Sequence[str], place: str, new: str, value: str) -> Conflict:
    """A rate or comparison that was typed over."""
    notes = bench.report.notes
    known = [notes[id_] for id_ in ids if id_ in notes]
    formula = next((note.formula for note in known if note.formula), "")
    figures = "、".join(f"{note.id} {note.text}" for note in known)
    prior = next((f"，上年{note.prior}" for note in known if note.prior), "")
    message = (
        f"“{new}”是在 Word 里手改的，按问卷算出来的是“{value}”（{formula or figures + prior}）"
    )
    remedy = "要改的是算它的那几个数；确实要用手改的，在“数据”里填上它，或把这句话写进亮点、正文"
    return Conflict(ids[0], message, ((place, new), (bench.file, value)), remedy)


def _evened(paragraph: EditedParagraph, one: Woven, now: dict[str, str]) -> EditedParagraph:
    """The paragraph with every value as the year file has it now."""
    text, at = "", 0
    controls: list[Control] = []
    for thread in one.threads:
        slot = thread.stretch.slot
        text += one.new[at : thread.start]
        value = now.get(slot, one.value(thread))
        if slot:
            controls.append(Control(slot.strip("{}"), len(text), len(text) + len(value)))
        text += value
        at = thread.end
    return replace(paragraph, text=text + one.new[at:], controls=tuple(controls))


def _again(
    before: Sequence[Home],
    after: Sequence[Home],
    couples: Sequence[Couple],
    paragraphs: Sequence[EditedParagraph],
) -> list[Couple]:
    """The paragraphs with their homes as they are now."""
    if len(before) == len(after):
        at = {home.place: now for home, now in zip(before, after, strict=True)}
        homes = [at[couple.home.place] if couple.home else None for couple in couples]
        return [Couple(p, h) for p, h in zip(paragraphs, homes, strict=True)]
    # A figure brought a paragraph or took one: by their words, since the marks are of the old ones.
    return list(coupled(after, [replace(one, bookmarks=()) for one in paragraphs]))
