"""`drafter draft --word`: our templates by their names, one's own by its file."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import docx
import pytest

from tests.making import year_file
from tests.running import drafter
from tests.tools import ROOT, TEMPLATE
from tests.word.words import paragraph_texts

if TYPE_CHECKING:
    from pathlib import Path

FULL = "数据: {普法.活动: 3场, 普法.资料: 20份}\n"
UPWARD = """\
报告: {年度: 2023, 结构: 纲要八章, 成文日期: 2024-01-20, 用途: 上报}
单位: {名称: 某街道, 类型: 街道, 主送: 区政府, 落款: [某街道办事处]}
"""


def texts(folder: Path) -> list[str]:
    return paragraph_texts(docx.Document(str(folder / "2023.docx")))


@pytest.mark.parametrize("name", ["standard", "版心", "上报", "附表"])
def test_each_template_of_ours_is_found_by_its_name(name: str, tmp_path: Path) -> None:
    ran = drafter("draft", year_file(tmp_path, FULL), "--word", name)
    assert ran.returncode == 0, ran.stderr
    assert ("附件：主要数据表" in texts(tmp_path)) == (name == "附表")
    assert ("某街道办事处文件" in texts(tmp_path)) == (name == "上报")


def test_a_name_that_there_is_not_is_told_with_the_nearest_and_nothing_is_written(
    tmp_path: Path,
) -> None:
    ran = drafter("draft", year_file(tmp_path, FULL), "--word", "附标")
    assert ran.returncode == 2
    assert "附标 错误 T002 没有叫“附标”的 Word 模板" in ran.stderr
    assert "是不是“附表”；现有的模板有 standard、上报、版心、附表" in ran.stderr
    assert not (tmp_path / "2023.docx").exists()


def test_a_name_like_no_other_is_told_without_a_guess(tmp_path: Path) -> None:
    ran = drafter("draft", year_file(tmp_path, FULL), "--word", "xyz")
    assert ran.returncode == 2
    assert "怎么改：现有的模板有" in ran.stderr


def test_a_file_comes_before_a_name(tmp_path: Path) -> None:
    shutil.copy(TEMPLATE, tmp_path / "附表")
    ran = drafter("draft", year_file(tmp_path, FULL), "--word", "附表", folder=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert "附件：主要数据表" not in texts(tmp_path)


def test_a_file_that_is_not_there_is_told_as_a_file(tmp_path: Path) -> None:
    ran = drafter("draft", year_file(tmp_path, FULL), "--word", "附表.docx")
    assert ran.returncode == 2
    assert "找不到这个 Word 模板" in ran.stderr


def test_a_template_of_the_offices_own_folder_has_a_name_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "templates"
    shutil.copytree(ROOT / "templates", own)
    shutil.copy(own / "word" / "附表.docx", own / "word" / "本街道.docx")
    monkeypatch.setenv("DRAFTER_TEMPLATES", str(own))
    ran = drafter("draft", year_file(tmp_path, FULL), "--word", "本街道")
    assert ran.returncode == 0, ran.stderr
    assert "附件：主要数据表" in texts(tmp_path)


def test_a_draft_shows_that_addressees_are_missing_and_a_final_version_is_refused(
    tmp_path: Path,
) -> None:
    path = year_file(tmp_path, FULL)
    assert drafter("draft", path, "--word", "上报").returncode == 0
    assert "【待补充：主送机关】：" in texts(tmp_path)
    (tmp_path / "2023.docx").unlink()
    ran = drafter("draft", path, "--word", "上报", "--gaps", "drop", "--final")
    assert ran.returncode == 2
    assert "T904 定稿里还有待补充的内容" in ran.stderr
    assert "用途: 上报" in ran.stderr
    assert not (tmp_path / "2023.docx").exists()


def test_a_final_version_with_addressees_is_written(tmp_path: Path) -> None:
    path = year_file(tmp_path, FULL, head=UPWARD)
    ran = drafter("draft", path, "--word", "上报", "--gaps", "drop", "--final")
    assert ran.returncode == 0, ran.stderr
    assert "区政府：" in texts(tmp_path)
    assert not [text for text in texts(tmp_path) if "待补充" in text]
