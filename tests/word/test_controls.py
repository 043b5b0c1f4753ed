"""Figures that know themselves in Word, blocks that know where they came from, and a clean end."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml.ns import qn

from drafter.app.opening import open_case
from drafter.model.report import PieceKind
from drafter.writers.blocks import Style, blocks
from drafter.writers.docx import docx_bytes
from drafter.writers.word.controls import bookmark
from tests.making import HEAD, opened
from tests.tools import TEMPLATE, audit_errors, sdk_errors
from tests.word.words import paragraph_texts

if TYPE_CHECKING:
    from docx.document import Document

    from drafter.checks.case import Case

LONGCHENG = Path(__file__).parents[2] / "examples" / "longcheng-2023" / "2023.yaml"
LAST = (
    "报告: {年度: 2022, 结构: 纲要八章}\n单位: {名称: 某街道, 类型: 街道}\n数据: {普法.活动: 3场}\n"
)


@pytest.fixture(scope="module")
def case() -> Case:
    return open_case(LONGCHENG)[0]


@pytest.fixture(scope="module")
def document(case: Case) -> Document:
    return docx.Document(BytesIO(docx_bytes(case.report, TEMPLATE)))


def controls(document: Document) -> list[tuple[str, str, str]]:
    """Tag, title and words of each content control, in order."""
    found = []
    for control in document.element.body.iter(qn("w:sdt")):
        texts = "".join(text.text or "" for text in control.iter(qn("w:t")))
        values = [
            next(iter(control.iter(qn(f"w:{name}")))).get(qn("w:val")) for name in ("tag", "alias")
        ]
        found.append((str(values[0]), str(values[1]), texts))
    return found


def comments(document: Document) -> list[str]:
    return [comment.text for comment in document.comments]


def test_each_figure_is_a_control_with_its_id_and_its_question(
    case: Case, document: Document
) -> None:
    printed = [
        piece
        for block in blocks(case.report)
        for piece in (*block.heading, *block.pieces)
        if piece.kind in {PieceKind.FIGURE, PieceKind.COMPUTED}
    ]
    found = controls(document)
    assert [text for _, _, text in found] == [piece.text for piece in printed]
    assert [tag for tag, _, _ in found] == [p.slot.strip("{}") or p.figures[0] for p in printed]
    questions = {note.question[:64] for note in case.report.notes.values()}
    assert {title for _, title, _ in found} <= questions


def test_each_block_of_title_and_text_carries_its_place_and_a_mark_of_its_words(
    case: Case, document: Document
) -> None:
    frame = {Style.BLANK, Style.ADDRESSEE, Style.SIGNATORY, Style.DATE}
    wanted = [
        bookmark(place, block.text)
        for place, block in enumerate(blocks(case.report))
        if block.style not in frame
    ]
    starts = document.element.body.iter(qn("w:bookmarkStart"))
    assert [start.get(qn("w:name")) for start in starts] == wanted


def test_a_gap_is_a_control_that_can_be_filled_in_in_word(tmp_path: Path) -> None:
    case, _ = opened(tmp_path, "亮点: {普法宣传: ['办{{普法.活动}}']}\n")
    document = docx.Document(BytesIO(docx_bytes(case.report, TEMPLATE)))
    assert [tag for tag, _, text in controls(document) if "待补充" in text].count("普法.活动") == 1


def test_a_reviewer_is_told_how_a_figure_was_worked_out_and_that_it_jumps(tmp_path: Path) -> None:
    (tmp_path / "2022.yaml").write_text(LAST, "utf-8")
    text = "上年: 2022.yaml\n数据: {普法.活动: 300场, 出庭: {开庭: 14件, 负责人: 12件}}\n"
    case, _ = opened(tmp_path, text, head=HEAD)
    told = comments(docx.Document(BytesIO(docx_bytes(case.report, TEMPLATE))))
    assert any("出庭.负责人 / 出庭.开庭" in one and "12件" in one for one in told)
    assert any("上年是3场，今年是300场" in one for one in told)


def test_the_final_version_has_the_same_text_and_nothing_for_reviewers(case: Case) -> None:
    data = docx_bytes(case.report, TEMPLATE, clean=True)
    document = docx.Document(BytesIO(data))
    draft = docx.Document(BytesIO(docx_bytes(case.report, TEMPLATE)))
    assert paragraph_texts(document) == paragraph_texts(draft)
    for tag in ("w:sdt", "w:bookmarkStart", "w:commentRangeStart"):
        assert list(document.element.body.iter(qn(tag))) == []
    assert not {"待补充", "沿用上年"} & {style.name for style in document.styles}


def test_both_validators_find_nothing_in_the_final_version(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "final.docx"
    path.write_bytes(docx_bytes(case.report, TEMPLATE, clean=True))
    assert sdk_errors(path) == []
    assert audit_errors(path) == []
