"""What a template may be told of, none of which stops a draft."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, cast

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from drafter.writers.docx import docx_bytes
from drafter.writers.word.inspection import inspect_template
from drafter.writers.word.package import zipped
from tests.tools import TEMPLATE
from tests.word import reports
from tests.word.templates import EVERYTHING, template

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document
    from docx.oxml.text.run import CT_R


def codes(path: Path) -> dict[str, list[str]]:
    """Messages by code; that the template can be drafted with is seen to as well."""
    found: dict[str, list[str]] = {}
    for finding in inspect_template(path, {}).findings:
        assert finding.severity.value == "warning", finding
        assert finding.remedy
        found.setdefault(finding.code, []).append(finding.message)
    return found


def changed(folder: Path) -> tuple[Document, Path]:
    """The standard template, to be changed and saved."""
    path = folder / "模板.docx"
    return docx.Document(str(TEMPLATE)), path


POUR = ("{{ 段.题文 }}{{ 段.文 }}", "{%p endfor %}")


def test_the_text_poured_twice_is_told_with_both_places(tmp_path: Path) -> None:
    path = template(tmp_path, *EVERYTHING, "{%p for 段 in 正文 %}", *POUR)
    assert codes(path)["T210"] == ["第16段：正文会印两遍，第7段已经印了一遍"]
    assert docx_bytes(reports.full(), path)


def test_a_section_poured_besides_the_text_is_told(tmp_path: Path) -> None:
    path = template(tmp_path, *EVERYTHING, "{%p for 段 in 节('一') %}", *POUR)
    assert codes(path)["T210"] == ["第16段：“一”会印两遍，正文里已经有这一节"]
    assert docx_bytes(reports.full(), path)


def test_a_list_of_headings_is_no_second_text(tmp_path: Path) -> None:
    loop = ("{%p for 段 in 正文 if 段.级 == 1 %}", "{{ 段.文 }}", "{%p endfor %}")
    assert "T210" not in codes(template(tmp_path, *loop, *EVERYTHING))


@pytest.mark.parametrize(
    ("left_out", "name"),
    [((0, 3), "标题"), ((3, 6), "主送机关"), ((6, 9), "正文"), ((9, 12), "落款")],
)
def test_what_has_no_place_is_told(left_out: tuple[int, int], name: str, tmp_path: Path) -> None:
    start, end = left_out
    told = codes(template(tmp_path, *EVERYTHING[:start], *EVERYTHING[end:]))["T211"]
    assert len(told) == 1
    assert told[0].startswith(f"模板没有印出{name}")


def test_a_name_that_may_be_empty_is_told_unless_a_condition_holds_it(tmp_path: Path) -> None:
    path = template(tmp_path, *EVERYTHING, "{{ 数据截至 }}")
    assert codes(path)["T213"] == ["第16段：“数据截至”没有的时候，这里留下空行"]
    held = ("{%p if 数据截至 %}", "{{ 数据截至 }}", "{%p endif %}", "截至{{ 数据截至 }}")
    assert "T213" not in codes(template(tmp_path, *EVERYTHING, *held))


def test_a_mark_of_two_colours_is_told_and_one_split_without_a_difference_is_not(
    tmp_path: Path,
) -> None:
    path = template(tmp_path, *EVERYTHING, ("{{ 标", "题 }}"), ("{{ 年", "度 }}"))
    document = docx.Document(str(path))
    document.paragraphs[-1].runs[1].font.size = Pt(8)
    document.save(str(path))
    assert codes(path)["T214"] == ["第17段：“{{ 年度 }}”里的字体、字号或颜色不一样"]


def test_missing_styles_are_told(tmp_path: Path) -> None:
    document, path = changed(tmp_path)
    for style in ("待补充", "沿用上年"):
        document.styles[style].delete()
    document.save(str(path))
    assert len(codes(path)["T215"]) == 2


def test_a_heading_without_an_outline_level_is_told(tmp_path: Path) -> None:
    document, path = changed(tmp_path)
    properties = document.styles["Heading 2"].element.pPr
    properties.remove(properties.find(qn("w:outlineLvl")))
    document.save(str(path))
    (message,) = codes(path)["T216"]
    assert message.startswith("二级标题印在“heading 2”样式里，没有大纲级别")


def test_theme_fonts_are_told(tmp_path: Path) -> None:
    document, path = changed(tmp_path)
    fonts = document.styles["Body Text"].element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsiaTheme"), "minorEastAsia")
    document.save(str(path))
    assert codes(path)["T217"][0].startswith("有1处用了主题字体")


def test_another_page_than_that_of_the_standard_is_told(tmp_path: Path) -> None:
    document, path = changed(tmp_path)
    section = document.sections[0]
    section.left_margin, section.page_height = Mm(31.7), Mm(279)
    document.styles["Body Text"].font.size = Pt(14)
    document.save(str(path))
    paper, margins, lines = codes(path)["T218"]
    assert "210×279毫米" in paper
    assert "左31.7（国标28）" in margins
    assert "上" not in margins
    assert "每页20行、每行31字" in lines


def test_corrections_and_comments_left_behind_are_told(tmp_path: Path) -> None:
    document, path = changed(tmp_path)
    paragraph = document.paragraphs[2]
    document.add_comment(paragraph.runs, "看一下", "某人", "某")
    inserted = OxmlElement("w:ins")
    inserted.set(qn("w:id"), "900")
    inserted.set(qn("w:author"), "某人")
    run = paragraph.add_run("（送审稿）")._r  # noqa: SLF001
    run.addprevious(cast("CT_R", inserted))
    inserted.append(run)
    document.save(str(path))
    found = codes(path)
    assert len(found["T222"]) == len(found["T223"]) == 1


def test_marks_in_endnotes_are_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(TEMPLATE) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/endnotes"
    parts["word/endnotes.xml"] = (
        f"<w:endnotes {nsdecls('w')}><w:endnote w:id='1'><w:p><w:r><w:t>{{{{ 标</w:t></w:r><w:r>"
        "<w:t>题 }}</w:t></w:r></w:p></w:endnote></w:endnotes>"
    ).encode()
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="rIdE" Type="{kind}" Target="endnotes.xml"/></Relationships>'.encode(),
    )
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"</Types>",
        b'<Override PartName="/word/endnotes.xml" ContentType="application/vnd.openxmlformats-'
        b'officedocument.wordprocessingml.endnotes+xml"/></Types>',
    )
    path = tmp_path / "模板.docx"
    path.write_bytes(zipped(parts))
    assert codes(path) == {"T224": ["尾注里的标记不会填，会原样印出来"]}


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("活动{{ 数.普法.活动 }}场", "场"),
        ("上年{{ 上年数.普法.活动 }}场次。", "场次"),
        ("活动{{ 数.普法.活动 }}，建成公园", ""),
        ("活动{{ 数.普法.活动 }}场馆", ""),
        ("受理{{ 数.普法.活动 }}件件有回音", ""),
        ("活动{{ 数.普法.活动|replace('场', '') }}场", ""),
        ("{{ 年度 }}个", ""),
    ],
)
def test_a_unit_behind_a_figure_is_told(tmp_path: Path, words: str, unit: str) -> None:
    path = template(tmp_path, *EVERYTHING, words)
    found = inspect_template(path, {"普法.活动": "普法活动"}).findings
    told = [one for one in found if one.code == "T225"]
    assert [f"又写了“{unit}”" in one.message for one in told] == ([True] if unit else [])
    assert {one.severity.value for one in found} <= {"warning"}


def test_what_a_trial_shows_to_fail_is_an_error(tmp_path: Path) -> None:
    found = inspect_template(template(tmp_path, *EVERYTHING, "{{ 标题 - 1 }}"), {}).findings
    assert [(one.code, one.severity.value) for one in found] == [("T110", "error")]
