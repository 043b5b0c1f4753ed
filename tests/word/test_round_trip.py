"""Whatever can be typed comes back from the Word file as it was typed."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from drafter.writers.docx import docx_bytes, read_back
from tests.tools import TEMPLATE
from tests.word import reports

PRINTABLE = st.characters(
    exclude_categories=["Cs"], exclude_characters=[chr(n) for n in range(32)] + ["\ufffe", "\uffff"]
)
# What docxtpl, Jinja, XML and Word each take for their own.
MARKS = ["{{", "}}", "{%", "%}", "{#", "#}", "{_{", "}_}", "{_%", "%_}", "｛｛", "_", "{", "}", "%"]
XML = ["&amp;", "&#95;", "&", "<", ">", "]]>", "<w:p>", "</w:t>", "<w:p ", "\\n"]
QUOTES = ["“", "”", "‘", "’", "'", '"', "——", "…"]
BLANKS = ["  ", " ", "\u3000", "\u00a0", "\u2028", "\u2029", "\u0085", "\ufeff", "\u200b", "\u00ad"]
RARE = ["𠮷", "e\u0301", "👨\u200d👩\u200d👧"]
TRAPS = st.sampled_from([*MARKS, *XML, *QUOTES, *BLANKS, *RARE])
TEXTS = st.lists(st.text(PRINTABLE, min_size=1) | TRAPS, min_size=1).map("".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEXTS, min_size=1, max_size=6), TEXTS)
@example(["  甲  ", "{_{", "_"], "{{ 标题 }}")
@example(["{", "{ 标题 }", "}"], "]]>")
def test_any_text_comes_back_as_it_went_in(pieces: list[str], office: str) -> None:
    words = reports.paragraph(reports.sentence(*pieces))
    report = reports.report(
        reports.section(1, "一、", "题", words, run_in=True), signatories=(office,)
    )
    texts = [text for _, text in read_back(docx_bytes(report, TEMPLATE))]
    assert f"一、题。{''.join(pieces)}" in texts
    assert office in texts


@pytest.mark.parametrize(
    "text", ["R&D", "<A>", "5%<6%", "x<y>z", "&amp;", "{{ 标题 }}", "{_{ 甲 }_}"]
)
def test_texts_that_were_lost_before_are_kept(text: str) -> None:
    report = reports.report(title=text, addressees=text, lead=(reports.paragraph(text),))
    texts = [words for _, words in read_back(docx_bytes(report, TEMPLATE))]
    assert "".join(texts) == f"{text}{text}：{text}"
