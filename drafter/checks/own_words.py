"""Q204, Q205: slots in the office's own words that cannot be filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.finding import Finding, Severity
from drafter.text.nearest import nearest
from drafter.text.patterns import NAMES, PatternError, parse_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.checks.case import Case
    from drafter.model.answers import Text
    from drafter.model.kit import Node
    from drafter.model.pattern import Pattern
    from drafter.model.spot import Spot


def own_words(case: Case) -> Iterator[Finding]:
    """查什么：亮点、不足、安排等文字里 {{…}} 的写法和指标名。

    为什么：写错了，正文里就会原样印出大括号，或者缺一个数。
    例：亮点写“受理业务{{政务.办見}}”。
    怎么改：改成目录或“指标”里有的名称。
    """
    known = (*case.ids, *NAMES, *(f"提法.{name}" for name in case.kit.phrases))
    patterns = list(_tree_patterns((*case.answers.tree, *_branches(case))))
    for text in _texts(case):
        try:
            patterns.append(parse_pattern(text.text, text.spot))
        except PatternError as problem:
            yield from _unreadable(problem, text.text)
    for slot in (slot for pattern in patterns for slot in pattern.slots):
        wholes = [f.arguments[0] for f in slot.filters if f.name == "占比"]
        for name in (slot.name, *wholes):
            if name not in known:
                yield _unknown(name, slot.spot, known)


def _unreadable(problem: PatternError, text: str) -> Iterator[Finding]:
    for message, spot in problem.problems:
        remedy = "照 {{热线.受理}} 的样子写"
        yield Finding("Q204", "unreadable-slot", Severity.ERROR, spot, message, remedy, text)


def _unknown(name: str, spot: Spot, known: tuple[str, ...]) -> Finding:
    near = nearest(name, known)
    remedy = f"是不是“{near[0]}”" if near else f"在“指标”下说明“{name}”，或改名"
    message = f"没有“{name}”这个指标，这里填不出数"
    return Finding("Q205", "unknown-slot", Severity.ERROR, spot, message, remedy, name)


def _branches(case: Case) -> Iterator[Node]:
    for branch in case.answers.branches.values():
        yield from branch


def _tree_patterns(nodes: Iterable[Node]) -> Iterator[Pattern]:
    """Headings and own text of the file's own sections; that they can be read is known."""
    for node in nodes:
        if node.heading is not None:
            yield node.heading
        yield from node.paragraphs
        yield from _tree_patterns(node.children)


def _texts(case: Case) -> Iterator[Text]:
    answers = case.answers
    for texts in answers.highlights.values():
        yield from texts
    yield from answers.headings.values()
    for one in (answers.title, answers.lead, answers.slogan):
        if one is not None:
            yield one
    for style in answers.list_styles.values():
        if style.opening is not None:
            yield style.opening
    for point in (*answers.shortcomings, *answers.plans):
        yield from (t for t in (point.heading, *point.texts, point.cause) if t is not None)
