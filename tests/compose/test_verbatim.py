"""Own text as it stands: numbers of its own, 照录, several lead paragraphs, braces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.making import opened

if TYPE_CHECKING:
    from pathlib import Path

_HEAD = """\
报告: {年度: 2023, 结构: 本文件, 接排: 无%s}
单位: {名称: 某街道, 类型: 街道}
"""


def _lines(folder: Path, text: str, more: str = "") -> list[str]:
    case, _ = opened(folder, text, head=_HEAD % more)
    lead = [paragraph.text for paragraph in case.report.lead]
    for section in case.report.walk():
        lead += [section.number + section.heading.text, *(p.text for p in section.paragraphs)]
    return lead


def test_a_section_may_have_a_number_of_its_own_or_none(tmp_path: Path) -> None:
    sections = (
        "章节: [{题: 甲, 号: 五、, 文: 子。}, {题: 乙, 号: 无, 文: 丑。}, {题: 丙, 文: 寅。}]\n"
    )
    assert _lines(tmp_path, sections) == ["五、甲", "子。", "乙", "丑。", "三、丙", "寅。"]


def test_its_own_number_shows_a_sections_level(tmp_path: Path) -> None:
    sections = "章节: [{题: 甲, 节: [{题: 乙, 号: 1., 节: [{题: 丙, 文: 寅。}]}]}]\n"
    case, _ = opened(tmp_path, sections, head=_HEAD % "")
    shown = [(section.number, section.level) for section in case.report.walk()]
    assert shown == [("一、", 1), ("1.", 3), ("（1）", 4)]


def test_verbatim_text_gets_no_mark_and_an_empty_section_stays(tmp_path: Path) -> None:
    text = "导语: 情况如下\n章节: [{题: 甲；, 文: [落地，, 见效]}, {题: 乙}]\n"
    as_it_stands = ["情况如下", "一、甲；", "落地，", "见效", "二、乙"]
    assert _lines(tmp_path, text, ", 照录: 是") == as_it_stands
    assert _lines(tmp_path, text)[:4] == ["情况如下。", "一、甲", "落地。", "见效。"]


def test_a_lead_may_have_several_paragraphs(tmp_path: Path) -> None:
    assert _lines(tmp_path, "导语: [第一段, 第二段]\n章节: []\n") == ["第一段。", "第二段。"]


def test_braces_in_quotes_are_printed(tmp_path: Path) -> None:
    text = "章节:\n  - 题: 甲\n    文: \"写{{'{'}}{{'{'}}甲{{'}'}}{{'}'}}。\"\n"
    assert _lines(tmp_path, text) == ["一、甲", "写{{甲}}。"]
