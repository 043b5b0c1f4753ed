"""W: words, set phrases with their time, repetition, marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.wording.missing_end_mark import missing_end_mark

if TYPE_CHECKING:
    from drafter.checks.rule import Rule

RULES: tuple[Rule, ...] = (missing_end_mark,)
