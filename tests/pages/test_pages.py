"""The printed page, measured: GB/T 9704-2012, 22 lines of 28 characters."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from drafter.writers.docx import docx_bytes
from tests.pages import measure_pdf
from tests.pages.measuring import DRAWN, measured
from tests.tools import TEMPLATE, to_pdf
from tests.word import reports

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.model.report import Report

pytestmark = DRAWN


def pages_of(report: Report, folder: Path) -> dict[str, Any]:
    document = folder / "report.docx"
    document.write_bytes(docx_bytes(report, TEMPLATE))
    return measured(to_pdf(document))


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return pages_of(reports.full(), tmp_path_factory.mktemp("pages"))


def test_all_fifteen_items_of_the_standard_hold(page: dict[str, Any]) -> None:
    items = measure_pdf.check(page)
    assert [item for item in items if item["ok"] is not True] == []
    assert len(items) == 15


def test_full_pages_have_22_lines_and_full_lines_28_characters(page: dict[str, Any]) -> None:
    assert page["lines"]["median_of_full_pages"] == 22
    assert set(page["chars"]["per_full_line_counts"]) == {"28"}
    assert page["chars"]["pure_full_width_lines"] > 80


def test_joint_sign_off_is_centred_on_one_axis_two_characters_from_the_right(
    page: dict[str, Any],
) -> None:
    offices, day = page["elements"]["signature"], page["elements"]["date"]
    assert min(offices["right_gap_chars"]) == pytest.approx(2, abs=0.1)
    widths = (10, 14)
    centres = [
        gap + width / 2 for gap, width in zip(offices["right_gap_chars"], widths, strict=True)
    ]
    assert centres[0] == pytest.approx(centres[1], abs=0.1)
    assert day["right_gap_chars"][0] + 7.5 / 2 == pytest.approx(centres[0], abs=0.25)


@pytest.mark.parametrize(
    ("office", "where"),
    [
        pytest.param("青山区云溪镇人民政府", (16, 18), id="名称长"),
        pytest.param("云溪镇政府", (16.5, 18.5), id="名称短"),
    ],
)
def test_single_office_has_the_date_two_characters_to_its_right(
    office: str, where: tuple[float, float], tmp_path: Path
) -> None:
    report = reports.full(signatories=(office,), dated=date(2025, 1, 20))
    elements = pages_of(report, tmp_path)["elements"]
    indents = [elements[name]["first_line_indent_chars"] for name in ("signature", "date")]
    assert indents == pytest.approx(where, abs=0.1)


def test_gap_in_every_line_does_not_change_the_page(tmp_path: Path) -> None:
    words = reports.sentence("收到复议申请", reports.missing(), "，均已按期办结。")
    report = reports.report(lead=tuple(reports.paragraph(*[words] * 4) for _ in range(12)))
    page = pages_of(report, tmp_path)
    assert [item for item in measure_pdf.check(page) if item["ok"] is not True] == []
    assert set(page["chars"]["per_full_line_counts"]) == {"28"}
