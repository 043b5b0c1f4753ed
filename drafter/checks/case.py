"""What the rules look at."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from drafter.model.record import record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drafter.model.answers import Answers, Figure
    from drafter.model.beside import Beside
    from drafter.model.comparison import Comparison
    from drafter.model.kit import Content, Indicator, Kit, Phrase
    from drafter.model.proof import Proof
    from drafter.model.report import Report
    from drafter.model.wording import Wording


@record
class Case:
    """A year file and what was composed of it. Facts gathered once; rules only read them.

    Attributes:
        kit: indicators, topics, profile and phrases.
        answers: the year file.
        last: last year's figures by id; empty when there are none.
        report: the composed report.
        shown: the same with its gaps, where `report` leaves them out; None where it shows them.
    """

    kit: Kit
    answers: Answers
    last: Mapping[str, Figure]
    report: Report
    shown: Report | None = None

    def indicator(self, id_: str) -> Indicator | None:
        """The office's own indicator of that id, else the catalogue's; None = unknown."""
        return self.answers.indicators.get(id_) or self.kit.indicators.get(id_)

    @property
    def ids(self) -> tuple[str, ...]:
        """Every indicator's id, the office's own ones first."""
        return (*self.answers.indicators, *self.kit.indicators)


def _no_wording() -> Wording:
    from drafter.model.wording import Wording

    return Wording()


@record
class Reading:
    """A printed text, whatever it came from, and what it is held against.

    Attributes:
        proof: the text.
        indicators: the catalogue's, a year file's own ones among them, by id.
        wording: what is known about words.
        phrases: set phrases by name, as the kit has them.
        contents: what a report must have.
        compared: this year beside last year; None when last year's is not known.
        case: the year file; None for a document.
        beside: the text held against a structure (--profile); None when none is named.
    """

    proof: Proof
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    wording: Wording = field(default_factory=_no_wording)
    phrases: Mapping[str, Phrase] = field(default_factory=dict)
    contents: tuple[Content, ...] = ()
    compared: Comparison | None = None
    case: Case | None = None
    beside: Beside | None = None

    @property
    def other_kind(self) -> bool:
        """Whether its structure is of another kind of report than 法治政府建设年度报告."""
        profiles = (self.beside and self.beside.profile, self.case and self.case.kit.profile)
        return any(profile.other_kind for profile in profiles if profile)
