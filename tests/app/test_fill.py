"""What is still open in a year file, and answers that are saved one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafter.app.fill import AnswerError, Filling
from drafter.app.open_questions import Asks, Question
from tests.making import PLAIN_HEAD, year_file

if TYPE_CHECKING:
    from pathlib import Path

UNDATED = PLAIN_HEAD.replace(", 成文日期: 2024-01-20", "")


def question(filling: Filling, id_: str) -> Question:
    return next(one for one in filling.questions() if one.id == id_)


def ids(filling: Filling) -> list[str]:
    return [one.id for one in filling.questions()]


def test_gaps_are_asked_in_printed_order_and_the_date_last(tmp_path: Path) -> None:
    filling = Filling(year_file(tmp_path, "", head=UNDATED))
    assert ids(filling) == [gap.id for gap in filling.case.report.gaps]
    assert ids(filling)[-1] == "成文日期"
    assert ids(filling).index("学法.中心组") < ids(filling).index("处罚.案件")


def test_a_question_tells_where_it_is_printed_its_units_who_owes_it_and_last_years_figure(
    tmp_path: Path,
) -> None:
    year_file(tmp_path, "数据: {处罚.案件: 120件}\n", name="2022.yaml")
    filling = Filling(year_file(tmp_path, "上年: 2022.yaml\n"))
    asked = question(filling, "处罚.案件")
    assert asked.section.startswith("四（一）")
    assert asked.text == "办理行政处罚案件多少件？"
    assert asked.units == ("件", "宗", "起")
    assert asked.supplier == "各执法部门"
    assert asked.prior == "120件"
    assert asked.note == "与行政执法年度报告一致"


def test_a_key_that_stands_there_empty_is_asked_though_it_is_optional(tmp_path: Path) -> None:
    filling = Filling(year_file(tmp_path, "数据: {普法.资料: }\n"))
    assert not question(filling, "普法.资料").required
    assert "普法.横幅" not in ids(filling)


def test_optional_questions_of_the_profiles_topics_are_asked_on_request_after_the_gaps(
    tmp_path: Path,
) -> None:
    path = year_file(tmp_path, "数据: {普法.海报: 不涉及}\n亮点: {政务服务: [甲]}\n", head=UNDATED)
    every = Filling(path, every=True)
    required = [one.required for one in every.questions()]
    assert required == sorted(required, reverse=True)
    assert {"普法.横幅", "亮点.普法宣传"} <= set(ids(every))
    assert not {"普法.海报", "亮点.政务服务", "出庭.应诉率"} & set(ids(every))
    assert len(set(ids(every))) == len(ids(every))


def test_only_what_a_word_names_is_asked(tmp_path: Path) -> None:
    path = year_file(tmp_path, "")
    by_id = ids(Filling(path, only="处罚"))
    assert by_id == ["处罚.案件"]
    by_supplier = Filling(path, only="政法委").questions()
    assert by_supplier
    assert all("政法委" in one.supplier for one in by_supplier)
    assert ids(Filling(path, only="处罚 政法委")) == []


@pytest.mark.parametrize("words", ["36场", "0场", "近1.5万场", "无", "不涉及", "３６ 场"])
def test_an_answer_is_saved_as_it_was_typed_and_no_longer_asked(tmp_path: Path, words: str) -> None:
    path = year_file(tmp_path, "数据:\n  普法.活动:   # 司法局\n")
    filling = Filling(path)
    filling.answer(question(filling, "普法.活动"), words)
    assert f"  普法.活动: {words}  # 司法局\n" in path.read_text(encoding="utf-8")
    assert "普法.活动" not in ids(filling)


@pytest.mark.parametrize("words", ["三场多", "很多", "3-5场", "2024-01-01", "\x1b[A", "3\ufffd"])
def test_an_answer_that_is_no_figure_is_refused_and_nothing_is_written(
    tmp_path: Path, words: str
) -> None:
    path = year_file(tmp_path, "")
    before = path.read_bytes()
    filling = Filling(path)
    with pytest.raises(AnswerError):
        filling.answer(question(filling, "普法.活动"), words)
    assert path.read_bytes() == before


def test_an_unusual_unit_is_taken_and_told(tmp_path: Path) -> None:
    filling = Filling(year_file(tmp_path, ""))
    (finding,) = filling.answer(question(filling, "普法.活动"), "36件")
    assert "通常用“场、次、场次”" in finding.message


def test_a_date_is_evened_out(tmp_path: Path) -> None:
    path = year_file(tmp_path, "", head=UNDATED)
    filling = Filling(path)
    with pytest.raises(AnswerError, match="没有13月"):
        filling.answer(question(filling, "成文日期"), "2024年13月1日")
    filling.answer(question(filling, "成文日期"), "2024年1月5日")
    assert "成文日期: 2024-01-05}" in path.read_text(encoding="utf-8")
    assert filling.case.report.dated is not None


def test_a_highlight_is_added_to_those_that_are_there(tmp_path: Path) -> None:
    path = year_file(tmp_path, "")
    filling = Filling(path)
    asked = question(filling, "亮点.营商环境")
    assert asked.asks is Asks.TEXTS
    filling.answer(asked, "走访企业: 解决难题")
    filling.answer(asked, "开设专区")
    texts = filling.case.answers.highlights["营商环境"]
    assert [text.text for text in texts] == ["走访企业: 解决难题", "开设专区"]
    assert filling.standing(asked) == "2条"


@pytest.mark.parametrize("words", ["36场", "无"])
def test_a_figure_is_no_highlight(tmp_path: Path, words: str) -> None:
    filling = Filling(year_file(tmp_path, ""))
    with pytest.raises(AnswerError, match="不是数"):
        filling.answer(question(filling, "不足"), words)


def test_a_second_answer_takes_the_place_of_the_first(tmp_path: Path) -> None:
    path = year_file(tmp_path, "")
    filling = Filling(path)
    asked = question(filling, "普法.活动")
    filling.answer(asked, "36场")
    assert filling.standing(asked) == "36场"
    filling.answer(asked, "无")
    assert filling.standing(asked) == "无"
    assert path.read_text(encoding="utf-8").count("普法.活动") == 1


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encoding_and_line_breaks_stay(tmp_path: Path, codec: str, end: str) -> None:
    path = year_file(tmp_path, "数据:\n  普法.活动:\n  # 完\n")
    text = path.read_text(encoding="utf-8").replace("\n", end)
    path.write_bytes(text.encode(codec))
    filling = Filling(path)
    filling.answer(question(filling, "普法.活动"), "36场")
    assert path.read_bytes() == text.replace("活动:", "活动: 36场").encode(codec)


def test_what_was_changed_in_an_editor_meanwhile_is_kept(tmp_path: Path) -> None:
    path = year_file(tmp_path, "")
    filling = Filling(path)
    year_file(tmp_path, "口号: 湾东智芯\n")
    filling.answer(question(filling, "普法.活动"), "36场")
    assert "口号: 湾东智芯\n" in path.read_text(encoding="utf-8")


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    path = year_file(tmp_path, "")
    link = tmp_path / "今年.yaml"
    link.symlink_to(path)
    filling = Filling(link)
    filling.answer(question(filling, "普法.活动"), "36场")
    assert link.is_symlink()
    assert "36场" in path.read_text(encoding="utf-8")
