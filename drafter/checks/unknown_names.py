"""Q201, Q202: a name in the year file that nothing answers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.finding import Finding, Severity
from drafter.text.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.checks.case import Case
    from drafter.model.kit import Node
    from drafter.model.spot import Spot


def unknown_names(case: Case) -> Iterator[Finding]:
    """查什么：数据、亮点、题目里的名称，目录或结构里有没有。

    为什么：名称写错一个字，这项数据就不会出现在正文里，而且很难发现。
    例：数据里写“政务.办見”，目录里只有“政务.办件”。
    怎么改：照提示改成最接近的名称；确是本单位自己的数据，在“指标”下说明。
    """
    for id_, figure in case.answers.figures.items():
        if case.indicator(id_) is None:
            more = f"；确是本单位自己的数据，就在“指标”下加一行 {id_}: {{名: …, 单位: …}}"
            yield _unknown("指标", id_, figure.spot, case.ids, more)
    topics = tuple(case.kit.topics)
    for id_, texts in case.answers.highlights.items():
        if id_ not in case.kit.topics:
            yield _unknown("主题", id_, texts[0].spot, topics)
        elif id_ not in _topics(_nodes(case)):
            yield _not_in_profile(case, id_, texts[0].spot)
    places = tuple(dict.fromkeys((*_ids(_nodes(case)), *topics)))
    for id_, text in case.answers.headings.items():
        if id_ not in places:
            yield _unknown("章节或主题", id_, text.spot, places)
    chapters = tuple(_ids(case.kit.profile.nodes))
    for id_, branch in case.answers.branches.items():
        if id_ not in chapters and branch:
            yield _unknown("章节", id_, branch[0].spot, chapters)


def _nodes(case: Case) -> tuple[Node, ...]:
    """Every node at the top of a tree that the report was made of."""
    answers = case.answers
    own = tuple(node for branch in answers.branches.values() for node in branch)
    return (*(answers.tree or case.kit.profile.nodes), *own)


def _ids(nodes: tuple[Node, ...]) -> Iterator[str]:
    for node in nodes:
        if node.id:
            yield node.id
        yield from _ids(node.children)


def _topics(nodes: tuple[Node, ...]) -> set[str]:
    """Topics that stand somewhere in the tree."""
    found: set[str] = set()
    for node in nodes:
        found |= {*node.topics} | _topics(node.children)
    return found


def _unknown(what: str, id_: str, spot: Spot, known: Iterable[str], more: str = "") -> Finding:
    near = nearest(id_, known)
    remedy = f"是不是“{near[0]}”{more}" if near else more.lstrip("；")
    message = f"没有“{id_}”这个{what}，它下面的内容不会写进正文"
    code, name = ("Q201", "unknown-indicator") if what == "指标" else ("Q202", "unknown-topic")
    return Finding(code, name, Severity.ERROR, spot, message, remedy or "改成有的名称", id_)


def _not_in_profile(case: Case, id_: str, spot: Spot) -> Finding:
    message = f"结构“{case.kit.profile.name}”里没有“{id_}”这一节，这里的亮点不会写进正文"
    remedy = "移到别的主题下面，或在结构里加上这个主题"
    return Finding("Q203", "topic-not-in-profile", Severity.ERROR, spot, message, remedy, id_)
