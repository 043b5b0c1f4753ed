"""What a profile asks of an office: section by section, every figure once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.kit import Need
from drafter.model.record import record
from drafter.text.formulas import read_formula
from drafter.text.headings import number
from drafter.text.patterns import filled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from drafter.model.kit import Indicator, Kind, Kit, Node, Topic
    from drafter.model.pattern import Pattern, SentencePattern


@record
class Asked:
    """What one section asks.

    Attributes:
        level: 1 to 4.
        number: as printed before the heading.
        heading: the usual heading, its names filled in.
        headings: what 题目 can change here: headings by the name to change them under.
        topics: topics told in it that no earlier section tells.
        required: figures whose blank shows as a gap.
        optional: figures whose blank is silent.
        computed: figures that follow from others.
    """

    level: int
    number: str
    heading: str
    headings: Mapping[str, str]
    topics: tuple[Topic, ...]
    required: tuple[Indicator, ...]
    optional: tuple[Indicator, ...]
    computed: tuple[Indicator, ...]

    @property
    def figures(self) -> tuple[Indicator, ...]:
        """All of them."""
        return (*self.required, *self.optional, *self.computed)


def asked(kit: Kit, kind: Kind, year: int, names: Mapping[str, str]) -> tuple[Asked, ...]:
    """The sections of a report in printed order, those without figures too.

    Args:
        kit: with the profile that asks; one that leaves its sections to the year file asks what
            every topic asks, a topic a section.
        kind: the kind of body; what does not concern it is left out.
        year: the year reported on; sentences that are not right in it ask nothing.
        names: what the slots of headings stand for.
    """
    asking = _Asking(kit, kind, year, names)
    lead = asking.figures(kit.profile.lead)
    opening = (Asked(1, "", "导语", {}, (), *lead),) if any(lead) else ()
    if kit.profile.nodes:
        return (*opening, *asking.sections(kit.profile.nodes, 1))
    return (*opening, *(asking.topic(topic) for topic in kit.topics.values()))


def rest(kit: Kit, kind: Kind, sections: tuple[Asked, ...]) -> tuple[Indicator, ...]:
    """Figures of the catalogue that concern the body and that no section asks."""
    known = {indicator.id for section in sections for indicator in section.figures}
    return tuple(
        indicator
        for indicator in kit.indicators.values()
        if indicator.id not in known
        and not indicator.computed
        and indicator.need(kind) is not Need.NONE
    )


class _Asking:
    """Walks a tree and remembers what has been asked."""

    def __init__(self, kit: Kit, kind: Kind, year: int, names: Mapping[str, str]) -> None:
        self._kit, self._kind, self._year, self._names = kit, kind, year, names
        self._figures: set[str] = set()
        self._topics: set[str] = set()
        self._printed = set(self._printed_ids())

    def sections(self, nodes: tuple[Node, ...], level: int) -> Iterator[Asked]:
        """The sections of a tree and those below them."""
        for place, node in enumerate(self._standing(nodes), 1):
            yield self._section(node, level, place)
            yield from self.sections(node.children, level + 1)

    def topic(self, topic: Topic) -> Asked:
        """A topic that is a section by itself."""
        heading = filled(topic.heading, self._names)
        figures = self.figures(topic.sentences)
        return Asked(1, "", heading, {topic.id: heading}, (topic,), *figures)

    def figures(
        self, sentences: tuple[SentencePattern, ...], paragraphs: tuple[Pattern, ...] = ()
    ) -> tuple[tuple[Indicator, ...], tuple[Indicator, ...], tuple[Indicator, ...]]:
        """Required, optional and computed figures that were not asked before."""
        patterns = (*paragraphs, *self._patterns(sentences))
        ids = [id_ for pattern in patterns for id_ in _ids(pattern)]
        found = [one for id_ in dict.fromkeys(ids) for one in self._with_operands(id_)]
        typed = [one for one in found if not one.computed]
        return (
            tuple(one for one in typed if self._leaves_a_gap(one)),
            tuple(one for one in typed if not self._leaves_a_gap(one)),
            tuple(one for one in found if one.computed),
        )

    def _standing(self, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        return tuple(node for node in nodes if not node.kinds or self._kind in node.kinds)

    def _patterns(self, sentences: tuple[SentencePattern, ...]) -> Iterator[Pattern]:
        """The patterns of sentences that are right in the year."""
        for sentence in sentences:
            for clause in sentence.clauses if sentence.fits(self._year) else ():
                others = (clause.opening, clause.none, clause.zero)
                yield from (clause.text, *clause.members, *clause.otherwise)
                yield from (other for other in others if other is not None)

    def _printed_ids(self) -> Iterator[str]:
        """Figures that a sentence prints as they are; the others only go into a computation."""
        profile = self._kit.profile
        patterns = [*self._patterns(profile.lead)]
        nodes = [*self._standing(profile.nodes)]
        topics = [] if nodes else [*self._kit.topics.values()]
        for node in nodes:
            patterns += node.paragraphs
            topics += [self._kit.topics[id_] for id_ in node.topics]
            nodes += self._standing(node.children)
        for topic in topics:
            patterns += self._patterns(topic.sentences)
        for pattern in patterns:
            yield from (slot.name for slot in pattern.slots if not slot.filters)

    def _leaves_a_gap(self, indicator: Indicator) -> bool:
        return indicator.need(self._kind) is Need.REQUIRED and indicator.id in self._printed

    def _section(self, node: Node, level: int, place: int) -> Asked:
        topics = tuple(self._kit.topics[id_] for id_ in node.topics)
        usual = filled(node.heading or topics[0].heading, self._names)
        key = node.id or (node.topics[0] if node.topics else "")
        headings = {key: usual} if key else {}
        if node.enumerated:
            headings |= {topic.id: filled(topic.heading, self._names) for topic in topics}
        new = tuple(topic for topic in topics if topic.id not in self._topics)
        self._topics |= {topic.id for topic in new}
        sentences = tuple(sentence for topic in new for sentence in topic.sentences)
        figures = self.figures(sentences, node.paragraphs)
        return Asked(level, number(level, place), usual, headings, new, *figures)

    def _with_operands(self, id_: str) -> Iterator[Indicator]:
        """A figure, and those that it is computed from; none that does not concern the body."""
        indicator = self._kit.indicators.get(id_)
        if indicator is None or id_ in self._figures or not self._can_be_had(id_):
            return
        self._figures.add(id_)
        yield indicator
        for operands in self._formulas(indicator):
            for operand in operands:
                yield from self._with_operands(operand)

    def _formulas(self, indicator: Indicator, above: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
        """What the formulas take whose every figure the body can give."""
        ids = [read_formula(formula)[1] for formula in indicator.formulas]
        above = (*above, indicator.id)
        return [taken for taken in ids if all(self._can_be_had(id_, above) for id_ in taken)]

    def _can_be_had(self, id_: str, above: tuple[str, ...] = ()) -> bool:
        """Whether the body is asked for a figure, or for all that it is computed from."""
        indicator = self._kit.indicators.get(id_)
        if indicator is None or id_ in above or indicator.need(self._kind) is Need.NONE:
            return False
        return not indicator.computed or bool(self._formulas(indicator, above))


def _ids(pattern: Pattern) -> Iterator[str]:
    """Names that the slots use, those in filters' brackets too."""
    for slot in pattern.slots:
        yield slot.name
        for filter_ in slot.filters:
            yield from filter_.arguments
