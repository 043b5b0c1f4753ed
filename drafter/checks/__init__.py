"""Rules over a year file and over printed text. Pure. One file a rule, one explicit list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks import catalogue, figures, questionnaire, structure, wording
from drafter.checks.case import Case, Reading
from drafter.checks.running import read_case, read_kit_data, read_text, runs
from drafter.model.placed import Placed

if TYPE_CHECKING:
    from drafter.checks.rule import Rule
    from drafter.model.finding import Finding

__all__ = ["RULES", "Case", "Placed", "Reading", "read_kit_data", "read_text", "run", "runs"]

#: Every rule, by family; each family's list stands in its own package.
RULES: tuple[Rule, ...] = (
    *questionnaire.RULES,
    *figures.RULES,
    *structure.RULES,
    *wording.RULES,
    *catalogue.RULES,
)


def run(case: Case, *, ignoring: bool = True) -> tuple[Finding, ...]:
    """What the rules for year files find.

    Args:
        case: the year file.
        ignoring: whether what the file switches off (忽略) is left out.
    """
    ignored = case.answers.ignored if ignoring else {}
    return tuple(finding for finding in read_case(RULES, case) if finding.code not in ignored)
