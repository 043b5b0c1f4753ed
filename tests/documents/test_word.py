from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt

from drafter.readers.documents import read_document
from tests.documents.making import LEAD, p, r, raw_docx, texts

if TYPE_CHECKING:
    from pathlib import Path

    from docx.text.run import Run


def level(n: int, form: str, text: str, extra: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def listed(text: str, n: int, num: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{n}"/><w:numId w:val="{num}"/></w:numPr>')


LEVELS = (
    level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimal", "（%4）")
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="7">{LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def in_font(run: Run, font: str) -> Run:
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)  # noqa: SLF001
    return run


def test_automatic_numbers_read_as_they_are_printed(tmp_path: Path) -> None:
    body = "".join(
        listed(text, n) for text, n in (("甲", 0), ("乙", 1), ("丙", 1), ("丁", 2), ("戊", 3))
    )
    body += listed("己", 0) + listed("庚", 1)
    path = raw_docx(tmp_path, body, numbering=NUMBERING)
    assert texts(path) == [
        "一、甲",
        "（一）乙",
        "（二）丙",
        "1.丁",
        "（1）戊",
        "二、己",
        "（一）庚",
    ]


def test_a_list_that_is_restarted_begins_at_one_again(tmp_path: Path) -> None:
    body = listed("甲", 0) + listed("乙", 0) + listed("丙", 0, num=2) + listed("丁", 0, num=2)
    path = raw_docx(tmp_path, body, numbering=NUMBERING)
    assert texts(path) == ["一、甲", "二、乙", "一、丙", "二、丁"]


def test_a_style_numbers_its_paragraphs(tmp_path: Path) -> None:
    numbering = NUMBERING.replace("<w:suff", '<w:pStyle w:val="Sec"/><w:suff', 2).replace(
        '<w:pStyle w:val="Sec"/>', "", 1
    )
    styles = (
        '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="base"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sec"><w:name w:val="节"/>'
        '<w:basedOn w:val="Base"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = p("甲", '<w:pStyle w:val="Sec"/>') + p("乙", '<w:pStyle w:val="Sec"/>')
    body += p("丙", '<w:pStyle w:val="Sec"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    document = read_document(raw_docx(tmp_path, body, numbering=numbering, styles=styles))
    assert [(one.text, one.level) for one in document.paragraphs] == [
        ("（一）甲", 2),
        ("（二）乙", 2),
        ("丙", 2),
    ]


@pytest.mark.parametrize(
    ("form", "third", "twelfth"),
    [
        ("chineseCounting", "三", "十二"),
        ("japaneseCounting", "三", "十二"),
        ("ideographDigital", "三", "一二"),
        ("decimalEnclosedCircle", "③", "⑫"),
        ("decimalFullWidth", "３", "１２"),
        ("chineseLegalSimplified", "叁", "拾贰"),
        ("ideographTraditional", "丙", "乙"),
        ("upperRoman", "III", "XII"),
        ("lowerLetter", "c", "l"),
        ("decimalZero", "03", "12"),
        ("bullet", "", ""),
    ],
)
def test_each_number_format_is_resolved(
    tmp_path: Path, form: str, third: str, twelfth: str
) -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="7">{level(0, form, "%1")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    )
    path = raw_docx(tmp_path, listed("项", 0) * 12, numbering=numbering)
    assert (texts(path)[2], texts(path)[11]) == (f"{third}项", f"{twelfth}项")


def test_tracked_changes_read_as_accepted(tmp_path: Path) -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del>'
    gone = '<w:moveFrom w:id="3"><w:r><w:t>移走</w:t></w:r></w:moveFrom>'
    come = f'<w:moveTo w:id="4">{r("移来")}</w:moveTo>'
    body = f'<w:p>{r("共")}{deleted}<w:ins w:id="2">{r("新")}</w:ins>{r("件")}{gone}{come}</w:p>'
    assert texts(raw_docx(tmp_path, body)) == ["共新件移来"]


def test_a_deleted_paragraph_mark_joins_the_paragraphs(tmp_path: Path) -> None:
    body = p("前半，", '<w:rPr><w:del w:id="1"/></w:rPr>') + p("后半。") + p("另一段。")
    assert texts(raw_docx(tmp_path, body)) == ["前半，后半。", "另一段。"]


def test_comments_notes_and_instructions_are_no_text_but_results_are(tmp_path: Path) -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("786")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    marks = '<w:r><w:commentReference w:id="0"/><w:footnoteReference w:id="1"/></w:r>'
    body = f"<w:p>{r('收到')}{field}{r('件')}{marks}</w:p>"
    comments = f'<w:comment w:id="0">{p("请核实")}</w:comment>'
    document = read_document(raw_docx(tmp_path, body, comments=comments))
    assert [one.text for one in document.paragraphs] == ["收到786件"]
    assert [(one.text, one.reason) for one in document.dropped] == [("请核实", "批注")]


def test_content_controls_and_links_are_read_and_contents_dropped(tmp_path: Path) -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    body = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{p('甲 1')}</w:sdtContent></w:sdt>"
    body += f"<w:sdt><w:sdtContent>{p('控件里的段落')}</w:sdtContent></w:sdt>"
    body += f"<w:p>{r('见')}<w:hyperlink>{r('链接')}</w:hyperlink></w:p>"
    document = read_document(raw_docx(tmp_path, body))
    assert [one.text for one in document.paragraphs] == ["控件里的段落", "见链接"]
    assert [one.reason for one in document.dropped] == ["目录"]


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{p('框里的字')}</w:txbxContent>"
    drawing = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent>"
    )
    body = f"<w:p>{r('段落')}<w:r>{drawing}</w:r></w:p>"
    assert texts(raw_docx(tmp_path, body)) == ["段落", "框里的字"]


def test_soft_breaks_between_paragraphs_part_them_and_inside_one_do_not(tmp_path: Path) -> None:
    br = "<w:r><w:br/></w:r>"
    body = f"<w:p>{r('第一段。')}{br}{r('二、标题')}{br}{r('没完')}{br}{r('接着说。')}</w:p>"
    assert texts(raw_docx(tmp_path, body)) == ["第一段。", "二、标题 没完 接着说。"]


def test_a_soft_break_behind_a_comma_leaves_no_blank(tmp_path: Path) -> None:
    br = "<w:r><w:br/></w:r>"
    last = "<w:r><w:br/><w:t>修改3件。</w:t></w:r>"
    body = f"<w:p>{r('出台文件12件，')}{br}{r('废止5件、')}{last}</w:p>"
    assert texts(raw_docx(tmp_path, body)) == ["出台文件12件，废止5件、修改3件。"]


def test_cells_are_told_from_paragraphs(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "项目", "786件"
    table.cell(0, 1).add_table(rows=1, cols=1).cell(0, 0).text = "内表"
    document.add_paragraph(LEAD)
    document.add_table(rows=1, cols=1).cell(0, 0).text = "另一张"
    path = tmp_path / "表.docx"
    document.save(str(path))
    found = [(one.text, one.table) for one in read_document(path).paragraphs]
    assert found == [("项目", 1), ("786件", 1), ("内表", 1), (LEAD, 0), ("另一张", 2)]


def test_built_in_styles_tell_title_and_levels(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("某区2023年法治政府建设年度报告", 0)
    document.add_heading("一、主要举措", 1)
    document.add_heading("（一）依法决策", 2)
    document.add_paragraph(LEAD)
    path = tmp_path / "样式.docx"
    document.save(str(path))
    found = [(one.title, one.level) for one in read_document(path).paragraphs]
    assert found == [(True, None), (False, 1), (False, 2), (False, None)]


def test_a_lone_first_heading_is_the_title_and_the_others_move_up(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("某区2023年法治政府建设年度报告", 1)
    document.add_heading("主要举措", 2)
    document.add_paragraph(LEAD)
    path = tmp_path / "标题1.docx"
    document.save(str(path))
    found = [(one.title, one.level) for one in read_document(path).paragraphs]
    assert found == [(True, None), (False, 1), (False, None)]


def test_fonts_tell_headings_run_in_headings_and_the_title(tmp_path: Path) -> None:
    document = Document()
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run("某区年度报告").font.size = Pt(22)
    in_font(document.add_paragraph().add_run("主要举措"), "黑体")
    in_font(document.add_paragraph().add_run("依法决策"), "楷体_GB2312")
    run_in = document.add_paragraph()
    in_font(run_in.add_run("（一）健全"), "楷体_GB2312")
    in_font(run_in.add_run("制度。"), "楷体_GB2312")
    in_font(run_in.add_run(LEAD * 3), "仿宋_GB2312")
    in_font(document.add_paragraph().add_run(LEAD), "仿宋_GB2312")
    path = tmp_path / "字体.docx"
    document.save(str(path))
    found = [(one.title, one.level, one.run_in) for one in read_document(path).paragraphs]
    assert found == [
        (True, None, 0),
        (False, 1, 0),
        (False, 2, 0),
        (False, None, len("（一）健全制度。")),
        (False, None, 0),
    ]


def test_where_the_text_itself_is_bold_bold_says_nothing(tmp_path: Path) -> None:
    body = "".join(f"<w:p>{r(LEAD, '<w:b/>')}</w:p>" for _ in range(3))
    document = read_document(raw_docx(tmp_path, body))
    assert [one.level for one in document.paragraphs] == [None, None, None]


def test_hidden_words_are_listed(tmp_path: Path) -> None:
    body = f"<w:p>{r('看得见')}{r('看不见', '<w:vanish/>')}</w:p>"
    document = read_document(raw_docx(tmp_path, body))
    assert [one.text for one in document.paragraphs] == ["看得见"]
    assert [(one.text, one.reason) for one in document.dropped] == [("看不见", "隐藏文字")]
