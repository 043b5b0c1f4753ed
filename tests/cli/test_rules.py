"""`drafter rules`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafter.app.notices import notices
from drafter.app.rules import FAMILIES
from drafter.checks.registry import RULES
from tests.running import drafter

PROGRAM = Path(__file__).parents[2] / "drafter"


def test_every_rule_stands_in_the_table_on_a_line_of_its_own() -> None:
    ran = drafter("rules")
    assert ran.returncode == 0
    codes = re.findall(r"^  ([A-Z]\d{3})  (?:错误|警告|提示)  \S", ran.stdout, re.MULTILINE)
    assert sorted(codes) == sorted(rule.code for rule in RULES)
    assert [letter for letter in FAMILIES if f"\n{letter} " in f"\n{ran.stdout}"] == [*FAMILIES]


@pytest.mark.parametrize("code", ["F203", "f203", "Ｆ２０３"])
def test_one_rule_is_told_whole_however_its_code_is_typed(code: str) -> None:
    ran = drafter("rules", code)
    assert ran.returncode == 0
    assert ran.stdout.startswith("F203 错误　rate-disagrees\n")
    for heading in ("查什么", "为什么", "例", "怎么改", "何时查", "不查"):
        assert re.search(rf"^  {heading}： *\S", ran.stdout, re.MULTILINE)
    assert "--ignore F203" in ran.stdout


def test_a_rule_that_runs_only_when_named_says_how() -> None:
    assert "--select W405" in drafter("rules", "W405").stdout


def test_the_beginning_of_a_code_lists_its_family() -> None:
    codes = re.findall(r"^  ([A-Z]\d{3})", drafter("rules", "W4").stdout, re.MULTILINE)
    assert codes
    assert all(code.startswith("W4") for code in codes)


def test_a_code_that_reading_tells_is_no_rule() -> None:
    ran = drafter("rules", "Q012")
    assert ran.returncode == 0
    assert "full-width-colon" in ran.stdout
    assert "不是检查，是读取问卷时的提示" in ran.stdout


def test_an_unknown_code_names_the_nearest() -> None:
    ran = drafter("rules", "F2O3")
    assert ran.returncode == 2
    assert "F203" in ran.stderr
    assert ran.stdout == ""


def test_every_code_that_the_program_tells_is_explained() -> None:
    told = {
        code
        for path in PROGRAM.rglob("*.py")
        for code in re.findall(r'"([A-Z]\d{3})", *\n? *"[a-z0-9-]+"', path.read_text("utf-8"))
    }
    assert len(told) > 80
    assert told <= {rule.code for rule in RULES} | set(notices())
