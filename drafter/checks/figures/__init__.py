"""F: figures and their relations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.figures.rate_disagrees import rate_disagrees

if TYPE_CHECKING:
    from drafter.checks.rule import Rule

RULES: tuple[Rule, ...] = (rate_disagrees,)
