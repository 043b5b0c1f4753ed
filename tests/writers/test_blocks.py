"""The report as a flat list of blocks."""

from __future__ import annotations

from datetime import date

import pytest

from drafter.text.days import printed_day
from drafter.writers.blocks import Block, Style, blocks
from tests.word import reports
from tests.word.reports import paragraph, section, sentence


def shown(*found: Block) -> list[tuple[str, str]]:
    return [(block.style.value, block.text) for block in found]


def test_whole_report_in_printed_order() -> None:
    report = reports.report(
        section(
            1,
            "一、",
            "主要工作",
            paragraph("开头。"),
            children=(
                section(
                    2, "（一）", "抓学习", paragraph("学了。"), paragraph("再学。"), run_in=True
                ),
            ),
        ),
        title="甲镇报告",
        addressees="区政府",
        lead=(paragraph("现报告如下。"),),
        signatories=("甲镇人民政府", "甲镇司法所"),
        dated=date(2023, 12, 6),
    )
    assert shown(*blocks(report)) == [
        ("标题", "甲镇报告"),
        ("空行", ""),
        ("主送机关", "区政府："),
        ("正文", "现报告如下。"),
        ("一级标题", "一、主要工作"),
        ("正文", "开头。"),
        ("接排", "（一）抓学习。学了。"),
        ("正文", "再学。"),
        ("空行", ""),
        ("落款", "甲镇人民政府"),
        ("落款", "甲镇司法所"),
        ("成文日期", "2023年12月6日"),
    ]


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_heading_keeps_its_level(level: int) -> None:
    text = paragraph("文。")
    run_in = section(level, "1.", "题", text, run_in=True)
    _, _, alone, _, joined = blocks(reports.report(section(level, "1.", "题", text), run_in))
    assert (alone.style.value, alone.level) == (f"{'一二三四'[level - 1]}级标题", level)
    assert (joined.style, joined.level) == (Style.RUN_IN, level)
    assert "".join(piece.text for piece in joined.heading) == "1.题。"
    assert "".join(piece.text for piece in joined.pieces) == "文。"


def test_run_in_heading_without_a_paragraph_stands_alone() -> None:
    *_, heading = blocks(reports.report(section(2, "（一）", "题", run_in=True)))
    assert shown(heading) == [("二级标题", "（一）题")]


def test_heading_without_a_number_begins_with_its_words() -> None:
    *_, heading = blocks(reports.report(section(1, "", "题")))
    assert [piece.text for piece in heading.pieces] == ["题"]


def test_long_title_is_broken_without_losing_a_piece() -> None:
    title = "青山区云溪镇人民政府关于2023年度法治政府建设情况的报告"
    lines = [b for b in blocks(reports.report(title=title)) if b.style is Style.TITLE]
    assert len(lines) > 1
    assert "".join(line.text for line in lines) == title


def test_without_signatories_nothing_is_signed_or_dated() -> None:
    report = reports.report(dated=date(2023, 12, 6))
    assert shown(*blocks(report))[-1] == ("空行", "")


def test_date_not_yet_set_is_a_gap() -> None:
    report = reports.report(signatories=("甲镇人民政府",), gaps=(reports.DATE,))
    assert shown(blocks(report)[-1]) == [("成文日期", "【待补充：成文日期】")]
    assert blocks(report)[-1].pieces[0].gap is reports.DATE
    assert shown(blocks(report, gaps=False)[-1]) == [("落款", "甲镇人民政府")]


def test_without_gaps_the_sentence_goes_and_an_empty_paragraph_with_it() -> None:
    gap = sentence("收到", reports.missing(), "。")
    report = reports.report(
        section(1, "一、", "题", paragraph(gap), paragraph("甲。", gap, "乙。"), run_in=True)
    )
    assert shown(*blocks(report, gaps=False)[2:]) == [("接排", "一、题。甲。乙。")]


def test_without_gaps_only_the_sentences_with_one_go_out_of_words_that_are_several() -> None:
    words = sentence("甲。收到", reports.missing(), "。乙。")
    report = reports.report(section(1, "一、", "题", paragraph(words)))
    assert shown(blocks(report, gaps=False)[-1]) == [("正文", "甲。乙。")]


@pytest.mark.parametrize(
    ("day", "text"), [(date(2025, 1, 20), "2025年1月20日"), (date(2023, 12, 6), "2023年12月6日")]
)
def test_date_has_no_leading_zero(day: date, text: str) -> None:
    assert printed_day(day) == text
