"""What the rules on names share: the topics and places that a report has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rule import Filed
from drafter.text.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.checks.case import Case
    from drafter.model.kit import Node
    from drafter.model.spot import Spot


def nodes(case: Case) -> tuple[Node, ...]:
    """Every node at the top of a tree that the report was made of."""
    answers = case.answers
    own = tuple(node for branch in answers.branches.values() for node in branch)
    return (*answers.top(case.kit.profile), *own)


def node_ids(tops: tuple[Node, ...]) -> Iterator[str]:
    """The names by which nodes can be called, in order."""
    for node in tops:
        if node.id:
            yield node.id
        yield from node_ids(node.children)


def topics(tops: tuple[Node, ...]) -> set[str]:
    """Topics that stand somewhere in the tree."""
    found: set[str] = set()
    for node in tops:
        found |= {*node.topics} | topics(node.children)
    return found


def unknown(what: str, id_: str, spot: Spot, known: Iterable[str], more: str = "") -> Filed:
    """A name that nothing answers to, with the nearest that something does."""
    near = nearest(id_, known)
    remedy = f"是不是“{near[0]}”{more}" if near else more.lstrip("；")
    message = f"没有“{id_}”这个{what}，它下面的内容不会写进正文"
    return Filed(spot, message, remedy or "改成有的名称", id_)
