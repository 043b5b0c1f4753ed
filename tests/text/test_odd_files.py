"""Files of two reports, and lines cut to a page's width: told, and nothing else is."""

from __future__ import annotations

import pytest

from drafter.model.old_report import RawDocument, RawParagraph
from drafter.model.spot import Spot
from drafter.text.odd_files import first_cut_line, second_title
from drafter.text.old_outline import understand

TITLE = "某县2023年法治政府建设年度报告"
OTHER = "某局2024年度法治政府建设工作情况报告"
BODY = ["一、主要举措", "全年办理复议案件12件。", "某县人民政府", "2024年1月20日"]
LONG = "全县三十二个执法部门全年办理行政处罚案件九千余件，行政许可四十余万件，"


def document(*lines: str, kind: str = "txt", table: bool = False) -> RawDocument:
    """A file of these lines; an empty one is a blank line."""
    paragraphs = tuple(
        RawParagraph(line, Spot("a.txt", n), table=int(table))
        for n, line in enumerate(lines, 1)
        if line
    )
    return RawDocument("a.txt", kind, paragraphs)


def second(made: RawDocument) -> str:
    found = second_title(made, understand(made))
    return found.text if found else ""


def test_a_second_title_in_the_text_is_another_report() -> None:
    assert second(document(TITLE, *BODY, OTHER, *BODY)) == OTHER


@pytest.mark.parametrize(
    "line",
    [
        TITLE,
        f"{OTHER}。",
        f"印发《{OTHER}》，公开征求意见",
        "二、2024年法治政府建设工作情况报告",
        "2024年法治政府建设工作安排",
        "依法行政工作报告",
    ],
)
def test_what_only_speaks_of_a_report_is_none(line: str) -> None:
    assert second(document(TITLE, *BODY[:2], line, *BODY[1:])) == ""


def test_a_title_in_a_table_is_no_second_report() -> None:
    assert second(document(TITLE, *BODY[:2], OTHER, kind="docx", table=True)) == ""


def test_paragraphs_cut_to_a_pages_width_are_told_by_their_first_cut_line() -> None:
    cut = [part for n in range(6) for part in (LONG[:30], f"{LONG[30:]}共{n}件。", "")]
    lines = [LONG[:30], LONG[:30], LONG[:30], "办结。", ""]
    made = document(TITLE, "", *(lines * 3))
    found = first_cut_line(made)
    assert found is not None
    assert found.spot.line == 3
    assert first_cut_line(document(TITLE, "", *cut)) is not None


def test_whole_paragraphs_headings_and_other_files_are_not_cut() -> None:
    whole = [f"{LONG}共{n}件。" for n in range(9)]
    headings = [line for n in "一二三四五六" for line in (f"（{n}）{LONG[:20]}", f"{LONG[:20]}。")]
    apart = [line for n in range(9) for line in (f"{LONG[:30]}{n}", "")]
    assert first_cut_line(document(TITLE, *whole)) is None
    assert first_cut_line(document(TITLE, *headings)) is None
    assert first_cut_line(document(TITLE, *apart)) is None
    assert first_cut_line(document(TITLE, *([LONG[:30]] * 9), kind="docx")) is None
    assert first_cut_line(document(TITLE, LONG[:30], "办结。")) is None
