"""One figure deleted from the example: the gap shows wherever it should."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from tests.running import drafter
from tests.word.words import all_runs, paragraph_texts

EXAMPLE = Path(__file__).parents[2] / "examples" / "longcheng-2023" / "2023.yaml"


@pytest.fixture
def year_file(tmp_path: Path) -> Path:
    """The example without the number of law activities; last year's file says 188场."""
    text = EXAMPLE.read_text(encoding="utf-8")
    assert "  普法.活动: 超200场\n" in text
    text = text.replace("  普法.活动: 超200场\n", "  普法.活动:\n")
    path = tmp_path / "2023.yaml"
    path.write_text(text + "\n上年: 2022.yaml\n", encoding="utf-8")
    last = "报告: {年度: 2022}\n单位: {名称: 龙城街道, 类型: 街道}\n数据: {普法.活动: 188场}\n"
    (tmp_path / "2022.yaml").write_text(last, encoding="utf-8")
    return path


def test_the_outline_shows_the_gap_and_who_owes_it(year_file: Path) -> None:
    ran = drafter("outline", year_file)
    assert "待补充：普法活动（场）　由司法局提供　上年188场" in ran.stdout
    assert "司法局已报14项、还欠1项：普法活动（场）" in ran.stderr


def test_the_draft_shows_the_gap_and_a_comment_says_who_owes_it(year_file: Path) -> None:
    assert drafter("draft", year_file).returncode == 0
    document = Document(str(year_file.with_suffix(".docx")))
    text = "".join(paragraph_texts(document))
    assert "全年开展普法活动【待补充：普法活动（场）】。" in text
    (comment,) = document.comments
    for words in ("普法活动多少场", "场", "司法局", "188场"):
        assert words in comment.text
    runs = [run for run in all_runs(document) if "待补充" in run.text]
    assert [run.style.name for run in runs] == ["待补充"]


def test_last_years_number_stands_in_no_sentence(year_file: Path) -> None:
    drafter("draft", year_file, "--to", "txt")
    assert "188" not in year_file.with_suffix(".txt").read_text(encoding="utf-8")


def test_a_mistyped_key_names_the_nearest_and_its_place(year_file: Path) -> None:
    text = year_file.read_text(encoding="utf-8")
    year_file.write_text(text.replace("普法.活动:\n", "普法.活勤: 超200场\n"), encoding="utf-8")
    line = text[: text.index("普法.活动:")].count("\n") + 1
    ran = drafter("outline", year_file)
    assert ran.returncode == 1
    assert f"2023.yaml:{line}:" in ran.stderr
    assert "是不是“普法.活动”" in ran.stderr
