"""`drafter` alone: what is in the folder and what to type next, in real folders."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

from drafter.app.here.advice import due_year
from drafter.text.widths import columns
from tests.making import PLAIN_HEAD, year_file
from tests.running import drafter

DUE = due_year(date.today().year, date.today().month)  # noqa: DTZ011 - as the program asks
EXAMPLE = Path(__file__).parents[2] / "examples" / "longcheng-2023" / "2023.yaml"
THIS = PLAIN_HEAD.replace("2023", str(DUE)).replace("2024-", f"{DUE + 1}-")
NAME = f"{DUE}.yaml"


def told(folder: Path) -> str:
    """What the program says there."""
    ran = drafter(folder=folder)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert len(ran.stdout.splitlines()) <= 12
    assert ran.stdout.endswith("全部命令：drafter --help\n")
    assert "\x1b" not in ran.stdout
    return ran.stdout


def commands(folder: Path) -> list[str]:
    """The commands that are advised, without what is said of them."""
    text = told(folder).partition("下一步：\n")[2]
    lines = [line.strip().split("  ")[0] for line in text.splitlines()[:-1]]
    assert all(line.startswith(("drafter ", "cd ")) for line in lines)
    return lines


def whole(folder: Path) -> Path:
    """A year file of the year that is due, with nothing missing."""
    head = THIS.replace("纲要八章", "本文件")
    text = "章节:\n  - {题: 主要做法, 文: [全年开展普法活动3场。]}\n"
    return year_file(folder, text, head=head, name=NAME)


def saved_by_word(path: Path) -> None:
    """As Word leaves it: its own name in the properties."""
    with ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    app = "docProps/app.xml"
    parts[app] = parts[app].replace(b">drafter<", b">Microsoft Office Word<")
    with ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


def older(path: Path) -> None:
    """Saved an hour ago."""
    then = path.stat().st_mtime - 3600
    os.utime(path, (then, then))


def test_in_an_empty_folder_the_first_steps_are_told(tmp_path: Path) -> None:
    first, second = commands(tmp_path)
    assert first == f"drafter new {NAME} --place 某某街道 --kind 街道"
    assert second == "drafter adopt 去年报告.docx"


def test_the_advised_new_works_as_it_is_typed(tmp_path: Path) -> None:
    ran = drafter(*shlex.split(commands(tmp_path)[0])[1:], folder=tmp_path)
    assert ran.returncode == 0
    assert (tmp_path / NAME).is_file()


def test_a_report_alone_is_to_be_adopted_and_notes_are_none(tmp_path: Path) -> None:
    Document().save(str(tmp_path / "去年 法治政府建设年度报告.docx"))
    Document().save(str(tmp_path / "a.docx"))
    (tmp_path / "README.md").write_text("a", encoding="utf-8")
    assert commands(tmp_path)[0] == "drafter adopt '去年 法治政府建设年度报告.docx'"
    assert "README" not in told(tmp_path)


def test_gaps_are_to_be_filled_and_asked_for(tmp_path: Path) -> None:
    year_file(tmp_path, "", head=THIS, name=NAME)
    assert "待补充" in told(tmp_path)
    assert commands(tmp_path) == [
        f"drafter fill {NAME}",
        f"drafter outline {NAME}",
        f"drafter slips out {NAME} 填报表",
        f"drafter draft {NAME}",
    ]


def test_returned_slips_are_to_be_taken_in(tmp_path: Path) -> None:
    year_file(tmp_path, "", head=THIS, name=NAME)
    assert drafter("slips", "out", NAME, "填 报", folder=tmp_path).returncode == 0
    older(tmp_path / "填 报" / "清单.txt")
    assert commands(tmp_path)[0] == f"drafter slips in {NAME} '填 报'"
    for sheet in (tmp_path / "填 报").glob("*.xlsx"):
        older(sheet)
    assert "还没有收回的" in told(tmp_path)
    assert not any(" slips " in line for line in commands(tmp_path))


def test_a_year_file_newer_than_its_draft_is_to_be_drafted_again(tmp_path: Path) -> None:
    path = whole(tmp_path)
    assert drafter("draft", path, "-o", tmp_path / "初稿.docx").returncode == 0
    older(tmp_path / "初稿.docx")
    assert "初稿，比问卷旧" in told(tmp_path)
    assert commands(tmp_path) == [f"drafter draft {NAME} -o 初稿.docx --force"]
    assert drafter(*commands(tmp_path)[0].split()[1:], folder=tmp_path).returncode == 0
    assert "初稿，已是最新" in told(tmp_path)


def test_a_draft_that_word_has_saved_is_to_be_pulled(tmp_path: Path) -> None:
    path = whole(tmp_path)
    assert drafter("draft", path).returncode == 0
    draft = path.with_suffix(".docx")
    saved_by_word(draft)
    assert "在 Word 里改过" in told(tmp_path)
    assert commands(tmp_path) == [f"drafter pull {NAME} {draft.name}"]
    older(draft)
    assert commands(tmp_path) == [
        f"drafter pull {NAME} {draft.name}",
        f"drafter draft {NAME} -o {draft.name} --force",
    ]


def test_when_all_is_done_the_last_steps_are_told_and_work(tmp_path: Path) -> None:
    path = whole(tmp_path)
    assert drafter("draft", path).returncode == 0
    steps = commands(tmp_path)
    assert steps[0] == f"drafter check {NAME}"
    assert steps[-1] == f"drafter draft {NAME} --final -o {DUE}定稿.docx"
    assert drafter(*steps[-1].split()[1:], folder=tmp_path).returncode == 0
    assert not any("--final" in line for line in commands(tmp_path))


def test_last_years_file_alone_is_to_be_rolled(tmp_path: Path) -> None:
    (tmp_path / "2023.yaml").write_bytes(EXAMPLE.read_bytes())
    assert commands(tmp_path)[0] == "drafter roll 2023.yaml"
    assert "2024年的问卷" in told(tmp_path)
    assert drafter("roll", "2023.yaml", folder=tmp_path).returncode == 0
    text = told(tmp_path)
    assert "上年的问卷，2023年度" in text
    assert commands(tmp_path)[0] == "drafter fill 2024.yaml"


def test_a_year_file_that_cannot_be_read_is_to_be_mended(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("报告：\n\t年度 a", encoding="utf-8")
    assert "读不了" in told(tmp_path)
    assert commands(tmp_path) == [f"drafter check {NAME}"]


def test_many_year_files_are_to_be_drafted_together(tmp_path: Path) -> None:
    for number in range(9):
        year_file(tmp_path, "", head=THIS, name=f"{number}.yaml")
    assert "还有6个" in told(tmp_path)
    assert commands(tmp_path)[0] == "drafter draft --all . -o 初稿"


def test_year_files_in_a_folder_below_are_found(tmp_path: Path) -> None:
    (tmp_path / "我的 街道").mkdir()
    year_file(tmp_path / "我的 街道", "", head=THIS, name=NAME)
    assert commands(tmp_path)[0] == "cd '我的 街道'"


def test_odd_files_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04 no zip")
    (tmp_path / "b.yaml").write_bytes(b"\xff\xfe\x00\x80")
    (tmp_path / "c.yaml").mkdir()
    (tmp_path / "d.yaml").symlink_to("nowhere")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "e.docx")
        os.mkfifo(tmp_path / "f.yaml")
    (tmp_path / "-g.yaml").write_text(THIS, encoding="utf-8")
    with ZipFile(tmp_path / "h.docx", "w") as package:
        package.writestr("docProps/core.xml", "<dc:subject>")
    assert "drafter fill ./-g.yaml" in told(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="a shell of Unix takes the command")
def test_a_name_that_a_shell_would_take_apart_comes_through_one(tmp_path: Path) -> None:
    name = "a'b $HOME;(1)&*.yaml"
    year_file(tmp_path, "", head=THIS, name=name)
    (line,) = (one for one in commands(tmp_path) if " outline " in one)
    typed = f"{shlex.quote(sys.executable)} -X utf8 -m {line}"
    ran = subprocess.run(["sh", "-c", typed], check=False, capture_output=True, cwd=tmp_path)
    assert ran.returncode == 0


def test_no_line_is_wider_than_a_narrow_terminal_unless_it_is_a_command() -> None:
    from drafter.writers.here import Role, listed

    rows = [("drafter draft 2024.yaml", "问卷改过了，重新出稿"), ("cd a", "先进去")]
    lines = list(listed("下一步：", rows, 40, Role.COMMAND))
    texts = ["".join(text for text, _ in line) for line in lines]
    assert max(map(columns, texts)) <= 40
    assert texts[2] == "    问卷改过了，重新出稿"
