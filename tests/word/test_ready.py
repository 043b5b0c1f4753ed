"""A template made ready prints what docxtpl itself prints, whatever the template and the values."""

from __future__ import annotations

import gc
import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from jinja2 import TemplateError
from lxml import etree

from drafter.app.opening import open_case
from drafter.app.word_templates import word_template, word_template_names
from drafter.model.finding import DrafterError
from drafter.writers.blocks import blocks
from drafter.writers.docx import docx_bytes
from drafter.writers.word import filling, readback, zips
from drafter.writers.word.compiling import compiled
from drafter.writers.word.context import build
from drafter.writers.word.intake import open_template
from drafter.writers.word.package import zipped
from drafter.writers.word.prepared import decode, encode
from drafter.writers.word.program import Program, ProgramError
from drafter.writers.word.ready import ready
from drafter.writers.word.render import expected, render
from drafter.writers.word.stories import stories
from tests.tools import ROOT, TEMPLATE
from tests.word import reports
from tests.word.hostile import packages
from tests.word.office_template import office_template
from tests.word.templates import EVERYTHING, template
from tests.word.test_round_trip import TEXTS

if TYPE_CHECKING:
    from drafter.model.report import Report

LONGCHENG = ROOT / "examples" / "longcheng-2023" / "2023.yaml"
EXAMPLES = sorted((ROOT / "examples").glob("*/*.yaml"))
FOOTNOTES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:footnotes xmlns:w='
    '"http://schemas.openxmlformats.org/wordprocessingml/2006/main">\n  <w:footnote w:id="1">'
    "<w:p><w:r><w:t>{{ 单位 }}报，{{ 标题 }}</w:t></w:r></w:p></w:footnote>\n</w:footnotes>"
)
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<w:drawing><wp:inline><wp:docPr id="7" name="图"/></wp:inline></w:drawing></w:r>'
)


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Templates with all that docxtpl treats in a way of its own."""
    folder = tmp_path_factory.mktemp("templates")
    made = {name: word_template(Path(name)) for name in word_template_names()}
    made |= {"行和列": _tables(folder), "脚注": _notes(folder), "零碎": _odds(folder)}
    for name in ("远程图片", "INCLUDETEXT", "循环的样式", "一串文件"):
        made[name] = folder / f"{name}.docx"
        made[name].write_bytes(packages.TOLD[name][0](folder))
    return made


def _kept(path: Path, name: str) -> Path:
    return path.rename(path.with_name(f"{name}.docx"))


def _tables(folder: Path) -> Path:
    """Rows and cells that loop; columns are added and taken away."""
    rows = (
        ("{%tr for 项 in 数据表 %}", "", ""),
        ("{{ 项.名 }}", "{{ 项.今年 }}{{ 项.单位 }}", "{{ 项.上年 }}"),
        ("{%tr endfor %}", "", ""),
        ("{%tc for 机关 in 落款 %}", "{{ 机关 }}", "{%tc endfor %}"),
    )
    return _kept(template(folder, *EVERYTHING, header="{{ 单位 }}{{ 标题 }}", rows=rows), "行和列")


def _odds(folder: Path) -> Path:
    """Blanks, comments, marks of braces, filters, tests, tags split over runs, a drawing."""
    lines = (
        *EVERYTHING,
        "甲\t乙 {# 说明 #}{{ 标题 | replace('年', '载') }}“丙”",
        ("{", "{ 标", "题 }}—", "{{ 标题行|length }}"),
        "{%p set 题 = 标题 %}",
        "{_{ 丁 }_} {_% 戊 %_} {{ '己\\n庚\\t辛\\a壬' }}{{ '<w:p>' }}",
        "{% if 主送机关 is string and not 有上年数 %}{{ 题 }}{% else %}-{% endif %}",
        "{%r for 行 in 标题行 %}{{ loop.index }}{{ loop.last }}{{ 行 }}{%r endfor %}{{ 标题[0] }}",
        "{%p for 段 in 节('导语') if 段.文 %}",
        "{{ loop.revindex }}{{ 段['文'] }}{{ 段.片[0].文 }}{{ 段.级 + 1 }}",
        "{%p else %}",
        "没有",
        "{%p endfor %}",
    )
    path = _kept(template(folder, *lines), "零碎")
    document = docx.Document(str(path))
    last = document.add_paragraph("{{ 年度 }}")._p  # noqa: SLF001
    drawing: Any = parse_xml(DRAWING)
    tab: Any = OxmlElement("w:tab")
    last.append(drawing)
    last.r_lst[0].append(tab)
    document.element.body.append(document.element.body.find(qn("w:sectPr")))
    document.save(str(path))
    return path


def _notes(folder: Path) -> Path:
    """Footnotes, which docxtpl fills in as they are written."""
    with zipfile.ZipFile(template(folder, *EVERYTHING)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/footnotes.xml"] = FOOTNOTES.encode()
    relation = f'<Relationship Id="rId99" Type="{KINDS}/footnotes" Target="footnotes.xml"/>'
    parts[packages.RELATIONS] = parts[packages.RELATIONS].replace(
        b"</Relationships>", relation.encode() + b"</Relationships>"
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    listed = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
    parts[zips.FIRST] = parts[zips.FIRST].replace(b"</Types>", listed.encode())
    path = folder / "脚注.docx"
    path.write_bytes(zipped(parts))
    return path


def by_docxtpl(path: Path, values: dict[str, Any]) -> dict[str, bytes]:
    """The files of the stories as docxtpl fills them in; what `render` tidies is tidied."""
    document = open_template(path)
    render(document, values, path)
    roots = {story.part: story.root for story in stories(document)}
    roots["word/document.xml"] = document.element
    blobs = {part.partname.lstrip("/"): part.blob for part in document.part.package.iter_parts()}
    canonical = {name: etree.tostring(root, method="c14n") for name, root in roots.items()}
    return canonical | {name: blobs[name] for name in roots if name.endswith("footnotes.xml")}


def by_us(path: Path, report: Report, values: dict[str, Any]) -> dict[str, bytes]:
    """The same, filled in by the template made ready."""
    found = {}
    for tale in ready(path, report).tales:
        one = filling.filled(tale, values, path)
        if isinstance(one, bytes):
            found[tale.part] = one
        else:
            one.tidy()
            root = etree.fromstring(str(one).encode())
            assert str(one) == etree.tostring(root, encoding="unicode")
            found[tale.part] = etree.tostring(root, method="c14n")
    return found


def check(path: Path, report: Report, *, gaps: bool = True) -> None:
    values = build(report, blocks(report, gaps=gaps), gaps=gaps)
    assert by_us(path, report, values) == by_docxtpl(path, values)
    tales = ready(path, report).tales
    assert filling.expected(tales, values, path) == expected(open_template(path), values, path)


def test_every_template_prints_every_report_as_docxtpl_does(templates: dict[str, Path]) -> None:
    for name, path in templates.items():
        check(path, reports.full(), gaps=name != "附表")
        check(path, reports.full(signatories=(), dated=None))
    for example in EXAMPLES:
        report = open_case(example)[0].report
        for name in word_template_names():
            check(templates[name], report)
    assert docx_bytes(reports.full(), templates["脚注"])


def test_a_draft_leaves_nothing_behind_that_has_to_be_searched_for(tmp_path: Path) -> None:
    report = open_case(LONGCHENG)[0].report
    for path in (TEMPLATE, office_template(tmp_path)):
        docx_bytes(report, path)
        gc.collect()
        docx_bytes(report, path)
        assert gc.collect() == 0, "a circle of objects: many drafts would fill the memory"


def test_a_template_saved_by_libreoffice_prints_as_docxtpl_does(tmp_path: Path) -> None:
    check(office_template(tmp_path), open_case(LONGCHENG)[0].report)


@settings(max_examples=15)
@given(st.lists(TEXTS | st.sampled_from("\n\t\a\f"), min_size=1, max_size=5), TEXTS)
def test_whatever_the_values_are_it_prints_what_docxtpl_prints(
    templates: dict[str, Path], pieces: list[str], office: str
) -> None:
    words = reports.paragraph(reports.sentence(*pieces))
    report = reports.report(
        reports.section(1, "一、", "题", words, run_in=True),
        title=office,
        lead=(words,),
        signatories=(office, pieces[0]),
    )
    for name in ("standard", "零碎", "脚注"):
        check(templates[name], report)


EXPRESSIONS = st.sampled_from(
    [
        "标题", "年度", "主送机关", "落款", "行", "行[0]", "落款|first", "标题行|length",
        "落款|last", "段.文", "段.片", "段.片[0].文", "段['样式']", "loop.index",
        "loop.last", "没有", "段.没有",
        "节('不足')", "节('没有')", "标题 == '甲'", "'甲' in 标题", "not 主送机关 or 段.级 > 1",
        "乙", "'甲<&_'", "1 < 2", "段.级 in [1, 2]", "段.级 < 标题", "标题|first", "loop.length",
    ]
)  # fmt: skip
LISTS = st.sampled_from(
    ["标题行", "落款", "正文", "段.片", "节('存在的不足和原因')", "标题", "年度|first"]
)
SOURCES = st.recursive(
    EXPRESSIONS.map(lambda one: f"{{{{ {one} }}}}") | st.sampled_from(["甲\n", "<w:p>", "“_”"]),
    lambda inner: st.builds(
        lambda kind, item, of, test, one, other: {
            "for": f"{{% for {item} in {of} %}}{one}{{% else %}}{other}{{% endfor %}}",
            "only": f"{{% for {item} in {of} if {test} %}}{one}{{% endfor %}}",
            "if": f"{{% if {test} %}}{one}{{% elif {of} %}}{other}{{% else %}}!{{% endif %}}",
            "set": f"{{% set 乙 = {test} %}}{one}{other}",
        }[kind],
        st.sampled_from(["for", "only", "if", "set"]),
        st.sampled_from(["段", "行"]), LISTS, EXPRESSIONS, inner, inner,
    ),
    max_leaves=6,
)  # fmt: skip


@settings(max_examples=150)
@given(source=SOURCES, xml=st.booleans())
def test_a_program_prints_without_jinja_what_jinja_prints(*, source: str, xml: bool) -> None:
    report = reports.full()
    values = build(report, blocks(report))
    try:
        program, _ = compiled(source, xml=xml)
    except TemplateError:
        assume(condition=False)
    assert program.code is not None
    assert outcome(program, values) == outcome(program._replace(code=None), values)


def outcome(program: Program, values: dict[str, object]) -> str:
    """What a program prints, or how it fails."""
    try:
        return program.run(values)
    except ProgramError as error:
        return f"{error.line} {error} {error.by_jinja}"


def test_the_templates_on_offer_need_no_jinja() -> None:
    for name in word_template_names():
        tales = ready(word_template(Path(name)), reports.full()).tales
        assert all(tale.xml.code and tale.plain.code for tale in tales), name


def test_what_is_more_than_plain_is_left_to_jinja(templates: dict[str, Path]) -> None:
    body = ready(templates["零碎"], reports.full()).tales[0]
    assert body.xml.code is None


def test_a_template_that_is_kept_is_the_template_that_was_made(
    templates: dict[str, Path],
) -> None:
    for path in templates.values():
        prepared = ready(path, reports.full())
        assert decode(encode(prepared)) == prepared


def test_a_template_changed_in_its_place_is_made_ready_anew(tmp_path: Path) -> None:
    path = template(tmp_path, *EVERYTHING)
    before = docx_bytes(reports.one("文"), path)
    template(tmp_path, *EVERYTHING, "新")
    after = docx_bytes(reports.one("文"), path)
    assert before != after
    assert "新" in docx.Document(BytesIO(after)).paragraphs[-1].text


def test_each_report_is_held_against_what_the_template_asks_for(tmp_path: Path) -> None:
    path = template(
        tmp_path, *EVERYTHING, "{%p for 段 in 节('导语') %}", "{{ 段.文 }}", "{%p endfor %}"
    )
    assert docx_bytes(reports.one("文"), path)
    for _ in range(2):
        with pytest.raises(DrafterError) as caught:
            docx_bytes(reports.report(), path)
        assert [finding.code for finding in caught.value.findings] == ["T115"]
    assert docx_bytes(reports.one("文"), path)


def test_a_template_whose_own_names_cannot_be_listed_is_looked_over_for_each_report(
    tmp_path: Path,
) -> None:
    path = template(tmp_path, *EVERYTHING, "{%p set 全部 = 数 %}", "{{ 全部.政务.办件 }}")
    report = open_case(LONGCHENG)[0].report
    assert ready(path, report).own is None
    for _ in range(2):
        assert docx_bytes(report, path)
        with pytest.raises(DrafterError):
            docx_bytes(reports.one("文"), path)


def test_comments_that_the_template_has_stay_and_ours_stand_behind_them(tmp_path: Path) -> None:
    path = template(tmp_path, *EVERYTHING, "附")
    document = docx.Document(str(path))
    document.add_comment(document.paragraphs[-1].runs, "领导的批注", "王")
    document.save(str(path))
    for _ in range(2):
        written = docx.Document(BytesIO(docx_bytes(reports.full(dated=None), path)))
        said = [(comment.author, comment.comment_id) for comment in written.comments]
        assert said[0] == ("王", 0)
        assert [author for author, _ in said[1:]] == ["drafter"] * (len(said) - 1)
        assert len({id_ for _, id_ in said}) == len(said) > 1
    final = docx.Document(BytesIO(docx_bytes(reports.one("文"), path, clean=True)))
    assert [comment.text for comment in final.comments] == ["领导的批注"]


@pytest.mark.parametrize(("old", "new"), [(b"PK\5\6", b""), (b"PK", b"XX")], ids=["end", "marks"])
def test_a_finished_file_that_cannot_be_read_back_is_not_used(
    old: bytes, new: bytes, tmp_path: Path
) -> None:
    data = docx_bytes(reports.one("文"), TEMPLATE).replace(old, new)
    with pytest.raises(DrafterError) as caught:
        readback.verify(data, [("正文", "word/document.xml")], [["文"]], tmp_path)
    assert [finding.code for finding in caught.value.findings] == ["T901"]


def test_the_zip_is_as_zipfile_writes_it() -> None:
    contents = {"b.xml": b"x" * 1000, zips.FIRST: b"<a/>", "词.bin": bytes(range(256)), "空": b""}
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name in (zips.FIRST, "b.xml", "空", "词.bin"):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            package.writestr(info, contents[name], compresslevel=zips.LEVEL)
    data = zipped(contents)
    assert data == buffer.getvalue()
    assert {name: part.content for name, part in zips.parts_of(data).items()} == contents


@given(st.data())
def test_a_damaged_zip_is_never_read_as_something_else(data: st.DataObject) -> None:
    contents = {"a.xml": b"abc" * 99, "b.xml": b"d"}
    whole = zipped(contents)
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = bytearray(whole)
    damaged[at] ^= data.draw(st.integers(1, 255))
    try:
        found = {name: part.content for name, part in zips.parts_of(bytes(damaged)).items()}
    except ValueError:
        return
    assert set(found.values()) <= set(contents.values())


def test_a_finished_file_is_a_sound_zip(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx_bytes(reports.full(dated=None), TEMPLATE))
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        text = package.read("word/document.xml").decode()
    assert re.match(r"<\?xml version='1.0' encoding='UTF-8' standalone='yes'\?>\n<w:document", text)
