"""What each part of last year's file becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafter.app.opening import open_case
from drafter.app.roll import roll
from drafter.model.finding import DrafterError
from tests.rollover.rolling import HEAD, drafted, made, rolled

if TYPE_CHECKING:
    from pathlib import Path

DATA = """\
数据:
  普法:
    活动: 36场  # 司法所报
    资料: {值: 近1.5万份, 来源: 司法所, 截至: 2023-11-30}
"""


def test_a_figure_is_blank_with_last_years_value_before_the_clerks_comment() -> None:
    text = rolled(DATA)
    assert "    活动:  # 上年 36场  # 司法所报\n" in text
    assert "    资料: {值: , 来源: 司法所, 截至: }  # 上年 近1.5万份\n" in text


def test_figures_between_braces_are_told_apart_by_name() -> None:
    text = rolled("数据: {普法: {活动: 36场, 资料: 200份}}\n")
    assert "数据: {普法: {活动: , 资料: }}  # 上年 活动36场；资料200份\n" in text


def test_the_other_three_states_are_told_apart() -> None:
    text = rolled("数据:\n  应诉.败诉: 无\n  处罚.案件: 不涉及\n  应急.预案:\n")
    assert "  应诉.败诉:  # 上年 无\n" in text
    assert "  处罚.案件: 不涉及  # 上年不涉及，核对\n" in text
    assert "  应急.预案:\n" in text


def test_year_dates_and_last_year_are_set() -> None:
    text = rolled("上年: 2022.yaml  # 上一年的\n数据:\n")
    assert "{年度: 2024, 结构: 纲要八章, 成文日期: }  # 上年 2024-01-20\n" in text
    assert "上年: 2023.yaml  # 上一年的\n" in text


def test_the_line_of_the_form_that_names_last_years_file_comes_to_life() -> None:
    text = rolled("# 上年: 2022.yaml  # 上年的问卷\n数据:\n")
    assert "\n上年: 2023.yaml  # 上年的问卷\n" in text
    assert text.count("上年: ") == 1


def test_a_profile_made_for_other_years_is_marked() -> None:
    text = rolled(
        "数据:\n", head="报告:\n  年度: 2025\n  结构: 纲要八章\n单位: {名称: 甲, 类型: 街道}\n"
    )
    assert "  结构: 纲要八章  # 请核对：这个结构适用2021—2025年度\n" in text


@pytest.mark.parametrize(
    "written",
    [
        "  普法宣传:\n    - 建成公园\n    - 获评第九批示范\n",
        "  普法宣传: [建成公园, 获评第九批示范]\n",
        "  普法宣传: |\n    建成公园\n    获评第九批示范\n",
    ],
)
def test_highlights_become_comments_under_their_topic_with_an_empty_entry(written: str) -> None:
    text = rolled("亮点:\n" + written)
    lines = [line.strip() for line in text.split("亮点:\n")[1].splitlines()]
    assert lines == [
        "普法宣传:",
        "# 上年：建成公园",
        "# 上年：获评第九批示范（第九批加一？还是仍成立？）",
        "-",
    ]


def test_highlights_between_braces_become_comments_below_the_braces() -> None:
    text = rolled("亮点: {普法宣传: [建成公园], 政务服务: [跨省办]}  # 说明\n")
    assert "亮点: {普法宣传: , 政务服务: }  # 说明\n" in text
    assert "  # 上年：普法宣传：建成公园\n  # 上年：政务服务：跨省办\n" in text


def test_comments_among_what_is_emptied_stay() -> None:
    text = rolled(
        "亮点:\n  普法宣传:\n    # 等宣传科\n    - 甲事  # 已核\n    # 再补\n    - 乙事\n"
    )
    for comment in ("# 等宣传科", "# 已核", "# 再补"):
        assert comment in text


def test_plans_and_shortcomings_come_back_as_a_list_to_answer() -> None:
    text = rolled("不足:\n  - 亮点不多\n安排:\n  - 题: 抓学习\n    文: [开班, 考试]\n")
    assert "不足:\n  - \n安排:\n  - \n" in text
    assert "# 上年安排 1：抓学习 —— 已完成 / 推进中 / 未开展（选一个），用哪项数据说明：\n" in text
    assert "#   开班\n#   考试\n" in text
    assert "# 上年不足 1：亮点不多 —— " in text


def test_reasons_for_ignoring_a_check_become_comments() -> None:
    text = rolled("忽略:\n  F204: 今年口径未变\n")
    assert "忽略:\n  # 上年：F204: 今年口径未变\n" in text


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("沿用: 全部\n", "沿用:\n  # 上年：全部\n"),
        ("沿用: 全部  # 都看过\n", "沿用:  # 都看过\n  # 上年：全部\n"),
        ("沿用:\n  - 导语\n  - 甲/乙\n", "沿用:\n  # 上年：导语\n  # 上年：甲/乙\n"),
        ("沿用: [导语, 甲]\n", "沿用:\n  # 上年：导语\n  # 上年：甲\n"),
    ],
)
def test_what_was_confirmed_last_year_is_to_be_confirmed_again(written: str, left: str) -> None:
    text = rolled("导语: 开头的话。\n" + written)
    assert left in text


def test_words_confirmed_last_year_wait_to_be_confirmed_this_year(tmp_path: Path) -> None:
    roll_, _ = made(tmp_path, HEAD + "导语: 现将街道法治政府建设的有关情况报告如下。\n沿用: 全部\n")
    case, _ = open_case(roll_.path)
    assert [one.name for one in case.report.carried] == ["导语"]


def test_what_was_deleted_from_the_final_report_does_not_come_along() -> None:
    text = rolled(
        "安排:\n  # 定稿时删去：加强调解\n  - 加强普法  # 定稿时删去的除外\n"
        "亮点:\n  普法宣传:\n    # 定稿时删去：建成公园\n    # 明年再看\n    - 建成广场\n"
    )
    assert "定稿时删去：" not in text
    assert "# 定稿时删去的除外" in text
    assert "# 明年再看" in text


@pytest.mark.parametrize(
    ("words", "now"),
    [
        ("2023年主要工作", "2024年主要工作"),
        ("二〇二三年主要工作", "二〇二四年主要工作"),
        ("2023年成效和2024年打算", "2024年成效和2025年打算"),
        ("深入推进“放管服”改革", "推进“高效办成一件事”，优化政务服务"),
        ("2023年7月24日起全预约", "【待补充：日期】起全预约"),
        ("“{{年度}}年”2023年度要点", "“{{年度}}年”2024年度要点"),
        ("开展活动36场次", "开展活动【待补充：数据】"),
    ],
)
def test_years_phrases_days_and_values_in_headings_move_and_are_marked(
    words: str, now: str
) -> None:
    text = rolled(f"题目:\n  普法宣传: {words}\n数据: {{普法.活动: 36场}}\n")
    line = next(line for line in text.splitlines() if "普法宣传" in line)
    assert line.startswith(f"  普法宣传: {now}  # 请核对：")


OWN = HEAD.replace("纲要八章", "本文件")


def carried_over(words: str, data: str = "") -> str:
    """An own text after rolling, its remarks behind it."""
    text = rolled(f"{data}章节:\n  - 题: 学习\n    文: {words}\n", head=OWN)
    return next(line for line in text.splitlines() if line.startswith("    文: "))[7:]


@pytest.mark.parametrize(
    ("words", "now", "told"),
    [
        ("受理甲案件1234件。", "受理甲案件□。", "上年写“1234件”"),
        ("受理1,234件，占98.5%。", "受理□，占□。", "上年依次写“1,234件”“98.5%”"),
        (
            "对58家单位1200余人次，投入3.5万元",
            "对□单位□，投入□",
            "上年依次写“58家”“1200余人次”“3.5万元”",
        ),
        ("受理 12 件，又受理12件", "受理 □，又受理□", "上年依次写“12件”“12件”"),
        ("受理百余件，超两百场", "受理□，□", "上年依次写“百余件”“超两百场”"),
        ("受理2023件", "受理□", "上年写“2023件”"),
        ("1234", "□", "上年写“1234”"),
        ("'1,234.5'", "'□'", "上年写“1,234.5”"),
        ('"甲\\n12件"', '"甲\\n□"', "上年写“12件”"),
    ],
)
def test_a_number_typed_into_words_becomes_a_gap_and_is_told(
    words: str, now: str, told: str
) -> None:
    now = now.replace("□", "【待补充：数据】")
    assert carried_over(words) == f"{now}  # 请核对：文字沿用上年；{told}"


def test_only_whole_numbers_are_taken_out() -> None:
    data = "数据: {普法.活动: 36场, 园区.人数: 20人, 园区.次数: 3次, 园区.机构: 1个}\n"
    words = "3次产业用地调查，36场次活动，惠及20人次，13次、第3次。"
    gap = "【待补充：数据】"
    now = f"{gap}产业用地调查，{gap}活动，惠及{gap}，{gap}、第3次。"
    told = "上年依次写“3次”“36场次”“20人次”“13次”"
    assert carried_over(words, data).startswith(f"{now}  # 请核对：文字沿用上年；{told}")


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("诉求力争1个月内办结，满意率提高1个百分点", ["1个月", "1个百分点"]),
        ("承诺30个工作日内、2小时内办结", ["30个工作日", "2小时"]),
        ("每年学法不少于40学时", ["40学时"]),
        ("每3个工作日报告", ["3个工作日"]),
        ("抓好三个课题", ["三个"]),
        ("建立“1个区级+10个镇街”体系", ["1个", "10个"]),
        ("走访3-5家", ["5家"]),
        ("受理1234，办结1200。", ["1234", "1200"]),
    ],
)
def test_targets_time_limits_and_names_stay_and_are_asked(words: str, asked: list[str]) -> None:
    asks = "；".join(f"“{one}”仍成立？" for one in asked)
    assert carried_over(words) == f"{words}  # 请核对：文字沿用上年；{asks}"


@pytest.mark.parametrize(
    "words",
    [
        "制定普法计划，开展36场",
        "力争30场，实际36场",
        "不少于30场，共36场",
        "共接待36人，30日内办结",
    ],
)
def test_a_target_beside_it_does_not_keep_a_count(words: str) -> None:
    now = carried_over(words)
    assert "36" not in now.partition("  #")[0]
    assert "“36" in now


def test_words_without_numbers_and_dates_stay_as_they_are() -> None:
    for words in (
        "5G",
        "第3条",
        "建设15分钟生活圈",
        "12345热线24小时在线",
        "实行7×24小时服务",
        "落实《3件清单》",
    ):
        assert carried_over(words) == f"{words}  # 请核对：文字沿用上年"


def test_what_an_indicator_is_called_keeps_its_numbers() -> None:
    text = rolled("指标:\n  罚款.大额: {名: 1000元以上罚款件数}\n")
    line = "  罚款.大额: {名: 1000元以上罚款件数}  # 请核对：“1000元以上”仍成立？\n"
    assert line in text


def test_what_may_be_aged_is_asked_where_it_stands() -> None:
    text = rolled("题目:\n  普法宣传: 连续四年推进“八五”普法\n")
    assert "# 请核对：连续四年加一？；“八五”普法仍成立？\n" in text


def test_words_of_own_sections_are_marked_as_last_years() -> None:
    body = "章节:\n  - 题: 学习\n    文: |\n      2023年学习{{普法.活动}}\n      再学\n"
    text = rolled(body, head=HEAD.replace("纲要八章", "本文件"))
    assert (
        "    文: |  # 请核对：文字沿用上年；年份已改2024年\n      2024年学习{{普法.活动}}\n" in text
    )


def test_a_renamed_figure_follows_and_a_retired_one_is_listed() -> None:
    own = "指标:\n  园区.场次: {名: 园区活动, 单位: 场, 曾用: [园区.活动]}\n"
    text = rolled(f"数据:\n  园区:\n    活动: 14场\n  旧项:\n    件数: 9件  # 作废\n{own}")
    assert "    场次:  # 上年 14场  # 请核对：原名园区.活动\n" in text
    assert "  # 作废\n" in text
    assert "# 停用：旧项.件数，目录和“指标”里都没有了，没有带来；上年9件\n" in text
    assert "# 更名：园区.活动 → 园区.场次\n" in text


def test_a_renamed_figure_that_leaves_its_group_gets_its_own_line() -> None:
    own = "指标:\n  园区.场次: {名: 园区活动, 单位: 场, 曾用: 普法.旧活动}\n"
    text = rolled(f"数据:\n  普法:\n    活动: 36场\n    旧活动: 14场\n{own}")
    assert "    活动:  # 上年 36场\n  园区.场次:  # 上年 14场  # 请核对：原名普法.旧活动\n" in text
    assert "旧活动: " not in text


def test_retired_figures_between_braces_leave_no_stray_comma() -> None:
    for ids in (
        "旧甲: 1件, 活动: 36场, 旧乙: 2件",
        "旧甲: 1件, 旧乙: 2件, 活动: 36场",
        "活动: 36场, 旧甲: 1件",
    ):
        assert "普法: {活动: }" in rolled(f"数据:\n  普法: {{{ids}}}\n")


def test_what_is_not_touched_stays_byte_for_byte(tmp_path: Path) -> None:
    text = (HEAD + "# 备注一\n\n数据:   # 表\n  普法.活动: 36场\n# 完\n").replace("\n", "\r\n")
    _, after = made(tmp_path, text)
    assert "# 备注一\r\n\r\n数据:   # 表\r\n  普法.活动:  # 上年 36场\r\n# 完\r\n" in after
    assert after.count("\n") == after.count("\r\n")


def test_a_second_year_replaces_the_marks_of_the_first(tmp_path: Path) -> None:
    body = (
        DATA + "亮点:\n  普法宣传:\n    - 甲事\n安排:\n  - 抓学习\n题目:\n  普法宣传: 2023年普法\n"
    )
    _, first = made(tmp_path, HEAD + body)
    filled = first.replace("活动:  #", "活动: 51场  #").replace("    - \n", "    - 乙事\n")
    _, second = made(tmp_path, filled, "2024.yaml")
    assert "    活动:  # 上年 51场  # 司法所报\n" in second
    assert "36场" not in second
    assert "甲事" not in second
    assert "# 上年：乙事" in second
    assert "2025年普法" in second
    assert second.count("drafter roll") == 1


def test_nothing_of_last_years_words_reaches_the_draft() -> None:
    body = "亮点:\n  普法宣传:\n    - 建成公园\n不足:\n  - 亮点不多\n安排:\n  - 抓学习\n"
    text = drafted(DATA + body)
    for words in ("建成公园", "亮点不多", "抓学习", "36场", "1.5万", "2023"):
        assert words not in text


def test_a_file_is_not_rolled_onto_itself(tmp_path: Path) -> None:
    last = tmp_path / "2023.yaml"
    last.write_text(HEAD, encoding="utf-8")
    with pytest.raises(DrafterError) as caught:
        roll(last, last)
    assert caught.value.findings[0].code == "N302"
