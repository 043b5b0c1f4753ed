"""龙城街道2023: what the published report counts, listed by hand from it, stands in the draft."""

from __future__ import annotations

from collections import Counter

from drafter.app.opening import open_case
from tests.examples.proving import EXAMPLES, listed, numbers, run_in, statistics

NAME = "longcheng-2023"

#: In the order of the published report. Mended: 2753 persons are 名, not 个; 三个课题 and 两百场
#: are written in digits; the applications for information that were answered (11) are told apart.
PUBLISHED = listed("""
38 次 exact|70 篇 over|2 次 exact|20 次 over|15 名 exact|3 个 exact|53 个 exact|2753 名 exact
172 个 exact|21 个 exact|2330 条 exact|743 条 exact|26280 件 exact|9208 件 exact|261 件 exact
254 件 exact|578 件 exact|589 人次 exact|17 家 exact|14 场 exact|23 篇 exact|9 个 exact
5 个 exact|700 项 over|225 份 exact|509 份 exact|121 次 exact|139 次 exact|10 宗 exact
1 宗 exact|8 个 exact|420 宗 exact|365 宗 exact|11419500 元 exact|1110 人 exact|607 次 exact
36 次 exact|11 个 exact|8 个 exact|880 人次 exact|147 宗 exact|475 人 exact|502 次 exact
200 场 above|123 名 exact|100 % exact|100 % exact|4 件 exact|13 件 exact|25 宗 exact|2 宗 exact
14 宗 exact|12 宗 exact|86 % exact|154 件 exact|12 个 exact|753 条 exact|11 件 exact|11 件 exact
""")


def test_every_statistic_is_in_the_draft_with_unit_and_mark_and_none_besides() -> None:
    assert statistics(NAME) == Counter(PUBLISHED)


def test_what_the_report_says_was_none_is_said_in_words() -> None:
    case, _ = open_case(EXAMPLES / NAME / "2023.yaml")
    text = "".join(p.text for s in case.report.walk() for p in s.paragraphs)
    assert "无行政诉讼败诉案件" in text
    assert "无行政复议被纠正案件" in text


def test_the_tree_of_headings_is_that_of_the_published_report() -> None:
    second = [4, 3, 3, 3, 0, 4, 3, 5]
    wanted = [
        number
        for chapter, count in zip("一二三四五六七八", second, strict=True)
        for number in (f"{chapter}、", *(f"（{n}）" for n in "一二三四五"[:count]))
    ]
    assert numbers(NAME) == wanted
    assert run_in(NAME) == {1: {False}, 2: {True}}
