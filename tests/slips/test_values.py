"""What people type, as it goes into the year file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from drafter.app.opening import open_case
from drafter.app.slips_in import slips_in
from tests.slips.offices import office, slip

if TYPE_CHECKING:
    from pathlib import Path


def put(path: Path, *slips: Path) -> str:
    done = slips_in(path, slips)
    assert done.merged.conflicts == ()
    assert done.merged.unmatched == ()
    done.write()
    return done.after


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        (("普法.活动", 8316), "普法.活动: 8316场"),
        (("普法.活动", 8316.0), "普法.活动: 8316场"),
        (("普法.活动", "8,316"), "普法.活动: 8316场"),
        (("普法.活动", "８３１６场"), "普法.活动: 8316场"),
        (("普法.活动", " 8316 次 "), "普法.活动: 8316次"),
        (("普法.活动", 8316, "次"), "普法.活动: 8316次"),
        (("普法.活动", "超200"), "普法.活动: 超200场"),
        (("普法.活动", 0), "普法.活动: 0场"),
        (("普法.活动", "无"), "普法.活动: 无"),
        (("普法.活动", "不涉及"), "普法.活动: 不涉及"),
        (("普法.资料", "30000余"), "普法.资料: 30000余份"),
        (("普法.资料", "近1.5万"), "普法.资料: 近1.5万份"),
        (("调解.成功率", "98.73%"), "调解.成功率: 98.73%"),
        (("调解.成功率", 98.73), "调解.成功率: 98.73%"),
        (("调解.成功率", 98.7, "%"), "调解.成功率: 98.7%"),
        (("调解.金额", 1141.95), "调解.金额: 1141.95万元"),
        (("调解.金额", 1141.95, "元"), "调解.金额: 1141.95元"),
    ],
)
def test_an_answer_goes_in_as_it_was_typed_with_its_unit(
    answer: tuple[object, ...], line: str, tmp_path: Path
) -> None:
    text = put(office(tmp_path), slip(tmp_path, "甲", answer))
    found = [one.partition("#")[0].strip() for one in text.splitlines()]
    assert line in found


@pytest.mark.parametrize(
    ("value", "form", "line"),
    [
        (0.9873, "0.00%", "调解.成功率: 98.73%"),
        (1, "0%", "调解.成功率: 100%"),
        (0.98734, "0.00%", "调解.成功率: 98.73%"),
    ],
)
def test_a_percent_cell_is_read_as_it_is_shown(
    value: float, form: str, line: str, tmp_path: Path
) -> None:
    made = slip(tmp_path, "甲", ("调解.成功率", value))
    book = load_workbook(made)
    book.worksheets[0]["E3"].number_format = form
    book.save(made)
    assert line in put(office(tmp_path), made)


@pytest.mark.parametrize("form", ["#,##0", '0"场"', "#,##0_ ;[Red]-#,##0", "0_)"])
def test_what_a_format_writes_around_a_number_does_no_harm(form: str, tmp_path: Path) -> None:
    made = slip(tmp_path, "甲", ("普法.活动", 8316))
    book = load_workbook(made)
    book.worksheets[0]["E3"].number_format = form
    book.save(made)
    assert "普法.活动: 8316场" in put(office(tmp_path), made)


def test_a_date_cell_is_no_figure(tmp_path: Path) -> None:
    made = slip(tmp_path, "甲", ("普法.活动", date(2023, 12, 31)))
    (conflict,) = slips_in(office(tmp_path), [made]).merged.conflicts
    assert "2023-12-31" in conflict.message


def test_a_formula_counts_as_the_number_that_it_came_to(tmp_path: Path) -> None:
    from tests.slips.packages import with_part

    made = slip(tmp_path, "甲", ("普法.活动", "=30+6"))
    with_part(made, "xl/worksheets/sheet1.xml", b"<v></v>", b"<v>36</v>", b"<v />", b"<v/>")
    assert "普法.活动: 36场" in put(office(tmp_path), made)


def test_cut_off_and_remark_are_kept_where_they_are_told(tmp_path: Path) -> None:
    answers = [
        ("普法.活动", 36, "场", date(2023, 11, 30), "含“线上”: 5场"),
        ("普法.资料", 20, "份", "2023年10月31日"),
    ]
    path = office(tmp_path)
    made = slip(tmp_path, "填报表-某区司法局-2023", *answers)
    text = put(path, made)
    assert "普法.资料: {值: 20份, 来源: 某区司法局, 截至: 2023-10-31}" in text
    figure = open_case(path)[0].answers.figures["普法.活动"]
    assert (figure.note, figure.as_of) == ("含“线上”: 5场", date(2023, 11, 30))
    assert figure.source == "某区司法局"
    assert slips_in(path, [made]).after == text


def test_a_remark_is_added_to_an_answer_that_is_there(tmp_path: Path) -> None:
    path = office(tmp_path, "数据:\n  普法.活动: 36场   # 核过\n")
    text = put(path, slip(tmp_path, "甲", ("普法.活动", 36, "场", None, "含线上")))
    assert "  普法.活动: {值: 36场, 备注: 含线上}   # 核过" in text


@pytest.mark.parametrize("words", ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)"])
def test_words_that_look_like_formulas_are_only_words(words: str, tmp_path: Path) -> None:
    answer = ("普法.活动", 36, "场", None, words)
    made = slip(tmp_path, "甲", answer)
    book = load_workbook(made)
    book.worksheets[0]["H3"].data_type = "s"
    book.worksheets[0]["H3"].value = words
    book.worksheets[0]["H3"].data_type = "s"
    book.save(made)
    path = office(tmp_path)
    put(path, made)
    assert open_case(path)[0].answers.figures["普法.活动"].note == words
