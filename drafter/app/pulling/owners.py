"""Which text of the year file each part of a paragraph was written in."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.model.home import Stretch
from drafter.model.pattern import Slot
from drafter.model.record import record
from drafter.readers.yaml_plain import path_at, texts_below
from drafter.text.patterns import own_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.home import Told
    from drafter.model.spot import Spot
    from drafter.readers.yaml_plain import Path
    from drafter.text.edited_outline import Line

_ENDS = "。；"


@record
class Owner:
    """A text of the year file, or a line of one, and where the paragraph prints it.

    Attributes:
        path: the way to it in the file.
        row: which of its lines, counted from 0.
        rows: how many lines it has.
        start: place in the line's old words of its first character.
        core: place behind its last one without closing mark.
        end: place behind its closing mark.
        mark: the closing mark that the file itself has; empty when composing adds it.
        names: slots in it that print no figure (年度).
    """

    path: Path
    row: int
    rows: int
    start: int
    core: int
    end: int
    mark: str
    names: tuple[Stretch, ...]


def owners(line: Line, text: str, file: str) -> list[Owner]:
    """The texts that make up a line, in order, none overlapping; what no one wrote is left out."""
    found: list[Owner] = []
    if line.home is None:
        return found
    for told in line.home.told:
        if told.spot.file != file or told.start < line.start or told.end > line.end:
            continue
        at = max(told.start - line.start, found[-1].end if found else 0)
        for path, words in _written(text, told.spot):
            for owner in _printed(path, words, line, at, told):
                found.append(owner)
                at = owner.end
    return sorted(found, key=lambda one: one.start)


def _written(text: str, spot: Spot) -> Iterator[tuple[Path, str]]:
    """The text at a place, and those that are told with it: 题, 文 and 因 of one entry."""
    path = path_at(text, spot)
    if path is None:
        return
    length = {"不足": 2, "安排": 2, "导语": 1}.get(str(path[0]), len(path))
    yield from texts_below(text, path[:length])


def _printed(path: Path, words: str, line: Line, at: int, told: Told) -> Iterator[Owner]:
    """Where the lines of a text stand from `at` on."""
    rows = words.split("\n")
    for row, own in enumerate(rows):
        core = own.strip().rstrip(_ENDS)
        parts = own_pattern(core, told.spot).parts
        if not core:
            continue
        form = "".join(re.escape(p) if isinstance(p, str) else "(.+?)" for p in parts)
        ends = r"(?=[。；]|$)" if parts and isinstance(parts[-1], Slot) else ""
        match = re.compile(form + ends, re.DOTALL).search(
            line.old, max(at, 0), told.end - line.start
        )
        if match is None:
            continue
        slots = [part for part in parts if isinstance(part, Slot)]
        names = tuple(
            Stretch(*match.span(place), slot.source)
            for place, slot in enumerate(slots, 1)
            if not _is_value(line, match.span(place), slot)
        )
        end = match.end() + (line.old[match.end() : match.end() + 1] in {*_ENDS})
        mark = own.strip()[len(core) :]
        yield Owner(path, row, len(rows), match.start(), match.end(), end, mark, names)


def _is_value(line: Line, span: tuple[int, int], slot: Slot) -> bool:
    return any((one.start, one.end, one.slot) == (*span, slot.source) for one in line.stretches)


def with_names(line: Line, found: list[Owner]) -> Line:
    """The line with the names in its texts (年度) among its values, so that they stay slots."""
    names = [name for owner in found for name in owner.names]
    if line.home is None or not names:
        return line
    moved = (replace(one, start=one.start + line.start, end=one.end + line.start) for one in names)
    stretches = sorted((*line.home.stretches, *moved), key=lambda one: one.start)
    return replace(line, home=replace(line.home, stretches=tuple(stretches)))
