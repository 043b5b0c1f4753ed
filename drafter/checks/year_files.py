"""The rules that read a year file: what every command runs that opens one.

They stand apart from the registry, and from `running`, so that an outline loads neither the rules
for texts nor what runs them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.figures.rate_disagrees import rate_disagrees
from drafter.checks.figures.typed_part_exceeds_whole import typed_part_exceeds_whole
from drafter.checks.questionnaire.answer_contradicts_words import answer_contradicts_words
from drafter.checks.questionnaire.comparison_alone import comparison_alone
from drafter.checks.questionnaire.highlight_behind_settled_text import (
    highlight_behind_settled_text,
)
from drafter.checks.questionnaire.negative_figure import negative_figure
from drafter.checks.questionnaire.rate_without_sign import rate_without_sign
from drafter.checks.questionnaire.single_braces import single_braces
from drafter.checks.questionnaire.topic_not_in_profile import topic_not_in_profile
from drafter.checks.questionnaire.unit_typed_again import unit_typed_again
from drafter.checks.questionnaire.unknown_chart_figure import unknown_chart_figure
from drafter.checks.questionnaire.unknown_indicator import unknown_indicator
from drafter.checks.questionnaire.unknown_slot import unknown_slot
from drafter.checks.questionnaire.unknown_topic import unknown_topic
from drafter.checks.questionnaire.unreadable_slot import unreadable_slot
from drafter.checks.questionnaire.unusual_unit import unusual_unit
from drafter.checks.structure.carried_text import carried_text
from drafter.checks.structure.profile_of_another_time import profile_of_another_time
from drafter.checks.structure.unused_figure import unused_figure
from drafter.model.finding import Finding

if TYPE_CHECKING:
    from drafter.checks.case import Case
    from drafter.checks.rule import YearFileRule

#: Q: what stands in a year file.
QUESTIONNAIRE_RULES: tuple[YearFileRule, ...] = (
    unknown_indicator,
    unknown_topic,
    topic_not_in_profile,
    unreadable_slot,
    unknown_slot,
    unknown_chart_figure,
    unusual_unit,
    negative_figure,
    rate_without_sign,
    unit_typed_again,
    single_braces,
    answer_contradicts_words,
    comparison_alone,
    highlight_behind_settled_text,
)
YEAR_FILE_RULES: tuple[YearFileRule, ...] = (
    *QUESTIONNAIRE_RULES,
    rate_disagrees,
    typed_part_exceeds_whole,
    unused_figure,
    profile_of_another_time,
    carried_text,
)


def run(case: Case, *, ignoring: bool = True) -> tuple[Finding, ...]:
    """What the rules for year files find, in the order of the rules.

    Args:
        case: the year file.
        ignoring: whether what the file switches off (忽略) is left out.
    """
    ignored = case.answers.ignored if ignoring else {}
    return tuple(
        Finding(rule.code, rule.name, rule.severity, f.spot, f.message, f.remedy, f.text, f.section)
        for rule in YEAR_FILE_RULES
        if rule.code not in ignored
        for f in rule.find(case)
    )
