"""What the rules on topics share: every pattern of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.kit import Topic
    from drafter.model.pattern import Pattern


def topic_patterns(topic: Topic) -> Iterator[Pattern]:
    """Its heading and every form of its sentences' clauses."""
    yield topic.heading
    for sentence in topic.sentences:
        for clause in sentence.clauses:
            yield clause.text
            yield from clause.otherwise
            yield from clause.members
            yield from (p for p in (clause.opening, clause.none, clause.zero) if p is not None)
