"""Titles broken into lines."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drafter.text.titles import WIDTH, break_title, cells

#: Titles as a secretary would break them; / is the break.
BROKEN = (
    "高新区2023年法治政府建设年度报告",
    "广州市花都区人民政府/关于2023年度法治政府建设情况的报告",
    "安康高新区2020年度法治政府建设工作总结",
    "龙城街道2023年法治政府建设年度报告",
    "深圳市龙岗区龙城街道办事处/2023年法治政府建设年度报告",
    "深圳市龙岗区龙城街道/2023年法治政府建设年度报告",
    "广东省深圳市龙岗区市场监督管理局/2023年度法治政府建设工作总结",
    "深圳市市场监督管理局/关于2023年度法治政府建设情况的报告",
    "河源市源城区乡村振兴局/2023年度法治政府建设工作报告",
    "某省生态环境厅/2023年度推进法治政府建设工作情况的报告",
    "高新区管委会/关于2023年度法治政府建设情况的报告",
    "南通高新区管委会/2024年法治政府建设年度报告",
    "广州市花都区人民政府花城街道办事处/2023年度报告",
    "南通高新技术产业开发区/2024年法治政府建设年度报告",
    "河源国家高新技术产业开发区管理委员会/关于2023年度法治政府建设情况的报告",
    "内蒙古自治区呼伦贝尔市/鄂温克族自治旗人民政府/2023年法治政府建设年度报告",
    "南通市崇川区城市管理局（综合行政执法局）/2024年法治政府建设年度报告",
)
TWO_ISSUERS = (
    "中共深圳市龙岗区龙城街道工作委员会 /深圳市龙岗区龙城街道办事处/关于2023年度法治政府建设报告",
    "中共深圳市龙岗区龙城街道工作委员会、/深圳市龙岗区龙城街道办事处/2023年法治政府建设年度报告",
    "中共南通市委、南通市人民政府/关于2024年度法治政府建设情况的报告",
    "中共广州市花都区委 广州市花都区人民政府/关于2023年度法治政府建设情况的报告",
    "中共江门市新会区委、江门市新会区人民政府/2024年法治政府建设年度报告",
    "中共广州市花都区委办公室 /广州市花都区人民政府办公室/关于2023年度法治政府建设情况的报告",
)
ISSUERS = st.text("广州市花都区县镇乡街道人民政府委员会局") | st.text("甲乙", max_size=60)
YEARS = st.sampled_from(["2023", "2023年", "2023年度", "关于2020年度"])
ENDS = st.sampled_from(["法治政府建设年度报告", "法治政府建设情况的报告", "报告", "年度报告"])


@pytest.mark.parametrize("title", [*BROKEN, *TWO_ISSUERS])
def test_a_title_is_broken_where_a_secretary_would_break_it(title: str) -> None:
    assert "/".join(break_title(title.replace("/", ""))) == title


@given(st.text() | st.text("市年 2023关于（）", max_size=200))
@example("市年" * 40)
@example(" " * 160)
@example("市" * 5000)
def test_the_lines_joined_give_the_title_back_and_each_fits(title: str) -> None:
    lines = break_title(title)
    assert "".join(lines) == title
    assert all(cells(line) <= WIDTH for line in lines)
    assert all(lines) or not title


@given(ISSUERS, YEARS, ENDS)
@example("乙" * 31, "2023", "法治政府建设年度报告")
@example("乙" * 17, "2023年", "报告")
def test_a_year_is_never_torn(issuer: str, year: str, end: str) -> None:
    for line, after in pairwise(break_title(issuer + year + end)):
        assert not (re.search(r"\d$", line) and re.match(r"[\d年]", after))
        assert not (line.endswith("年") and after.startswith("度"))


@given(st.text("广州市花都区局", min_size=1, max_size=9), YEARS, ENDS)
def test_no_line_ends_in_about_or_begins_with_a_mark(issuer: str, year: str, end: str) -> None:
    for line, after in pairwise(break_title(f"{issuer}、{issuer}{year}{end}")):
        assert not line.endswith("关于")
        assert not after.startswith("、")


def test_digits_and_latin_letters_take_half_a_cell() -> None:
    assert cells("2023年Ab“”") == 2 + 1 + 1 + 2
