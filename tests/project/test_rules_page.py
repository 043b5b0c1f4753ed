"""The page that explains every rule."""

from __future__ import annotations

from drafter.checks.registry import RULES
from tools.build_rules import PAGE, built


def test_the_page_of_rules_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == built(), "run tools/build_rules.py"


def test_the_page_names_every_rule_once() -> None:
    text = built()
    assert [rule.code for rule in RULES if text.count(f"### {rule.code} ") != 1] == []
