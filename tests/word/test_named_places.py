"""A template puts a section, a figure or a name of the report wherever it likes."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, cast

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from drafter.model.finding import DrafterError
from drafter.model.report import Piece, PieceKind
from drafter.writers.docx import docx_bytes
from drafter.writers.word.inspection import inspect_template
from tests.making import opened, year_file
from tests.running import drafter
from tests.tools import audit_errors, sdk_errors
from tests.word import reports
from tests.word.templates import EVERYTHING, template
from tests.word.words import all_runs, paragraph_texts

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document
    from docx.oxml.text.paragraph import CT_P

    from drafter.model.report import Report

YEAR = """\
上年: 2022.yaml
数据:
  普法.活动: 3场
  普法.资料: 近1.5万份
  应诉.败诉: 无
  履职清单.收回: 不涉及
  出庭: {开庭: 14宗, 负责人: 12宗}
指标: {园区.宣传: {名: 园区普法活动, 单位: 场}}
不足:
  - 执法力量不足
安排:
  - 充实执法队伍
"""
HEAD = """\
报告: {年度: 2023, 结构: 纲要八章, 数据截至: 2023-11-30, 成文日期: 2024-01-20}
单位: {名称: 某街道, 类型: 街道, 自称: 我街道, 上级: 区委、区政府, 落款: [某街道办事处]}
"""
#: A text box as Word writes it: for itself, and for programs that know only the older form.
BOX = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent><mc:Choice Requires="wps">'
    "<wps:wsp><wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx></wps:wsp></mc:Choice>"
    "<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{text}</w:txbxContent></v:textbox>"
    "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
OWN = """\
报告: {年度: 2023, 结构: 本文件, 成文日期: 2024-01-20}
单位: {名称: 某街道, 类型: 街道, 自称: 我街道, 落款: [某街道办事处]}
指标: {园区.宣传: {名: 园区普法活动, 单位: 场, 来源: 团委}}
章节:
  - 题: 主要工作
    文: 全年工作平稳有序。
