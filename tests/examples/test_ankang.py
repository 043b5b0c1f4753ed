"""安康高新区2020: what the published report counts, listed by hand from it, stands in the draft."""

from __future__ import annotations

from collections import Counter

from drafter.app.opening import open_case
from tests.examples.proving import EXAMPLES, listed, numbers, run_in, statistics

NAME = "ankang-2020"

#: In the order of the published report. Mended: 18余次 is 18次; 近1.5万余份 is 近1.5万份; 83% and
#: 96.3% are shares of the matters; the 13个 orders handed on are 件 like the 4305; 5份 normative
#: documents are 件; 按期办结率和群众满意率 are two rates of 100%. Left out: 抓获网上逃犯37万, whose
#: text is lost. Computed: 97.2% (247 of 254) as published, and the 答复率 of 100% (3 of 3), which
#: the program adds. Not in this list, for it is printed with its word: 同比下降11.46%.
PUBLISHED = listed("""
83 % exact|92 项 exact|274 项 exact|423 项 exact|240 项 exact|34 项 exact|200 项 exact
22 个工作日 exact|55 个工作日 exact|33 项 exact|146 项 exact|99.12 % exact|96.3 % exact
70 家 over|167 家 exact|685 项 exact|51 人次 exact|13 件 exact|4305 件 exact
100 % exact|100 % exact|18 次 exact|100 个 over|80 次 over|2 个 exact|2 家 exact|3 名 exact
17 名 exact|5 件 exact|24 个 exact|2709 条 exact|3 件 exact|3 件 exact|100 % exact|75 件 exact
100 % exact|7 个 exact|14 项 exact|4220000 条 exact|112991 条 exact|850 批次 over|98 % above
363 件 exact|2 件 exact|10 件 exact|100 % exact|51 名 exact|7000000 元 over|254 条 exact
247 条 exact|97.2 % exact|35 起 exact|92 人 exact|68 人 exact|84 人 exact|4096500 元 exact
3 处 exact|200 条 over|35000 份 exact|30000 份 exact|200 本 exact|6 家 exact|2 次 above|40 家 exact
5 大项 exact|40 件 exact|11 个 exact|20 场次 over|4000 人次 over|40 个课时 exact
100 条 over|15000 份 near
""")


def text() -> str:
    case, _ = open_case(EXAMPLES / NAME / "2020.yaml")
    return "".join(p.text for s in case.report.walk() for p in s.paragraphs)


def test_every_statistic_is_in_the_draft_with_unit_and_mark_and_none_besides() -> None:
    assert statistics(NAME) == Counter(PUBLISHED)


def test_the_fall_of_petitions_is_computed_from_last_years_file() -> None:
    assert "信访事项363件，同比下降11.46%" in text()


def test_the_number_whose_text_is_lost_is_nowhere() -> None:
    assert "37万" not in text()


def test_phrases_are_those_of_the_documents_date() -> None:
    case, _ = open_case(EXAMPLES / NAME / "2020.yaml")
    lead = "".join(paragraph.text for paragraph in case.report.lead)
    assert "党的十九大和十九届二中、三中、四中、五中全会精神" in lead
    assert "习近平法治思想" in lead


def test_the_tree_of_headings_is_that_of_the_published_report() -> None:
    third = [3, 6, 2, 3, 3, 3, 4, 2]
    below = [
        number
        for section, count in zip("一二三四五六七八", third, strict=True)
        for number in (f"（{section}）", *(f"{n}." for n in range(1, count + 1)))
    ]
    assert numbers(NAME) == ["一、", *below, "二、", "三、", "（一）", "（二）", "（三）"]
    assert run_in(NAME) == {1: {False}, 2: {False, True}, 3: {True}}
