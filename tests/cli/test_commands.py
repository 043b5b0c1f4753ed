"""The commands, their exit codes and their streams."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document

from drafter.cli.chinese import COMMANDS
from tests.making import year_file
from tests.running import drafter
from tests.word.words import paragraph_texts

EXAMPLE = Path(__file__).parents[2] / "examples" / "longcheng-2023" / "2023.yaml"
FULL = "数据: {普法.活动: 3场, 普法.资料: 20份}\n"


def test_without_a_command_the_way_on_is_shown_and_where_the_help_is() -> None:
    ran = drafter()
    assert ran.returncode == 0
    assert "下一步：" in ran.stdout
    assert "drafter --help" in ran.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_help_page_in_chinese(command: str) -> None:
    ran = drafter(command, "--help")
    assert ran.returncode == 0
    assert ran.stdout.startswith("用法：")
    assert "Usage" not in ran.stdout
    assert "Options" not in ran.stdout
    assert "[required]" not in ran.stdout


def test_the_outline_tells_headings_figures_and_who_owes_what(tmp_path: Path) -> None:
    ran = drafter("outline", year_file(tmp_path, FULL))
    assert ran.returncode == 0
    assert "└─ " in ran.stdout
    assert "普法.活动 3场" in ran.stdout
    assert "待补充：行政处罚案件（件）　由各执法部门提供" in ran.stdout
    assert "各执法部门还欠1项" in ran.stderr
    assert "\x1b" not in ran.stdout


def test_the_outline_as_json_has_the_fields_of_the_contract() -> None:
    ran = drafter("outline", EXAMPLE, "--json")
    outline = json.loads(ran.stdout)
    assert list(outline) == ["title", "year", "profile", "sections", "gaps", "characters"]
    section = outline["sections"][0]["children"][0]
    assert list(section) == [
        "level", "number", "heading", "run_in", "characters", "figures", "gaps", "children",
    ]  # fmt: skip
    assert section["number"] == "（一）"
    assert section["figures"][0] == "学法.第一议题"
    assert "\\u" not in ran.stdout


def test_a_draft_is_written_beside_the_year_file_and_its_path_is_all_of_stdout(
    tmp_path: Path,
) -> None:
    ran = drafter("draft", year_file(tmp_path, FULL))
    assert ran.returncode == 0
    assert ran.stdout == f"{tmp_path / '2023.docx'}\n"
    text = "\n".join(paragraph_texts(Document(str(tmp_path / "2023.docx"))))
    assert "全年开展普法活动3场，发放宣传资料20份。" in text


@pytest.mark.parametrize(("name", "first"), [("a.txt", "某街道2023年"), ("a.md", "# 某街道2023年")])
def test_the_files_ending_says_what_is_written(tmp_path: Path, name: str, first: str) -> None:
    ran = drafter("draft", year_file(tmp_path, FULL), "-o", tmp_path / name)
    assert ran.returncode == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(first)


def test_an_unknown_ending_is_refused(tmp_path: Path) -> None:
    ran = drafter("draft", year_file(tmp_path, FULL), "-o", tmp_path / "a.xlsx")
    assert ran.returncode == 2
    assert ".xlsx" in ran.stderr


def test_a_file_that_is_there_is_not_overwritten_without_force(tmp_path: Path) -> None:
    path = year_file(tmp_path, FULL)
    (tmp_path / "2023.txt").write_text("我的文字", encoding="utf-8")
    ran = drafter("draft", path, "--to", "txt")
    assert ran.returncode == 2
    assert "--force" in ran.stderr
    assert (tmp_path / "2023.txt").read_text(encoding="utf-8") == "我的文字"
    assert drafter("draft", path, "--to", "txt", "--force").returncode == 0


def test_a_final_draft_with_gaps_is_refused_and_names_them(tmp_path: Path) -> None:
    ran = drafter("draft", year_file(tmp_path, FULL), "--final")
    assert ran.returncode == 1
    assert "没有写出定稿" in ran.stderr
    assert "行政处罚案件（件）" in ran.stderr
    assert not (tmp_path / "2023.docx").exists()


def test_a_final_draft_without_gaps_is_written(tmp_path: Path) -> None:
    ran = drafter("draft", EXAMPLE, "--final", "-o", tmp_path / "定稿.docx")
    assert ran.returncode == 0
    assert (tmp_path / "定稿.docx").exists()


def test_gaps_can_be_dropped_from_a_draft(tmp_path: Path) -> None:
    drafter("draft", year_file(tmp_path, FULL), "--gaps", "drop", "-o", tmp_path / "a.txt")
    text = (tmp_path / "a.txt").read_text(encoding="utf-8")
    assert "待补充" not in text
    assert "普法活动3场" in text


def test_what_a_draft_without_gaps_leaves_out_is_told(tmp_path: Path) -> None:
    more = "亮点:\n  普法宣传:\n    - 建成公园。张贴海报{{普法.海报}}。人人参与。\n"
    path = year_file(tmp_path, FULL + more)
    ran = drafter("draft", path, "--gaps", "drop", "-o", tmp_path / "a.txt")
    assert ran.returncode == 0
    line = path.read_text(encoding="utf-8").splitlines().index("亮点:") + 3
    assert f"2023.yaml:{line}:7 提示 O231" in ran.stderr
    assert "里有1句缺内容，略去了：“张贴海报【待补充：普法宣传海报（张）】。”" in ran.stderr
    assert "警告 O231 有" in ran.stderr
    assert "整节略去了：" in ran.stderr
    assert "句式里有" in ran.stderr
    text = (tmp_path / "a.txt").read_text(encoding="utf-8")
    assert "建成公园。人人参与。" in text


def test_a_draft_that_shows_its_gaps_leaves_nothing_out(tmp_path: Path) -> None:
    ran = drafter("draft", year_file(tmp_path, FULL), "-o", tmp_path / "a.txt")
    assert "O231" not in ran.stderr


def test_a_mistyped_figure_is_an_error_that_names_the_nearest_and_the_draft_is_written(
    tmp_path: Path,
) -> None:
    ran = drafter("draft", year_file(tmp_path, "数据: {普法.活勤: 3场}\n"), "--to", "txt")
    assert ran.returncode == 1
    assert "2023.yaml:4:" in ran.stderr
    assert "普法.活动" in ran.stderr
    assert (tmp_path / "2023.txt").exists()


def test_profiles_are_listed_and_one_is_shown_as_an_outline() -> None:
    assert "纲要八章" in drafter("profiles").stdout
    shown = drafter("profiles", "纲要八章").stdout
    assert "一、" in shown
    assert "主题 政务服务" in shown
    assert "政务.办件" in shown


def test_an_unknown_profile_names_the_nearest(tmp_path: Path) -> None:
    ran = drafter("profiles", "纲要九章", folder=tmp_path)
    assert ran.returncode == 2
    assert "是不是“纲要八章”" in ran.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["outlin"], "是不是 outline"),
        (["outline"], "缺少问卷.yaml"),
        (["outline", "没有.yaml"], "没有.yaml"),
        (["outline", "a.yaml", "--jsno"], "是不是 --json"),
        (["draft", "a.yaml", "--to", "doc"], "可用的有"),
        (["outline", "a.yaml", "b.yaml"], "多出了参数"),
        (["draft", "a.yaml", "-o"], "-o"),
    ],
)
def test_wrong_usage_is_told_in_chinese_with_exit_code_2(
    arguments: list[str], words: str, tmp_path: Path
) -> None:
    ran = drafter(*arguments, folder=tmp_path)
    assert ran.returncode == 2
    assert words in ran.stderr
    assert "怎么" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert ran.stdout == ""


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe\x00", b"\x00" * 50, "报告：1".encode("gbk"), b"[" * 9999],
    ids=["empty", "half a character", "zeros", "one line of GBK", "brackets"],
)
def test_a_file_that_is_no_year_file_is_refused_without_a_traceback(
    content: bytes, tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_bytes(content)
    ran = drafter("outline", "a.yaml", folder=tmp_path)
    assert ran.returncode == 2
    assert "a.yaml" in ran.stderr
    assert "Traceback" not in ran.stderr
