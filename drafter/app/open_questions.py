"""What a year file still leaves open: gaps in printed order, then what may be told besides."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.compose.facts import Facts, names
from drafter.model.answers import State
from drafter.model.kit import Part
from drafter.model.record import record
from drafter.writers.asked import Asked, asked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.case import Case
    from drafter.model.kit import Indicator, Kit, Node, Topic
    from drafter.model.report import Gap, Report, Section

_DATE = "成文日期"
_HIGHLIGHT = "亮点."
_STANDING = "问卷里写了名称、还空着的"


class Asks(StrEnum):
    """What an answer is."""

    FIGURE = "figure"
    DATE = "date"
    TEXTS = "texts"  #: one or more, each an entry of a list


@record
class Question:
    """Something that a person can answer now.

    Attributes:
        id: of the figure, or of the gap: `亮点.政务服务`, `不足`, `成文日期`.
        asks: what the answer is.
        path: where the answer goes in the year file.
        section: number and heading of where it will be printed; empty when that is no section.
        text: what is asked.
        units: units that are right, the usual one first; empty when it is no figure.
        supplier: who owes it; empty when unknown.
        prior: last year's value as printed then; empty when unknown.
        note: 口径; empty when there is nothing to say.
        required: whether a blank shows as a gap.
    """

    id: str
    asks: Asks
    path: tuple[str, ...]
    section: str
    text: str
    units: tuple[str, ...] = ()
    supplier: str = ""
    prior: str = ""
    note: str = ""
    required: bool = True

    def concerns(self, words: str) -> bool:
        """Whether all of the words stand in the id or the supplier's name."""
        return all(word in f"{self.id} {self.supplier}" for word in words.split())


def open_questions(case: Case, *, every: bool = False) -> tuple[Question, ...]:
    """The questions still open, each once.

    Args:
        case: the year file, opened.
        every: also what need not be told: optional figures and highlights of the profile's topics.

    Returns:
        Gaps in printed order; keys that stand in 数据 without a value; then, section by section,
        the optional ones.
    """
    facts = Facts(case.kit, case.answers, case.last)
    found: dict[str, Question] = {}
    places = _places(case.report)
    for gap in case.report.gaps:
        question = _of_gap(gap, case, places.get(gap.id, ""))
        if question is not None:
            found[gap.id] = question
    for id_, figure in case.answers.figures.items():
        indicator = case.indicator(id_)
        if figure.state is State.BLANK and indicator is not None:
            found.setdefault(id_, _figure(indicator, facts, _STANDING))
    if every:
        for question in _optional(case, facts):
            found.setdefault(question.id, question)
    return tuple(found.values())


def _of_gap(gap: Gap, case: Case, section: str) -> Question | None:
    """A gap as a question; None for what has to be written in the file itself."""
    indicator = case.indicator(gap.id)
    if indicator is not None:
        return Question(
            gap.id, Asks.FIGURE, ("数据", gap.id), section, gap.question,
            gap.units, gap.supplier, gap.prior, indicator.note,
        )  # fmt: skip
    if gap.id == _DATE:
        return Question(gap.id, Asks.DATE, ("报告", _DATE), section, gap.question)
    if gap.id.startswith(_HIGHLIGHT):
        path = ("亮点", gap.id.removeprefix(_HIGHLIGHT))
        return Question(gap.id, Asks.TEXTS, path, section, gap.question, supplier=gap.supplier)
    if gap.id in set(Part):
        return Question(gap.id, Asks.TEXTS, (gap.id,), section, gap.question)
    return None


def _figure(indicator: Indicator, facts: Facts, section: str) -> Question:
    gap = facts.gap(indicator.id)
    return Question(
        gap.id, Asks.FIGURE, ("数据", gap.id), section, gap.question,
        gap.units, gap.supplier, gap.prior, indicator.note, required=False,
    )  # fmt: skip


def _highlight(topic: Topic, section: str) -> Question:
    path = ("亮点", topic.id)
    return Question(_HIGHLIGHT + topic.id, Asks.TEXTS, path, section, topic.ask, required=False)


def asked_sections(case: Case) -> tuple[Asked, ...]:
    """What the year file's own tree, or else its profile, asks section by section."""
    answers, facts = case.answers, Facts(case.kit, case.answers, case.last)
    known = {name: words for name, words in names(answers).items() if isinstance(words, str)}
    for name in case.kit.phrases:
        words = facts.name(f"提法.{name}")
        known[f"提法.{name}"] = words if isinstance(words, str) else ""
    return asked(_with_own_tree(case), answers.office.kind, answers.year, known)


def _optional(case: Case, facts: Facts) -> Iterator[Question]:
    """What the profile's topics may tell besides, and the date."""
    answers = case.answers
    for section in asked_sections(case):
        place = _told(section)
        for indicator in section.optional:
            if facts.state(indicator.id) is State.BLANK:
                yield _figure(indicator, facts, place)
        for topic in section.topics:
            if topic.ask and not answers.highlights.get(topic.id):
                yield _highlight(topic, place)
    if answers.dated is None:
        text = "报告的成文日期是哪一天？"
        yield Question(_DATE, Asks.DATE, ("报告", _DATE), "", text, required=False)


def _told(section: Asked) -> str:
    return f"{section.number}{section.heading}"


def _with_own_tree(case: Case) -> Kit:
    """The kit with the tree that the year file puts in the profile's place."""
    answers, profile = case.answers, case.kit.profile
    nodes = answers.tree or tuple(_branched(node, case) for node in answers.top(profile))
    indicators = {**case.kit.indicators, **answers.indicators}
    return replace(case.kit, indicators=indicators, profile=replace(profile, nodes=nodes))


def _branched(node: Node, case: Case) -> Node:
    below = case.answers.branches.get(node.id, node.children) if node.id else node.children
    return replace(node, children=tuple(_branched(child, case) for child in below))


def _places(report: Report) -> dict[str, str]:
    """Number and heading of the section in which each gap stands first."""
    found: dict[str, str] = {}
    for section in report.sections:
        _add_places(section, "", found)
    return found


def _add_places(section: Section, above: str, found: dict[str, str]) -> None:
    number = above + section.number.rstrip("、.")
    mark = "" if number.endswith("）") else "、"
    place = f"{number}{mark}{section.heading.text}"
    pieces = [*section.heading.pieces, *(p for one in section.paragraphs for p in one.pieces)]
    for piece in pieces:
        if piece.gap is not None:
            found.setdefault(piece.gap.id, place)
    for child in section.children:
        _add_places(child, number, found)
