"""Each rule finds its fault, and is silent where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafter.checks.registry import RULES
from drafter.checks.rule import YearFileRule
from drafter.checks.year_files import YEAR_FILE_RULES
from tests.making import PLAIN_HEAD, opened

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.checks.rule import Rule


def codes(folder: Path, text: str) -> list[str]:
    return [finding.code for finding in opened(folder, text)[1]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("数据: {普法.活动: 3场}\n", []),
        ("数据: {普法.活勤: 3场}\n", ["Q201"]),
        ("亮点: {普法宣传: [办了展览]}\n", []),
        ("亮点: {普法宜传: [办了展览]}\n", ["Q202"]),
        ("题目: {普法宣传: 普法}\n", []),
        ("题目: {普法宣转: 普法}\n", ["Q202"]),
        ("亮点: {普法宣传: ['办了{{普法.活动 | 同比去年}}']}\n", ["Q204"]),
        ("不足: ['缺{{普法.没有}}']\n", ["Q205"]),
        ("图表: [普法.活动, {题: 普法, 数据: [普法.资料]}]\n", []),
        ("图表: [普法.活动, {题: 普法, 数据: [普法.资科]}]\n", ["Q209"]),
        ("数据: {普法.活动: 3件}\n", ["Q206"]),
        ("数据: {普法.活动: 3次}\n", []),
        ("数据: {调解.金额: 1141.95万元}\n", []),
        ("数据: {复议.收到: 3件}\n", ["S201"]),
        ("数据: {普法.横幅: 无}\n亮点: {普法宣传: ['挂{{普法.横幅}}']}\n", ["Q214"]),
        ("数据: {普法.活动: 3场}\n亮点: {普法宣传: ['{{普法.活动 | 同比}}']}\n", ["Q215"]),
        ("正文: {普法宣传: 开展活动。}\n亮点: {普法宣传: [建成公园]}\n", ["Q216"]),
        ("数据: {出庭: {开庭: 14件, 负责人: 12件, 应诉率: 86%}}\n", []),
        ("数据: {出庭: {开庭: 14件, 负责人: 12件, 应诉率: 85.71%}}\n", []),
        ("数据: {出庭: {开庭: 14件, 负责人: 12件, 应诉率: 85%}}\n", ["F203"]),
        ("数据: {出庭: {开庭: 14件, 负责人: 12件, 应诉率: 85%}}\n忽略: {F203: 按上级口径}\n", []),
    ],
)
def test_a_rule_finds_its_fault_and_nothing_else(
    tmp_path: Path, text: str, found: list[str]
) -> None:
    assert codes(tmp_path, text) == found


def test_an_offices_own_indicator_is_known(tmp_path: Path) -> None:
    own = "指标: {园区.宣传: {名: 活动, 单位: 场}}\n数据: {园区.宣传: 3场}\n"
    text = own + "亮点: {普法宣传: ['办{{园区.宣传}}']}\n"
    assert opened(tmp_path, text, head=PLAIN_HEAD)[1] == ()


def test_a_structure_made_for_another_time_is_told(tmp_path: Path) -> None:
    head = PLAIN_HEAD.replace("年度: 2023", "年度: 2026").replace("2024-01-20", "2027-01-20")
    assert [f.code for f in opened(tmp_path, "", head=head)[1]] == ["S202"]


def test_the_rules_that_every_command_runs_are_those_of_the_registry_for_year_files() -> None:
    assert [rule for rule in RULES if isinstance(rule, YearFileRule)] == list(YEAR_FILE_RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_what_why_example_and_remedy(rule: Rule) -> None:
    for heading in ("查什么", "为什么", "例", "怎么改"):
        assert rule.part(heading)
