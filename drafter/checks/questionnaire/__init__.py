"""Q: what stands in a year file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.questionnaire.topic_not_in_profile import topic_not_in_profile
from drafter.checks.questionnaire.unknown_indicator import unknown_indicator
from drafter.checks.questionnaire.unknown_slot import unknown_slot
from drafter.checks.questionnaire.unknown_topic import unknown_topic
from drafter.checks.questionnaire.unreadable_slot import unreadable_slot
from drafter.checks.questionnaire.unusual_unit import unusual_unit

if TYPE_CHECKING:
    from drafter.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    unknown_indicator,
    unknown_topic,
    topic_not_in_profile,
    unreadable_slot,
    unknown_slot,
    unusual_unit,
)
