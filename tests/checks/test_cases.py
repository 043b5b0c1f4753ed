"""Each rule finds the very words of its cases, and is silent where its cases are right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafter.checks.registry import RULES
from tests.checks.reading import CASES, RuleCase, codes_of_text_rules, found_words, rule_cases

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("case", rule_cases(), ids=lambda case: case.name)
def test_a_rule_finds_the_very_words_and_nothing_else(tmp_path: Path, case: RuleCase) -> None:
    assert found_words(case, tmp_path) == case.found


@pytest.mark.parametrize("code", codes_of_text_rules())
def test_a_rule_has_cases_that_it_reports_and_cases_that_it_leaves_alone(code: str) -> None:
    names = [case.name for case in rule_cases() if case.code == code]
    assert any(" 报：" in name for name in names)
    assert any(" 不报：" in name for name in names)


def test_no_cases_are_left_over_from_a_rule_that_is_gone() -> None:
    assert {path.stem for path in CASES.glob("*.yaml")} <= {rule.code for rule in RULES}


def test_codes_and_names_are_given_once() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_a_rule_requires_only_rules_that_there_are() -> None:
    codes = {rule.code for rule in RULES}
    assert all(set(rule.requires) <= codes for rule in RULES)
