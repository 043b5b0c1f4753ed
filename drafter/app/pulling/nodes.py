"""The sections of a report beside the nodes that they were made of, and nodes written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.app.pulling.bodies import patterns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.app.pulling.bench import Bench
    from drafter.model.kit import Node
    from drafter.model.report import Section
    from drafter.readers.yaml_items import Item
    from drafter.text.edited_outline import EditedSection


def nodes_of(bench: Bench) -> dict[int, Node]:
    """The node of each section by the section's place; those of 不足 and 安排 have none."""
    answers = bench.made.answers
    places = {id(section): at for at, section in enumerate(bench.report.walk())}
    found: dict[int, Node] = {}

    def pair(sections: Sequence[Section], nodes: Sequence[Node]) -> None:
        left = [one for one in nodes if not one.kinds or answers.office.kind in one.kinds]
        for section in sections:
            at = next((n for n, node in enumerate(left) if _made_of(section, node)), None)
            if at is None:
                continue
            node = left[at]
            left = left[at + 1 :]
            found[places[id(section)]] = node
            below = answers.branches.get(node.id, node.children) if node.id else node.children
            pair(section.children, below)

    pair(bench.report.sections, answers.top(bench.kit.profile))
    return found


def as_item(node: Node) -> Item:
    """A node of a profile as a year file says it."""
    item: dict[str, str | Sequence[Item]] = {}
    if node.id:
        item["名"] = node.id
    if node.heading is not None:
        item["题"] = node.heading.source
    if node.number is not None:
        item["号"] = node.number or "无"
    if node.run_in is not None:
        item["接排"] = "是" if node.run_in else "否"
    lists: tuple[tuple[str, Sequence[Item]], ...] = (
        ("主题", node.topics),
        ("部件", [part.value for part in node.parts]),
        ("适用", [kind.value for kind in node.kinds]),
        ("文", [one.source for one in node.paragraphs]),
    )
    item.update({key: items for key, items in lists if items})
    item.update({key: "是" for key, on in _switches(node) if on})
    if node.children:
        item["节"] = [as_item(child) for child in node.children]
    return item


def new_item(
    bench: Bench, edited: EditedSection, below: Sequence[Item], *, point: bool = False
) -> Item:
    """A section that was added in Word, as a node or as an entry of 不足 or 安排."""
    item: dict[str, str | Sequence[Item]] = {"题": patterns([edited.heading], bench)[0]}
    if not point:
        item.update(_run_in(bench, edited))
        if not edited.number:
            item["号"] = "无"
    if edited.body:
        item["文"] = patterns(edited.body, bench)
    if below:
        item["节"] = below
    return item


def moved_item(bench: Bench, node: Node, edited: EditedSection) -> Item:
    """A section in another place: what runs in there goes on doing so."""
    item = as_item(node)
    return item if isinstance(item, str) else {**item, **_run_in(bench, edited)}


def _run_in(bench: Bench, edited: EditedSection) -> dict[str, str]:
    """接排, where it is not what the level has."""
    own = bench.made.answers.run_in
    usual = bench.kit.profile.run_in if own is None else own
    if not edited.body or edited.run_in == (edited.level in usual):
        return {}
    return {"接排": "是" if edited.run_in else "否"}


def _made_of(section: Section, node: Node) -> bool:
    id_ = node.id or (node.topics[0] if node.topics else "")
    if section.id != id_ or section.topics != node.topics:
        return False
    return bool(id_) or (node.heading is not None and section.heading.spot == node.heading.spot)


def _switches(node: Node) -> tuple[tuple[str, bool], ...]:
    return (("列举", node.enumerated), ("可省", node.optional))
