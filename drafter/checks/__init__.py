"""Rules over a case. Pure. One file a rule, one explicit list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.carried_text import carried_text
from drafter.checks.case import Case
from drafter.checks.own_words import own_words
from drafter.checks.profile_of_another_time import profile_of_another_time
from drafter.checks.rate_disagrees import rate_disagrees
from drafter.checks.unknown_names import unknown_names
from drafter.checks.unused_figure import unused_figure
from drafter.checks.unusual_unit import unusual_unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from drafter.model.finding import Finding

__all__ = ["RULES", "Case", "run"]

#: Every rule, in the order in which its findings are told.
RULES: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    unknown_names,
    own_words,
    profile_of_another_time,
    unusual_unit,
    unused_figure,
    carried_text,
    rate_disagrees,
)


def run(case: Case) -> tuple[Finding, ...]:
    """All findings on a case, but for those that the year file switches off with a reason."""
    ignored = case.answers.ignored
    return tuple(f for rule in RULES for f in rule(case) if f.code not in ignored)
