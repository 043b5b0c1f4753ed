"""The office's own words with slots in them, read: what the rules on slots share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.text.patterns import PatternError, has_braces, parse_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.checks.case import Case
    from drafter.model.answers import Text
    from drafter.model.kit import Node
    from drafter.model.pattern import Pattern


def read_texts(case: Case) -> Iterator[tuple[Text, Pattern | PatternError]]:
    """Every text of the year file with what looks like a slot, and what was read of it."""
    for text in _texts(case):
        if not has_braces(text.text):
            continue
        try:
            yield text, parse_pattern(text.text, text.spot)
        except PatternError as problem:
            yield text, problem


def own_patterns(case: Case) -> Iterator[Pattern]:
    """All of the year file's own words that have braces in them and can be read."""
    yield from (pattern for pattern in _tree_patterns(case) if has_braces(pattern.source))
    yield from (read for _, read in read_texts(case) if not isinstance(read, PatternError))


def _tree_patterns(case: Case) -> Iterator[Pattern]:
    """Headings and own text of the file's own sections; that they can be read is known."""
    branches = (node for branch in case.answers.branches.values() for node in branch)
    yield from _patterns((*case.answers.tree, *branches))


def _patterns(nodes: Iterable[Node]) -> Iterator[Pattern]:
    for node in nodes:
        if node.heading is not None:
            yield node.heading
        yield from node.paragraphs
        yield from _patterns(node.children)


def _texts(case: Case) -> Iterator[Text]:
    answers = case.answers
    for texts in (*answers.highlights.values(), *answers.bodies.values()):
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
