"""`drafter roll` as a clerk runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.running import drafter

if TYPE_CHECKING:
    from pathlib import Path

LAST = """\
报告: {年度: 2023, 结构: 纲要八章}
单位: {名称: 某街道, 类型: 街道}
数据:
  普法.活动: 36场
  应诉.败诉: 不涉及
亮点:
  普法宣传:
    - 连续四年推进普法
安排:
  - 抓学习
"""


def last(folder: Path, text: str = LAST) -> Path:
    path = folder / "2023.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_next_years_file_stands_beside_it_and_what_is_done_is_told(tmp_path: Path) -> None:
    last(tmp_path)
    ran = drafter("roll", "2023.yaml", folder=tmp_path)
    assert (ran.returncode, ran.stdout) == (0, "2024.yaml\n")
    told = ("将要：", "清空数据1项", "不涉及1项", "亮点1条", "安排1条", "等待核对1处", "停用0项")
    assert all(words in ran.stderr for words in told)
    assert (tmp_path / "2023.yaml").read_text(encoding="utf-8") == LAST
    assert drafter("outline", "2024.yaml", folder=tmp_path).returncode == 0


def test_a_file_that_is_there_is_not_overwritten_without_force(tmp_path: Path) -> None:
    last(tmp_path)
    (tmp_path / "2024.yaml").write_text("填好的", encoding="utf-8")
    ran = drafter("roll", "2023.yaml", folder=tmp_path)
    assert ran.returncode == 2
    assert "--force" in ran.stderr
    assert (tmp_path / "2024.yaml").read_text(encoding="utf-8") == "填好的"
    assert drafter("roll", "2023.yaml", "--force", folder=tmp_path).returncode == 0


def test_last_years_file_is_named_from_where_this_years_lies(tmp_path: Path) -> None:
    last(tmp_path)
    (tmp_path / "今年").mkdir()
    ran = drafter("roll", "2023.yaml", "-o", "今年/问卷.yaml", folder=tmp_path)
    assert ran.returncode == 0
    assert "上年: ../2023.yaml" in (tmp_path / "今年" / "问卷.yaml").read_text(encoding="utf-8")


def test_what_cannot_be_rolled_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    last(tmp_path, "报告: {\n")
    assert drafter("roll", "2023.yaml", folder=tmp_path).returncode == 2
    assert drafter("roll", "没有.yaml", folder=tmp_path).returncode == 2
    assert drafter("roll", "2023.yaml", "-o", "a.docx", folder=tmp_path).returncode == 2
    assert [path.name for path in tmp_path.iterdir()] == ["2023.yaml"]


def test_errors_in_last_years_file_are_told(tmp_path: Path) -> None:
    last(tmp_path, LAST + "题木:\n")
    ran = drafter("roll", "2023.yaml", folder=tmp_path)
    assert ran.returncode == 1
    assert "题木" in ran.stderr
    assert (tmp_path / "2024.yaml").exists()
