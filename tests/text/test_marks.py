"""Punctuation: closing sentences and finding faults."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text.marks import characters, close, faults, is_closed

CLOSED = {
    "完成整改": "完成整改。",
    "完成整改，": "完成整改。",
    "完成整改、 ": "完成整改。",
    "完成整改,": "完成整改。",
    "完成整改.": "完成整改。",
    "完成整改。": "完成整改。",
    "完成整改；": "完成整改；",
    "完成整改;": "完成整改;",
    "是否完成？": "是否完成？",
    "主要做法如下：": "主要做法如下：",
    "等等……": "等等……",
    "打造“一网统管”": "打造“一网统管”。",
    "群众说：“好。”": "群众说：“好。”",
    "群众说：“好。”，": "群众说：“好。”",
    '群众说："好。"': '群众说："好。"',
    "印发《工作要点》": "印发《工作要点》。",
    "完成整改（见前文）": "完成整改（见前文）。",
    "办结率98.5%": "办结率98.5%。",
    "受理12件【待补充：件数】": "受理12件【待补充：件数】。",
    "": "",
    "，": "，",
}
CLEAN = (
    "全年受理8316件，办结8316件，办结率达100%。",
    "增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
    "印发《工作要点》《实施方案》等制度；开展培训20余场次。",
    "出庭应诉率达98.73%，同比增长2.5个百分点。",
    "他提出：“要把‘放管服’改革抓实。”",
    "会议强调“……要做到‘三个到位’”。",
    "印发《关于落实〈实施纲要〉的通知》（区府〔2023〕5号）。",
    "详见https://www.example.gov.cn/fz/2023.html?id=3,4。",
    "开通“I’m here”双语窗口。",
    "主要做法如下：",
    "一是加强领导；",
    "深化“互联网+”监管（含3.0版），8:30开门。",
    "在河南省（henan）推广。",
    "“完成了吗？”成为口头禅。",
)
FAULTY = {
    "受理8件，，办结8件。": "，，",
    "受理8件，。": "，。",
    "受理8件。。": "。。",
    "受理8件,，办结8件。": ",，",
    "受理8件.。": ".。",
    "受理8件。.": "。.",
    "他说“好。”。": "。”。",
    "，受理8件。": "，",
    "”受理8件。": "”",
    "完成整改（）。": "（）",
    "打造“ ”品牌。": "“ ”",
    "印发《》。": "《》",
    "完成整改（，见前文）。": "（，",
    "打造“、一网统管”。": "“、",
    "完成整改（见前文，）。": "，）",
    "打造“一网统管、”品牌。": "、”",
    '打造"一网统管"品牌。': '"',
    "共None件。": "None",
    "率为nan%。": "nan",
    "受理{{热线.受理}}。": "{{",
    "受理{% if %}件。": "{%",
    "完成整改（见前文。": "（）",
    "完成整改见前文）。": "（）",
    "”一网统管“平台。": "“”",
    "他说“要抓‘放管服。”": "‘’",
    "印发《工作（要点》）。": "（）",
    "完成整改": "成整改",
    "完成整改，": "整改，",
}
MARKED = st.text("完成整改，、；：。！？…,.;!?”’）》\"' \n\u3000", max_size=20)


@pytest.mark.parametrize(("text", "closed"), CLOSED.items())
def test_a_sentence_is_closed_once(text: str, closed: str) -> None:
    assert close(text) == closed


@given(MARKED)
def test_closing_loses_no_word_and_closes_for_good(text: str) -> None:
    closed = close(text)
    assert [c for c in closed if c in "完成整改”’）》"] == [
        c for c in text if c in "完成整改”’）》"
    ]
    assert close(closed) == closed
    if any(char in "完成整改" for char in text):
        assert is_closed(closed)


@given(st.text("完成整改，、；：。！？…”）", max_size=20))
def test_closing_adds_no_mark_to_another(text: str) -> None:
    closed = close(text)
    doubled = ("，。", "、。", "。。", "；。", "：。", "！。", "？。", "…。", "。”。", "。）。")
    assert not closed.endswith(doubled) or closed in text


def test_another_mark_may_close_a_sentence() -> None:
    assert close("完成整改，", "；") == "完成整改；"


@pytest.mark.parametrize("text", ["如下：", "好。”", "完成；", "（完成。）", "…", "好！ "])
def test_a_sentence_that_leads_on_or_ends_in_a_quotation_is_closed(text: str) -> None:
    assert is_closed(text)


@pytest.mark.parametrize("text", ["", " ", "完成", "完成，", "“完成”", "3.5", "（完成）", "”"])
def test_a_word_a_comma_and_a_quoted_word_close_nothing(text: str) -> None:
    assert not is_closed(text)


@pytest.mark.parametrize("text", CLEAN)
def test_a_clean_sentence_has_no_faults(text: str) -> None:
    assert faults(text) == ()


@pytest.mark.parametrize(("text", "fault"), FAULTY.items())
def test_each_kind_of_fault_is_found(text: str, fault: str) -> None:
    assert fault in faults(text)


@given(st.text())
def test_faults_are_told_of_any_text(text: str) -> None:
    assert all(faults(text))


def test_blanks_are_no_characters() -> None:
    assert characters(" 法治　2023\n年。") == 8
