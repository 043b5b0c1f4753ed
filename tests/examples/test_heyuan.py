"""河源市高新区2023: what the published report counts, listed by hand, stands in the draft."""

from __future__ import annotations

from collections import Counter

from drafter.app.opening import open_case
from tests.examples.proving import EXAMPLES, listed, numbers, run_in, statistics

NAME = "heyuan-2023"

#: In the order of the published report. Mended: it takes 8316宗 in and settles 8316件; one
#: indicator has one unit, so both are 件. The rate (100%) is computed. 三种闭环模式 and 四个阶段
#: name things and count nothing.
PUBLISHED = listed("""
489 宗 exact|8316 件 exact|8316 件 exact|100 % exact|1 个工作日 exact|3 个工作日 exact
30000 份 over|200 张 over|80 条 over|25 % above
""")


def test_every_statistic_is_in_the_draft_with_unit_and_mark_and_none_besides() -> None:
    assert statistics(NAME) == Counter(PUBLISHED)


def test_what_the_published_report_gets_wrong_is_mended() -> None:
    case, _ = open_case(EXAMPLES / NAME / "2023.yaml")
    paragraphs = [p.text for s in case.report.walk() for p in s.paragraphs]
    text = "".join((case.report.title.text, *paragraphs))
    assert text.startswith("河源市高新区2023年")
    assert "自2023年7月24日起" in text
    assert "尊法学法守法用法" in text
    for wrong in ("今年", "目前", "遵法", "我委", "《宣传手册》", "12345投诉平台"):
        assert wrong not in text


def test_the_tree_of_headings_is_that_of_the_published_report() -> None:
    third = [3, 3, 4, 2, 3]
    wanted = ["一、"]
    for section, count in zip("一二三四五", third, strict=True):
        wanted += [f"（{section}）", *(f"{n}." for n in range(1, count + 1))]
    wanted += ["二、", "三、", "（一）", "（二）", "（三）"]
    assert numbers(NAME) == wanted
    # 一（一）–（五） stand alone, 三（一）–（三） run in, and so do all of the third level.
    assert run_in(NAME) == {1: {False}, 2: {False, True}, 3: {True}}


def test_the_plans_run_in_and_the_results_do_not() -> None:
    case, _ = open_case(EXAMPLES / NAME / "2023.yaml")
    results, shortcomings, plans = case.report.sections
    assert [section.run_in for section in results.children] == [False] * 5
    assert [section.run_in for section in plans.children] == [True] * 3
    assert not shortcomings.children
    assert [len(paragraph.sentences) for paragraph in shortcomings.paragraphs] == [3]
