"""The report as Markdown."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from drafter.writers.markdown import md
from tests.word import reports
from tests.word.reports import paragraph, section

# No line breaks: the model has none. NUL is replaced by CommonMark itself.
WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029"), min_size=1
)


def inline_texts(source: str) -> list[tuple[str, str]]:
    """Kind of block and text of each, as a CommonMark reader sees them."""
    tokens = MarkdownIt("commonmark").parse(source)
    return [
        (before.tag, "".join(child.content for child in token.children or ()))
        for before, token in pairwise(tokens)
        if token.type == "inline"
    ]


def test_markdown_of_a_whole_report() -> None:
    report = reports.small("抓好_落实_")
    assert md(report) == (
        "# 云溪镇2023年度报告\n\n"
        "## 一、主要工作\n\n"
        "开头。\n\n"
        "**（一）抓好“最后一公里”**。写完。\n\n"
        "### （二）抓好\\_落实\\_\n\n"
        "#### 1.题\n\n"
        "甲镇人民政府\n\n"
        "2023年12月6日\n"
    )


@given(WORDS)
@example("1. 甲")
@example("1) 甲")
@example("- 甲")
@example("--- 甲")
@example("# 甲 #")
@example("　　甲　")
@example("    甲")
@example("<b>甲</b> &amp; [乙](丙) ![丁](戊) `己` ~~庚~~ | $辛$")
@example("https://甲.example/_乙_")
@example("抓什么？")
def test_any_text_survives_a_commonmark_reader(words: str) -> None:
    heading = section(1, "", words, paragraph(words))
    run_in = section(2, "（一）", words, paragraph(words), run_in=True)
    closed = "" if words.endswith(("。", "！", "？", "：")) else "。"
    found = inline_texts(md(reports.report(heading, run_in, title="题")))
    assert found == [
        ("h1", "题"),
        ("h2", words),
        ("p", words),
        ("p", f"（一）{words}{closed}{words}"),
    ]


@pytest.mark.parametrize("heading", ["抓学习", "抓好“最后一公里”", "抓好（试点）", "抓*好*"])
def test_run_in_heading_is_bold(heading: str) -> None:
    source = md(reports.report(section(2, "（一）", heading, paragraph("写完。"), run_in=True)))
    tokens = MarkdownIt("commonmark").parse(source)[-2].children
    assert tokens is not None
    kinds = [token.type for token in tokens if token.type != "text" or token.content]
    assert kinds[0] == "strong_open"
    assert "strong_close" in kinds
