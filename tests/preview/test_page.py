"""The preview page: what it says, and that a person's words are never anything else."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from drafter.app.checking import check
from drafter.app.draft import draft
from drafter.app.preview import collected, design
from drafter.model.chart import Bar, Chart, Series
from drafter.model.figure_row import FigureSheet
from drafter.model.finding import DrafterError, Finding, Severity
from drafter.model.placed import Placed
from drafter.model.preview import Design, Preview
from drafter.model.quantity import Mark
from drafter.model.report import Gap, Paragraph, Piece, PieceKind, Report, Section, Sentence
from drafter.model.spot import Spot
from drafter.writers.blocks import Style, blocks
from drafter.writers.outline import outline_json
from drafter.writers.preview import broken, page
from drafter.writers.preview.drawing import drawing
from tests.making import year_file
from tests.preview.looking import MARKUP, everything
from tests.preview.parsing import bars, card, chip, columns, listed, marks, previewed, printed

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(
    path for path in (ROOT / "examples").glob("*/20*.yaml") if path.parent.name != "last"
)
KINDS = ("gap", "jump", "carried", "found")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_the_paper_says_word_for_word_what_every_other_format_prints(path: Path) -> None:
    shown, document = previewed(path)
    body = [block for block in blocks(shown.report) if block.text]
    title = [block.text for block in body if block.style is Style.TITLE]
    rest = [block.text for block in body if block.style is not Style.TITLE]
    assert printed(document) == ["".join(title), *rest]
    (heading,) = document.iter("h1")
    assert list(heading.itertext()) == title


def test_the_counts_are_those_of_the_outline_and_of_the_check(tmp_path: Path) -> None:
    path = everything(tmp_path)
    shown, document = previewed(path)
    outlined = outline_json(shown.report)
    assert chip(document, "gap") == len(outlined["gaps"]) > 10  # type: ignore[arg-type]
    assert chip(document, "found") == len(check(path).findings) > 3
    assert [chip(document, kind) for kind in KINDS] == [
        len(listed(document, kind)) for kind in KINDS
    ]
    assert (chip(document, "jump"), chip(document, "carried")) == (1, 1)


def test_every_gap_stands_in_the_text_and_in_the_list_with_who_owes_it(tmp_path: Path) -> None:
    shown, document = previewed(everything(tmp_path))
    texts = [stop.text_content() for stop in marks(document, "gap")]
    lines = [" ".join(line.text_content().split()) for line in listed(document, "gap")]
    for gap, line in zip(shown.report.gaps, lines, strict=True):
        assert f"【待补充：{gap.label}】" in texts
        assert gap.label in line
        assert (f"由{gap.supplier}提供" if gap.supplier else "自己填写") in line


def test_a_gap_about_a_figure_that_is_there_says_what_is_wrong_and_names_the_figure(
    tmp_path: Path,
) -> None:
    text = (
        "数据: {普法.活动: 36场, 普法.横幅: 无}\n"
        "亮点: {普法宣传: ['办{{普法.活动}}，{{普法.活动 | 同比}}，挂{{普法.横幅}}']}\n"
    )
    _, document = previewed(year_file(tmp_path, text))
    stops = {stop.text_content(): card(document, stop) for stop in marks(document, "gap")}
    last = stops["【待补充：普法活动的上年数（场）】"]
    mend = stops["【待补充：普法宣传横幅填的是“无”，请改写这句话】"]
    assert "在上年的问卷里填上" in last
    assert "改写这句话，或者在“数据”里填上数" in mend
    for told, id_ in ((last, "普法.活动"), (mend, "普法.横幅")):
        assert "自己填写" in told
        assert id_ in told
        assert f".{id_}" not in told


def test_the_outline_counts_the_gaps_of_each_section_and_below(tmp_path: Path) -> None:
    shown, document = previewed(everything(tmp_path))
    told = [
        (link.findtext("span"), link.xpath("string(span[contains(@class, 'gaps')])"))
        for link in document.xpath("//nav//a")
    ]
    expected = []
    for section in shown.report.walk():
        pieces = [
            piece
            for one in section.walk()
            for sentence in (one.heading, *(s for p in one.paragraphs for s in p.sentences))
            for piece in sentence.pieces
        ]
        ids = {piece.gap.id for piece in pieces if piece.gap}
        expected.append((section.number + section.heading.text, f"缺{len(ids)}" if ids else ""))
    assert told == [*expected, ("附件：主要数据图", "")]


def test_last_years_words_are_marked_in_the_sections_that_the_outline_names(
    tmp_path: Path,
) -> None:
    shown, document = previewed(everything(tmp_path))
    (stop,) = marks(document, "carried")
    assert stop.text_content() == "设立“办不成事”反映窗口，群众少跑腿。"
    (line,) = listed(document, "carried")
    assert shown.report.carried[0].name in line.text_content()
    assert "还没有人确认" in card(document, stop)


def test_every_finding_is_told_with_its_remedy_and_those_in_the_text_stand_there(
    tmp_path: Path,
) -> None:
    shown, document = previewed(everything(tmp_path))
    lines = [" ".join(line.text_content().split()) for line in listed(document, "found")]
    for finding in shown.findings:
        message = " ".join(finding.message.split())
        told = [line for line in lines if message in line and finding.code in line]
        assert any(finding.remedy in line for line in told)
    assert "错误" in lines[0]
    cards = [card(document, stop) for stop in marks(document, "found")]
    for one in shown.placed:
        assert any(one.finding.message in text for text in cards)


def test_a_figure_far_from_last_years_is_marked_and_its_card_tells_all_there_is(
    tmp_path: Path,
) -> None:
    _, document = previewed(everything(tmp_path))
    (stop,) = marks(document, "jump")
    told = card(document, stop)
    assert stop.text_content() == "300场"
    for words in (
        "普法活动 300场与上年相差大",
        "上年28场",
        "变化增长971.43%",
        "来源区司法局",
        "数据截至2023年11月30日",
        "备注含线上",
        "填在2023.yaml 第6行",
        "问卷里叫普法.活动",
        "历年",
    ):
        assert words in told
    assert stop.get("data-origin") == "亮点，2023.yaml 第20行"


def test_a_doubt_that_the_year_file_settles_is_not_counted(tmp_path: Path) -> None:
    path = everything(tmp_path)
    text = path.read_text(encoding="utf-8") + "忽略: {F302: 今年含线上}\n"
    path.write_text(text, encoding="utf-8")
    _, document = previewed(path)
    assert chip(document, "jump") == 0
    assert marks(document, "jump") == []
    (stop,) = [s for s in document.xpath("//*[@data-card]") if s.text_content() == "300场"]
    assert "（已说明：今年含线上）" in card(document, stop)


def test_a_computed_figure_tells_its_formula_and_a_given_one_where_it_went_into(
    tmp_path: Path,
) -> None:
    _, document = previewed(everything(tmp_path))
    stops = {s.text_content(): s for s in document.xpath("//*[@data-card]")}
    assert "怎么算的调解.成功 / 调解.受理" in card(document, stops["99.01%"])
    assert "（用于计算）" in card(document, stops["1198宗"])


def test_bars_are_as_long_as_the_values_and_other_units_have_none(tmp_path: Path) -> None:
    _, document = previewed(everything(tmp_path))
    stops = {s.text_content(): s for s in document.xpath("//*[@data-card]")}
    activity = [("2021年", "8%"), ("2022年", "9%"), ("2023年", "100%")]
    assert bars(document, stops["300场"]) == activity
    money = [("2021年", ""), ("2022年", "86%"), ("2023年", "100%")]
    assert bars(document, stops["1141.95万元"]) == money
    assert "76件（单位不同）" in card(document, stops["1141.95万元"])


def test_the_annex_draws_the_years_as_high_as_their_values(tmp_path: Path) -> None:
    _, document = previewed(everything(tmp_path))
    leaflets, services = columns(document)
    assert [column[:2] for column in leaflets] == [("2022年", "12000"), ("2023年", "近15000")]
    assert leaflets[0][2] / leaflets[1][2] == pytest.approx(12000 / 15000, abs=0.01)
    assert [column[:2] for column in services] == [
        ("2021年", "19800"),
        ("2022年", "25100"),
        ("2022年", "8100"),
        ("2023年", "26280"),
        ("2023年", "9208"),
    ]
    highest = services[3][2]
    for _, label, height in services:
        assert height / highest == pytest.approx(int(label) / 26280, abs=0.01)
    assert [name.text_content().strip() for name in document.xpath("//ul[@class='legend']/li")] == [
        "政务服务业务",
        "网上申办业务",
    ]


def test_the_annex_stands_behind_the_sign_off_which_announces_it_as_in_word(
    tmp_path: Path,
) -> None:
    path = everything(tmp_path)
    _, document = previewed(path)
    paper = printed(document)
    assert paper[-3:] == ["附件：主要数据图", "清河街道办事处", "【待补充：成文日期】"]
    draft(path, tmp_path / "draft.docx")
    words = [p.text.strip() for p in Document(str(tmp_path / "draft.docx")).paragraphs]
    there = [text for text in words if text]
    assert [text for text in paper if text in there][-3:] == paper[-3:]
    annex = [" ".join(part.text_content().split()) for part in document.xpath("//*[@id='annex']/*")]
    assert annex[:2] == there[-2:] == ["附件", "主要数据图"]


def test_a_chart_that_nobody_asked_for_leaves_no_trace(tmp_path: Path) -> None:
    path = everything(tmp_path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("图表:")], encoding="utf-8")
    _, document = previewed(path)
    assert "主要数据图" not in document.text_content()
    assert document.xpath("//*[@id='annex'] | //figure") == []


@given(st.lists(st.decimals(-9999, 9999, places=2), min_size=1, max_size=6), st.integers(1, 8))
def test_every_value_of_a_chart_has_its_column_inside_the_picture(
    values: list[Decimal], figures: int
) -> None:
    drawn = tuple(Bar(2020 + at, value, str(value), Mark.OVER) for at, value in enumerate(values))
    series = tuple(Series(str(n), f"甲{n}", drawn) for n in range(figures))
    made = drawing(Chart("办案", "件", series))
    assert sorted(column.label for column in made.columns) == sorted(
        f"{value}余" for value in values for _ in series
    )
    highest = max(Decimal(0), *values)
    edges = []
    for column in made.columns:
        assert 0 < column.top <= column.top + column.height == made.base < made.height
        left, width = float(column.left[:-1]), float(column.width[:-1])
        edges.append((left, left + width))
    assert all(0 <= left < right <= 100 for left, right in edges)
    assert all(one[1] <= other[0] + 0.02 for one, other in pairwise(edges))
    tallest = max(column.height for column in made.columns)
    assert (tallest > made.base / 2) == (highest > 0)
    for column in made.columns:
        value = Decimal(column.label.removesuffix("余"))
        share = max(Decimal(0), value) / (highest or 1)
        assert abs(column.height - share * tallest) <= 1


def test_a_year_further_back_that_cannot_be_read_is_told_and_last_years_only_once(
    tmp_path: Path,
) -> None:
    path = everything(tmp_path)
    (tmp_path / "2021.yaml").unlink()
    shown, _ = previewed(path)
    assert [f.code for f in shown.loose if "读不了" in f.message] == ["B111"]
    (tmp_path / "2022.yaml").unlink()
    shown, document = previewed(path)
    assert [f.code for f in shown.loose if "读不了" in f.message] == ["Q207"]
    assert document.xpath("//rect") == []
    assert [f.code for f in shown.loose if "没有画进图表" in f.message] == ["O221"] * 3


def test_the_page_asks_for_nothing_and_may_run_its_own_script_alone(tmp_path: Path) -> None:
    path = everything(tmp_path)
    source = page(collected(path), design())
    document = html.document_fromstring(source)
    policy = document.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for name in ("script", "style"):
        (element,) = document.iter(name)
        text = str(element.text)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert re.findall(r"(?:https?:)?//[a-z]", source.replace("</", "")) == []
    reaching = "//@style | //@src | //link | //iframe | //@*[starts-with(name(), 'on')]"
    assert document.xpath(reaching) == []
    assert not re.search(r"eval|innerHTML|outerHTML|insertAdjacent|document\.write", source)


def test_the_page_names_no_folder_of_the_computer(tmp_path: Path) -> None:
    source = page(collected(everything(tmp_path)), design())
    assert str(tmp_path) not in source
    assert str(ROOT) not in source
    assert "topics/" in source


def test_markup_in_a_highlight_is_text(tmp_path: Path) -> None:
    _, document = previewed(everything(tmp_path))
    assert any(MARKUP in text for text in printed(document))
    assert len(list(document.iter("script"))) == 1
    assert document.xpath("//article//b | //article//script") == []


#: What YAML can hold and HTML can say. Short, since the list quotes only the first 40 characters.
_CHARACTERS = st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn"))
_WORDS = st.text(_CHARACTERS | st.sampled_from("<>&\"'/{}%#"), min_size=1, max_size=9).map(
    lambda text: f"“{text}”"
)
_DESIGN = design()


def _preview(words: str) -> Preview:
    """A page that says the same words in every place that can hold a person's words."""
    spot = Spot("2023.yaml", 1)
    gap = Gap("缺.数", words, words, (words,), words, words)
    text = Piece(PieceKind.TEXT, words)
    missing = Piece(PieceKind.GAP, f"【待补充：{words}】", ("缺.数",), gap)
    sentence = Sentence((text, missing, Piece(PieceKind.CARRIED, words)), words, spot)
    heading = Sentence((text,), "题目", spot)
    finding = Finding("F999", "fault", Severity.ERROR, spot, words, words, words, words)
    report = Report(
        title=heading,
        year=2023,
        profile=words,
        addressees=words,
        lead=(Paragraph((sentence,)),),
        sections=(Section("", 1, "一、", heading, False, (Paragraph((sentence,)),), ()),),  # noqa: FBT003
        signatories=(words,),
        dated=None,
        gaps=(gap,),
        unused=(),
    )
    placed = (Placed(finding, 1, 0, len(words)), Placed(finding, 3, 0, 0))
    sheet = FigureSheet(words, 2023, words, None, None, (), (), 1)
    drawn = Bar(2023, Decimal(5), words, Mark.EXACT)
    chart = Chart(words, words, (Series(words, words, (drawn,)), Series("乙", words, (drawn,))))
    return Preview(words, report, sheet, placed, (finding,), {}, {}, (), (chart,))


