"""Places in a text out of which characters were left, as places in the text as it was typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.model.spot import Spot
from drafter.readers.yaml_tree import Entries, Entry, Items, Scalar, Tree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drafter.model.finding import Finding

    #: Columns of the characters that were left out, ascending, by line; both from 1.
    LeftOut = Mapping[int, tuple[int, ...]]


def tree_as_typed(tree: Tree, gone: LeftOut) -> Tree:
    """The tree with the places of the text as it was typed."""
    if isinstance(tree, Scalar):
        behind = _spot(tree.end, gone)
        return replace(tree, spot=_spot(tree.spot, gone), behind=(behind.line, behind.column))
    end = _spot(tree.end, gone) if tree.end else None
    if isinstance(tree, Items):
        items = tuple(tree_as_typed(item, gone) for item in tree.items)
        return Items(items, _spot(tree.spot, gone), end)
    return Entries(tuple(_entry(one, gone) for one in tree.items), _spot(tree.spot, gone), end)


def finding_as_typed(finding: Finding, gone: LeftOut) -> Finding:
    """The finding with the place in the text as it was typed."""
    return replace(finding, spot=_spot(finding.spot, gone))


def _entry(entry: Entry, gone: LeftOut) -> Entry:
    key = tree_as_typed(entry.key, gone)
    return Entry(key if isinstance(key, Scalar) else entry.key, tree_as_typed(entry.value, gone))


def _spot(spot: Spot, gone: LeftOut) -> Spot:
    column = spot.column
    for place in gone.get(spot.line, ()):
        column += place <= column
    return Spot(spot.file, spot.line, column)
