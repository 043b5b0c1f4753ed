"""S: headings, sections and what they must hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.structure.carried_text import carried_text
from drafter.checks.structure.profile_of_another_time import profile_of_another_time
from drafter.checks.structure.unused_figure import unused_figure

if TYPE_CHECKING:
    from drafter.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    unused_figure,
    profile_of_another_time,
    carried_text,
)
