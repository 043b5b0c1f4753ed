"""Kit and answers to a report. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.compose.carried import last_words, phrases, shown
from drafter.compose.duties import covered, delivery
from drafter.compose.facts import Facts, silent
from drafter.compose.named import figures, last_figures, names
from drafter.compose.notes import notes
from drafter.compose.sections import sections, told_in_own_words
from drafter.compose.sentences import heading, own_sentence, sentence
from drafter.model.answers import State, Use
from drafter.model.report import Gap, Paragraph, Report, Sentence
from drafter.text.patterns import own_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from drafter.model.answers import Answers, Figure
    from drafter.model.kit import Kit

__all__ = ["compose"]

#: The gap of a report that is signed but not dated.
DATE_GAP = Gap("成文日期", "成文日期", "报告的成文日期是哪一天？")


def compose(
    kit: Kit,
    answers: Answers,
    last: Mapping[str, Figure] | None = None,
    *,
    gaps: bool = True,
    last_year: Answers | None = None,
) -> Report:
    """Put the answers into the profile's tree.

    Args:
        kit: indicators, topics, profile and phrases.
        answers: this year's file.
        last: last year's figures by id; None when there are none.
        gaps: whether what is missing shows as 【待补充：…】; else it drops out with its clause.
        last_year: last year's whole file, whose words are marked where they stand again
            unconfirmed; None when there is none.
    """
    nodes = answers.top(kit.profile)
    carried = last_words(last_year, kit) if last_year else frozenset[str]()
    unsaid = silent(kit, answers, gaps=gaps)
    known = Facts(kit, answers, last or {}, gaps, frozenset(), carried, phrases(kit), unsaid)
    facts = replace(known, told=told_in_own_words(nodes, known))
    title = answers.title
    pattern = own_pattern(title.text, title.spot) if title else kit.profile.title
    made = Report(
        title=heading(pattern, facts),
        year=answers.year,
        profile=kit.profile.name,
        addressees=answers.office.addressees if answers.use is Use.UPWARD else "",
        lead=tuple(_lead(facts)),
        sections=sections(nodes, facts),
        signatories=answers.office.signatories,
        dated=answers.dated,
        gaps=(),
        unused=(),
        delivery=delivery(facts) if answers.use is Use.UPWARD else (),
    )
    whole = replace(made, covered=covered(kit.contents, made))
    return shown(_counted(whole, facts), answers.confirmed)


def _lead(facts: Facts) -> Iterator[Paragraph]:
    own = facts.answers.lead
    if own is not None:
        for line in own.text.split("\n"):
            told = own_sentence(own_pattern(line, own.spot), facts, "导语")
            if told is not None:
                yield Paragraph((told,))
        return
    said = (sentence(pattern, facts) for pattern in facts.kit.profile.lead)
    present = tuple(one for one in said if one is not None)
    if present:
        yield Paragraph(present)


def _counted(report: Report, facts: Facts) -> Report:
    """The report with its gaps and its unused figures listed."""
    gaps: dict[str, Gap] = {}
    used: set[str] = set()
    for told in _sentences(report):
        for piece in told.pieces:
            used.update(piece.figures)
            if piece.gap is not None:
                gaps.setdefault(piece.gap.id, piece.gap)
    if report.signatories and report.dated is None and facts.gaps:
        gaps[DATE_GAP.id] = DATE_GAP
    answered = (State.GIVEN, State.NONE)
    unused = tuple(
        id_
        for id_, figure in facts.answers.figures.items()
        if figure.state in answered and id_ not in used
    )
    pieces = (piece for told in _sentences(report) for piece in told.pieces)
    # The topics are told by now; a report that lasts need not hold them.
    asked = replace(facts, kit=replace(facts.kit, topics={}))
    return replace(
        report,
        gaps=tuple(gaps.values()),
        unused=unused,
        notes=notes(pieces, facts),
        names=names(facts.answers),
        figures=figures(asked),
        last_figures=last_figures(asked),
    )


def _sentences(report: Report) -> Iterator[Sentence]:
    """Every sentence of the report, headings included, in printed order."""
    yield report.title
    for paragraph in report.lead:
        yield from paragraph.sentences
    for section in report.walk():
        yield section.heading
        for paragraph in section.paragraphs:
            yield from paragraph.sentences
