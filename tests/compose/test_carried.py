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
    assert [one.name for one in case.report.carried] == ["热线"]
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
    assert [one.name for one in case.report.carried] == ["热线"]


@pytest.mark.usefixtures("last")
@pytest.mark.parametrize("name", ["热线", "一、热线", "全部"])
def test_listing_the_section_confirms_its_words(tmp_path: Path, name: str) -> None:
    path = year_file(tmp_path, SAME + f"沿用: [{name}]\n", head=HEAD, name="2024.yaml")
    case, findings = open_case(path)
    assert case.report.carried == ()
    assert not [f for f in findings if f.code == "S203"]


TWINS = """\
报告: {年度: YEAR, 结构: 本文件, 标题: 某街道YEAR年报告}
单位: {名称: 某街道, 类型: 街道}
章节:
  - 题: 成效
    节:
      - 题: 优化营商环境
        文: 清理妨碍公平竞争的规定，帮助企业解决难题。
  - 题: 下一步安排
    节:
      - 题: 优化营商环境
        文: 继续开展政策宣讲，推动惠企政策落到实处。
"""


def twins(folder: Path, *confirmed: str, now: str = TWINS) -> list[tuple[str, int, str]]:
    """Of each S203 the words, the line and the remedy; both years have the same text."""
    year_file(folder, TWINS.replace("YEAR", "2023"), head="", name="2023.yaml")
    rest = "上年: 2023.yaml\n" + "".join(f"沿用: [{', '.join(confirmed)}]\n" * bool(confirmed))
    path = year_file(folder, now.replace("YEAR", "2024") + rest, head="", name="2024.yaml")
    found = [one for one in open_case(path)[1] if one.code == "S203"]
    return [(one.message, one.spot.line, one.remedy) for one in found]


def test_sections_of_one_heading_are_told_each_at_its_place_by_the_way_to_it(
    tmp_path: Path,
) -> None:
    (_, first, remedy), (words, second, other) = twins(tmp_path)
    assert (first, second) == (7, 11)
    assert remedy.endswith("写一行 - 成效/优化营商环境")
    assert words == "“下一步安排/优化营商环境”有沿用上年的文字，还没有确认"
    assert other.endswith("写一行 - 下一步安排/优化营商环境")


def test_a_heading_that_two_sections_have_confirms_neither_and_that_is_told(
    tmp_path: Path,
) -> None:
    told = twins(tmp_path, "优化营商环境")
    assert [line for _, line, _ in told] == [7, 11]
    assert all("“沿用”里写的“优化营商环境”不止一节" in words for words, _, _ in told)
    path = tmp_path / "2024.yaml"
    assert draft(path, final=True).path is None


def test_rewriting_the_one_does_not_confirm_the_other(tmp_path: Path) -> None:
    now = TWINS.replace("帮助企业解决难题", "走访企业上门服务")
    assert [line for _, line, _ in twins(tmp_path, "优化营商环境", now=now)] == [11]


@pytest.mark.parametrize(
    "way",
    [
        "下一步安排/优化营商环境",
        "下一步安排／（一）优化营商环境",
        "二、下一步安排 / 优化营商环境",
        "下一步安排",
    ],
)
def test_the_way_to_a_section_confirms_it_and_no_other(tmp_path: Path, way: str) -> None:
    assert [line for _, line, _ in twins(tmp_path, way)] == [7]
    assert twins(tmp_path, way, "成效") == []


def test_twins_in_one_chapter_are_told_apart_by_their_numbers(tmp_path: Path) -> None:
    now = TWINS.replace("  - 题: 下一步安排\n    节:\n", "")
    (_, _, remedy), (_, _, other) = twins(tmp_path, now=now)
    assert remedy.endswith("- （一）优化营商环境")
    assert other.endswith("- （二）优化营商环境")
    assert [line for _, line, _ in twins(tmp_path, "（二）优化营商环境", now=now)] == [7]


def test_twins_that_nothing_tells_apart_are_to_be_renamed(tmp_path: Path) -> None:
    now = TWINS.replace("  - 题: 下一步安排\n    节:\n", "")
    now = now.replace("        文:", "        号: 无\n        文:")
    assert all("改成不同的题目" in remedy for _, _, remedy in twins(tmp_path, now=now))


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
