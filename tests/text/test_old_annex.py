"""A report on an office's paper, with annexes: they are not taken for its text."""

from __future__ import annotations

import pytest

from drafter.model.old_report import RawDocument, RawParagraph
from drafter.model.spot import Spot
from drafter.text.old_outline import understand

BODY = ("一、主要举措", "全年办理复议案件12件。")
SIGNED = ("某区人民政府", "2024年1月20日")
TITLE = "某区2023年法治政府建设年度报告"


def read(*lines: str, titles: tuple[str, ...] = ()) -> tuple[str, list[str], list[str], int]:
    """Title, texts of the blocks, reasons of what was dropped, how many offices sign."""
    paragraphs = tuple(
        RawParagraph(line, Spot("a.docx", n), title=line in titles)
        for n, line in enumerate(lines, 1)
    )
    report = understand(RawDocument("a.docx", "docx", paragraphs))
    texts = [block.heading + block.text for block in report.blocks]
    return report.title, texts, [one.reason for one in report.dropped], len(report.signatories)


def test_what_follows_the_sign_off_under_the_word_annex_is_told_apart() -> None:
    _, texts, reasons, signed = read(TITLE, *BODY, *SIGNED, "附件", "主要数据表", "指标", "今年")
    assert texts == ["主要举措", "全年办理复议案件12件。"]
    assert reasons == ["附件"] * 4
    assert signed == 1


def test_the_line_that_names_the_annexes_is_no_sentence_of_the_report() -> None:
    _, texts, reasons, signed = read(TITLE, *BODY, "附件：主要数据表", *SIGNED, "附件1", "表")
    assert texts == ["主要举措", "全年办理复议案件12件。"]
    assert reasons == ["附件说明", "附件", "附件"]
    assert signed == 1


@pytest.mark.parametrize(
    "named",
    [
        ("附件：1.工作台账", "2.普法责任清单", "3.主要数据表"),
        ("附件：", "1．工作台账", "2．普法责任清单"),
        ("附件:1、工作台账", "      2、普法责任清单"),
    ],
)
def test_a_list_of_annexes_is_taken_out_as_a_whole(named: tuple[str, ...]) -> None:
    _, texts, reasons, signed = read(TITLE, *BODY, *named, *SIGNED)
    assert texts == ["主要举措", "全年办理复议案件12件。"]
    assert reasons == ["附件说明"] * len(named)
    assert signed == 1


def test_what_does_not_go_on_counting_is_no_annex() -> None:
    line = "附件：1.工作台账"
    for other in ("3.普法责任清单", "（二）普法责任清单", "2.普法责任清单已经印发。"):
        _, texts, reasons, _ = read(TITLE, *BODY, line, other, *SIGNED)
        assert len(texts) == 3
        assert reasons == ["附件说明"]


@pytest.mark.parametrize(
    ("note", "reason"),
    [
        ("（此件公开发布）", "公开标注"),
        ("(此件依申请公开)", "公开标注"),
        ("（信息公开选项：主动公开）", "公开标注"),
        ("（联系人：王某某，联系电话：0571-86543210）", "联系方式"),
        ("联系人及电话：王某某 86543210", "联系方式"),
    ],
)
def test_a_note_at_the_end_is_no_sentence_of_the_report(note: str, reason: str) -> None:
    for lines in ((*SIGNED, note), (note, *SIGNED), (*SIGNED, note, "附件", "主要数据表")):
        _, texts, reasons, signed = read(TITLE, *BODY, *lines)
        assert texts == ["主要举措", "全年办理复议案件12件。"]
        assert reason in reasons
        assert signed == 1


def test_words_of_a_note_within_a_sentence_or_far_above_stay() -> None:
    sentence = "（此件公开发布）后收到意见3条。"
    above = ("联系人：王某某", *(f"全年制定文件{n}件。" for n in range(2, 9)))
    _, texts, reasons, _ = read(TITLE, *BODY, *above, sentence, *SIGNED)
    assert texts[2] == "联系人：王某某"
    assert texts[-1] == sentence
    assert reasons == []


def test_a_line_that_only_says_annex_inside_the_text_ends_nothing() -> None:
    _, texts, reasons, _ = read(TITLE, *BODY, "附件", "全年制定文件3件。", *SIGNED)
    assert "全年制定文件3件。" in texts
    assert reasons == []


def test_the_offices_mark_on_its_paper_is_not_the_title() -> None:
    head = "某区人民政府文件"
    lines = (head, "某府〔2024〕3号", TITLE, *BODY, *SIGNED)
    title, texts, _, _ = read(*lines, titles=(head, TITLE))
    assert title == TITLE
    assert texts == ["主要举措", "全年办理复议案件12件。"]
