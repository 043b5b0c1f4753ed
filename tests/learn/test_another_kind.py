"""A report of another kind, from its samples to a draft and back to a check."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.running import drafter

SAMPLES = Path(__file__).parent / "公开"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A learned profile, a year file for it with every figure filled in, and its draft."""
    made = tmp_path_factory.mktemp("公开")
    for path in SAMPLES.glob("*.txt"):
        shutil.copy(path, made)
    names = sorted(path.name for path in made.glob("*.txt"))
    _run(made, "learn", *names, "-o", "公开年报.yaml")
    office = ("--place", "云台县", "--kind", "县", "--year", "2024")
    _run(made, "new", "2024.yaml", "--profile", "公开年报.yaml", *office)
    _fill(made / "2024.yaml")
    _run(made, "draft", "2024.yaml", "-o", "2024.txt")
    return made


def _run(folder: Path, *arguments: str) -> str:
    ran = drafter(*arguments, folder=folder)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def _fill(path: Path) -> None:
    """Answer what is asked, by script: each figure with a number, each section with a sentence."""
    asked: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    profile: dict[str, Any] = yaml.safe_load((path.parent / "公开年报.yaml").read_text("utf-8"))
    units = {id_: one.get("单位", "") for id_, one in profile["指标"].items()}
    units |= {"公开.主动": "条", "公开.依申请": "件", "公开.答复": "件"}
    asked["数据"] = {id_: f"{17 + 10 * n}{unit}" for n, (id_, unit) in enumerate(units.items())}
    asked["数据"] |= {"公开.依申请": "57件", "公开.答复": "57件"}
    asked["亮点"] = {name: [f"{name}按计划完成"] for name in asked["亮点"]}
    asked["不足"] = [{"文": "栏目更新不够及时", "因": "人手不足"}]
    asked["报告"]["成文日期"] = "2025-01-20"
    asked = {key: value for key, value in asked.items() if value is not None}
    path.write_text(yaml.safe_dump(asked, allow_unicode=True, sort_keys=False), "utf-8")


def test_the_questionnaire_asks_for_the_figures_that_all_samples_give(folder: Path) -> None:
    text = (folder / "公开年报.yaml").read_text("utf-8")
    assert "其他.发布政策解读材料" in text
    outline = json.loads(_run(folder, "outline", "2024.yaml", "--json"))
    assert outline["gaps"] == []
    told = [id_ for one in _flat(outline["sections"]) for id_ in one["figures"]]
    assert {"公开.主动", "其他.发布政策解读材料", "其他.培训人员"} <= set(told)


def test_the_outline_has_the_learned_chapters_in_order(folder: Path) -> None:
    outline = json.loads(_run(folder, "outline", "2024.yaml", "--json"))
    headings = [section["heading"] for section in outline["sections"]]
    assert len(headings) == 7
    assert "主动公开" in headings[0]
    assert "依申请公开" in headings[1]
    assert "存在的" in headings[-1]


def test_the_draft_says_the_figures_in_words_that_the_samples_share(folder: Path) -> None:
    draft = (folder / "2024.txt").read_text("utf-8")
    assert "云台县2024年政务公开工作年度报告" in draft
    assert "发布政策解读材料" in draft
    assert "全年收到政府信息公开申请57件" in draft
    assert "现将2024年度有关情况报告如下：" in draft


def test_a_sample_does_not_depart_from_its_own_structure_but_where_it_does(folder: Path) -> None:
    told = _codes(folder, "青河县.txt")
    assert set(told) <= {"S303"}
    # The township puts its platform before its files, and gives no press conferences.
    assert "S302" in _codes(folder, "白石镇.txt")


def test_a_report_that_lacks_a_chapter_and_a_figure_is_told_so(folder: Path) -> None:
    text = (folder / "青河县.txt").read_text("utf-8")
    start, end = text.index("四、公开平台"), text.index("五、监督保障")
    poorer = text[:start] + text[end:].replace("五、", "四、").replace("六、", "五、")
    poorer = poorer.replace("发布政策解读材料94篇，", "")
    (folder / "少一章.txt").write_text(poorer, "utf-8")
    told = _codes(folder, "少一章.txt")
    assert "平台建设" in told["S301"][0]
    assert any("发布政策解读材料" in message for message in told["S304"])


def test_what_a_report_on_the_rule_of_law_must_hold_is_not_asked_of_another(folder: Path) -> None:
    for name in ("2024.yaml", "青河县.txt"):
        found = json.loads(_check(folder, name, "--json"))["findings"]
        assert {"S204", "S210"}.isdisjoint(finding["code"] for finding in found)


def test_the_draft_itself_is_checked_against_the_structure(folder: Path) -> None:
    assert "S301" not in _codes(folder, "2024.yaml")


def _check(folder: Path, name: str, *options: str) -> str:
    return drafter("check", name, "--profile", "公开年报.yaml", *options, folder=folder).stdout


def _codes(folder: Path, name: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for finding in json.loads(_check(folder, name, "--select", "S3", "--json"))["findings"]:
        found.setdefault(finding["code"], []).append(finding["message"])
    return found


def _flat(sections: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for s in sections for one in (s, *_flat(s["children"]))]
