"""Lines of a PDF's pages: what is no text, footnotes, tables."""

from __future__ import annotations

from drafter.readers.documents.pdf_lines import Line, furniture, healed
from drafter.readers.documents.pdf_notes import find_notes
from drafter.readers.documents.pdf_page import Char

BODY, SMALL, MARK = 16.0, 10.5, 6.4


def row(text: str, base: float, size: float = BODY) -> list[Char]:
    """A line's characters from the left margin on."""
    return [
        Char(char, 72 + n * size, 72 + (n + 1) * size, base, size) for n, char in enumerate(text)
    ]


def marked(text: str, mark: str, base: float) -> list[Char]:
    """A line with a raised mark behind its first two characters."""
    chars = row(text, base)
    raised = [Char(char, 104, 108, base + 4.3, MARK) for char in mark]
    return [*chars[:2], *raised, *chars[2:]]


def line(
    text: str, page: int, base: float, size: float = BODY, *, note: bool = False, gaps: bool = False
) -> Line:
    """A line that reaches from margin to margin; `gaps`: its words are cells."""
    cells = tuple(text.split()) if gaps else (text,)
    return Line(text, page, 72, 540, base, size, cells, note)


def test_a_raised_mark_leads_to_the_small_lines_at_the_foot_that_begin_with_it() -> None:
    rows = [
        marked("共有人员三十名，", "1", 400),
        row("其中乡镇十二名。", 372),
        row("1含县级部门。", 100, SMALL),
        row("数据截至年底。", 85, SMALL),
    ]
    notes = find_notes(rows)
    assert notes.first == 2
    assert "".join(char.text for char in notes.marks) == "1"


def test_the_page_number_below_the_footnotes_may_be_as_large_as_the_text() -> None:
    rows = [
        marked("共有人员三十名，", "1", 400),
        row("其中乡镇十二名。", 372),
        row("1含县级部门。", 100, SMALL),
        row("—3—", 60, 14),
    ]
    assert find_notes(rows).first == 2


def test_two_footnotes_have_two_marks() -> None:
    rows = [
        marked("共有人员三十名，", "①", 400),
        marked("其中乡镇十二名。", "②", 372),
        row("①含县级部门。", 100, SMALL),
        row("②含简易程序。", 85, SMALL),
    ]
    notes = find_notes(rows)
    assert notes.first == 2
    assert "".join(char.text for char in notes.marks) == "①②"


def test_small_lines_without_a_mark_and_marks_without_a_line_stay() -> None:
    table = [row("合计 12 15", 100, SMALL)]
    nothing: tuple[list[list[Char]], ...] = (
        [row("共有人员三十名，", 400), *table],
        [marked("面积三百m，", "2", 400), *table],
        [marked("共有人员三十名，", "1", 400), row("1含县级部门。", 100)],
        [marked("共有人员三十名，", "1", 400), [], row("其中乡镇十二名。", 100)],
        [marked("清理垃圾三百m，", "3", 400), row("3", 60, SMALL)],
        [],
    )
    for rows in nothing:
        notes = find_notes(rows)
        assert (notes.first, notes.marks) == (len(rows), ())


def test_a_small_line_on_top_of_both_pages_is_a_running_head() -> None:
    def pages(size: float) -> list[str]:
        lines = [
            line("某县法治政府建设年度报告", 1, 744, size),
            line("全年受理复议申请二百件，", 1, 700),
            line("某县法治政府建设年度报告", 2, 744, size),
            line("办结一百件。", 2, 700),
            line("某县司法局", 2, 672),
        ]
        return furniture(lines)

    assert pages(SMALL) == ["页眉页脚", "", "页眉页脚", "", ""]
    assert pages(BODY) == [""] * 5


def test_a_footnote_stands_below_the_text_and_above_the_page_number() -> None:
    lines = [
        line("全年受理复议申请二百件，", 1, 700),
        line("1含县级部门。", 1, 90, SMALL, note=True),
        line("— 1 —", 1, 60, SMALL, note=True),
        line("办结一百件。", 2, 700),
    ]
    reasons = furniture(lines)
    assert reasons == ["", "脚注", "页码", ""]
    (kept,) = healed([line for line, why in zip(lines, reasons, strict=True) if not why])
    assert kept.text == "全年受理复议申请二百件，办结一百件。"


def test_rows_with_wide_gaps_are_a_table_cell_by_cell() -> None:
    lines = [
        line("执法情况如下表。", 1, 700),
        line("指标 2022年 2023年", 1, 672, gaps=True),
        line("行政处罚 8900", 1, 657, gaps=True),
        line("行政检查 5200 5600", 1, 642, gaps=True),
        line("全年培训三十人。", 1, 614),
    ]
    found = [(one.text, one.table) for one in healed(lines)]
    assert found[0] == ("执法情况如下表。", 0)
    assert found[-1] == ("全年培训三十人。", 0)
    cells = ["指标", "2022年", "2023年", "行政处罚", "8900", "行政检查", "5200", "5600"]
    assert found[1:-1] == [(cell, 1) for cell in cells]


def test_offices_that_sign_side_by_side_are_no_table() -> None:
    lines = [
        line("全年培训三十人。", 1, 700),
        line("某县司法局 某县公安局", 1, 672, gaps=True),
        line("2024年1月4日 2024年1月5日", 1, 644, gaps=True),
    ]
    assert not any(one.table for one in healed(lines))
