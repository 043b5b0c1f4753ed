"""数据: every figure blank, last year's value behind it; renamed ones follow, retired ones go."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafter.model.written import Shape
from drafter.rollover.marks import CHECK, CONFIRM, LAST
from drafter.text.ageing import ageing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from drafter.model.written import Written
    from drafter.rollover.ink import Ink

_VALUE, _NOTE, _AS_OF = "值", "备注", "截至"
_DETAILS = {_VALUE, "来源", _AS_OF, _NOTE}
_NOT_APPLICABLE = "不涉及"


@dataclass
class Figures:
    """What was done to the figures.

    Attributes:
        blanked: how many lost a value.
        confirmed: how many stay 不涉及 until somebody looks.
        renamed: former id and id.
        retired: ids that mean nothing any more, with last year's value.
    """

    blanked: int = 0
    confirmed: int = 0
    renamed: list[tuple[str, str]] = field(default_factory=list)
    retired: list[tuple[str, str]] = field(default_factory=list)


def roll_figures(ink: Ink, known: Collection[str], former: Mapping[str, str]) -> Figures:
    """Empty every figure.

    Args:
        ink: the year file.
        known: ids that the catalogue or the file defines.
        former: id by its former id.
    """
    group = ink.root.get("数据")
    if group is None or group.shape is not Shape.ENTRIES:
        return Figures()
    roller = _Roller(ink, group, known, former)
    roller.clear(group)
    for value in _figures(group):
        if roller.stays(value):
            roller.empty(value)
    return roller.done


class _Roller:
    """数据, worked through once."""

    def __init__(
        self, ink: Ink, group: Written, known: Collection[str], former: Mapping[str, str]
    ) -> None:
        self._ink, self._group, self._known = ink, group, known
        there = {value.id for value in _figures(group)}
        # What already stands under its new name as well follows nowhere.
        self._new = {
            id_: former[id_]
            for id_ in there
            if id_ not in known and id_ in former and former[id_] not in there
        }
        self.done = Figures()

    def stays(self, value: Written) -> bool:
        """Whether a figure keeps its place, under its own or a new name."""
        return value.id in self._known or self._in_place(value) is not None

    def clear(self, group: Written) -> None:
        """Take out of a group what does not stay; a group of which nothing stays goes whole."""
        gone = [part for part in group.parts if not self._alive(part)]
        for part in gone:
            for value in [part] if _is_figure(part) else list(_figures(part)):
                self._leave(value)
            if not group.braces:
                self._lift(part)
        if group.braces:
            self._cut(group, gone)
        for part in group.parts:
            if part not in gone and not _is_figure(part):
                self.clear(part)

    def empty(self, value: Written) -> None:
        """Take a figure's value away and put it behind it; 不涉及 stays."""
        new = self._in_place(value)
        if new is not None and value.key is not None:
            self._ink.replace(*value.key, new)
            self.done.renamed.append((value.id, self._new[value.id]))
        told = value.get(_VALUE) if value.parts else value
        if told is not None:
            self._empty(value, told)
        if new is not None:
            self._ink.remark(value, CHECK, f"原名{value.id}")
        day, note = value.get(_AS_OF), value.get(_NOTE)
        if day is not None and day.text:
            self._ink.blank(day)
        if note is not None and ageing(note.text):
            self._ink.remark(value, CHECK, "备注是上年的")

    def _empty(self, value: Written, told: Written) -> None:
        words = told.text.strip()
        if words == _NOT_APPLICABLE:
            self._ink.remark(value, CONFIRM, "")
            self.done.confirmed += 1
            return
        if told.begin != told.end:
            self._ink.blank(told)
        if words:
            # Several figures on one line are told apart by their names.
            name = str(value.path[-1]) if value.braces and told is value else ""
            self._ink.remark(value, LAST, name + words)
            self.done.blanked += 1

    def _in_place(self, value: Written) -> str | None:
        """The key under which a renamed figure can stay where it is; None when it cannot."""
        new = self._new.get(value.id)
        if new is None or value.key is None:
            return None
        own = self._ink.text[slice(*value.key)].strip().strip("'\"")
        above = value.id.removesuffix(own)
        return new.removeprefix(above) if new.startswith(above) else None

    def _alive(self, part: Written) -> bool:
        if _is_figure(part):
            return self.stays(part)
        return not part.parts or any(self._alive(one) for one in part.parts)

    def _leave(self, value: Written) -> None:
        """A figure that does not stay: to its new place, or to the list of the retired."""
        told = value.get(_VALUE) if value.parts else value
        words = told.text.strip() if told else ""
        new = self._new.get(value.id)
        if new is None or self._group.braces:
            self.done.retired.append((value.id, words))
            return
        tops = [part for part in self._group.parts if part.begin <= value.begin <= part.end]
        key = next((top.key for top in tops if top.key), None)
        column = key[0] - self._ink.line_begin(key[0]) if key else 0
        remark = f"  # {LAST}{''.join(words.split())}" if words else ""
        line = f"{' ' * column}{new}:{remark}  # {CHECK}原名{value.id}"
        self._ink.below(tops[0].end if tops else value.end, [line])
        self.done.renamed.append((value.id, new))
        self.done.blanked += bool(words)

    def _lift(self, part: Written) -> None:
        """Take out an entry that stands on lines of its own; its comments stay."""
        ink = self._ink
        key = part.key[0] if part.key else part.begin
        begin, end = ink.line_begin(key), ink.line_end(part.end)
        indent = ink.text[begin:key]
        words = ink.newline.join(indent + comment for _, comment in ink.inside(begin, end))
        if not words and begin:
            begin -= len(ink.newline)
        ink.replace(begin, end, words)

    def _cut(self, group: Written, gone: list[Written]) -> None:
        """Take out entries between braces, each with its comma."""
        begins = [part.key[0] if part.key else part.begin for part in group.parts]
        left = [place for place, part in enumerate(group.parts) if part not in gone]
        for place in range(len(group.parts)):
            if place not in left and left and place < left[-1]:
                self._ink.replace(begins[place], begins[place + 1], "")
        if left and left[-1] < len(group.parts) - 1:
            self._ink.replace(group.parts[left[-1]].end, group.parts[-1].end, "")
        elif not left and group.parts:
            self._ink.replace(begins[0], group.parts[-1].end, "")


def _figures(group: Written) -> Iterator[Written]:
    """The figures below a group."""
    for part in group.parts:
        if _is_figure(part):
            yield part
        elif part.shape is Shape.ENTRIES:
            yield from _figures(part)


def _is_figure(value: Written) -> bool:
    """Whether a value is one figure, plain or told with details."""
    if value.shape is Shape.TEXT:
        return True
    names = [str(part.path[-1]).strip() for part in value.parts]
    return value.shape is Shape.ENTRIES and (
        any(name.startswith(_VALUE) for name in names) or (bool(names) and set(names) <= _DETAILS)
    )
