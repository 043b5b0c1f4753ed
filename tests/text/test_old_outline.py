"""A document's paragraphs understood as a report."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.old_report import OldBlock, OldReport, RawDocument, RawParagraph
from drafter.model.spot import Spot
from drafter.readers.documents import read_document
from drafter.text.old_outline import evened, printed, understand

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
needs_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not here")

#: Sample -> headings by level and whether they run in, counted in the published texts.
COUNTS = {
    "000": {(1, False): 3, (2, False): 5, (2, True): 3, (3, True): 15},
    "001": {(1, False): 3, (2, False): 5, (3, True): 13},
    "002": {(1, False): 3, (2, False): 8, (2, True): 3, (3, True): 26},
    "003": {(1, False): 4, (2, False): 19},
    "004": {(1, False): 8, (2, True): 25},
}
TEXT = "全区上下扎实推进，各项任务如期完成。"


def understood(*lines: str | RawParagraph) -> OldReport:
    return understand(raw(*lines))


def raw(*lines: str | RawParagraph) -> RawDocument:
    spot = Spot("a.txt", 1)
    paragraphs = [RawParagraph(line, spot) if isinstance(line, str) else line for line in lines]
    return RawDocument("a.txt", "txt", tuple(paragraphs), dated=date(2024, 2, 1))


def outline(report: OldReport) -> list[tuple[int, str, str, bool]]:
    return [(b.level, b.number, b.heading, b.run_in) for b in report.blocks]


def heading(level: int, number: str, words: str, *, run_in: bool = False) -> object:
    return (level, number, words, run_in)


PARAGRAPH = heading(0, "", "")


def same(block: OldBlock, paragraph: RawParagraph) -> bool:
    """Whether nothing was lost but the 。 of a heading on its own line."""
    back, own = evened(printed(block)), evened(paragraph.text)
    return back == own or (block.level > 0 and not block.text and back + "。" == own)


@needs_samples
@pytest.mark.parametrize("number", COUNTS)
def test_a_sample_has_the_headings_that_were_counted_in_it(number: str) -> None:
    report = understand(read_document(next(SAMPLES.glob(f"{number}_*.txt"))))
    counts = Counter((b.level, b.run_in) for b in report.blocks if b.level)
    assert counts == COUNTS[number]


@needs_samples
@pytest.mark.parametrize("number", COUNTS)
def test_no_paragraph_of_a_sample_is_lost(number: str) -> None:
    document = read_document(next(SAMPLES.glob(f"{number}_*.txt")))
    report = understand(document)
    framed = bool(report.title) + len(report.signatories) + (number == "004")
    body = document.paragraphs[bool(report.title) :][: len(report.blocks)]
    assert len(document.paragraphs) == len(report.blocks) + framed
    assert all(same(b, p) for b, p in zip(report.blocks, body, strict=True))


@needs_samples
def test_the_frame_of_a_sample_is_read() -> None:
    report = understand(read_document(next(SAMPLES.glob("004_*.txt"))))
    assert (report.year, report.issuer, report.dated) == (2023, "龙城街道", date(2023, 12, 6))
    assert len(report.signatories) == 2


def test_headings_run_in_stand_alone_or_are_closed() -> None:
    report = understood(
        "一、主要工作",
        "(一)加强领导,压实责任",
        TEXT,
        f"1．健全机制。{TEXT}",
        f"2、强化督察。{TEXT}",
        "（二）优化服务。",
        TEXT,
        "二、下步打算。",
        f"（一）深化改革。{TEXT}",
    )
    assert outline(report) == [
        heading(1, "一、", "主要工作"),
        heading(2, "（一）", "加强领导，压实责任"),
        PARAGRAPH,
        heading(3, "1.", "健全机制", run_in=True),
        heading(3, "2.", "强化督察", run_in=True),
        heading(2, "（二）", "优化服务"),
        PARAGRAPH,
        heading(1, "二、", "下步打算"),
        heading(2, "（一）", "深化改革", run_in=True),
    ]


def test_a_chapters_name_may_lead_into_its_text_with_a_colon() -> None:
    report = understood(
        TEXT,
        "一、主要做法",
        TEXT,
        "二、存在问题及原因：一是执法人员不足；二是信息化程度不高。",
        "三、2024年工作计划：1.加强队伍建设；2.深化普法宣传。",
    )
    assert outline(report)[1:] == [
        heading(1, "一、", "主要做法"),
        PARAGRAPH,
        heading(1, "二、", "存在问题及原因：", run_in=True),
        heading(1, "三、", "2024年工作计划：", run_in=True),
    ]
    assert report.blocks[3].text == "一是执法人员不足；二是信息化程度不高。"


def test_parts_stand_above_the_chapters_in_them() -> None:
    report = understood(
        TEXT,
        "第一部分　主要举措和成效",
        "一、规范执法",
        "（一）开展检查。全年检查36次。",
        "第二部分　存在的不足",
        "一、执法力量不足",
        TEXT,
    )
    assert outline(report)[1:-1] == [
        heading(1, "第一部分", "主要举措和成效"),
        heading(2, "一、", "规范执法"),
        heading(3, "（一）", "开展检查", run_in=True),
        heading(1, "第二部分", "存在的不足"),
        heading(2, "一、", "执法力量不足"),
    ]
    assert report.blocks[1].published == "第一部分　"


def test_parts_that_a_list_of_contents_names_are_parts_too() -> None:
    parts = ("第一章 主要举措", "第二章 存在的不足")
    report = understood(TEXT, *parts, parts[0], TEXT, parts[1], TEXT)
    assert [b.number for b in report.blocks if b.level] == ["第一章", "第二章"] * 2


@pytest.mark.parametrize(
    "lines",
    [
        ("第一部分 主要举措", TEXT, "一、规范执法", TEXT),
        ("第一部分 主要举措", TEXT, "第三部分 工作安排", TEXT),
        ("第一章规定了原则，第二章规定了职责。", TEXT, "第二章还规定了3项制度。", TEXT),
    ],
)
def test_what_does_not_count_parts_is_no_part(lines: tuple[str, ...]) -> None:
    levels = [block.level for block in understood(TEXT, *lines).blocks]
    assert max(levels) <= 1
    assert levels[1] == 0


def test_a_colon_ends_no_heading_that_tells_something_or_is_no_chapter() -> None:
    lines = (
        "一、2023年，全区共收到意见36条，其中：采纳12条，解释说明24条",
        "（一）主要原因：一是执法人员不足；二是信息化程度不高",
    )
    for line in lines:
        assert not understood(TEXT, line, TEXT).blocks[1].run_in


def test_a_numbered_list_of_sentences_stays_text() -> None:
    lines = [
        "一、成效",
        "1.全年受理申请120件。",
        "2.创新机制，推进改革，优化服务，获得好评。",
        "3.建立台账；",
        "二、打算",
    ]
    report = understood(*lines)
    assert [b.level for b in report.blocks] == [1, 0, 0, 0, 1]
    assert [printed(b) for b in report.blocks] == lines


def test_short_sentences_numbered_on_are_a_list_though_text_follows_the_last() -> None:
    report = understood("（一）加强领导。", "（二）加强监督。", "（三）加强保障。", TEXT)
    assert [b.level for b in report.blocks] == [0, 0, 0, 0]


def test_among_headings_a_long_first_sentence_is_a_heading_too() -> None:
    long = "坚决打赢攻坚战、" + "持续开展专项治理、" * 6 + "形成合力"
    report = understood("一、成效", f"1.{long}。{TEXT}", f"2.健全机制。{TEXT}", f"3.督察。{TEXT}")
    assert outline(report)[1] == heading(3, "1.", long, run_in=True)


def test_enumerations_stay_in_the_text() -> None:
    report = understood("一、不足", "一是力度不够。二是创新不多。")
    assert outline(report)[1] == PARAGRAPH


def test_a_style_makes_a_heading_without_a_number() -> None:
    styled = RawParagraph("组织领导", Spot("a.docx", 2), level=2)
    assert outline(understood("一、成效", styled, TEXT))[1] == heading(2, "", "组织领导")


def test_the_number_outdoes_the_style() -> None:
    styled = RawParagraph("（一）组织领导", Spot("a.docx", 2), level=1)
    assert outline(understood("一、成效", styled, TEXT))[1] == heading(2, "（一）", "组织领导")


def test_formatting_tells_where_a_heading_ends_that_runs_in() -> None:
    words = "(一)压减审批事项30项: "
    styled = RawParagraph(words + TEXT, Spot("a.docx", 2), run_in=len(words) - 1)
    block = understood("一、成效", styled).blocks[1]
    assert (block.heading, block.text) == ("压减审批事项30项：", TEXT)
    assert printed(block) == evened(styled.text)


def test_a_skipped_level_keeps_its_own() -> None:
    report = understood("一、成效", f"1.健全机制。{TEXT}", f"（1）加强领导。{TEXT}")
    assert [b.level for b in report.blocks] == [1, 3, 4]


def test_cells_of_a_table_are_no_headings() -> None:
    cell = RawParagraph("一、合计", Spot("a.docx", 3), table=True)
    assert outline(understood("一、成效", cell))[1] == PARAGRAPH


TITLES = (
    (("某县2023年法治政府建设年度报告",), "某县", 2023),
    (("某县人民政府", "关于2023年度法治政府建设情况的报告"), "某县人民政府", 2023),
    (("某市2022年法治政府建设", "工作总结"), "某市", 2022),
    (("结果公开", "某区管委会关于2020年度法治政府建设工作情况的报告"), "某区管委会", 2020),
    (("法治政府建设情况报告",), "本县", 2023),
)


@pytest.mark.parametrize(("lines", "issuer", "year"), TITLES)
def test_a_title_of_one_or_several_lines_tells_issuer_and_year(
    lines: tuple[str, ...], issuer: str, year: int
) -> None:
    report = understood(*lines, f"2023年，本县坚持依法行政。{TEXT}", "一、成效")
    title = "".join(line for line in lines if line != "结果公开")
    assert (report.title, report.issuer, report.year) == (title, issuer, year)
    assert [d.text for d in report.dropped] == [line for line in lines if line == "结果公开"]


def test_without_a_title_the_opening_tells_issuer_and_year() -> None:
    report = understood(f"2024年，高新区在市委、市政府的坚强领导下，扎实推进。{TEXT}", "一、成效")
    assert (report.title, report.issuer, report.year) == ("", "高新区", 2024)


def test_without_any_year_the_date_tells_it() -> None:
    assert understood("一、成效", TEXT).year == 2023


def test_addressees_and_the_date_below_the_title_are_no_text() -> None:
    report = understood("某县2023年法治政府建设年度报告", "(2024年1月5日)", "县委、县政府:", TEXT)
    assert (report.addressees, report.dated) == ("县委、县政府", date(2024, 1, 5))
    assert len(report.blocks) == 1


BOTH = ("中共某街道工作委员会", "某街道办事处")
SIGN_OFFS = (
    (("某县司法局", "2024年1月5日"), ("某县司法局",)),
    ((*BOTH, "二〇二四年一月五日"), BOTH),
    (("\u3000\u3000".join(BOTH), "2024年1月5日"), BOTH),
    (("某县司法局  2024年1月5日",), ("某县司法局",)),
    (("2024 年 1 月 5 日",), ()),
)


@pytest.mark.parametrize(("lines", "names"), SIGN_OFFS)
def test_the_sign_off_is_offices_and_a_date(lines: tuple[str, ...], names: tuple[str, ...]) -> None:
    report = understood("一、成效", TEXT, *lines)
    assert (report.signatories, report.dated) == (names, date(2024, 1, 5))
    assert len(report.blocks) == 2


def test_an_office_without_a_date_signs_too() -> None:
    report = understood("一、成效", TEXT, "某县人民政府")
    assert report.signatories == ("某县人民政府",)


def test_what_follows_the_date_is_kept() -> None:
    report = understood("一、成效", TEXT, "某县司法局", "2024年1月5日", "（一式三份）")
    assert report.blocks[-1].text == "（一式三份）"


PARTS = """
一、 （一） (2) 1. 2、 十、 加强领导 ， 。 ； ： 120件 ( ) " 优化服务 2023年 一是 ABC , ！ ”
某县司法局 2024年1月5日
"""
LINES = (
    st.lists(st.sampled_from([*PARTS.split(), " ", "\u3000"]), min_size=1, max_size=12)
    .map("".join)
    .filter(evened)
)


@st.composite
def paragraphs(draw: st.DrawFn) -> RawParagraph:
    text = draw(LINES)
    return RawParagraph(
        text,
        Spot("a.docx", 1),
        level=draw(st.sampled_from([None, 0, 1, 2, 3, 4])),
        run_in=draw(st.integers(0, len(text))),
        table=draw(st.booleans()),
    )


@given(st.lists(paragraphs(), max_size=8))
def test_whatever_the_paragraphs_nothing_of_the_body_is_lost(body: list[RawParagraph]) -> None:
    # A first and a last sentence keep what is between them out of title and sign-off.
    report = understood(TEXT + TEXT, *body, TEXT)
    assert len(report.blocks) == len(body) + 2
    assert all(same(b, p) for b, p in zip(report.blocks[1:-1], body, strict=True))
