"""Each rule finds its fault, and is silent where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafter.checks import RULES
from tests.making import opened

if TYPE_CHECKING:
    from pathlib import Path


def codes(folder: Path, text: str) -> list[str]:
    return [finding.code for finding in opened(folder, text)[1]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("数据: {普法.活动: 3场}\n", []),
        ("数据: {普法.活勤: 3场}\n", ["Q201"]),
        (
            (
                "数据: {园区.宣传: 3场}\n指标: {园区.宣传: {名: 活动, 单位: 场}}\n"
                "亮点: {普法宣传: ['办{{园区.宣传}}']}\n"
            ),
            [],
        ),
        ("亮点: {普法宣传: [办了展览]}\n", []),
        ("亮点: {普法宜传: [办了展览]}\n", ["Q202"]),
        ("题目: {普法宣传: 普法}\n", []),
        ("题目: {普法宣转: 普法}\n", ["Q202"]),
        ("亮点: {普法宣传: ['办了{{普法.活动 | 同比去年}}']}\n", ["Q204"]),
        ("不足: ['缺{{普法.没有}}']\n", ["Q205"]),
        ("数据: {普法.活动: 3件}\n", ["Q206"]),
        ("数据: {普法.活动: 3次}\n", []),
        ("数据: {调解.金额: 1141.95万元}\n", []),
        ("数据: {复议.收到: 3件}\n", ["S201"]),
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


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_says_what_why_example_and_remedy(rule: object) -> None:
    doc = rule.__doc__ or ""
    for heading in ("查什么：", "为什么：", "例：", "怎么改："):
        assert heading in doc
