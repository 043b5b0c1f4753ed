"""Which indicator a figure is, by the words around it; better none than a wrong one."""

from __future__ import annotations

import pytest

from drafter.text.figure_words import clause, opens_sentence, sentence, surroundings
from drafter.text.indicator_match import ENOUGH, Surroundings, best_match
from tests.app.adopting import heading, report, text, words


def _best(
    before: str,
    unit: str,
    after: str = "",
    *,
    sentence: str = "",
    headings: str = "",
    previous: str = "",
) -> str:
    around = Surroundings(before, after, sentence, headings, unit, previous)
    match = best_match(around, words())
    return match.id if match else "-"


def test_words_before_the_number_name_the_indicator() -> None:
    assert _best("收到行政复议申请", "宗") == "复议.收到"


def test_words_behind_the_number_name_it_too() -> None:
    assert _best("现有", "名", "公职律师") == "公职律师.人数"


def test_a_unit_that_the_indicator_does_not_have_speaks_against_it() -> None:
    assert _best("收到行政复议申请", "万元") == "-"


def test_money_is_known_in_any_scale() -> None:
    assert _best("调解协议涉及金额", "元") == "调解.金额"


def test_a_word_that_carries_on_is_known_by_the_figure_before_it() -> None:
    assert _best("已办结", "件", previous="热线.受理") == "热线.办结"
    assert _best("已办结", "件") == "-"


@pytest.mark.parametrize("before", ["同比增长", "复议申请同比下降", "行政复议受理率提高了"])
def test_a_change_is_no_value(before: str) -> None:
    assert _best(before, "%", headings="行政复议") == "-"


def test_a_number_told_of_two_rates_is_neither() -> None:
    joint = {"sentence": "组织学法考试，参考率、"}
    assert _best("优秀率均为", "%", **joint) == "-"
    assert _best("优秀率为", "%", sentence="组织学法考试，") == "考法.优秀率"


def test_a_rate_of_another_name_is_not_taken() -> None:
    assert _best("行政复议答复率", "%", headings="行政复议") == "-"


def test_words_of_another_subject_are_not_enough() -> None:
    assert _best("清淤疏浚河道沟渠", "次") == "-"
    assert _best("", "件") == "-"


def test_a_mapping_tells_how_sure_it_is_and_why() -> None:
    match = best_match(Surroundings("收到行政复议申请", "", "", "", "宗"), words())
    assert match is not None
    assert ENOUGH <= match.confidence <= 1
    assert "收到行政复议申请" in match.reason


def test_the_words_around_a_figure_end_at_marks_and_figures() -> None:
    old = report(heading(1, "一、", "普法"), text("上句。办学，开课3次培训5人学员；下句。"))
    first, second = (around for _, _, around in surroundings(old))
    assert (first.before, first.after, first.sentence) == ("开课", "培训", "办学，")
    assert (second.before, second.after, second.headings) == ("培训", "学员", "普法")


def test_clause_and_sentence_hold_the_figure() -> None:
    block = text("上句。办学，开课3次。")
    assert clause(block, block.statistics[0]) == "开课3次"
    assert sentence(block, block.statistics[0]) == "办学，开课3次。"


def test_a_figure_behind_a_semicolon_opens_a_sentence() -> None:
    block = text("开课3次，培训5人；开会2次。")
    assert [opens_sentence(block, one) for one in block.statistics] == [True, False, True]


def test_headings_of_a_chapter_that_ended_do_not_count() -> None:
    old = report(
        heading(1, "一、", "普法"), heading(2, "（一）", "讲座"), heading(1, "二、", "复议"),
        text("收到3件。"),
    )  # fmt: skip
    assert [around.headings for _, _, around in surroundings(old)] == ["复议"]
