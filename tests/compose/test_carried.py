"""Last year's words show until a person confirms them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docx import Document

from drafter.app.draft import draft
from drafter.app.opening import open_case
from tests.making import year_file
from tests.word.words import all_runs

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """\
报告: {年度: 2024, 结构: 本文件, 标题: 某街道2024年报告}
单位: {名称: 某街道, 类型: 街道}
上年: 2023.yaml
"""
LAST = """\
报告: {年度: 2023, 结构: 本文件, 标题: 某街道2023年报告}
单位: {名称: 某街道, 类型: 街道}
数据: {热线.受理: 8316件}
章节:
  - 题: 热线
    文: 2023年群众来电全部登记在册，受理{{热线.受理}}，逐件回访。
  - 题: 普法
    文: 在社区广场举办宪法宣传，居民踊跃参加。
"""
SAME = """\
数据: {热线.受理: 9000件}
章节:
  - 题: 热线
    文: 2024年群众来电全部登记在册，受理{{热线.受理}}，逐件回访。
  - 题: 普法
    文: 在学校礼堂举办宪法宣传，师生踊跃参加。
"""


@pytest.fixture
def last(tmp_path: Path) -> Path:
    return year_file(tmp_path, LAST, head="", name="2023.yaml")


@pytest.mark.usefixtures("last")
def test_words_that_only_changed_their_numbers_are_last_years(tmp_path: Path) -> None:
    path = year_file(tmp_path, SAME, head=HEAD, name="2024.yaml")
    case, findings = open_case(path)
    assert case.report.carried == ("热线",)
    (found,) = [f for f in findings if f.code == "S203"]
    assert (found.spot.line, found.severity) == (7, "warning")


@pytest.mark.usefixtures("last")
@pytest.mark.parametrize("now", ["9000件", "【待补充：数据】", "{{热线.受理}}"])
def test_words_around_a_typed_number_are_last_years_whatever_becomes_of_it(
    tmp_path: Path, now: str
) -> None:
    year_file(tmp_path, LAST.replace("{{热线.受理}}", "8,316件"), head="", name="2023.yaml")
    text = SAME.replace("{{热线.受理}}", now)
    case, _ = open_case(year_file(tmp_path, text, head=HEAD, name="2024.yaml"))
    assert case.report.carried == ("热线",)


@pytest.mark.usefixtures("last")
@pytest.mark.parametrize("name", ["热线", "一、热线", "全部"])
def test_listing_the_section_confirms_its_words(tmp_path: Path, name: str) -> None:
    path = year_file(tmp_path, SAME + f"沿用: [{name}]\n", head=HEAD, name="2024.yaml")
    case, findings = open_case(path)
    assert case.report.carried == ()
    assert not [f for f in findings if f.code == "S203"]


@pytest.mark.usefixtures("last")
def test_editing_the_words_confirms_them(tmp_path: Path) -> None:
    text = SAME.replace("逐件回访", "逐件回访、逐件归档")
    case, _ = open_case(year_file(tmp_path, text, head=HEAD, name="2024.yaml"))
    assert case.report.carried == ()


@pytest.mark.usefixtures("last")
def test_the_draft_shows_them_in_their_own_style_with_a_comment(tmp_path: Path) -> None:
    path = draft(year_file(tmp_path, SAME, head=HEAD, name="2024.yaml")).path
    assert path is not None
    document = Document(str(path))
    runs = all_runs(document)
    styled = [run.text for run in runs if run.style.name == "沿用上年"]
    assert "".join(styled) == "2024年群众来电全部登记在册，受理，逐件回访。"
    assert [comment.text[:7] for comment in document.comments] == ["沿用上年的文字"]


@pytest.mark.usefixtures("last")
def test_a_final_draft_is_refused_while_words_are_unconfirmed(tmp_path: Path) -> None:
    path = year_file(tmp_path, SAME, head=HEAD, name="2024.yaml")
    assert draft(path, final=True).path is None
    path.write_text(HEAD + SAME + "沿用: 全部\n", encoding="utf-8")
    assert draft(path, final=True).path is not None