"""


@pytest.fixture
def report(tmp_path: Path) -> Report:
    """A report whose last year is known."""
    (tmp_path / "2022.yaml").write_text(
        HEAD.replace("2024-01", "2023-01").replace("2023, 结构", "2022, 结构")
        + "数据: {普法.活动: 2场}\n",
        encoding="utf-8",
    )
    return opened(tmp_path, YEAR, head=HEAD)[0].report


def written(report: Report, path: Path, *, gaps: bool = True, clean: bool = False) -> Document:
    return docx.Document(BytesIO(docx_bytes(report, path, gaps=gaps, clean=clean)))


def above(report: Report, folder: Path, *lines: str) -> list[str]:
    """What `lines` at the head of a template print."""
    texts = paragraph_texts(written(report, template(folder, *lines, "……", *EVERYTHING)))
    return texts[: texts.index("……")]


@pytest.mark.parametrize(
    ("tag", "printed"),
    [
        ("{{ 数.普法.活动 }}", "3场"),
        ("{{ 数.普法.资料 }}", "近1.5万份"),
        ("{{ 数.应诉.败诉 }}", "无"),
        ("{{ 数.履职清单.收回 }}", "不涉及"),
        ("{{ 数.出庭.应诉率 }}", "85.71%"),
        ("{{ 数.园区.宣传 }}", "【待补充：园区普法活动（场）】"),
        ("{{ 上年数.普法.活动 }}", "2场"),
        ("{{ 上年数.普法.资料 }}", "【待补充：普法宣传资料的上年数（份）】"),
        ("{{ 单位 }}、{{ 自称 }}、{{ 上级 }}", "某街道、我街道、区委、区政府"),
        ("{{ 上年度 }}、{{ 年度 }}、{{ 下年度 }}", "2022、2023、2024"),
        ("{{ 数据截至 }}", "2023年11月30日"),
        ("{% if 数.普法.活动 %}有{% else %}无{% endif %}", "有"),
        ("{% if 数.应诉.败诉 %}有{% else %}无{% endif %}", "无"),
        ("{% if 数.园区.宣传 %}有{% else %}无{% endif %}", "无"),
    ],
)
def test_a_figure_or_name_is_printed_where_it_is_asked_for(
    tag: str, printed: str, report: Report, tmp_path: Path
) -> None:
    assert above(report, tmp_path, tag) == [printed]


def test_a_section_is_found_by_number_heading_part_topic_and_the_opening_by_its_own_name(
    report: Report, tmp_path: Path
) -> None:
    first, shortcomings = report.sections[0], next(s for s in report.walk() if "不足" in s.parts)
    told = next(s for s in report.walk() if "普法宣传" in s.topics)
    expected = {
        "一": first,
        first.heading.text: first,
        "一（一）": first.children[0],
        "不足": shortcomings,
        "普法宣传": told,
    }
    loop = ("{{ 段.题文 }}{{ 段.文 }}", "{%p endfor %}")
    for name, section in expected.items():
        lines = above(report, tmp_path, f"{{%p for 段 in 节('{name}') %}}", *loop)
        assert lines[0].startswith(section.number + section.heading.text), name
    lines = above(report, tmp_path, "{%p for 段 in 节('导语') %}", *loop)
    assert lines == [paragraph.text for paragraph in report.lead]


def test_a_section_brings_those_below_it_and_stays_in_the_text(
    report: Report, tmp_path: Path
) -> None:
    section = next(s for s in report.sections if "不足" in s.parts or s.children)
    lines = above(
        report,
        tmp_path,
        f"{{%p for 段 in 节('{section.heading.text}') %}}",
        "{{ 段.题文 }}{{ 段.文 }}",
        "{%p endfor %}",
    )
    assert lines[0] == f"{section.number}{section.heading.text}"
    for child in section.walk():
        assert any(child.heading.text in line for line in lines)
    path = template(tmp_path, *EVERYTHING)
    assert lines[0] in paragraph_texts(written(report, path))


def test_a_template_can_pour_section_by_section(report: Report, tmp_path: Path) -> None:
    pour = ("{{ 段.题文 }}{{ 段.文 }}", "{%p endfor %}")
    names = ["导语", *(section.number.rstrip("、") for section in report.sections)]
    sections = [line for name in names for line in (f"{{%p for 段 in 节('{name}') %}}", *pour)]
    start, end = (
        EVERYTHING.index("{%p for 段 in 正文 %}"),
        EVERYTHING.index("{{ 段.题文 }}{{ 段.文 }}"),
    )
    path = template(tmp_path, *EVERYTHING[:start], *sections, *EVERYTHING[end + 2 :])
    whole = paragraph_texts(written(report, path))
    assert whole == paragraph_texts(written(report, template(tmp_path, *EVERYTHING)))


def test_a_section_that_is_not_there_is_told_with_the_nearest(
    report: Report, tmp_path: Path
) -> None:
    lines = ("{%p for 段 in 节('不住') %}", "{{ 段.文 }}", "{%p endfor %}")
    with pytest.raises(DrafterError) as caught:
        written(report, template(tmp_path, *EVERYTHING, *lines))
    (finding,) = caught.value.findings
    assert (finding.code, finding.spot.line) == ("T115", len(EVERYTHING) + 1)
    assert "“不住”" in finding.message
    assert "“不足”" in finding.remedy


def test_a_section_asked_for_first_may_be_missing(report: Report, tmp_path: Path) -> None:
    lines = (
        "{%p if 节('没有的节') %}",
        "{%p for 段 in 节('没有的节') %}",
        "{{ 段.文 }}",
        "{%p endfor %}",
        "{%p endif %}",
    )
    assert above(report, tmp_path, *lines) == []


@pytest.mark.parametrize(
    ("tag", "code", "hint"),
    [
        ("{{ 数.普法.活勤 }}", "T101", "活动"),
        ("{{ 数.普发.活动 }}", "T101", "普法"),
        ("{{ 上年数.普法.活勤 }}", "T101", "活动"),
        ("{{ 数.普法 }}", "T116", "数.普法."),
        ("{{ 正文 }}", "T116", "for 段 in 正文"),
        ("{{ 节('一') }}", "T116", "for 段 in 节('一')"),
        ("{{ 节 }}", "T112", "节('不足')"),
        ("{{ 节（'一'） }}", "T102", "半角"),
    ],
)
def test_what_cannot_be_printed_is_told_with_a_way_out(
    tag: str, code: str, hint: str, report: Report, tmp_path: Path
) -> None:
    with pytest.raises(DrafterError) as caught:
        written(report, template(tmp_path, *EVERYTHING, tag))
    (finding,) = caught.value.findings
    assert finding.code == code
    assert hint in finding.remedy


def test_a_gap_on_the_cover_is_styled_and_says_who_owes_it(report: Report, tmp_path: Path) -> None:
    path = template(
        tmp_path,
        "封面：{{ 数.园区.宣传 }}，{{ 数.普法.活动 }}",
        *EVERYTHING,
        rows=(("{{ 数.复议.收到 }}", "{{ 数.普法.活动 }}"),),
        header="{{ 数.园区.宣传 }}",
    )
    document = written(report, path)
    assert document.paragraphs[0].text == "封面：【待补充：园区普法活动（场）】，3场"
    styled = [run.text for run in all_runs(document) if run.style.name == "待补充"]
    assert styled[0] == "【待补充：园区普法活动（场）】"
    told = [comment.text for comment in document.comments]
    assert told.count("问题：园区普法活动是多少？\n单位：场") == 1
    assert told.count("问题：全年收到行政复议申请多少件？\n单位：件、宗\n由谁提供：司法局") == 1
    header = document.sections[0].header.paragraphs[0]
    assert [(run.text, run.style.name) for run in header.runs] == [
        ("【待补充：园区普法活动（场）】", "待补充")
    ]
    assert header._p.find(f".//{qn('w:commentReference')}") is None  # noqa: SLF001 - Word lets none
    result = tmp_path / "报告.docx"
    result.write_bytes(docx_bytes(report, path))
    assert audit_errors(result) == []
    assert sdk_errors(result) == []


def test_a_text_box_is_filled_in_both_forms_in_which_word_keeps_it(
    report: Report, tmp_path: Path
) -> None:
    path = template(tmp_path, "甲", *EVERYTHING)
    document = docx.Document(str(path))
    text = "<w:p><w:r><w:t>{{ 数.普法.活动 }}、{{ 数.园区.宣传 }}</w:t></w:r></w:p>"
    box = cast("CT_P", parse_xml(BOX.format(text=text)))
    document.paragraphs[0]._p.append(box)  # noqa: SLF001
    document.save(str(path))
    body = written(report, path).element.body
    boxes = [
        "".join(str(text.text) for text in box.iter(qn("w:t")))
        for box in body.iter(qn("w:txbxContent"))
    ]
    assert boxes == ["3场、【待补充：园区普法活动（场）】"] * 2
    styles = [
        style.get(qn("w:val"))
        for box in body.iter(qn("w:txbxContent"))
        for style in box.iter(qn("w:rStyle"))
    ]
    assert len(styles) == 2
    assert not [
        1 for box in body.iter(qn("w:txbxContent")) for _ in box.iter(qn("w:commentReference"))
    ]
    asks = inspect_template(path, {"普法.活动": "普法活动", "园区.宣传": "园区普法活动"}).asks
    assert [(ask.name, ask.boxed) for ask in asks[0].asks[:2]] == [
        ("数.普法.活动", True),
        ("数.园区.宣传", True),
    ]


def test_where_gaps_drop_out_a_figure_that_is_missing_prints_nothing(tmp_path: Path) -> None:
    report = opened(tmp_path, YEAR.partition("\n")[2], head=HEAD, gaps=False)[0].report
    path = template(tmp_path, "封面：{{ 数.园区.宣传 }}。", *EVERYTHING)
    assert paragraph_texts(written(report, path))[0] == "封面：。"


def test_text_of_a_figure_is_no_markup(tmp_path: Path) -> None:
    odd = Piece(PieceKind.FIGURE, "3<5&{{ 标题 }}件", ("甲.乙",))
    report = replace(reports.one("文"), figures={"甲.乙": odd}, last_figures={"甲.乙": odd})
    path = template(tmp_path, "{{ 数.甲.乙 }}{{ 上年数.甲.乙 }}", *EVERYTHING)
    assert paragraph_texts(written(report, path))[0] == odd.text * 2


def test_an_id_that_another_begins_with_is_printed_too(tmp_path: Path) -> None:
    short, long = (Piece(PieceKind.FIGURE, text, ("甲",)) for text in ("1件", "2件"))
    report = replace(reports.one("文"), figures={"甲.乙": long, "甲": short})
    path = template(tmp_path, "{{ 数.甲 }}、{{ 数.甲.乙 }}", *EVERYTHING)
    assert paragraph_texts(written(report, path))[0] == "1件、2件"


def test_what_only_the_template_asks_for_is_owed_and_stops_a_final_version(tmp_path: Path) -> None:
    year = year_file(tmp_path, "", head=OWN)
    path = template(tmp_path, "封面：{{ 数.园区.宣传 }}", *EVERYTHING)
    ran = drafter("draft", year, "--word", path)
    assert ran.returncode == 0
    assert "待补充1处" in ran.stderr
    assert "团委还欠1项：园区普法活动（场）" in ran.stderr
    (tmp_path / "2023.docx").unlink()
    ran = drafter("draft", year, "--word", path, "--final")
    assert ran.returncode == 1
    assert "没有写出定稿" in ran.stderr
    assert not (tmp_path / "2023.docx").exists()
    year.write_text(OWN + "数据: {园区.宣传: 5场}\n", encoding="utf-8")
    assert drafter("draft", year, "--word", path, "--final").returncode == 0
    texts = paragraph_texts(docx.Document(str(tmp_path / "2023.docx")))
    assert texts[0] == "封面：5场"
