from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.readers.documents import read_document
from tests.documents.making import LEAD, texts

if TYPE_CHECKING:
    from pathlib import Path


def written(folder: Path, text: str) -> Path:
    path = folder / "报告.md"
    path.write_text(text, encoding="utf-8")
    return path


def test_marks_tell_title_levels_and_run_in_headings(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        f"# 某区年度报告\n\n## 一、举措\n\n**（一）健全制度**。{LEAD}\n\n### （二）决策 ##\n",
    )
    found = [(p.text, p.title, p.level, p.run_in) for p in read_document(path).paragraphs]
    assert found == [
        ("某区年度报告", True, None, 0),
        ("一、举措", False, 1, 0),
        (f"（一）健全制度。{LEAD}", False, None, len("（一）健全制度。")),
        ("（二）决策", False, 2, 0),
    ]


def test_escaped_marks_are_words_and_others_are_not(tmp_path: Path) -> None:
    text = "1\\. “5\\+6”\\*模式，[链接](http://x.cn)、`代码`、_斜体_、"
    text += "a_b&#12288;和 &amp;。<br>下一段。"
    path = written(tmp_path, f"{LEAD}\n\n{text}<!-- 不看 -->")
    assert texts(path) == [LEAD, "1. “5+6”*模式，链接、代码、斜体、a_b\u3000和 &。", "下一段。"]


def test_lines_that_end_a_sentence_are_paragraphs_and_underlined_ones_headings(
    tmp_path: Path,
) -> None:
    path = written(tmp_path, f"某区报告\n====\n{LEAD}\n{LEAD}\n\n举措\n---\n- 一是{LEAD}\n")
    found = [(p.text, p.level, p.title) for p in read_document(path).paragraphs]
    assert found == [
        ("某区报告", None, True),
        (LEAD, None, False),
        (LEAD, None, False),
        ("举措", 1, False),
        (f"一是{LEAD}", None, False),
    ]


def test_tables_are_read_by_cells(tmp_path: Path) -> None:
    path = written(tmp_path, f"{LEAD}\n\n| 项目 | 数量 |\n|---|:-:|\n| 受理 | 786件 |\n")
    found = [p.text for p in read_document(path).paragraphs if p.table]
    assert found == ["项目", "数量", "受理", "786件"]


def test_tables_are_told_apart(tmp_path: Path) -> None:
    path = written(tmp_path, f"| 甲 | 乙 |\n|---|---|\n| 1件 | 2件 |\n\n{LEAD}\n\n| 丙 | 丁 |\n")
    assert [p.table for p in read_document(path).paragraphs] == [1, 1, 1, 1, 0, 2, 2]
