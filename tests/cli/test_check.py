"""`drafter check`: what it prints, writes and returns."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from tests.making import year_file
from tests.running import drafter
from tests.tools import ROOT

EXAMPLE = Path(__file__).parents[2] / "examples" / "longcheng-2023" / "2023.yaml"
FINDING = [
    "code", "name", "severity", "file", "line", "column", "message", "remedy", "text", "section",
]  # fmt: skip
HEAD = "某区2023年法治政府建设年度报告\n\n"
FOOT = "\n某区人民政府\n2024年1月20日\n"
CHAPTER = "一、主要工作情况\n"
#: Without its last mark, and with a number that is near and over at once.
WRONG = "全年发放宣传资料近1.5万余份，举办讲座12场，群众满意\n"
RIGHT = "全年发放宣传资料1.5万份，举办讲座12场，群众满意。\n"


def report(folder: Path, *lines: str, name: str = "报告.txt", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes((HEAD + CHAPTER + "".join(lines) + FOOT).encode(encoding))
    return path


def word(folder: Path, *lines: str, name: str = "报告.docx") -> Path:
    document = docx.Document()
    for line in (HEAD, CHAPTER, *lines, *FOOT.split()):
        document.add_paragraph(line.strip())
    path = folder / name
    document.save(str(path))
    return path


def test_a_finding_is_told_with_place_heading_words_and_remedy(tmp_path: Path) -> None:
    report(tmp_path, RIGHT, WRONG)
    ran = drafter("check", "报告.txt", "--select", "W401", folder=tmp_path)
    assert ran.returncode == 1
    assert ran.stdout.splitlines() == [
        "报告.txt　错误1处",
        "  一、主要工作情况",
        "    报告.txt:5:23 错误 W401 这一段以“…场，群众满意”结束，没有句末的标点",
        "      全年发放宣传资料近1.5万余份，举办讲座12「场，群众满意」",
        "      怎么改：补上句号；后面还有话的，把话补全",
    ]
    assert ran.stderr.startswith("错误1处。\n  想知道为什么这样查：drafter rules W401\n")
    assert "--last" in ran.stderr


def test_where_a_file_has_no_lines_paragraphs_are_counted(tmp_path: Path) -> None:
    word(tmp_path, RIGHT, WRONG)
    ran = drafter("check", "报告.docx", "--select", "W401", folder=tmp_path)
    assert "    第4段 错误 W401 " in ran.stdout


def test_without_faults_it_is_said_how_much_was_looked_at(tmp_path: Path) -> None:
    ran = drafter("check", report(tmp_path, RIGHT), "--select", "W4")
    assert (ran.returncode, ran.stdout) == (0, "")
    assert "没有发现问题（" in ran.stderr
    assert "条检查、3段）" in ran.stderr


def test_the_json_has_the_shape_of_the_contract_and_nothing_else_stands_on_stdout(
    tmp_path: Path,
) -> None:
    one = report(tmp_path, WRONG)
    other = report(tmp_path, WRONG, WRONG, name="另一份.txt")
    ran = drafter("check", one, other, "--json", "--select", "W401,F102", "--ignore", "F102")
    told = json.loads(ran.stdout)
    assert ran.returncode == 1
    assert list(told) == ["findings", "ignored"]
    assert [list(finding) for finding in told["findings"]] == [FINDING] * 3
    assert [list(finding) for finding in told["ignored"]] == [[*FINDING, "reason"]] * 3
    assert {finding["file"] for finding in told["findings"]} == {str(one), str(other)}
    assert told["findings"][0]["text"] == "场，群众满意"
    assert "--ignore" in told["ignored"][0]["reason"]
    assert "忽略3处" in ran.stderr


def test_files_and_names_in_the_old_encoding_are_read(tmp_path: Path) -> None:
    report(tmp_path, WRONG, name="去年 报告.txt", encoding="gb18030")
    ran = drafter("check", "去年 报告.txt", "--select", "W401", folder=tmp_path)
    assert ran.returncode == 1
    assert "去年 报告.txt:4:23 错误 W401" in ran.stdout
    if sys.platform != "linux":
        return
    # As a Chinese Windows names files in an archive.
    name = os.fsdecode("报告.txt".encode("gb18030"))
    shutil.copy(tmp_path / "去年 报告.txt", tmp_path / name)
    command = [sys.executable, "-X", "utf8", "-m", "drafter", "check", name, "--select", "W401"]
    again = subprocess.run(command, check=False, capture_output=True, cwd=tmp_path)
    assert again.returncode == 1
    assert "错误 W401".encode() in again.stdout
    assert again.stdout.decode()


def test_a_file_that_cannot_be_read_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    report(tmp_path, WRONG)
    ran = drafter(
        "check", "没有.docx", "报告.txt", "没有.yaml", ".", "--json", "--select", "W401",
        folder=tmp_path,
    )  # fmt: skip
    assert ran.returncode == 2
    assert len(json.loads(ran.stdout)["findings"]) == 1
    for words in ("没有.docx", "没有.yaml", "“.”是文件夹"):
        assert words in ran.stderr


def test_last_years_file_that_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    files = [report(tmp_path, RIGHT, name=f"{n}.txt") for n in range(3)]
    ran = drafter("check", *files, "--last", "没有.docx", folder=tmp_path)
    assert ran.returncode == 2
    assert ran.stderr.count("D001") == 1


def test_a_fault_that_repeats_is_folded_after_five_unless_its_code_is_named(
    tmp_path: Path,
) -> None:
    path = report(tmp_path, *(f"第{n}处工作已经完成\n" for n in "一二三四五六七八"))
    folded = drafter("check", path, "--select", "W").stdout
    assert folded.count("错误 W401") == 5
    assert "W401 同样的还有3处：" in folded
    assert "--select W401" in folded
    assert drafter("check", path, "--select", "W401").stdout.count("错误 W401") == 8
    assert drafter("check", path, "--select", "W", "--json").stdout.count('"W401"') == 8


@pytest.mark.parametrize("words", ["W401,F102", "w401，f102", "W4、F1", "W401 F102"])
def test_codes_are_taken_as_people_type_them(words: str, tmp_path: Path) -> None:
    ran = drafter("check", report(tmp_path, WRONG), "--select", words, "--json")
    assert {f["code"] for f in json.loads(ran.stdout)["findings"]} >= {"W401", "F102"}
    both = drafter("check", tmp_path / "报告.txt", "--ignore", words)
    assert "W401" not in both.stdout
    assert "F102" not in both.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["a.txt", "--select", "F2O3"], "F203"),
        (["a.txt", "--ignore", "X1"], "W（文字）"),
        (["a.txt", "--year", "去年"], "--year"),
        (["a.txt", "b.txt", "-o", "c.docx"], "-o"),
        (["a.txt", "-o", "c.pdf"], ".docx"),
        (["a.txt", "--to", "pdf"], "docx"),
        ([], "缺少文件"),
    ],
)
def test_wrong_usage_is_told_in_chinese(arguments: list[str], words: str, tmp_path: Path) -> None:
    ran = drafter("check", *arguments, folder=tmp_path)
    assert ran.returncode == 2
    assert words in ran.stderr
    assert ran.stdout == ""


def test_the_year_can_be_told_where_the_report_does_not_say_it(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text("法治政府建设年度报告\n\n一、情况\n有一段话。\n", "utf-8")
    assert "--year 2023" in drafter("check", path).stderr
    assert "--year 2023" not in drafter("check", path, "--year", "2023").stderr


def test_warnings_and_gaps_alone_leave_the_exit_code_zero(tmp_path: Path) -> None:
    ran = drafter("check", year_file(tmp_path, "数据: {普法.活动: 3件}\n"), "--select", "Q206")
    assert ran.returncode == 0
    assert "警告 Q206" in ran.stdout
    assert "待补充" in ran.stderr


def test_a_year_file_is_checked_with_its_text(tmp_path: Path) -> None:
    text = "数据: {普法.活勤: 3场}\n亮点: {普法宣传: [发放资料近1.5万余份]}\n"
    year_file(tmp_path, text)
    ran = drafter("check", "2023.yaml", "--select", "Q201,F102", folder=tmp_path)
    assert ran.returncode == 1
    assert "  问卷\n    2023.yaml:4:13 错误 Q201 " in ran.stdout
    assert "发放资料「近1.5万余份」" in ran.stdout


def test_what_the_year_file_switches_off_is_told_with_its_reason(tmp_path: Path) -> None:
    text = "数据: {普法.活勤: 3场}\n忽略: {Q201: 明年再说, Q2O1: 写错了, Q101: 没空改}\n"
    ran = drafter("check", year_file(tmp_path, text), "--json", "--select", "Q2")
    told = json.loads(ran.stdout)
    assert ran.returncode == 0
    assert [(f["code"], f["reason"]) for f in told["ignored"]] == [("Q201", "明年再说")]
    unknown = [(f["text"], f["line"], f["remedy"]) for f in told["findings"] if f["code"] == "Q208"]
    assert [(text, line) for text, line, _ in unknown] == [("Q2O1", 5), ("Q101", 5)]
    assert "Q201" in unknown[0][2]


def test_an_unreadable_file_of_last_year_does_not_stop_a_year_file(tmp_path: Path) -> None:
    ran = drafter("check", year_file(tmp_path, "上年: 2022.yaml\n"), "--select", "Q207")
    assert ran.returncode == 0
    assert "警告 Q207" in ran.stdout


def test_comments_are_written_into_a_copy_beside_the_word_file(tmp_path: Path) -> None:
    source = word(tmp_path, RIGHT, WRONG)
    before = source.read_bytes()
    ran = drafter("check", "报告.docx", "--to", "docx", "--select", "W401", folder=tmp_path)
    assert (ran.returncode, ran.stdout) == (1, "报告（检查）.docx\n")
    assert source.read_bytes() == before
    written = docx.Document(str(tmp_path / "报告（检查）.docx"))
    assert [c.text.partition("：")[0] for c in written.comments] == ["错误 W401"]
    again = drafter("check", "报告.docx", "--to", "docx", folder=tmp_path)
    assert again.returncode == 2
    assert "--force" in again.stderr


def test_comments_are_written_into_a_year_files_draft(tmp_path: Path) -> None:
    text = "数据: {普法.活勤: 3场}\n亮点: {普法宣传: [发放资料近1.5万余份]}\n"
    path = year_file(tmp_path, text)
    out = tmp_path / "初稿.docx"
    ran = drafter("check", path, "-o", out, "--select", "Q201,F102")
    assert (ran.returncode, ran.stdout) == (1, f"{out}\n")
    said = [c.text for c in docx.Document(str(out)).comments if c.author == "drafter 检查"]
    assert [text[:7] for text in said] == ["错误 Q201", "错误 F102"]
    assert "2023.yaml:4" in said[0]


def test_comments_cannot_be_written_into_other_files(tmp_path: Path) -> None:
    ran = drafter("check", report(tmp_path, WRONG), "--to", "docx", folder=tmp_path)
    assert ran.returncode == 2
    assert "另存为 .docx" in ran.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["报告.txt"]


def test_json_and_comments_go_together(tmp_path: Path) -> None:
    ran = drafter("check", word(tmp_path, WRONG), "--to", "docx", "--json")
    assert json.loads(ran.stdout)["findings"]
    assert "（检查）.docx" in ran.stderr


def test_an_example_has_no_error() -> None:
    assert drafter("check", EXAMPLE).returncode == 0


def test_a_final_draft_is_refused_while_the_text_has_an_error(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE.parent, tmp_path / "a")
    path = tmp_path / "a" / EXAMPLE.name
    text = path.read_text("utf-8")
    assert "亮点:\n" in text
    topic = text[text.index("亮点:\n") :].splitlines()[1]
    first = f"亮点:\n{topic}\n"
    path.write_text(text.replace(first, f"{first}    - 发放宣传资料近1.5万余份\n"), "utf-8")
    ran = drafter("draft", path, "--final", "--to", "txt")
    assert ran.returncode == 1
    assert "F102" in ran.stderr
    assert not path.with_suffix(".txt").exists()
    path.write_text(path.read_text("utf-8") + "\n忽略: {F102: 原文如此}\n", "utf-8")
    assert drafter("draft", path, "--final", "--to", "txt").returncode == 0


def test_an_offices_own_templates_folder_is_checked(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    sound = drafter("check", "templates", folder=tmp_path)
    assert (sound.returncode, "没有发现问题" in sound.stderr) == (0, True)
    own = "巡查.夜间: {名: 夜间巡查, 单位: 次, 属于: 巡查.次树}\n"
    (tmp_path / "templates" / "indicators" / "巡查.yaml").write_text(own, "utf-8")
    wrong = drafter("check", "templates", folder=tmp_path)
    assert wrong.returncode == 1
    assert "P101" in wrong.stdout
    assert "巡查.次树" in wrong.stdout
