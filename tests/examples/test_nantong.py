"""南通高新区2024: what the published report counts, listed by hand, stands in the draft."""

from __future__ import annotations

from collections import Counter

from drafter.app.opening import open_case
from tests.examples.proving import EXAMPLES, listed, numbers, run_in, statistics

NAME = "nantong-2024"

#: In the order of the published report. Mended: of an approximate count (42800余条) no exact rate
#: can be told, so its 100% is said in words (均已办结). 3166, 1339 and 10850 make up 15355.
PUBLISHED = listed("""
42800 条 over|15355 份 exact|3166 份 exact|1339 份 exact|10850 份 exact|100 % exact|96 % above
""")


def test_every_statistic_is_in_the_draft_with_unit_and_mark_and_none_besides() -> None:
    assert statistics(NAME) == Counter(PUBLISHED)


def test_the_parts_of_the_hotline_make_up_the_whole() -> None:
    figures = open_case(EXAMPLES / NAME / "2024.yaml")[0].answers.figures
    given = {id_: figure.quantity.value for id_, figure in figures.items() if figure.quantity}
    parts = [value for id_, value in given.items() if id_.startswith("诉求.")]
    assert len(parts) == 3
    assert sum(parts) == given["热线.受理"]


def test_what_the_published_report_gets_wrong_is_mended() -> None:
    case, _ = open_case(EXAMPLES / NAME / "2024.yaml")
    paragraphs = [p.text for s in case.report.walk() for p in s.paragraphs]
    text = "".join((case.report.title.text, *paragraphs))
    assert text.startswith("南通高新区2024年")
    assert "法惠民安·治在江海" in text
    assert "网格员上报信息42800余条，均已办结" in text
    assert "飞亚" not in text
    for once in ("纳入年度", "同部署、同推进、同考核", "专题会议", "事项目录", "集体讨论决定"):
        assert text.count(once) <= 1


def test_every_shortcoming_has_its_cause() -> None:
    report = open_case(EXAMPLES / NAME / "2024.yaml")[0].report
    told = [p.text for s in report.sections[1].children for p in s.paragraphs]
    assert [text.count("主要原因是") for text in told] == [1, 1, 1, 1]


def test_the_tree_of_headings_is_that_of_the_published_report() -> None:
    wanted = [
        number
        for chapter, count in zip("一二三四", [6, 4, 5, 4], strict=True)
        for number in (f"{chapter}、", *(f"（{n}）" for n in "一二三四五六"[:count]))
    ]
    assert numbers(NAME) == wanted
    assert run_in(NAME) == {1: {False}, 2: {False}}
