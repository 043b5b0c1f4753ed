"""The JSON Schema by which editors complete and check year files."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from drafter.app.new import new
from drafter.app.profiles import profiles
from drafter.model.kit import LAYOUTS, Kind
from drafter.readers import indicators, nodes, year_charts, year_figures, year_file, year_sections
from drafter.writers.schema import schema
from tools.build_schema import SCHEMA, built

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(ROOT.glob("examples/*/[0-9][0-9][0-9][0-9].yaml"))


class Core(yaml.SafeLoader):
    """YAML 1.2 as editors read it: a date is text, 是 and NO are text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as in the class above


for tag, form in (
    ("null", r"~|null|"),
    ("bool", r"true|false"),
    ("int", r"-?(?:0|[1-9][0-9]*)"),
    ("float", r"-?[0-9]+\.[0-9]+"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{form})$"), None)


@cache
def written() -> dict[str, Any]:
    """The schema as it stands in the templates folder."""
    made: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return made


@cache
def validator() -> Draft7Validator:
    return Draft7Validator(written())


def faults(text: str) -> list[str]:
    """Where and how a year file breaks the schema."""
    data = yaml.load(text, Core)  # noqa: S506 - a safe loader
    return [
        f"{'.'.join(map(str, e.path))}: {e.message[:80]}" for e in validator().iter_errors(data)
    ]


def test_the_schema_is_a_schema() -> None:
    Draft7Validator.check_schema(written())


def test_the_schema_is_current() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == built(), "run tools/build_schema.py"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_an_example_keeps_to_the_schema(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


def test_the_year_file_of_the_readme_keeps_to_the_schema() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"```yaml\n(.*?)```", readme, re.DOTALL)
    assert block
    assert faults(block.group(1)) == []


@pytest.mark.parametrize("kind", Kind)
def test_a_new_questionnaire_keeps_to_the_schema(kind: Kind, tmp_path: Path) -> None:
    out = tmp_path / "a.yaml"
    for name in ("纲要八章", "本文件"):
        new(out, place="某某", kind=kind, year=2024, profile=name, force=True)
        assert faults(out.read_text(encoding="utf-8")) == []


GOOD = """\
报告: {年度: 2024, 结构: 我的结构.yaml, 用途: 上报, 成文日期: 2025年1月20日, 接排: [2, 3]}
单位: {名称: 某县, 类型: 县, 落款: [某县人民政府]}
数据:
  普法:
    活动: {值: 36场, 来源: 司法局, 截至: 2024-11-30}
    资料: 近1.5万份
  政务.办件: 8316
  政务: {秒批: 无, 邮寄: }
  园区.宣传.场次: 三场
  园区: {推文: 百分之五}
亮点: {普法宣传: [一件事], 政务服务: 又一件}
题目: {普法宣传: 普法, 自己的章节: 标题}
指标: {园区.宣传.场次: {名: 宣传, 单位: [场, 次], 需: {街道: 必}}}
不足: [一条, {文: 二, 因: 三}, {题: 四, 文: [五, 六]}]
安排: 一件
章节: {行政执法: [{题: 一, 主题: [普法宣传], 节: [{主题: 政务服务, 可省: 是}]}]}
忽略: {S201: 只供内部掌握}
"""


def test_every_shape_that_the_reader_takes_keeps_to_the_schema(tmp_path: Path) -> None:
    assert faults(GOOD) == []
    path = tmp_path / "a.yaml"
    path.write_text(GOOD, encoding="utf-8")
    assert year_file.read_year_file(path)[1] == ()


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ("类型: 县", "类型: 县城", "单位.类型"),
        ("数据:\n", "数椐:\n", ""),
        ("年度: 2024", "年度: 二四年", "报告.年度"),
        ("年度: 2024, ", "", "报告"),
        ("名称: 某县, ", "", "单位"),
        ("用途: 上报", "用途: 内部", "报告.用途"),
        ("结构: 我的结构.yaml", "结构: 纲要九章", "报告.结构"),
        ("2025年1月20日", "1月20日", "报告.成文日期"),
        ("近1.5万份", "很多", "数据.普法.资料"),
        ("值: 36场", "值: 若干", "数据.普法.活动"),
        ("政务.办件: 8316", "12345热线: 8316", "数据"),
        ("亮点: {普法宣传", "亮点: {普法宣專", "亮点"),
        ("因: 三", "原因: 三", "不足"),
        ("主题: 政务服务", "主题: 政务服勿", "章节"),
        ("S201: 只供内部掌握", "S201: ", "忽略.S201"),
        ("需: {街道: 必}", "需: {街道: 要}", "指标.园区.宣传.场次"),
    ],
)
def test_a_usual_mistake_breaks_the_schema_where_it_stands(
    right: str, wrong: str, place: str
) -> None:
    assert GOOD.count(right) == 1
    found = faults(GOOD.replace(right, wrong))
    assert found
    assert all(fault.startswith(place) for fault in found)


def keys(made: dict[str, Any]) -> set[str]:
    return set(made["properties"])


def test_it_knows_the_keys_that_the_reader_knows() -> None:
    made = written()
    top = made["properties"]
    assert keys(made) == set(year_file.KEYS)
    assert keys(top["报告"]) == set(year_sections.REPORT_KEYS)
    assert keys(top["单位"]) == set(year_sections.OFFICE_KEYS)
    assert keys(top["指标"]["additionalProperties"]) == set(indicators.KEYS)
    assert keys(made["definitions"]["section"]) == set(nodes.KEYS)
    assert keys(made["definitions"]["figure"]["anyOf"][1]) == set(year_figures.DETAILS)
    point = top["不足"]["anyOf"][1]["items"]["anyOf"][1]
    (chart,) = (e for e in top["图表"]["anyOf"][1]["items"]["anyOf"] if "properties" in e)
    assert keys(chart) == set(year_charts.CHART_KEYS)
    assert keys(point) == set(year_sections.POINT_KEYS)
    layouts = top["写法"]["properties"]["不足"]["anyOf"][0]["enum"]
    assert set(layouts) - {None} == set(LAYOUTS)


def test_a_figure_is_described_nested_and_in_one_piece() -> None:
    figures = written()["properties"]["数据"]["properties"]
    for entry in (figures["普法.活动"], figures["普法"]["properties"]["活动"]):
        assert entry["description"] == "开展普法活动多少场？；单位：场、次、场次；由司法局提供"


def test_it_follows_the_templates() -> None:
    kits = profiles()
    made = schema(kits)
    assert keys(made["properties"]["亮点"]) == set(kits[0].topics)
    names = made["properties"]["报告"]["properties"]["结构"]["anyOf"][0]["enum"]
    assert names == sorted(kit.profile.name for kit in kits)
