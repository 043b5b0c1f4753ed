"""The report as plain text."""

from __future__ import annotations

from datetime import date

from drafter.writers.text import txt
from tests.word import reports
from tests.word.reports import paragraph, section


def test_plain_text_of_a_whole_report() -> None:
    report = reports.report(
        section(1, "一、", "主要工作", paragraph("开头。")),
        section(1, "二、", "安排", paragraph("写完。"), run_in=True),
        title="青山区云溪镇人民政府关于2023年度法治政府建设情况的报告",
        addressees="区政府",
        lead=(paragraph("现报告如下。"),),
        signatories=("甲镇人民政府",),
        dated=date(2023, 12, 6),
    )
    assert txt(report) == (
        "青山区云溪镇人民政府关于2023年度法治政府建设情况的报告\n"
        "\n"
        "区政府：\n"
        "　　现报告如下。\n"
        "　　一、主要工作\n"
        "　　开头。\n"
        "　　二、安排。写完。\n"
        "\n"
        "甲镇人民政府\n"
        "2023年12月6日\n"
    )


def test_gaps_can_be_left_out() -> None:
    assert "待补充" in txt(reports.full(dated=None))
    assert "待补充" not in txt(reports.full(dated=None), gaps=False)
