"""A profile as an outline: headings and what is asked under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.text.headings import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.kit import Kit, Node, Topic
    from drafter.model.pattern import Clause, Pattern, Slot


def profile_lines(kit: Kit) -> Iterator[str]:
    """The profile's tree; under each heading the highlights and the figures that are asked."""
    profile = kit.profile
    yield f"{profile.name}　{profile.about}"
    yield f"标题：{shown(profile.title)}"
    if profile.variants:
        names = "、".join(profile.variants)
        yield f"另有变体：{names}（问卷里写 结构: 文件名.yaml#{profile.variants[0]}）"
    yield from _node_lines(profile.nodes, kit, 1)


def shown(pattern: Pattern) -> str:
    """A pattern for people: slots as 〔年度〕."""
    return "".join(p if isinstance(p, str) else f"〔{p.name}〕" for p in pattern.parts)


def topic_ids(topic: Topic) -> tuple[str, ...]:
    """Ids that a topic's patterns name, in order, each once."""
    slots = (
        slot
        for sentence in topic.sentences
        for clause in sentence.clauses
        for slot in _slots(clause)
    )
    return tuple(dict.fromkeys(slot.name for slot in slots))


def _slots(clause: Clause) -> Iterator[Slot]:
    for pattern in (clause.text, *clause.otherwise, *clause.members):
        yield from pattern.slots


def _node_lines(nodes: tuple[Node, ...], kit: Kit, level: int) -> Iterator[str]:
    for place, node in enumerate(nodes, 1):
        indent = "  " * level
        heading = node.heading or kit.topics[node.topics[0]].heading
        yield f"{indent}{number(level, place)}{shown(heading)}" + (
            "（没有内容就省去）" if node.optional else ""
        )
        for id_ in node.topics:
            topic = kit.topics[id_]
            yield f"{indent}    主题 {id_}：{topic.ask}"
            names = [
                f"{kit.indicators[name].name}（{name}）"
                for name in topic_ids(topic)
                if name in kit.indicators
            ]
            if names:
                yield f"{indent}    数据：{'、'.join(names)}"
        yield from (
            f"{indent}    {part.value}：{kit.profile.lists[part].ask}" for part in node.parts
        )
        yield from _node_lines(node.children, kit, level + 1)
