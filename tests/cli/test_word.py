"""`drafter word`."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from tests.making import year_file
from tests.running import drafter
from tests.tools import TEMPLATE
from tests.word.templates import EVERYTHING, template

if TYPE_CHECKING:
    from pathlib import Path

OWN = "指标: {园区.宣传: {名: 园区普法活动, 单位: 场}}\n"
PLAIN = """\
报告: {年度: 2023, 结构: 纲要八章, 成文日期: 2024-01-20}
单位: {名称: 某街道, 类型: 街道, 自称: 我街道, 上级: 区委、区政府, 落款: [某街道办事处]}
"""


def test_without_a_file_templates_and_names_are_listed() -> None:
    ran = drafter("word")
    assert ran.returncode == 0
    for path in TEMPLATE.parent.glob("*.docx"):
        assert f"  {path.stem}　法治政府建设年度报告（" in ran.stdout
    for line in ("  标题行　标题按国标断成的几行", "  段.文　", "  数.普法.活动　普法活动"):
        assert line in ran.stdout
    assert "drafter word -o" in ran.stderr


def test_a_copy_is_the_template_and_how_to_go_on_is_told(tmp_path: Path) -> None:
    ran = drafter("word", "-o", "我的.docx", folder=tmp_path)
    assert (ran.returncode, ran.stdout) == (0, "我的.docx\n")
    assert digest(tmp_path / "我的.docx") == digest(TEMPLATE)
    assert "drafter draft 问卷.yaml --word 我的.docx" in ran.stderr
    assert "改样式" in ran.stderr


def test_a_copy_of_another_template_is_made_by_its_name(tmp_path: Path) -> None:
    assert drafter("word", "附表", "-o", tmp_path / "我的.docx").returncode == 0
    assert digest(tmp_path / "我的.docx") == digest(TEMPLATE.with_name("附表.docx"))


def test_nothing_is_overwritten_without_being_told(tmp_path: Path) -> None:
    path = tmp_path / "我的.docx"
    path.write_text("别的", encoding="utf-8")
    ran = drafter("word", "-o", path)
    assert ran.returncode == 2
    assert "O101" in ran.stderr
    assert path.read_text(encoding="utf-8") == "别的"
    assert drafter("word", "-o", path, "--force").returncode == 0
    assert digest(path) == digest(TEMPLATE)


def test_only_templates_of_the_program_are_copied(tmp_path: Path) -> None:
    ran = drafter("word", template(tmp_path, *EVERYTHING), "-o", tmp_path / "另存.docx")
    assert ran.returncode == 2
    assert "standard、" in ran.stderr
    assert not (tmp_path / "另存.docx").exists()


@pytest.mark.parametrize("name", [path.stem for path in TEMPLATE.parent.glob("*.docx")])
def test_our_own_templates_have_nothing_to_complain_of(name: str) -> None:
    ran = drafter("word", name)
    assert ran.returncode == 0
    assert "没有发现问题" in ran.stderr
    assert "警告" not in ran.stdout


def test_what_is_asked_for_is_told_by_story_with_loops_and_paragraphs(tmp_path: Path) -> None:
    path = template(
        tmp_path, *EVERYTHING, "{{ 数.普法.活动 }}", header="{{ 标题 }}", rows=(("{{ 单位 }}",),)
    )
    lines = drafter("word", path).stdout.splitlines()
    start = lines.index("正文")
    assert lines[start + 1].startswith("  标题行　")
    assert lines[start + 2] == "    行　［第2段］"
    body = next(n for n, line in enumerate(lines) if line.startswith("  正文　"))
    assert "逐项，每项叫“段”" in lines[body]
    assert lines[body + 1].startswith("    段.题文　")
    assert "  数.普法.活动　普法活动［第16段］" in lines
    assert "  单位　问卷里单位的名称［第17段］" in lines
    header = lines.index("页眉")
    assert lines[header + 1] == "  标题　整个标题，写在一行里［第1段］"


def test_errors_are_told_with_paragraph_and_words_and_exit_with_one(tmp_path: Path) -> None:
    path = template(
        tmp_path, *EVERYTHING, "甲{{ 标体 }}", "{{ 数.普法.活勤 }}", header="{{ 单味 }}"
    )
    ran = drafter("word", path)
    assert ran.returncode == 1
    assert f"{path}:16 错误 T101 第16段：模板里没有“标体”这个名字" in ran.stdout
    assert "第17段：模板里没有“数.普法.活勤”这个名字" in ran.stdout
    assert "改成“数.普法.活动”" in ran.stdout
    assert "页眉第1段：模板里没有“单味”这个名字" in ran.stdout
    assert "3处错误" in ran.stderr


def test_warnings_alone_do_not_change_the_exit_code(tmp_path: Path) -> None:
    ran = drafter("word", template(tmp_path, *EVERYTHING[:3]))
    assert ran.returncode == 0
    assert "警告 T211 模板没有印出正文" in ran.stdout


def test_a_template_that_some_report_does_not_fit_is_not_said_to_do_as_it_is(
    tmp_path: Path,
) -> None:
    ran = drafter("word", template(tmp_path, *EVERYTHING[:9]))
    assert "警告 T211 模板没有印出落款" in ran.stdout
    assert "先把 T211 说的改好" in ran.stderr
    assert "不改也能出初稿" not in ran.stderr


@pytest.mark.parametrize("content", [None, "不是 Word"])
def test_what_cannot_be_opened_exits_with_two(content: str | None, tmp_path: Path) -> None:
    path = tmp_path / "模板.docx"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    ran = drafter("word", path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "怎么改：" in ran.stderr


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    ran = drafter("word", "附表表")
    assert ran.returncode == 2
    assert "“附表”" in ran.stderr


def test_a_year_file_decides_which_figures_and_sections_there_are(tmp_path: Path) -> None:
    year = year_file(tmp_path, OWN + "不足:\n  - 执法力量不足\n", head=PLAIN)
    lines = ("{{ 数.园区.宣传 }}", "{%p for 段 in 节('不住') %}", "{{ 段.文 }}", "{%p endfor %}")
    path = template(tmp_path, *EVERYTHING, *lines)
    without = drafter("word", path)
    assert without.returncode == 1
    assert "模板里没有“数.园区.宣传”这个名字" in without.stdout
    assert "--for 问卷" in without.stdout
    ran = drafter("word", path, "--for", year)
    assert ran.returncode == 1
    assert "T101" not in ran.stdout
    assert "T115 第17段：报告里没有叫“不住”的一节" in ran.stdout
    path = template(tmp_path, *EVERYTHING, lines[0], lines[1].replace("不住", "不足"), *lines[2:])
    ran = drafter("word", path, "--for", year)
    assert ran.returncode == 0
    assert "T210 第17段：“不足”会印两遍" in ran.stdout


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
