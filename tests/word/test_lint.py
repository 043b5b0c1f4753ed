"""Templates at fault are refused before anything is printed, all faults at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from drafter.model.finding import DrafterError
from drafter.writers.blocks import blocks
from drafter.writers.docx import check_template, docx_bytes
from drafter.writers.word.context import build
from drafter.writers.word.meanings import MEANINGS, every_name
from drafter.writers.word.shapes import Function, Known, Many, Record, names_of
from tests.word import reports
from tests.word.templates import EVERYTHING, template

if TYPE_CHECKING:
    from pathlib import Path


def faults(path: Path) -> list[tuple[str, int]]:
    return [(finding.code, finding.spot.line) for finding in check_template(path)]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{{ 单位名 }}", "T101"),
        ("{{ 标题.长度 }}", "T101"),
        ("{{ 正文.段 }}", "T101"),
        ("{{ ''.__class__ }}", "T101"),
        ("{{ 标题['__class__'] }}", "T101"),
        ("{{ range(5) }}", "T101"),
        ("{{ 标题.upper() }}", "T101"),
        ("{% for 段 in 正文 %}{{ 段.名 }}{% endfor %}", "T101"),
        ("{% for 段 in 正文 %}{{ 段.片[0].词 }}{% endfor %}", "T101"),
        ("{% for 段 in 正文 %}{{ loop.次 }}{% endfor %}", "T101"),
        ("{% for 段 in 正文 if 段.无 %}{{ 段.文 }}{% endfor %}", "T101"),
        ("{{ 标题 if 年份 else 年度 }}", "T101"),
        ("{{ 12345热线 }}", "T102"),
        ("{{ }}", "T102"),
        ("{% if %}甲{% endif %}", "T102"),
        ("{% for 行 标题行 %}{{ 行 }}{% endfor %}", "T102"),
        ("甲{% if 标题 %}乙", "T103"),
        ("甲{% endif %}", "T103"),
        ("甲{% else %}", "T103"),
        ("{% for 行 in 标题行 %}甲{% if 行 %}乙{% endfor %}", "T103"),
        ("{%r for 行 in 标题行 %}甲{% endfor %}", "T103"),
        ("{% set 甲 = 标题 %}", "T104"),
        ("{%p set 甲 = 标题 %}标题", "T105"),
        ("{%p if 标题 %}{%p endif %}", "T105"),
        ("｛｛ 标题 ｝｝", "T106"),
        ("｛% if 标题 %｝甲", "T106"),
        ("{｛标题}}", "T106"),
        ("{{ 标题", "T107"),
        ("标题 }}", "T107"),
        ("{{ 标题|safe }}", "T108"),
        ("{{ 正文|map('safe')|join }}", "T108"),
        ("{{ 标题 is 空的 }}", "T108"),
        ("{% include '其他.docx' %}", "T109"),
        ("{% autoescape false %}", "T109"),
        ("{{r 标题 }}", "T109"),
        ("{{p 标题 }}", "T109"),
        ("甲{%- if 标题 %}乙{% endif %}", "T109"),
        ("{% p if 标题 %}{% p endif %}", "T109"),
        ("{%tr if 标题 %}{%tr endif %}", "T109"),
    ],
)
def test_fault_is_named_with_its_paragraph(line: str, code: str, tmp_path: Path) -> None:
    path = template(tmp_path, *EVERYTHING, line)
    found = check_template(path)
    assert {finding.code for finding in found} == {code}
    for finding in found:
        assert finding.spot.line == len(EVERYTHING) + 1
        assert finding.spot.file == str(path)
        assert finding.remedy
        assert finding.text in line


def test_unknown_name_is_answered_with_the_nearest(tmp_path: Path) -> None:
    (finding,) = check_template(
        template(tmp_path, "{%p for 段 in 正文 %}", "{{ 段.样 }}", "{%p endfor %}")
    )
    assert finding.message == "第2段：模板里没有“段.样”这个名字"
    assert finding.remedy.startswith("改成“样式”")
    assert finding.text == "{{ 段.样 }}"


def test_all_faults_of_body_table_and_header_come_at_once(tmp_path: Path) -> None:
    path = template(
        tmp_path,
        "{{ 甲 }}",
        "{%p for 段 in 正文 %}",
        "{{ 段.乙 }}｛｛",
        "{% if %}",
        rows=(("{{ 丙 }}", "丁"),),
        header="{{ 戊 }}",
    )
    assert faults(path) == [
        ("T101", 1),
        ("T103", 2),
        ("T106", 3),
        ("T101", 3),
        ("T102", 4),
        ("T103", 4),
        ("T101", 5),
        ("T101", 1),
    ]
    assert check_template(path)[-1].message == "页眉第1段：模板里没有“戊”这个名字"


def test_a_name_is_known_only_in_its_loop(tmp_path: Path) -> None:
    path = template(
        tmp_path,
        "{%p for 行 in 标题行 %}",
        "{{ 行 }}",
        "{%p endfor %}",
        "{{ 行 }}",
        "{{ loop.index }}",
    )
    assert faults(path) == [("T101", 4), ("T101", 5)]


@pytest.mark.parametrize(
    "line",
    [
        "{{ 标题|upper }}",
        "{{ “甲”|default('乙') }}",
        "{%   if 标题   %}甲{% else %}乙{% endif %}",
        "{%r for 行 in 标题行 %}{{ loop.index }}{{ 行|trim }}{%r endfor %}",
        "{% for 段 in 正文|reverse %}{{ 段.片[0].文 }}{{ (段.片|first).文 }}{% endfor %}",
        "{#p 说明 #}",
        "{# 说明 #}甲",
        "100% {甲} ｛乙｝ 5％",
    ],
)
def test_what_is_right_is_not_complained_of(line: str, tmp_path: Path) -> None:
    assert faults(template(tmp_path, *EVERYTHING, line)) == []


def test_set_makes_a_name(tmp_path: Path) -> None:
    assert faults(template(tmp_path, "{%p set 名 = 标题 %}", "{{ 名 }}")) == []


@pytest.mark.parametrize("tag", ["{{ ''.__class__.__mro__ }}", "{{ cycler.__init__.__globals__ }}"])
def test_hostile_template_runs_nothing(tag: str, tmp_path: Path) -> None:
    with pytest.raises(DrafterError) as caught:
        docx_bytes(reports.one("甲"), template(tmp_path, *EVERYTHING, tag))
    assert {finding.code for finding in caught.value.findings} == {"T101"}


def test_expression_that_fails_is_told_with_its_paragraph(tmp_path: Path) -> None:
    with pytest.raises(DrafterError) as caught:
        docx_bytes(reports.one("甲"), template(tmp_path, *EVERYTHING, "{{ 标题 - 2 }}"))
    (finding,) = caught.value.findings
    assert (finding.code, finding.spot.line) == ("T110", len(EVERYTHING) + 1)
    assert finding.text == "{{ 标题 - 2 }}"


def test_a_sum_with_a_text_is_refused_in_chinese_with_what_works(tmp_path: Path) -> None:
    with pytest.raises(DrafterError) as caught:
        docx_bytes(reports.one("甲"), template(tmp_path, *EVERYTHING, "{{ 年度 + 1 }}"))
    (finding,) = caught.value.findings
    assert not re.search("[A-Za-z]{2,} [a-z]{2,}", finding.message)
    assert "文字" in finding.message
    assert "{{ 年度|int + 1 }}" in finding.remedy
    docx_bytes(reports.one("甲"), template(tmp_path, *EVERYTHING, "{{ 年度|int + 1 }}"))


def test_file_that_is_no_word_file_is_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "模板.docx"
    path.write_text("不是 Word", encoding="utf-8")
    with pytest.raises(DrafterError) as caught:
        check_template(path)
    assert caught.value.findings[0].code == "T001"


def test_missing_file_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(DrafterError) as caught:
        check_template(tmp_path / "没有.docx")
    assert caught.value.findings[0].code == "T002"


def test_every_name_is_explained_and_built() -> None:
    report = reports.full()
    shape = Record({name: known for name, known in names_of(()).items() if known is not None})
    assert_shape(build(report, blocks(report)), shape)
    assert sorted(name for name, _ in every_name()) == sorted(MEANINGS)


def assert_shape(value: object, shape: Known) -> None:
    match shape:
        case Record(parts):
            assert isinstance(value, dict)
            assert list(value) == list(parts)
            for name, part in parts.items():
                assert_shape(value[name], part)
        case Many(item):
            assert isinstance(value, list)
            for entry in value:
                assert_shape(entry, item)
        case Function(result):
            assert callable(value)
            assert_shape(value("一"), result)
        case _:
            assert isinstance(value, str | int)
