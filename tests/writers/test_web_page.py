"""The report as a web page for a site's editor."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from lxml.html import document_fromstring

from drafter.writers.web_page import html
from tests.word import reports
from tests.word.reports import paragraph, section

# No line breaks, which the model has not, and nothing that HTML itself forbids or replaces.
WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\u2028\u2029"),
    min_size=1,
)


def test_web_page_of_a_whole_report() -> None:
    report = reports.small("抓好<落实>")
    assert html(report) == (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        "<title>云溪镇2023年度报告</title>\n</head>\n<body>\n"
        '<h1 style="text-align: center">云溪镇2023年度报告</h1>\n'
        "<h2>一、主要工作</h2>\n"
        '<p style="text-indent: 2em">开头。</p>\n'
        '<p style="text-indent: 2em"><strong>（一）抓好“最后一公里”。</strong>写完。</p>\n'
        "<h3>（二）抓好&lt;落实&gt;</h3>\n"
        "<h4>1.题</h4>\n"
        '<p style="text-align: right">甲镇人民政府</p>\n'
        '<p style="text-align: right">2023年12月6日</p>\n'
        "</body>\n</html>\n"
    )


def test_a_gap_is_text_and_what_it_asks_stays_out() -> None:
    words = reports.sentence("收到复议申请", reports.missing(), "。")
    page = html(reports.report(section(1, "一、", "题", reports.paragraph(words))))
    assert "收到复议申请【待补充：" in page
    assert "<!--" not in page
    assert reports.missing().gap is not None
    assert reports.missing().gap.question not in page  # type: ignore[union-attr]


@given(WORDS)
@example("<script>甲</script> &amp; <!-- 乙 -->")
@example("　　甲　")
@example("甲  乙")
@example("抓什么？")
def test_any_text_stands_in_the_page_as_it_was_typed(words: str) -> None:
    heading = section(1, "", words, paragraph(words))
    run_in = section(2, "（一）", words, paragraph(words), run_in=True)
    closed = "" if words.endswith(("。", "！", "？", "：")) else "。"
    body = document_fromstring(html(reports.report(heading, run_in, title="题"))).find("body")
    assert body is not None
    found = [(e.tag, e.text_content()) for e in body]
    told = f"（一）{words}{closed}{words}"
    assert found == [("h1", "题"), ("h2", words), ("p", words), ("p", told)]
