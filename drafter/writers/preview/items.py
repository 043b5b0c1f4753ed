"""What a person should look at, as a list and as counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.finding import Severity
from drafter.writers.checked import tally
from drafter.writers.preview.cards import is_jump, told
from drafter.writers.preview.view import NAMES, Chip, Item, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.model.finding import Finding
    from drafter.model.preview import Preview
    from drafter.writers.preview.marking import Mark

_LONGEST = 40  # characters of a sentence


def jumping(preview: Preview) -> frozenset[str]:
    """Ids of the figures that stand in the text and are far from last year's."""
    return frozenset(row.id for row in preview.sheet.rows if row.places and is_jump(row))


def items(preview: Preview, marks: Sequence[Mark]) -> tuple[Item, ...]:
    """Everything to look at: gaps, jumps, findings (the gravest first), last year's words."""
    return (
        *_gaps(preview, marks),
        *_jumps(preview, marks),
        *_found(preview, marks),
        *_carried(marks),
    )


def chips(preview: Preview, listed: Sequence[Item]) -> tuple[Chip, ...]:
    """The four kinds with their counts."""
    suppliers = {gap.supplier for gap in preview.report.gaps if gap.supplier}
    said = {
        Kind.GAP: f"要找{len(suppliers)}家要" if suppliers else "",
        Kind.JUMP: "",
        Kind.CARRIED: "还没有确认的句子",
        Kind.FOUND: tally(preview.findings),
    }
    return tuple(
        Chip(kind, NAMES[kind], sum(item.kind is kind for item in listed), said[kind])
        for kind in (Kind.GAP, Kind.JUMP, Kind.CARRIED, Kind.FOUND)
    )


def _first(marks: Sequence[Mark], kind: Kind, id_: str) -> tuple[int, str]:
    """Number and section of the first place of a figure or gap; 0 when there is none."""
    found = (
        (at, mark.section)
        for at, mark in enumerate(marks, 1)
        if kind in mark.kinds and mark.subject.id == id_
    )
    return next(found, (0, ""))


def _gaps(preview: Preview, marks: Sequence[Mark]) -> Iterator[Item]:
    for gap in preview.report.gaps:
        at, section = _first(marks, Kind.GAP, gap.id)
        who = f"由{gap.supplier}提供" if gap.supplier else "自己填写"
        prior = f"，上年{gap.prior}" if gap.prior else ""
        yield Item(Kind.GAP, at, "", gap.label, who + prior, section)


def _jumps(preview: Preview, marks: Sequence[Mark]) -> Iterator[Item]:
    jumps = jumping(preview)
    for row in preview.sheet.rows:
        if row.id in jumps:
            at, section = _first(marks, Kind.JUMP, row.id)
            detail = f"上年{row.prior}" + (f"，{row.change}" if row.change else "")
            yield Item(Kind.JUMP, at, "", f"{row.name} {row.text}", detail, section)


def _carried(marks: Sequence[Mark]) -> Iterator[Item]:
    for at, mark in enumerate(marks, 1):
        if Kind.CARRIED in mark.kinds:
            text = mark.subject.carried
            text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
            yield Item(Kind.CARRIED, at, "", text, "", mark.section)


def _found(preview: Preview, marks: Sequence[Mark]) -> Iterator[Item]:
    """The gravest first; among equals those of the file itself, then in printed order."""
    begins: dict[int, int] = {}
    for at, mark in enumerate(marks, 1):
        for number in mark.subject.findings:
            begins.setdefault(number, at)
    every: list[tuple[Finding, int]] = [(finding, 0) for finding in preview.loose]
    every += [(one.finding, begins.get(n, 0)) for n, one in enumerate(preview.placed)]
    weights = list(Severity)
    for finding, at in sorted(every, key=lambda pair: weights.index(pair[0].severity)):
        words = told(finding, preview.folders)
        where = f"{words.code}，{words.where}"
        yield Item(Kind.FOUND, at, words.label, words.message, words.remedy, where)
