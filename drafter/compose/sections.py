"""The profile's tree with the values in place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.compose.lists import list_paragraphs, list_sections
from drafter.compose.sentences import heading, merged, own_sentence, sentence
from drafter.compose.settled import settled
from drafter.model.report import Gap, Paragraph, Piece, PieceKind, Section, Sentence
from drafter.text.headings import number, shown_level
from drafter.text.marks import characters
from drafter.text.numerals import chinese
from drafter.text.patterns import COMPARISONS, own_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.compose.facts import Facts
    from drafter.model.kit import Node, Topic
    from drafter.model.pattern import Pattern

_MOST_LEVELS = 4
#: Characters, about three lines: what is shorter looks lost as a paragraph of its own.
_STANDS_ALONE = 80


def sections(nodes: tuple[Node, ...], facts: Facts, level: int = 1) -> tuple[Section, ...]:
    """The sections of a tree, numbered; those with nothing in them are left out or have a gap."""
    made: list[Section] = []
    for node in nodes:
        if node.kinds and facts.answers.office.kind not in node.kinds:
            continue
        section = _section(node, facts, level, len(made) + 1)
        if section is not None:
            made.append(section)
    return tuple(made)


def _section(node: Node, facts: Facts, level: int, place: int) -> Section | None:
    level = _level(node, level)
    run_in = level in facts.run_in if node.run_in is None else node.run_in
    own = tuple(settled(_id(node), facts) or _paragraphs(node, facts, run_in=run_in))
    children = _children(node, facts, level + 1) if level < _MOST_LEVELS else ()
    if not own and not children and not facts.answers.verbatim:
        if node.optional or not facts.gaps:
            return None
        own = (_missing(node, facts),)
    return Section(
        id=_id(node),
        level=level,
        number=number(level, place) if node.number is None else node.number,
        heading=_heading(node, facts),
        run_in=run_in,
        topics=node.topics,
        parts=tuple(part.value for part in node.parts),
        paragraphs=own,
        children=children,
    )


def _level(node: Node, level: int) -> int:
    return shown_level(node.number or "", level, _height(node))


def _height(node: Node) -> int:
    return max((1 + _height(child) for child in node.children), default=0)


def _children(node: Node, facts: Facts, level: int) -> tuple[Section, ...]:
    """The sections below: the year file's own for this place, else the profile's; and the lists."""
    below = facts.answers.branches.get(node.id, node.children) if node.id else node.children
    made = sections(below, facts, level)
    for part in node.parts:
        made += list_sections(part, facts, level, len(made))
    return made


def _heading(node: Node, facts: Facts) -> Sentence:
    """This year's own heading, else the node's, else the topic's.

    Where several topics stand under one heading, or are enumerated, a topic's own heading is not
    the section's.
    """
    several = node.enumerated or (node.heading is not None and len(node.topics) > 1)
    for id_ in (node.id, *(() if several else node.topics)):
        own = facts.answers.headings.get(id_)
        if own is not None:
            return heading(own_pattern(own.text, own.spot), facts)
    if node.heading is not None:
        return heading(node.heading, facts)
    return heading(facts.kit.topics[node.topics[0]].heading, facts)


def _paragraphs(node: Node, facts: Facts, *, run_in: bool) -> Iterator[Paragraph]:
    """Own text, topics and parts in the order in which they are printed.

    Under a heading that runs in, the topics make one paragraph; else each has its own.
    """
    for pattern in node.paragraphs:
        words = own_sentence(pattern, facts, "正文")
        if words is not None:
            yield Paragraph((words,))
    topics = [facts.kit.topics[id_] for id_ in node.topics]
    told_topics = [(topic, told) for topic in topics if (told := topic_sentences(topic, facts))]
    if node.enumerated and told_topics:
        yield Paragraph(tuple(_counted(told_topics, facts)))
    elif run_in and told_topics:
        yield Paragraph(tuple(sentence for _, told in told_topics for sentence in told))
    else:
        yield from _by_length([told for _, told in told_topics])
    for part in node.parts:
        yield from list_paragraphs(part, facts)


def _id(node: Node) -> str:
    return node.id or (node.topics[0] if node.topics else "")


def _by_length(told_topics: list[tuple[Sentence, ...]]) -> Iterator[Paragraph]:
    """A paragraph for each topic; one that is too short to stand alone joins its neighbour."""
    together: tuple[Sentence, ...] = ()
    for told in told_topics:
        if together and min(_length(together), _length(told)) >= _STANDS_ALONE:
            yield Paragraph(together)
            together = told
        else:
            together += told
    if together:
        yield Paragraph(together)


def _length(told: tuple[Sentence, ...]) -> int:
    return characters("".join(one.text for one in told))


def _counted(
    told_topics: list[tuple[Topic, tuple[Sentence, ...]]], facts: Facts
) -> Iterator[Sentence]:
    """一是推进职能优化。…二是优化政务服务。…: each topic led by its heading."""
    for place, (topic, told) in enumerate(told_topics, 1):
        own = facts.answers.headings.get(topic.id)
        lead = heading(own_pattern(own.text, own.spot) if own else topic.heading, facts)
        count = f"{chinese(place)}是" if len(told_topics) > 1 else ""
        pieces = (Piece(PieceKind.TEXT, count), *lead.pieces, Piece(PieceKind.TEXT, "。"))
        yield replace(lead, pieces=merged(pieces))
        yield from told


def told_in_own_words(nodes: tuple[Node, ...], facts: Facts) -> frozenset[str]:
    """Figures in the highlights and the own text of a tree's sections, gaps left out as asked."""
    answers = facts.answers
    found: set[str] = set()
    for node in nodes:
        texts = [text for id_ in node.topics for text in answers.highlights.get(id_, ())]
        texts += answers.bodies.get(_id(node), ())
        patterns = [*node.paragraphs, *(own_pattern(text.text, text.spot) for text in texts)]
        found |= {id_ for pattern in patterns for id_ in _told(pattern, facts)}
        below = answers.branches.get(node.id, node.children) if node.id else node.children
        found |= told_in_own_words(below, facts)
    return frozenset(found)


def _told(pattern: Pattern, facts: Facts) -> Iterator[str]:
    """The figures of a pattern, a comparison as its slot, for it tells no figure.

    Where gaps are left out, those of the sentences that stay.
    """
    told = None if facts.gaps else own_sentence(pattern, facts, "亮点")
    stays = {piece.slot for piece in told.pieces} if told else set()
    for slot in pattern.slots:
        if facts.gaps or slot.source in stays:
            compares = any(one.name in COMPARISONS for one in slot.filters)
            yield slot.source if compares else slot.name


def topic_sentences(topic: Topic, facts: Facts) -> tuple[Sentence, ...]:
    """What is said under a topic: the office's own words, and patterns for the other figures."""
    own = tuple(
        told
        for text in facts.answers.highlights.get(topic.id, ())
        if (told := own_sentence(own_pattern(text.text, text.spot), facts, "亮点")) is not None
    )
    patterns = tuple(
        told
        for pattern in topic.sentences
        if (told := sentence(pattern, facts, facts.told)) is not None
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
