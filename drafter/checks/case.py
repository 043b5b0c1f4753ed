"""What the rules look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drafter.model.answers import Answers, Figure
    from drafter.model.kit import Indicator, Kit
    from drafter.model.report import Report


@dataclass(frozen=True, slots=True)
class Case:
    """Facts gathered once; rules only read them.

    Attributes:
        kit: indicators, topics, profile and phrases.
        answers: the year file.
        last: last year's figures by id; empty when there are none.
        report: the composed report.
    """

    kit: Kit
    answers: Answers
    last: Mapping[str, Figure]
    report: Report

    def indicator(self, id_: str) -> Indicator | None:
        """The office's own indicator of that id, else the catalogue's; None = unknown."""
        return self.answers.indicators.get(id_) or self.kit.indicators.get(id_)

    @property
    def ids(self) -> tuple[str, ...]:
        """Every indicator's id, the office's own ones first."""
        return (*self.answers.indicators, *self.kit.indicators)