@cache
def _plain() -> html.HtmlElement:
    return html.document_fromstring(page(_preview("“平常”"), _DESIGN))


@settings(max_examples=60)
@given(_WORDS)
def test_any_text_is_found_as_text_and_makes_no_element(words: str) -> None:
    plain, told = _plain(), html.document_fromstring(page(_preview(words), _DESIGN))
    tags = [element.tag for element in plain.iter()]
    assert [element.tag for element in told.iter()] == tags
    assert printed(told) == [text.replace("“平常”", words) for text in printed(plain)]
    texts = [t.replace("“平常”", words) for t in plain.itertext()]
    assert list(told.itertext()) == texts
    attributes = [a.replace("“平常”", words) for e in plain.iter() for a in e.attrib.values()]
    assert [value for element in told.iter() for value in element.attrib.values()] == attributes


@given(_WORDS)
@settings(max_examples=30)
def test_the_page_for_a_broken_file_holds_any_text_as_text_too(words: str) -> None:
    finding = Finding("Q001", "fault", Severity.ERROR, Spot(words, 3), words, words)
    document = html.document_fromstring(broken(words, (finding,), (), _DESIGN))
    (item,) = document.iter("li")
    assert item.text_content() == f"错误 {words}怎么改：{words}Q001，{words} 第3行"


