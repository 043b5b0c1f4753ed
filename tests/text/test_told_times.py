"""Which time a figure is told of, and what it came from."""

from __future__ import annotations

import pytest

from drafter.text.figure_words import surroundings_in
from drafter.text.told_times import Time
from tests.app.adopting import text

_OWN, _EARLIER, _RUNNING = Time.OWN, Time.EARLIER, Time.RUNNING


def _times(words: str, year: int | None = 2024) -> list[Time]:
    return [around.time for around in surroundings_in(text(words), year)]


@pytest.mark.parametrize(
    "words",
    [
        "行政处罚案件从2023年的1500件下降至1200件。",
        "行政处罚案件由1500件降至1200件。",
        "案件由上年的1500件减少到1200件。",
        "案件由2023年的1500件，降至2024年的1200件。",
        "行政处罚由1500件案件减少为1200件。",
    ],
)
def test_what_a_figure_came_from_is_of_an_earlier_time(words: str) -> None:
    assert _times(words) == [_EARLIER, _OWN]


@pytest.mark.parametrize(
    "words",
    [
        "收到申请320件，2023年为256件。",
        "收到申请320件，上年为256件。",
        "收到申请320件，较上年同期的256件增长25%。",
        "收到申请320件，2023年收到申请256件。",
        "收到申请320件，上年收到申请256件。",
        "收到申请320件，去年同期为256件。",
    ],
)
def test_a_figure_of_a_year_before_is_of_an_earlier_time(words: str) -> None:
    assert _times(words)[:2] == [_OWN, _EARLIER]


@pytest.mark.parametrize(
    "words",
    [
        "2022年至2024年累计开展普法活动600场。",
        "近三年共开展普法活动600场。",
        "2022年以来，累计开展普法活动600场。",
        "“八五”普法启动以来，累计开展普法活动600场。",
        "近三年复议案件分别为212件。",
    ],
)
def test_a_figure_of_several_years_together_is_no_years_own(words: str) -> None:
    assert _times(words) == [_RUNNING]


@pytest.mark.parametrize(
    "words",
    [
        "由律师代理案件12件，化解至年底30件。",
        "委员会由3名委员、5名专家组成。",
        "2024年累计开展普法活动600场。",
        "2024年以来累计开展普法活动600场。",
        "今年以来，累计开展普法活动600场。",
        "上年结转案件12件。",
        "2023年度考核发现的问题整改12个。",
        "2023年7月1日起换装246人。",
        "2023年印发的方案明确任务12项。",
        "申请较上年增加66件。",
        "较上年受理申请增加66件。",
    ],
)
def test_other_words_leave_a_figure_the_years_own(words: str) -> None:
    assert set(_times(words)) == {_OWN}


def test_a_year_says_nothing_where_the_reports_year_is_not_known() -> None:
    assert _times("2023年收到申请256件。", None) == [_OWN]


def test_what_a_figure_came_to_is_told_by_the_words_in_front_of_both() -> None:
    _, came_to = surroundings_in(text("行政处罚案件由1500件降至1200件。"), 2024)
    assert came_to.words == "行政处罚案件降至"


def test_figures_in_two_units_are_no_move() -> None:
    assert _times("案件由12名律师办理至300件。") == [_OWN, _OWN]
