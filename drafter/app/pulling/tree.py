"""Sections that were added, taken away or moved in Word, put into the tree of the year file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.app.pulling.bench import shots
from drafter.app.pulling.branches import (
    ROOT,
    Branch,
    added,
    branches,
    children,
    ids,
    keep_last,
    known,
    renumber,
    walk,
)
from drafter.app.pulling.nodes import as_item, moved_item, new_item, nodes_of
from drafter.app.pulling.orphans import without_orphans
from drafter.model.answers import WHOLE
from drafter.model.finding import DrafterError
from drafter.model.pulled import Applied, Group
from drafter.model.record import record
from drafter.readers.yaml_plain import path_at, plain_at
from drafter.readers.year_removals import drop_entry
from drafter.readers.year_texts import add_entry, add_list, arrange

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.app.pulling.bench import Bench
    from drafter.model.report import Section
    from drafter.readers.yaml_items import Item
    from drafter.readers.yaml_plain import Path
    from drafter.text.edited_outline import EditedOutline

_TREE, _BELOW = "章节", "节"
_POINTS = ("不足", "安排")


def take_tree(bench: Bench, outline: EditedOutline) -> Iterator[Applied]:
    """Bring added, deleted and moved sections into the year file, all of them or none."""
    root = branches(outline)
    keep_last(bench, root)
    source = children(bench)
    wanted = {at: branch for at, branch in known(root).items() if at in source}
    changed = [at for at, below in source.items() if at in wanted and ids(wanted[at]) != below]
    if not changed and not added(root):
        return
    before = bench.made
    try:
        for at in changed:
            _ensure_list(bench, at)
        everywhere = frozenset(known(root))
        steps = [_step(bench, at, wanted[at], everywhere) for at in changed]
        text = bench.text
        for step in sorted(steps, key=lambda one: len(one.path), reverse=True):
            text = step.done(text, bench.file)
        made = without_orphans(bench, bench.compose(text))
    except (DrafterError, LookupError):
        bench.made = before
        return
    bench.made = before
    headings = [shot[:2] for shot in shots(made.report)[2:]]
    if headings != _headings(bench, root) or bench.loses(made, own=True):
        return
    bench.made = made
    yield from _told(before.report.walk(), root)
    renumber(root)


@record
class _Step:
    """One list in another order.

    Attributes:
        path: where it is.
        order: its items.
        new: whether the list is not there yet.
        moved: whether all that is left out stands elsewhere.
    """

    path: Path
    order: tuple[int | Item, ...]
    new: bool
    moved: bool

    def done(self, text: str, file: str) -> str:
        if self.new:
            items = [one for one in self.order if not isinstance(one, int)]
            return add_entry(text, self.path[:-1], str(self.path[-1]), items, file)
        if not self.order and self.path[-1] == _BELOW:
            return drop_entry(text, self.path, file)
        return arrange(text, self.path, self.order, file, traceless=self.moved)


def _ensure_list(bench: Bench, at: int) -> None:
    """Let the sections below one stand in the year file; what is printed stays the same.

    Raises:
        DrafterError: they cannot be written there.
        LookupError: nothing says where they belong.
    """
    if at == ROOT:
        if not bench.made.answers.tree and WHOLE not in bench.made.answers.branches:
            _write_down(bench, WHOLE, [as_item(node) for node in bench.kit.profile.nodes])
        return
    if _points_below(bench, at):
        return
    node = nodes_of(bench)[at]
    if node.spot.file == bench.file or (node.id and node.id in bench.made.answers.branches):
        return
    if node.id and node.children:
        _write_down(bench, node.id, [as_item(child) for child in node.children])
        return
    above = next(one for one, below in children(bench).items() if at in below)
    _ensure_list(bench, above)


def _write_down(bench: Bench, name: str, items: Sequence[Item]) -> None:
    text = add_list(bench.text, (_TREE, name), items, bench.file)
    if not bench.attempt([text], shots(bench.report)):
        raise LookupError(name)


def _points_below(bench: Bench, at: int) -> str:
    """不足 or 安排, where that is what stands below a section; else empty."""
    nodes = nodes_of(bench)
    below = children(bench)[at]
    if not below or any(child in nodes for child in below):
        return ""
    sections = tuple(bench.report.walk())
    path = path_at(bench.text, sections[below[0]].heading.spot)
    return str(path[0]) if path and path[0] in _POINTS else ""


def _step(bench: Bench, at: int, branch: Branch, everywhere: frozenset[int]) -> _Step:
    """How the list below a section becomes what the document has."""
    part = _points_below(bench, at) if at >= 0 else ""
    places = _places(bench, children(bench)[at], part)
    path = _list_path(bench, at, part)
    was = plain_at(bench.text, path, bench.file)
    count = len(was) if isinstance(was, list) else 0
    order: list[int | Item] = [
        places[child.section] if child.section in places else _item(bench, child, point=bool(part))
        for child in branch.children
    ]
    # Nodes that print nothing now stay behind the one that they follow.
    for silent in sorted(set(range(count)) - set(places.values())):
        before = [n for n, one in enumerate(order) if isinstance(one, int) and one < silent]
        order.insert(before[-1] + 1 if before else 0, silent)
    left = set(places) - set(ids(branch))
    return _Step(path, tuple(order), new=not count, moved=left <= everywhere)


def _places(bench: Bench, below: Sequence[int], part: str) -> dict[int, int]:
    """Which item of their list each section is."""
    nodes = nodes_of(bench)
    sections = tuple(bench.report.walk())
    found: dict[int, int] = {}
    for at in below:
        if part:
            path = path_at(bench.text, sections[at].heading.spot)
            place = path[1] if path else None
        else:
            path = path_at(bench.text, nodes[at].spot) if at in nodes else None
            place = path[-1] if path else None
        if isinstance(place, int):
            found[at] = place
    return found


def _list_path(bench: Bench, at: int, part: str) -> Path:
    if part:
        return (part,)
    answers = bench.made.answers
    if at == ROOT:
        return (_TREE,) if answers.tree else (_TREE, WHOLE)
    node = nodes_of(bench)[at]
    if node.id and node.id in answers.branches:
        return (_TREE, node.id)
    path = path_at(bench.text, node.spot)
    if path is None or node.spot.file != bench.file:
        raise LookupError(at)
    return (*path, _BELOW)


def _item(bench: Bench, branch: Branch, *, point: bool) -> Item:
    """A section as an item: moved from elsewhere, or new with all below it."""
    if branch.section >= 0:
        node = nodes_of(bench)[branch.section]
        return moved_item(bench, node, branch.edited) if branch.edited else as_item(node)
    if branch.edited is None:
        raise LookupError(branch.section)
    below = [_item(bench, child, point=False) for child in branch.children]
    return new_item(bench, branch.edited, below, point=point)


def _headings(bench: Bench, root: Branch) -> list[tuple[int, str]]:
    """Level and heading of every section as they shall be."""
    sections = tuple(bench.report.walk())
    found = []
    for branch in walk(root):
        if branch.edited is not None:
            found.append((branch.edited.level, branch.edited.heading.text))
        else:
            one = sections[branch.section]
            found.append((one.level, one.heading.text))
    return found


def _told(sections: Iterator[Section], root: Branch) -> Iterator[Applied]:
    """What was added, deleted and moved."""
    there = known(root)
    was = list(sections)
    for at, section in enumerate(was):
        if at not in there:
            name = section.heading.text
            yield Applied(Group.SECTIONS, "删去一节", section.number + name, name, "")
    order = [branch.section for branch in walk(root) if branch.section >= 0]
    for branch in walk(root):
        if branch.section < 0 and branch.edited is not None:
            one = branch.edited
            words = "\n".join((one.heading.text, *(line.text for line in one.body)))
            yield Applied(Group.SECTIONS, "新增一节", one.number + one.heading.text, "", words)
    for branch in walk(root):
        now = branch.edited
        if now is not None and branch.section >= 0 and was[branch.section].level != now.level:
            levels = (str(was[branch.section].level), str(now.level))
            yield Applied(Group.SECTIONS, "改了标题的级", now.heading.text, *levels)
    if order != sorted(order):
        yield Applied(Group.SECTIONS, "各节次序", "", "", "照 Word 里的次序")