def test_a_year_file_without_gaps_findings_or_last_year_says_so(tmp_path: Path) -> None:
    report = replace(collected(year_file(tmp_path, "")).report, gaps=())
    shown = replace(_preview("无"), report=report, placed=(), loose=())
    document = html.document_fromstring(page(shown, design()))
    chips = document.xpath("//button[@data-kind]")
    assert [chip.get("disabled") is not None for chip in chips] == [True] * 4
    assert "检查也没有发现问题" in document.text_content()


def test_what_is_found_in_a_headings_number_or_of_a_whole_paragraph_can_be_opened_there() -> None:
    shown = _preview("话")
    (finding,) = shown.loose
    placed = (Placed(finding, 2, 0, 1), Placed(finding, 3, 0, 0))
    document = html.document_fromstring(page(replace(shown, placed=placed), _DESIGN))
    flags = document.xpath("//article//button")
    assert [flag.getparent().tag for flag in flags] == ["h2", "p"]
    assert all("错误 话" in card(document, flag) for flag in flags)
    links = document.xpath("//li[@data-kind='found']/a/@href")
    assert links == [f"#{flag.get('id')}" for flag in flags]


def test_an_office_may_restyle_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    style = tmp_path / "templates" / "preview" / "style.css"
    style.write_text("body { color: teal; }\r\n", encoding="utf-8", newline="")
    monkeypatch.setenv("DRAFTER_TEMPLATES", str(tmp_path / "templates"))
    source = page(collected(year_file(tmp_path, "")), design())
    assert "<style>body { color: teal; }\n</style>" in source


def test_an_offices_templates_from_before_the_preview_get_the_programs_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(
        ROOT / "templates", tmp_path / "templates", ignore=shutil.ignore_patterns("preview")
    )
    monkeypatch.setenv("DRAFTER_TEMPLATES", str(tmp_path / "templates"))
    assert "某街道办事处" in page(collected(year_file(tmp_path, "")), design())


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("page", "{% if %}"),
        ("page", "{{ nothing_of_ours }}"),
        ("page", "{{ title.__class__.__mro__ }}"),
        ("script", "'</SCRIPT>'"),
        ("style", "/* <!-- */"),
    ],
)
def test_a_template_that_cannot_be_used_is_told_and_reaches_nothing(
    tmp_path: Path, part: str, text: str
) -> None:
    shown = collected(year_file(tmp_path, ""))
    looks: Design = replace(design(), **{part: text})
    with pytest.raises(DrafterError) as told:
        page(shown, looks)
    assert told.value.findings[0].code == "O401"
    assert f"preview/{part}" in str(told.value.findings[0].spot)
