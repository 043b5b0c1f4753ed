"""The templates beside the standard one, as pages: measured, validated, twice the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest

from drafter.app.draft import draft
from tests.making import year_file
from tests.pages import measure_pdf
from tests.pages.measuring import DRAWN, checked, measured
from tests.pages.test_example_pages import EXAMPLES
from tests.tools import audit_errors, sdk_errors, to_pdf
from tests.word.words import paragraph_texts

pytestmark = DRAWN

VARIANTS = ("版心", "上报", "附表")
#: With last year's figures, and without.
TWO = [path for path in EXAMPLES if path.parent.name in {"huadu-2023", "longcheng-2023"}]
OFFICE = "某某街道办事处"
UPWARD = f"""\
报告: {{年度: 2023, 结构: 纲要八章, 成文日期: 2024-01-20, 用途: 上报}}
单位: {{名称: 某某街道, 类型: 街道, 上级: 区政府, 主送: 区政府, 落款: [{OFFICE}]}}
"""


@pytest.fixture(scope="module", params=[(name, path) for name in VARIANTS for path in TWO])
def drawn(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Path, Path]:
    """Name of the template, the year file and the draft."""
    name, path = request.param
    out = draft(path, tmp_path_factory.mktemp("draft") / "draft.docx", word=Path(name)).path
    assert out is not None
    return name, path, out


@pytest.fixture(scope="module")
def page(drawn: tuple[str, Path, Path]) -> dict[str, Any]:
    return measured(to_pdf(drawn[2]))


def test_a_variant_holds_all_fifteen_items_of_the_standard(page: dict[str, Any]) -> None:
    assert checked(page) == (15, [])


def test_a_variant_has_22_lines_of_28_characters(page: dict[str, Any]) -> None:
    assert page["lines"]["median_of_full_pages"] == 22
    assert page["chars"]["per_full_line_mode"] == 28


def test_both_validators_find_nothing_in_a_variant(drawn: tuple[str, Path, Path]) -> None:
    assert sdk_errors(drawn[2]) == []
    assert audit_errors(drawn[2]) == []


def test_a_variant_holds_every_paragraph_of_the_expected_text_in_order(
    drawn: tuple[str, Path, Path],
) -> None:
    _, path, out = drawn
    expected = (path.parent / "expected.txt").read_text(encoding="utf-8").replace("　　", "")
    title, *lines = filter(None, expected.splitlines())
    paragraphs = paragraph_texts(docx.Document(str(out)))
    assert title in "".join(paragraphs)
    found = iter(paragraphs)
    assert [line for line in lines if line not in found] == []


def test_two_runs_are_the_same_bytes(drawn: tuple[str, Path, Path], tmp_path: Path) -> None:
    name, path, out = drawn
    again = draft(path, tmp_path / "again.docx", word=Path(name)).path
    assert again is not None
    assert again.read_bytes() == out.read_bytes()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_the_print_itself_is_37_mm_down_and_225_mm_high(path: Path, tmp_path: Path) -> None:
    out = draft(path, tmp_path / "draft.docx", word=Path("版心")).path
    assert out is not None
    items = measure_pdf.check(measured(to_pdf(out)), optical=True)
    assert [item for item in items if item["ok"] is not True] == []
    assert len(items) == 15


@pytest.fixture(scope="module")
def upward(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The pages of a report that is sent upward, in 上报."""
    folder = tmp_path_factory.mktemp("upward")
    out = draft(year_file(folder, "", head=UPWARD), folder / "a.docx", word=Path("上报")).path
    assert out is not None
    return measured(to_pdf(out))


def test_a_sealed_sign_off_has_its_date_four_characters_from_the_right_on_one_axis(
    upward: dict[str, Any],
) -> None:
    (office,) = upward["elements"]["signature"]["right_gap_chars"]
    (day,) = upward["elements"]["date"]["right_gap_chars"]
    assert day == pytest.approx(4, abs=0.25)
    assert office + len(OFFICE) / 2 == pytest.approx(day + 7.5 / 2, abs=0.25)


def test_a_report_sent_upward_holds_all_fifteen_items_with_its_addressees(
    upward: dict[str, Any],
) -> None:
    assert checked(upward) == (15, [])


def test_the_attachment_is_announced_two_characters_in_and_marked_flush_left(
    tmp_path: Path, upward: dict[str, Any]
) -> None:
    out = draft(TWO[0], tmp_path / "draft.docx", word=Path("附表")).path
    assert out is not None
    elements = measured(to_pdf(out))["elements"]
    assert elements["attachment_note"]["first_line_indent_chars"] == pytest.approx(2, abs=0.1)
    assert elements["attachment_mark"]["first_line_indent_chars"] == pytest.approx(0, abs=0.1)
    assert "attachment_note" not in upward["elements"]
