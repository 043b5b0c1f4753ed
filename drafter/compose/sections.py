"""The profile's tree with the values in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.compose.lists import plan_sections, plans, shortcomings
from drafter.compose.sentences import heading, own_sentence, sentence
from drafter.model.kit import Part
from drafter.model.report import Gap, Paragraph, Piece, PieceKind, Section, Sentence
from drafter.text.headings import number
from drafter.text.patterns import own_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.compose.facts import Facts
    from drafter.model.kit import Node, Topic

_MOST_LEVELS = 4


def sections(nodes: tuple[Node, ...], facts: Facts, level: int = 1) -> tuple[Section, ...]:
    """The sections of a tree, numbered; those with nothing in them are left out or have a gap."""
    made: list[Section] = []
    for node in nodes:
        section = _section(node, facts, level, len(made) + 1)
        if section is not None:
            made.append(section)
    return tuple(made)


def _section(node: Node, facts: Facts, level: int, place: int) -> Section | None:
    own = tuple(_paragraphs(node, facts))
    children: list[Section] = []
    if level < _MOST_LEVELS:
        children += sections(node.children, facts, level + 1)
        if Part.PLANS in node.parts:
            children += plan_sections(facts, level + 1, len(children), _run_in(None, facts, level))
    if not own and not children:
        if node.optional or not facts.gaps:
            return None
        own = (_missing(node, facts),)
    return Section(
        id=node.id or (node.topics[0] if node.topics else ""),
        level=level,
        number=number(level, place),
        heading=_heading(node, facts),
        run_in=_run_in(node, facts, level - 1),
        paragraphs=own,
        children=tuple(children),
    )


def _run_in(node: Node | None, facts: Facts, above: int) -> bool:
    """Whether headings one level under `above` share a paragraph with their text."""
    if node is not None and node.run_in is not None:
        return node.run_in
    return above + 1 in facts.kit.profile.run_in


def _heading(node: Node, facts: Facts) -> Sentence:
    """This year's own heading, else the node's, else the topic's."""
    for id_ in (node.id, *node.topics):
        own = facts.answers.headings.get(id_)
        if own is not None:
            return heading(own_pattern(own.text, own.spot), facts)
    if node.heading is not None:
        return heading(node.heading, facts)
    return heading(facts.kit.topics[node.topics[0]].heading, facts)


def _paragraphs(node: Node, facts: Facts) -> Iterator[Paragraph]:
    """Own text, topics and parts in the order in which they are printed."""
    for pattern in node.paragraphs:
        told = own_sentence(pattern, facts, "正文")
        if told is not None:
            yield Paragraph((told,))
    for id_ in node.topics:
        told_topic = topic_sentences(facts.kit.topics[id_], facts)
        if told_topic:
            yield Paragraph(told_topic)
    if Part.SHORTCOMINGS in node.parts:
        yield from shortcomings(facts)
    if Part.PLANS in node.parts:
        yield from plans(facts)


def topic_sentences(topic: Topic, facts: Facts) -> tuple[Sentence, ...]:
    """What is said under a topic: the office's own words, and patterns for the other figures."""
    own = tuple(
        told
        for text in facts.answers.highlights.get(topic.id, ())
        if (told := own_sentence(own_pattern(text.text, text.spot), facts, "亮点")) is not None
    )
    said = {id_ for told in own for piece in told.pieces for id_ in piece.figures}
    patterns = tuple(
        told for pattern in topic.sentences if (told := sentence(pattern, facts, said)) is not None
    )
    return (*own, *patterns) if topic.highlights_first else (*patterns, *own)


def _missing(node: Node, facts: Facts) -> Paragraph:
    """The gap of a section for which nothing was given."""
    topic = facts.kit.topics[node.topics[0]] if node.topics else None
    ask = topic.ask if topic and topic.ask else "本节内容"
    id_ = f"亮点.{topic.id}" if topic else f"正文.{node.id}"
    piece = Piece(PieceKind.GAP, f"【待补充：{ask}】", (), Gap(id_, ask, ask))
    end = Piece(PieceKind.TEXT, "。")
    return Paragraph((Sentence((piece, end), "亮点", node.spot),))
