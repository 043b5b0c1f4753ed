"""The tree of the edited document beside the report's own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.app.pulling.bench import Bench
    from drafter.text.edited_outline import EditedOutline, EditedSection

#: What stands for the whole document among the places of sections.
ROOT = -1


@dataclass
class Branch:
    """A section of the document and those below it.

    Attributes:
        edited: the section; None for the whole document, and for one that could not be deleted.
        section: its place in the report; -1 for a new one.
        children: in printed order.
    """

    edited: EditedSection | None
    section: int
    children: list[Branch] = field(default_factory=list)


def branches(outline: EditedOutline) -> Branch:
    """The document's sections, each below the one that it belongs to."""
    root = Branch(None, ROOT)
    above: list[tuple[int, Branch]] = [(0, root)]
    for edited in outline.sections:
        while above[-1][0] >= edited.level:
            above.pop()
        branch = Branch(edited, edited.section)
        above[-1][1].children.append(branch)
        above.append((edited.level, branch))
    return root


def children(bench: Bench) -> dict[int, list[int]]:
    """The places of the sections below each section; below -1, the chapters'."""
    places = {id(one): at for at, one in enumerate(bench.report.walk())}
    found = {ROOT: [places[id(one)] for one in bench.report.sections]}
    for one in bench.report.walk():
        found[places[id(one)]] = [places[id(child)] for child in one.children]
    return found


def keep_last(bench: Bench, root: Branch) -> None:
    """Let a section of which nothing is left but its heading keep what stands below it.

    A year file cannot say that nothing stands there.
    """
    source, there = children(bench), known(root)
    for at, branch in there.items():
        left = branch.edited is None or branch.edited.body or branch.children
        if not left and not any(below in there for below in source[at]):
            branch.children = [_whole(source, below) for below in source[at]]


def _whole(source: dict[int, list[int]], at: int) -> Branch:
    """A section as it is, with all below it."""
    return Branch(None, at, [_whole(source, below) for below in source[at]])


def known(root: Branch) -> dict[int, Branch]:
    """The branches that are sections of the report, and the root, by their places."""
    found = {ROOT: root}
    for branch in walk(root):
        if branch.section >= 0:
            found[branch.section] = branch
    return found


def walk(branch: Branch) -> Iterator[Branch]:
    """Everything below a branch, in printed order."""
    for child in branch.children:
        yield child
        yield from walk(child)


def ids(branch: Branch) -> list[int]:
    """The places of the sections right below; -1 for new ones."""
    return [child.section for child in branch.children]


def added(root: Branch) -> bool:
    """Whether any section is new."""
    return any(branch.section < 0 for branch in walk(root))


def renumber(root: Branch) -> None:
    """Let the edited sections name their places in the report as it is now."""
    for at, branch in enumerate(walk(root)):
        if (edited := branch.edited) is not None:
            edited.section = at
            edited.heading = edited.heading.within(at)
            edited.body = [line.within(at) for line in edited.body]
