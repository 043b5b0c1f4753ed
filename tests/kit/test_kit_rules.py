"""The rules on the templates folder find what a clerk who edits it gets wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafter.app.profiles import profile
from drafter.checks.registry import RULES
from drafter.checks.running import read_kit_data
from drafter.readers.kit import read_kit
from tests.kit.test_kit import folder_with

if TYPE_CHECKING:
    from pathlib import Path

RECEIVED = "热线.受理: {名: 热线工单, 单位: 件}\n"


def found(folder: Path, **files: str) -> list[tuple[str, str]]:
    changed = folder_with(folder, **{name.replace("_", "/"): text for name, text in files.items()})
    kit = read_kit(changed, changed / "profiles" / "小.yaml")
    return [(finding.code, finding.text) for finding in read_kit_data(RULES, kit)]


def indicators(folder: Path, text: str) -> list[tuple[str, str]]:
    told = "题: 办好热线\n句:\n  - 受理{{热线.受理}}，办结{{热线.办结}}\n"
    files = {"indicators/热线.yaml": RECEIVED + text, "topics/热线.yaml": told}
    return found(folder, **files)


def test_the_folder_that_comes_with_the_program_is_faultless() -> None:
    assert read_kit_data(RULES, profile("纲要八章")) == ()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("热线.办结: {名: 办结, 单位: 件, 属于: 热线.受理}\n", []),
        ("热线.办结: {名: 办结, 单位: 件, 属于: 热线.受里}\n", [("P101", "热线.受里")]),
        ("热线.办结: {名: 办结, 单位: 件, 算: 热线.受理 +}\n", [("P101", "热线.受理 +")]),
        ("热线.办结: {名: 办结, 单位: 件, 属于: 热线.办结}\n", [("P102", "热线.办结")]),
        ("热线.办结: {名: 办结, 单位: 件, 算: 热线.办结 * 2}\n", [("P102", "热线.办结")]),
        ("热线.办结: {名: 金额, 单位: 万元, 属于: 热线.受理}\n", [("P103", "热线.受理")]),
        ("热线.办结: {名: 办结, 单位: [宗, 件], 属于: 热线.受理}\n", []),
        (
            "热线.办结: {名: 办结, 单位: 件}\n热线.多余: {名: 多, 单位: 件}\n",
            [("P105", "热线.多余")],
        ),
        ("", [("P104", "热线.办结")]),
    ],
)
def test_a_relation_or_a_name_that_is_wrong_is_told(
    tmp_path: Path, text: str, codes: list[tuple[str, str]]
) -> None:
    assert indicators(tmp_path, text) == codes


def test_two_that_are_part_of_each_other_are_told_once(tmp_path: Path) -> None:
    text = (
        "热线.办结: {名: 办结, 单位: 件, 其中: [热线.甲]}\n"
        "热线.甲: {名: 甲, 单位: 件, 其中: [热线.办结]}\n"
    )
    codes = [code for code, _ in indicators(tmp_path, text)]
    assert codes.count("P102") == 1


def test_wordings_of_a_phrase_for_the_same_day_are_told(tmp_path: Path) -> None:
    forms = "[{用: 党的二十大, 自: 2022-10-23}, {用: 党的二十大和二十届二中全会, 自: 2023-03-01}]"
    phrases = f"大会: {{按: 日期, 用法: {forms}}}\n"
    assert found(tmp_path, **{"phrases.yaml": phrases})[0][0] == "P106"
