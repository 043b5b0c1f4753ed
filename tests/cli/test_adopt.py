"""`drafter adopt` as a clerk runs it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from docx import Document

from tests.running import drafter

if TYPE_CHECKING:
    from pathlib import Path

_REPORT = """\
首页 > 政务公开
某某街道2023年法治政府建设年度报告
2023年,某某街道推进法治政府建设。现将情况报告如下:
一、主要工作
(一)普法宣传。开展普法宣传活动20场,开办夜校12所。
二、存在的不足
还有不足。
某某街道办事处
2024年1月20日
"""


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    (tmp_path / "去年.txt").write_text(_REPORT, encoding="gb18030")
    return tmp_path


def test_a_report_becomes_a_year_file_that_drafts_to_the_same_text(folder: Path) -> None:
    ran = drafter("adopt", "去年.txt", "-o", "2023.yaml", folder=folder)
    assert (ran.returncode, ran.stdout) == (0, "2023.yaml\n")
    assert drafter("draft", "2023.yaml", "--to", "txt", folder=folder).returncode == 0
    assert (folder / "2023.txt").read_text(encoding="utf-8").split() == [
        "某某街道2023年法治政府建设年度报告",
        "2023年，某某街道推进法治政府建设。现将情况报告如下：",
        "一、主要工作",
        "（一）普法宣传。开展普法宣传活动20场，开办夜校12所。",
        "二、存在的不足",
        "还有不足。",
        "某某街道办事处",
        "2024年1月20日",
    ]


def test_every_mapping_is_told_with_its_reason(folder: Path) -> None:
    told = drafter("adopt", "去年.txt", folder=folder).stderr
    assert "20场 → 普法.活动（把握" in told
    assert "12所 → 其他.开办夜校：" in told
    assert "认出标题3个、数据2个：对应目录指标1个，自拟名称1个。" in told
    assert "首页 > 政务公开" in told


def test_without_a_name_the_year_file_stands_beside_the_report(folder: Path) -> None:
    drafter("adopt", "去年.txt", folder=folder)
    assert (folder / "2023.yaml").is_file()


def test_json_has_the_contracts_shape_and_writes_no_file(folder: Path) -> None:
    made = json.loads(drafter("adopt", "去年.txt", "--json", folder=folder).stdout)
    assert list(made) == [
        "title", "issuer", "year", "headings", "paragraphs", "figures", "dropped",
    ]  # fmt: skip
    assert (made["issuer"], made["year"]) == ("某某街道", 2023)
    assert made["headings"][1] == {
        "level": 2, "number": "（一）", "text": "普法宣传", "run_in": True,
    }  # fmt: skip
    assert made["paragraphs"][0] == "2023年，某某街道推进法治政府建设。现将情况报告如下："
    assert made["paragraphs"][2] == "（一）普法宣传。开展普法宣传活动20场，开办夜校12所。"
    assert made["paragraphs"][-2:] == ["某某街道办事处", "2024年1月20日"]
    assert made["figures"][0] == {
        "text": "20场", "value": "20", "unit": "场", "mark": "exact",
        "about": "开展普法宣传活动20场",
        "sentence": "开展普法宣传活动20场，开办夜校12所。",
        "id": "普法.活动",
    }  # fmt: skip
    assert made["dropped"][0]["text"] == "首页 > 政务公开"
    assert made["dropped"][0]["reason"]
    assert [path.name for path in folder.iterdir()] == ["去年.txt"]


def test_json_with_a_name_writes_the_file_too(folder: Path) -> None:
    drafter("adopt", "去年.txt", "--json", "-o", "旧.yaml", folder=folder)
    assert (folder / "旧.yaml").is_file()


def test_year_and_place_given_by_hand_count(folder: Path) -> None:
    drafter("adopt", "去年.txt", "--year", "2022", "--place", "另一区", folder=folder)
    written = (folder / "2022.yaml").read_text(encoding="utf-8")
    assert "  年度: 2022\n" in written
    assert "  名称: 另一区\n  类型: 区\n" in written


def test_a_year_file_that_is_there_is_not_replaced_without_force(folder: Path) -> None:
    (folder / "2023.yaml").write_text("我的", encoding="utf-8")
    assert drafter("adopt", "去年.txt", folder=folder).returncode == 2
    assert (folder / "2023.yaml").read_text(encoding="utf-8") == "我的"
    assert drafter("adopt", "去年.txt", "--force", folder=folder).returncode == 0
    assert "本文件" in (folder / "2023.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(("--year", "二三"), "--year"), (("-o", "2023.docx"), ".yaml")],
)
def test_usage_that_cannot_be_is_told(folder: Path, arguments: tuple[str, str], words: str) -> None:
    ran = drafter("adopt", "去年.txt", *arguments, folder=folder)
    assert ran.returncode == 2
    assert words in ran.stderr


def test_a_report_that_is_not_there_is_told(folder: Path) -> None:
    ran = drafter("adopt", "没有.txt", folder=folder)
    assert ran.returncode == 2
    assert "没有.txt" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_tables_that_become_paragraphs_are_told_each_at_its_place(tmp_path: Path) -> None:
    document = Document()
    for words in ("某某街道2023年法治政府建设年度报告", "一、主要工作", "工作有序推进。"):
        document.add_paragraph(words)
    for name in ("项目", "类别"):
        table = document.add_table(rows=1, cols=2)
        table.cell(0, 0).text, table.cell(0, 1).text = name, "12件"
        document.add_paragraph("以上是全部情况。")
    document.save(str(tmp_path / "去年.docx"))
    ran = drafter("adopt", "去年.docx", folder=tmp_path)
    assert ran.returncode == 0
    assert "去年.docx:4 警告 A304 从“项目”起是一张表格（共2张，这是第1张）" in ran.stderr
    assert "去年.docx:7 警告 A304 从“类别”起是一张表格（共2张，这是第2张）" in ran.stderr
    assert "A304" not in drafter("adopt", "去年.docx", "--json", folder=tmp_path).stdout


def test_two_reports_in_one_file_are_told_by_every_command_that_reads_it(tmp_path: Path) -> None:
    body = ["一、主要工作", "全年开展普法活动36场。", "某某街道办事处", "2024年1月20日"]
    titles = ["某某街道2023年法治政府建设年度报告", "某某局2024年法治政府建设年度报告"]
    lines = [titles[0], *body, titles[1], *body]
    (tmp_path / "两份.txt").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "一份.txt").write_text("\n".join(lines[:5]), encoding="utf-8")
    told = f"两份.txt:6 警告 D030 从“{titles[1]}”起像是另一份报告"
    assert told in drafter("adopt", "两份.txt", folder=tmp_path).stderr
    assert told in drafter("check", "两份.txt", folder=tmp_path).stdout
    assert told in drafter("compare", "一份.txt", "两份.txt", folder=tmp_path).stderr
    assert "D030" not in drafter("check", "一份.txt", folder=tmp_path).stdout
    assert "second-report" in drafter("rules", "D030").stdout


def test_a_list_keeps_the_numbers_that_the_report_prints(tmp_path: Path) -> None:
    lines = [
        "某某街道2023年法治政府建设年度报告",
        "一、主要工作",
        "（一）普法宣传。各项工作有序推进。",
        "二、存在的不足",
        "1、执法力量不足。执法队伍人员偏少，能力有待提升。",
        "2、普法针对性不强。",
        "某某街道办事处",
    ]
    (tmp_path / "去年.txt").write_text("\n".join(lines), encoding="utf-8")
    assert drafter("adopt", "去年.txt", folder=tmp_path).returncode == 0
    assert drafter("draft", "2023.yaml", "--to", "txt", folder=tmp_path).returncode == 0
    text = (tmp_path / "2023.txt").read_text(encoding="utf-8")
    assert text.split()[: len(lines)] == lines
