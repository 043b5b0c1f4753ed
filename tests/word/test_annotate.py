"""Findings as comments in Word files: at the very words, and nothing else changes."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import docx
import pytest
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from drafter.model.finding import Finding, Severity
from drafter.model.placed import Placed
from drafter.model.spot import Spot
from drafter.readers.documents import read_document
from drafter.writers.docx import docx_bytes
from drafter.writers.word.annotate import annotate
from tests.tools import TEMPLATE, audit_errors, converted, sdk_errors, to_pdf
from tests.word import reports

if TYPE_CHECKING:
    from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TITLE = "某区2023年法治政府建设年度报告"
SPACES = nsdecls("w", "r", "m") + (
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def saved(document: docx.document.Document) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def document_of(*paragraphs: str) -> bytes:
    """A Word file of paragraphs: plain text, or what stands inside a w:p."""
    document = docx.Document(str(TEMPLATE))
    for child in tuple(document.element.body)[:-1]:
        document.element.body.remove(child)
    document.add_paragraph(TITLE)
    for content in paragraphs:
        if content.startswith("<"):
            element = parse_xml(f"<w:p {SPACES}>{content}</w:p>")
            document.element.body.insert(len(document.element.body) - 1, element)
        else:
            document.add_paragraph(content)
    return saved(document)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def read(data: bytes, folder: Path) -> list[str]:
    path = folder / "读.docx"
    path.write_bytes(data)
    return [paragraph.text for paragraph in read_document(path).paragraphs]


def finding(message: str) -> Finding:
    return Finding("W101", "a-fault", Severity.WARNING, Spot("报告.docx", 2), message, "改一改")


def at(texts: list[str], passage: int, words: str) -> Placed:
    """A finding at some words of a paragraph; at the paragraph when there are none."""
    start = texts[passage].index(words) if words else 0
    return Placed(finding(words), passage, start, start + len(words))


def commented(data: bytes) -> list[tuple[str, str]]:
    """For each comment in order what it says first, and the words that it is about."""
    files = parts(data)
    said = {
        comment.get(f"{W}id"): "".join(t.text or "" for t in comment.iter(f"{W}t"))
        for comment in ET.fromstring(files["word/comments.xml"])  # noqa: S314 - our own file
    }
    words: dict[str | None, str] = {}
    still_open: list[str | None] = []
    references = []
    for element in ET.fromstring(files["word/document.xml"]).iter():  # noqa: S314
        id_ = element.get(f"{W}id")
        if element.tag == f"{W}commentRangeStart":
            still_open.append(id_)
            words[id_] = ""
        elif element.tag == f"{W}commentRangeEnd":
            still_open.remove(id_)
        elif element.tag == f"{W}commentReference":
            references.append(id_)
        elif element.tag == f"{W}t":
            for one in still_open:
                words[one] += element.text or ""
    assert still_open == []
    assert sorted(map(str, references)) == sorted(map(str, said)) == sorted(map(str, words))
    return [(text, words[id_]) for id_, text in said.items()]


def words_of(data: bytes) -> list[str]:
    return [words for _, words in commented(data)]


def paragraph_texts(data: bytes) -> list[str]:
    """What each paragraph prints, deleted words and text boxes included."""
    root = ET.fromstring(parts(data)["word/document.xml"])  # noqa: S314
    kinds = {f"{W}t", f"{W}delText"}
    return ["".join(t.text or "" for t in p.iter() if t.tag in kinds) for p in root.iter(f"{W}p")]


BOLD, RED = "<w:b/>", '<w:color w:val="FF0000"/>'
DATED = 'w:id="90" w:author="甲" w:date="2024-01-01T00:00:00Z"'
PLAIN_CONTROL = (
    f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run('收到复议申请')}</w:sdtContent></w:sdt>"
)
DELETED = f"<w:del {DATED}><w:r><w:delText>旧案</w:delText></w:r></w:del>"
BOX = (
    '<w:r><w:pict><v:shape id="s1" style="width:99pt;height:40pt"><v:textbox><w:txbxContent>'
    f"<w:p>{run('框里的话说错了。')}</w:p>"
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> DATE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    f'{run("二月一日")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
RUBY = (
    '<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/>'
    '<w:hpsRaise w:val="18"/><w:hpsBaseText w:val="21"/><w:lid w:val="zh-CN"/></w:rubyPr>'
    f"<w:rt>{run('fan')}</w:rt><w:rubyBase>{run('梵')}</w:rubyBase></w:ruby></w:r>"
)


@pytest.mark.parametrize(
    ("content", "words", "marked"),
    [
        ("全年办理案件5件，均已办结。", "5件", "5件"),
        ("全年办理案件5件，均已办结。", "全年", "全年"),
        ("全年办理案件5件，均已办结。", "办结。", "办结。"),
        ("全年办理案件5件，均已办结。", "", "全年办理案件5件，均已办结。"),
        (run("全年办理") + run("案件", BOLD) + run("5件，均已办结。"), "理案件5", "理案件5"),
        (run("全 年 办理 案件5 件。"), "办理 案件5", "办理 案件5"),
        (
            f"{run('见')}<w:hyperlink w:anchor='a'>{run('法治网')}</w:hyperlink>{run('。')}",
            "法治网",
            "法治网",
        ),
        (
            f"{run('见')}<w:hyperlink w:anchor='a'>{run('法治网')}</w:hyperlink>{run('。')}",
            "见法",
            "见法",
        ),
        (
            f"{run('共')}<w:sdt><w:sdtContent>{run('收到复议申请')}</w:sdtContent></w:sdt>{run('5件。')}",
            "复议申请5件",
            "复议申请5件",
        ),
        (
            f"{run('办理')}<w:ins {DATED}>{run('案件')}</w:ins>{DELETED}{run('5件。')}",
            "案件5件",
            "案件5件",
        ),
        (f"{run('共')}{PLAIN_CONTROL}{run('5件。')}", "复议申请5件", "收到复议申请5件"),
        (f"{run('写于')}{FIELD}{run('，已报。')}", "于二月", "于二月"),
        (f"{run('设有')}{RUBY}{run('净山。')}", "梵净", "fan梵净"),
        (f"{run('前')}{run('藏起', '<w:vanish/>')}{run('后一句话。')}", "后一", "后一"),
    ],
    ids=[
        "middle", "head", "tail", "paragraph", "runs", "blanks", "link", "half a link", "control",
        "plain control", "change", "field", "ruby", "hidden",
    ],
)  # fmt: skip
def test_a_comment_stands_at_the_very_words(
    content: str, words: str, marked: str, tmp_path: Path
) -> None:
    data = document_of("一、主要情况", content, "另有一段话。")
    texts = read(data, tmp_path)
    result = annotate(data, texts, [at(texts, 2, words)])
    assert commented(result) == [(f"警告 W101：{words}怎么改：改一改", marked)]
    assert paragraph_texts(result) == paragraph_texts(data)
    assert read(result, tmp_path) == texts


def test_every_construct_together_passes_both_validators(tmp_path: Path) -> None:
    contents = [
        f"{run('见', BOLD)}<w:hyperlink w:anchor='a'>{run('法治网')}</w:hyperlink>{run('。')}",
        f"{run('共')}<w:sdt><w:sdtContent>{run('复议申请')}</w:sdtContent></w:sdt>{run('5件。')}",
        f"{run('办理')}<w:ins {DATED}>{run('案件')}</w:ins>{run('5件。')}",
        f"{run('写于')}{FIELD}{run('，已报。')}",
        f"{run('设有')}{RUBY}{run('净山。')}",
        f"{run('有框。')}{BOX}",
    ]
    data = document_of(*contents)
    texts = read(data, tmp_path)
    placed = [at(texts, passage, text[1:3]) for passage, text in enumerate(texts)]
    placed += [at(texts, passage, text[2:]) for passage, text in enumerate(texts)]
    result = annotate(data, texts, placed, [finding("全文")])
    path = tmp_path / "查.docx"
    path.write_bytes(result)
    assert len(commented(result)) == len(placed) + 1
    assert audit_errors(path) == []
    assert sdk_errors(path) == []


def test_formatting_stays_on_both_sides_of_a_cut(tmp_path: Path) -> None:
    data = document_of(run("全年办理案件", BOLD + RED) + run("5件。"))
    texts = read(data, tmp_path)
    result = docx.Document(BytesIO(annotate(data, texts, [at(texts, 1, "办理")])))
    faces = [(r.text, r.bold, r.font.color.rgb) for r in result.paragraphs[1].runs if r.text]
    red = docx.shared.RGBColor(0xFF, 0, 0)
    assert faces == [
        ("全年", True, red), ("办理", True, red), ("案件", True, red), ("5件。", None, None),
    ]  # fmt: skip


def test_what_prints_nothing_is_not_doubled_by_a_cut(tmp_path: Path) -> None:
    mixed = (
        "<w:r><w:t>全年</w:t><w:lastRenderedPageBreak/><w:t>办理案件</w:t>"
        "<w:tab/><w:t>5件。</w:t></w:r>"
    )
    data = document_of(mixed)
    texts = read(data, tmp_path)
    result = annotate(data, texts, [at(texts, 1, "年办"), at(texts, 1, "件 5")])
    assert words_of(result) == ["年办", "件5"]
    xml = parts(result)["word/document.xml"]
    assert xml.count(b"lastRenderedPageBreak") == xml.count(b"<w:tab/>") == 1
    assert read(result, tmp_path) == texts


def test_an_automatic_number_that_no_run_holds_does_not_shift_the_words(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    for text in ("加强学习。全年学法5次。", "加强培训。全年培训5次。"):
        document.add_paragraph(text, style="List Number")
    data = saved(document)
    texts = read(data, tmp_path)
    assert texts[2] == "2.加强培训。全年培训5次。"
    result = annotate(data, texts, [at(texts, 2, "5次"), at(texts, 2, "2.")])
    assert words_of(result) == ["5次", "加强培训。全年培训5次。"]


def test_the_same_words_in_two_paragraphs_are_told_apart(tmp_path: Path) -> None:
    lines = ["一、工作", "加强领导。", "二、安排", "加强领导。"]
    data = document_of(*lines)
    texts = read(data, tmp_path)
    result = annotate(data, texts, [at(texts, 4, "领导")])
    root = ET.fromstring(parts(result)["word/document.xml"])  # noqa: S314
    marked = [p.find(f"{W}commentRangeStart") is not None for p in root.iter(f"{W}p")]
    assert marked == [False, False, False, False, True]


def test_a_title_over_two_paragraphs_is_found(tmp_path: Path) -> None:
    document = docx.Document()
    for text in ("某区人民政府关于2023年度", "法治政府建设情况的报告", "一、情况", "有一段话。"):
        document.add_paragraph(text)
    texts = ["某区人民政府关于2023年度法治政府建设情况的报告", "一、情况", "有一段话。"]
    result = annotate(saved(document), texts, [at(texts, 0, "年度法治"), at(texts, 2, "段话")])
    assert words_of(result) == ["年度法治", "段话"]
    assert read(result, tmp_path)[0] == "某区人民政府关于2023年度"


def test_lines_parted_by_soft_breaks_are_found(tmp_path: Path) -> None:
    lines = (
        "<w:r><w:t>第一句话。</w:t><w:br/><w:t>第二句话。</w:t><w:br/><w:t>第三句话。</w:t></w:r>"
    )
    data = document_of(lines)
    texts = read(data, tmp_path)
    assert texts[1:] == ["第一句话。", "第二句话。", "第三句话。"]
    result = annotate(data, texts, [at(texts, 2, "二句"), at(texts, 3, "")])
    assert words_of(result) == ["二句", "第三句话。"]
    assert parts(result)["word/document.xml"].count(b"<w:br/>") == 2


def test_words_in_a_table_are_found(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "案件", "处罚5件"
    data = saved(document)
    texts = read(data, tmp_path)
    assert words_of(annotate(data, texts, [at(texts, 2, "5件")])) == ["5件"]


def test_words_in_a_text_box_are_commented_where_the_box_stands(tmp_path: Path) -> None:
    data = document_of(f"{run('框在这里。')}{BOX}")
    texts = read(data, tmp_path)
    assert texts[-1] == "框里的话说错了。"
    result = annotate(data, texts, [at(texts, len(texts) - 1, "说错")])
    root = ET.fromstring(parts(result)["word/document.xml"])  # noqa: S314
    (box,) = root.iter(f"{W}txbxContent")
    assert not list(box.iter(f"{W}commentReference"))
    assert words_of(result) == ["框里的话说错了。"]


def test_what_is_not_found_stands_with_its_place_in_the_first_paragraph(tmp_path: Path) -> None:
    data = document_of("有一段话。")
    texts = [*read(data, tmp_path), "别处的话。"]
    result = annotate(data, texts, [at(texts, 2, "别处"), at(texts, 1, "一段")], [finding("全文")])
    both = "".join(f"警告 W101：{one}（报告.docx:2）怎么改：改一改" for one in ("全文", "别处"))
    assert commented(result) == [(both, TITLE), ("警告 W101：一段怎么改：改一改", "一段")]


def test_comments_that_are_there_stay_and_every_other_part_is_the_same(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    paragraph = document.add_paragraph("全年办理案件5件。")
    document.add_comment(paragraph.runs[0], "请核对", "局长", "局")
    data = saved(document)
    texts = read(data, tmp_path)
    result = annotate(data, texts, [at(texts, 1, "5件")])
    assert commented(result) == [
        ("请核对", "全年办理案件5件。"), ("警告 W101：5件怎么改：改一改", "5件"),
    ]  # fmt: skip
    before, after = parts(data), parts(result)
    changed = {name for name in before | after if before.get(name) != after.get(name)}
    assert changed == {"word/document.xml", "word/comments.xml"}
    both = docx.Document(BytesIO(result)).comments
    assert [(c.author, c.initials) for c in both] == [("局长", "局"), ("drafter 检查", "查")]


def test_without_findings_the_file_is_the_same() -> None:
    data = document_of("有一段话。")
    assert annotate(data, [TITLE, "有一段话。"], []) == data


def test_a_file_in_the_strict_form_of_the_standard_is_annotated_in_it() -> None:
    data = document_of("全年办理案件5件。")
    usual, strict = W[1:-1].encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in parts(data).items():
            package.writestr(name, content.replace(usual, strict))
    texts = [TITLE, "全年办理案件5件。"]
    result = parts(annotate(buffer.getvalue(), texts, [at(texts, 1, "5件")]))
    for name in ("word/document.xml", "word/comments.xml"):
        assert strict in result[name]
        assert usual not in result[name]
    assert (
        b"purl.oclc.org/ooxml/officeDocument/relationships/comments"
        in result["word/_rels/document.xml.rels"]
    )


def test_our_own_draft_with_its_gaps_is_annotated(tmp_path: Path) -> None:
    data = docx_bytes(reports.full(dated=None), TEMPLATE)
    texts = read(data, tmp_path)
    placed = [at(texts, passage, text[3:8]) for passage, text in enumerate(texts) if len(text) > 9]
    result = annotate(data, texts, placed)
    path = tmp_path / "查.docx"
    path.write_bytes(result)
    assert paragraph_texts(result) == paragraph_texts(data)
    assert [words for said, words in commented(result) if said.startswith("警告")] == [
        texts[one.passage][3:8] for one in placed
    ]
    assert sum(said.startswith("问题") for said, _ in commented(result)) == 2
    assert audit_errors(path) == []
    assert sdk_errors(path) == []


def test_a_file_that_libreoffice_saved_is_annotated_and_opens_there(tmp_path: Path) -> None:
    source = tmp_path / "稿.docx"
    contents = [
        f"{run('全年')}{run('办理案件', BOLD)}{run('5件。')}",
        f"{run('见')}<w:hyperlink w:anchor='a'>{run('法治网')}</w:hyperlink>{run('。')}",
        f"{run('有框。')}{BOX}",
    ]
    source.write_bytes(document_of(*contents))
    written = converted(converted(source, "odt"), "docx")
    data = written.read_bytes()
    before = {*audit_errors(written), *sdk_errors(written)}
    texts = read(data, tmp_path)
    placed = [at(texts, 1, "年办理"), at(texts, 2, "治网"), at(texts, 3, "有框")]
    result = annotate(data, texts, placed)
    assert words_of(result) == ["年办理", "治网", "有框"]
    assert paragraph_texts(result) == paragraph_texts(data)
    written.write_bytes(result)
    assert {*audit_errors(written), *sdk_errors(written)} <= before
    assert to_pdf(written).stat().st_size > 1000
