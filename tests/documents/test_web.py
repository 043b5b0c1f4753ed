from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from drafter.readers.documents import read_document
from tests.documents.making import LEAD, page, texts

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "某区2023年法治政府建设年度报告"
NAV = "<ul><li><a href='/'>首页</a></li><li><a href='/x'>政务公开</a></li></ul>"
FOOT = "<div><p>主办：某区人民政府</p><p>粤ICP备12345678号</p></div>"


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", '<meta charset="utf-8">'),
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("gbk", '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'),
        ("gb18030", ""),
        ("gb18030", '<meta charset="utf-8">'),
        ("utf-16", ""),
    ],
)
def test_a_page_is_read_in_any_encoding_even_a_misnamed_one(
    tmp_path: Path, encoding: str, head: str
) -> None:
    path = page(tmp_path, f"<p>{LEAD}</p><p>特此报告。</p>", head, encoding)
    assert texts(path) == [LEAD, "特此报告。"]


def test_the_frame_is_dropped_with_its_reason_and_the_day_is_kept(tmp_path: Path) -> None:
    body = (
        f"{NAV}<h1>{TITLE}</h1><div>发布时间：2024-01-04 16:49 来源：某局</div>"
        f"<div id=c><p>&nbsp;&nbsp;{LEAD}</p><p>一、举措</p><p>{LEAD}</p><p>某区人民政府</p>"
        f"<p>2024年1月4日</p></div>{FOOT}"
    )
    document = read_document(page(tmp_path, body))
    found = [one.text for one in document.paragraphs]
    assert found == [TITLE, LEAD, "一、举措", LEAD, "某区人民政府", "2024年1月4日"]
    assert document.paragraphs[0].title
    assert document.dated == date(2024, 1, 4)
    assert {one.text: one.reason for one in document.dropped} == {
        "首页": "网页导航",
        "政务公开": "网页导航",
        "发布时间：2024-01-04 16:49 来源：某局": "发布信息",
        "主办：某区人民政府": "网页脚注",
        "粤ICP备12345678号": "网页脚注",
    }


def test_breaks_part_paragraphs(tmp_path: Path) -> None:
    body = f"<td>{LEAD}<br><br>一、举措<br>&nbsp;&nbsp;{LEAD}<br>　　{LEAD}</td>"
    assert texts(page(tmp_path, f"<table><tr>{body}</tr></table>")) == [
        LEAD,
        "一、举措",
        LEAD,
        LEAD,
    ]


def test_a_title_in_two_lines_stays_one(tmp_path: Path) -> None:
    body = f"<h1>某区<br>2023年法治政府建设年度报告</h1><p>{LEAD}</p>"
    assert texts(page(tmp_path, body))[0] == "某区 2023年法治政府建设年度报告"


def test_white_space_of_the_source_is_no_blank_between_characters(tmp_path: Path) -> None:
    body = "<p class=MsoNormal>\n  <span>依法\n  行政</span><span>，App 12\n  件。</span></p>"
    body += f"<p>{LEAD}</p>"
    assert texts(page(tmp_path, body))[0] == "依法行政，App 12 件。"


def test_a_page_laid_out_with_tables_has_no_cells_but_a_table_of_figures_has(
    tmp_path: Path,
) -> None:
    figures = (
        "<table><tr><td>项目</td><td>数量</td></tr><tr><td>受理</td><td>786件</td></tr></table>"
    )
    report = f"<p>{LEAD}</p>{figures}<p>{LEAD}</p>{figures}"
    body = f"<table><tr><td>{NAV}</td><td>{report}</td></tr></table>"
    found = [(one.text, one.table) for one in read_document(page(tmp_path, body)).paragraphs]
    assert found == [
        (LEAD, 0),
        ("项目", 1),
        ("数量", 1),
        ("受理", 1),
        ("786件", 1),
        (LEAD, 0),
        ("项目", 2),
        ("数量", 2),
        ("受理", 2),
        ("786件", 2),
    ]


def test_bold_and_fonts_of_word_pages_are_seen(tmp_path: Path) -> None:
    body = (
        f"<p>{LEAD}</p><p><span style='font-family:黑体'>主要举措</span></p>"
        f"<p><b>（一）健全制度。</b>{LEAD * 2}</p>"
    )
    found = [(one.level, one.run_in) for one in read_document(page(tmp_path, body)).paragraphs]
    assert found == [(None, 0), (1, 0), (None, len("（一）健全制度。"))]


def test_scripts_are_no_text_and_hidden_parts_are_listed(tmp_path: Path) -> None:
    body = f"<script>var a='{LEAD}'</script><p style='display:none'>弹窗</p><p>{LEAD}</p>"
    document = read_document(page(tmp_path, body))
    assert [one.text for one in document.paragraphs] == [LEAD]
    assert [(one.text, one.reason) for one in document.dropped] == [("弹窗", "网页隐藏内容")]


def test_a_report_that_a_script_unfolds_is_read(tmp_path: Path) -> None:
    assert texts(page(tmp_path, f"<div style='display:none'><p>{LEAD}</p></div>")) == [LEAD]


def test_sentences_outside_of_the_main_part_stay(tmp_path: Path) -> None:
    lead = "另有一段摘要，写在正文的框外，不能丢掉。"
    body = f"<div>{lead}</div><div>{f'<p>{LEAD}</p>' * 20}</div>"
    assert texts(page(tmp_path, body))[0] == lead


def test_a_page_saved_as_one_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "报告.mht"
    head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
    html = "Content-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    path.write_bytes((head + html + f"<p>{LEAD}</p>\r\n--x--\r\n").encode("gb18030"))
    assert texts(path) == [LEAD]


def test_a_page_named_doc_is_read_as_the_page_it_is(tmp_path: Path) -> None:
    path = page(tmp_path, f"<p>{LEAD}</p>").rename(tmp_path / "报告.doc")
    assert read_document(path).kind == "html"


def test_bottomless_nesting_loses_nothing(tmp_path: Path) -> None:
    assert texts(page(tmp_path, "<div>" * 2000 + LEAD)) == [LEAD]


def test_notes_and_heads_of_a_document_saved_as_a_page_are_no_text(tmp_path: Path) -> None:
    saved = {
        "LibreOffice": (
            '<a class="sdfootnoteanc" name="sdfootnote1anc" href="#x"><sup>1</sup></a>',
            '<div id="sdfootnote1"><p><a class="sdfootnotesym">1</a>含县级部门。</p></div>',
        ),
        "Word": (
            '<a href="#_ftn1" name="_ftnref1" title=""><span>[1]</span></a>',
            "<div id=ftn1><p class=MsoFootnoteText>[1] 含县级部门。</p></div>",
        ),
    }
    head = '<div title="header"><p>某县法治政府建设年度报告</p></div>'
    for mark, note in saved.values():
        body = f"{head}<p>{LEAD}</p><p>共有执法人员30名{mark}，其中乡镇12名。</p>{note}"
        document = read_document(page(tmp_path, body))
        assert [p.text for p in document.paragraphs] == [LEAD, "共有执法人员30名，其中乡镇12名。"]
        assert [one.reason for one in document.dropped] == ["页眉", "脚注"]
