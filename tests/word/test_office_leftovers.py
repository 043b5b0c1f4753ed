"""What an office's template brings along stays, and what drafter adds does not get in its way."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree

from drafter.model.report import Piece, PieceKind
from drafter.writers.blocks import Block, Style
from drafter.writers.docx import docx_bytes
from drafter.writers.word import formatting
from drafter.writers.word.markup import NAMESPACE
from drafter.writers.word.paragraphs import FlatStory
from drafter.writers.word.properties import custom_xml, without_state
from drafter.writers.word.signoff import set_places
from tests.making import opened
from tests.tools import TEMPLATE

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document

    from drafter.model.report import Report

CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"


@pytest.fixture
def report(tmp_path: Path) -> Report:
    return opened(tmp_path, "亮点: {普法宣传: ['办{{普法.活动}}']}\n")[0].report


def draft(report: Report, folder: Path, document: Document) -> Document:
    path = folder / "本单位.docx"
    document.save(str(path))
    return docx.Document(BytesIO(docx_bytes(report, path)))


def ids(document: Document, tag: str) -> list[str | None]:
    return [one.get(qn("w:id")) for one in document.element.body.iter(qn(tag))]


def test_bookmarks_of_the_template_keep_their_numbers_to_themselves(
    report: Report, tmp_path: Path
) -> None:
    template = docx.Document(str(TEMPLATE))
    first: Any = template.add_paragraph("由办公室核对")._p  # noqa: SLF001
    xml = f'<w:bookmarkStart xmlns:w="{NAMESPACE}" w:id="77" w:name="本单位"/>'
    first.append(parse_xml(xml))
    first.append(parse_xml(f'<w:bookmarkEnd xmlns:w="{NAMESPACE}" w:id="77"/>'))
    starts = ids(draft(report, tmp_path, template), "w:bookmarkStart")
    assert len(set(starts) - {"77"}) == len(starts) - starts.count("77")
    assert min(int(one or 0) for one in starts if one != "77") > 77


def test_comments_of_the_template_keep_theirs(report: Report, tmp_path: Path) -> None:
    template = docx.Document(str(TEMPLATE))
    paragraph = template.add_paragraph("落款以下由办公室核对")
    template.add_comment(runs=paragraph.runs, text="核对", author="办公室")
    made = draft(report, tmp_path, template)
    found = [comment.comment_id for comment in made.comments]
    assert len(found) == len(set(found)) > 1
    assert next(iter(made.comments)).text == "核对"


def test_properties_of_the_template_stay_beside_the_state_of_the_draft() -> None:
    value = f'<v:lpwstr xmlns:v="{TYPES}">甲</v:lpwstr>'
    own = f'<property fmtid="{{A}}" pid="5" name="文号">{value}</property>'
    before = without_state(f'<Properties xmlns="{CUSTOM}">{own}</Properties>'.encode())
    once = custom_xml(before, "t0123abcd" * 40)
    found = [(one.get("pid"), one.get("name")) for one in etree.fromstring(once)]
    assert found == [("5", "文号"), ("6", "drafter底稿1"), ("7", "drafter底稿2")]
    assert without_state(once) == before
    assert custom_xml(before, "") == before


def test_only_the_paragraphs_of_its_own_cell_keep_a_sign_off_together() -> None:
    cells = [f"<w:tc>{printed(text)}</w:tc>" for text in ("某办公室", "盖章处")]
    table = f"<w:tbl><w:tr>{''.join(cells)}</w:tr></w:tbl>"
    inside = f"{printed('正文')}{table}{printed('2024年1月5日')}"
    story = FlatStory(f'<w:body xmlns:w="{NAMESPACE}">{inside}</w:body>')
    text, office, seal, day = story.paragraphs()
    styles = (Style.BODY, Style.SIGNATORY, Style.DATE)
    layout = [
        Block(style, (Piece(PieceKind.TEXT, one.text),))
        for style, one in zip(styles, (text, office, day), strict=True)
    ]
    set_places(layout, [text, office, day], story, {})
    assert formatting.has(office.formatting, "w:keepNext")
    assert not formatting.has(seal.formatting, "w:keepNext")


def test_a_paragraph_in_a_text_box_knows_its_neighbours() -> None:
    inner = printed("甲") + printed("乙")
    box = f"<w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict>"
    story = FlatStory(f'<w:body xmlns:w="{NAMESPACE}"><w:p><w:r>{box}</w:r></w:p></w:body>')
    _, first, second = story.paragraphs()
    assert [one for one in story.row_with(second) if not isinstance(one, str)] == [first, second]


def printed(text: str) -> str:
    """A paragraph that says this."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
