"""Year files and reports compared, and chains of years."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drafter.app.compare import compare
from drafter.app.draft import Format, draft
from drafter.app.years import MOST, history
from drafter.model.comparison import Kind
from drafter.model.finding import DrafterError, Severity
from drafter.writers.comparison import comparison_lines
from tests.making import year_file

if TYPE_CHECKING:
    from drafter.model.comparison import FigureChange

ROOT = Path(__file__).parents[2]
HUADU = ROOT / "examples" / "huadu-2023"
SAMPLE = ROOT.parent / "shared" / "samples" / "001_bfb673fb5af5df88.txt"
HEAD = """\
报告: {{年度: {year}, 结构: 本文件}}
单位: {{名称: 某某街道, 类型: 街道, 自称: 我街道}}
章节:
  - 题: 成效
    文: {text}
"""


def own(folder: Path, year: int, text: str, rest: str = "") -> Path:
    """A year file that brings its own text."""
    head = HEAD.format(year=year, text=text)
    return year_file(folder, rest, head=head, name=f"{year}.yaml")


def report(folder: Path, year: int, text: str) -> Path:
    """A published report."""
    path = folder / f"{year}.txt"
    title = f"某某街道{year}年法治政府建设年度报告"
    path.write_text(f"{title}\n一、主要成效\n{text}\n", encoding="utf-8")
    return path


def row(rows: tuple[FigureChange, ...], id_: str) -> FigureChange:
    return next(row for row in rows if row.id == id_)


def test_the_example_and_its_last_year_agree_on_466_and_786() -> None:
    compared = compare(HUADU / "last" / "2022.yaml", HUADU / "2023.yaml")
    change = row(compared.comparison.figures, "复议.收到")
    assert change.last
    assert change.this
    assert (change.last.quantity.text, change.this.quantity.text) == ("466宗", "786宗")
    assert (change.kind, change.change, change.remark) == (Kind.CHANGED, "增长68.67%", "")
    assert compared.findings == ()


def test_a_typed_rate_that_last_years_file_contradicts_is_an_error(tmp_path: Path) -> None:
    last = own(tmp_path, 2022, "全年收到申请{{复议.收到}}", "数据: {复议.收到: 460宗}\n")
    text = "全年收到申请{{复议.收到}}，同比增长68.67%"
    this = own(tmp_path, 2023, text, "数据: {复议.收到: 786宗}\n")
    found = [f for f in compare(last, this).findings if f.severity is Severity.ERROR]
    assert [finding.code for finding in found] == ["F301"]
    assert (found[0].spot.file, found[0].spot.line) == (str(this), 6)


def test_a_figure_that_was_renamed_is_the_same_figure(tmp_path: Path) -> None:
    last = own(
        tmp_path, 2022, "推进工作", "数据: {巡查.场次: 36场}\n指标: {巡查.场次: {名: 巡查}}\n"
    )
    named = "指标: {巡河.次数: {名: 巡河, 单位: 场, 曾用: 巡查.场次}}\n"
    this = own(tmp_path, 2023, "推进工作", "数据: {巡河.次数: 41场}\n" + named)
    (change,) = compare(last, this).comparison.figures
    assert (change.id, change.kind) == ("巡河.次数", Kind.CHANGED)


def test_a_file_that_only_keeps_last_years_figures_gives_its_figures(tmp_path: Path) -> None:
    head = "报告: {年度: 2022}\n单位: {名称: 某某街道, 类型: 街道}\n"
    last = year_file(tmp_path, "数据: {普法.活动: 36}\n", head=head, name="2022.yaml")
    this = own(tmp_path, 2023, "推进工作", "数据: {普法.活动: 41场}\n")
    compared = compare(last, this)
    (change,) = compared.comparison.figures
    assert change.last
    assert (change.last.quantity.text, change.change) == ("36场", "增长13.89%")
    assert [finding.code for finding in compared.findings] == ["B108"]


def test_a_draft_compared_with_its_year_file_is_the_same_text(tmp_path: Path) -> None:
    out = tmp_path / "a.txt"
    draft(HUADU / "2023.yaml", out, to=Format.TXT)
    comparison = compare(out, HUADU / "2023.yaml").comparison
    assert comparison.whole.share == 1
    assert {change.kind for change in comparison.figures if change.last and change.this} == {
        Kind.SAME
    }
    assert sum(change.kind is Kind.SAME for change in comparison.figures) >= 40


def test_a_sentence_that_waits_for_its_figure_is_still_last_years(tmp_path: Path) -> None:
    text = "全年深入村居开展普法宣传活动{{普法.活动}}，群众反响热烈"
    last = own(tmp_path, 2022, text, "数据: {普法.活动: 36场}\n")
    this = own(tmp_path, 2023, text)
    (pair,) = compare(last, this).comparison.sentences.carried
    assert "【待补充" in pair.this.text


def test_what_is_not_yet_written_is_not_said_to_be_new(tmp_path: Path) -> None:
    path = year_file(tmp_path, "数据: {普法.活动: 36场}\n")
    comparison = compare(path, path).comparison
    # The chapter of next year's work opens with words of its own, which a draft without gaps drops.
    assert [line.text for line in comparison.headings.new] == ["存在的不足和下一步工作安排"]
    assert [line.text[:5] for line in comparison.sentences.new] == ["2024年"]
    assert len(comparison.headings.waiting) > 5
    assert all("【待补充" in line.text for line in comparison.sentences.waiting)
    told = ["".join(text for text, _ in line) for line in comparison_lines(comparison, (), 100)]
    waiting = len(comparison.sentences.waiting)
    assert any(f"新写1句，去掉0句；另有{waiting}句还待补充" in line for line in told)


def test_what_this_years_file_leaves_open_is_not_said_to_be_gone(tmp_path: Path) -> None:
    figures = "数据: {普法: {活动: 28场, 资料: 1200份}, 信访.受理: 3件, 调解.受理: 5宗}\n"
    now = "数据: {普法: {活动: , 资料: 无}, 信访.受理: 不涉及}\n"
    last, this = own(tmp_path, 2022, "文", figures), own(tmp_path, 2023, "文", now)
    compared = compare(last, this)
    head, _, *told = (
        "".join(text for text, _ in line)
        for line in comparison_lines(compared.comparison, (), width=100)
    )
    assert "不再出现4项（其中1项问卷里还没有填）" in head
    assert [line.split()[1:] for line in told[:4]] == [
        ["28场", "问卷里还没有填"],
        ["1200份", "今年填的是无"],
        ["3件", "今年填的是不涉及"],
        ["5宗", "不再出现"],
    ]
    assert {row.kind for row in compared.comparison.figures} == {Kind.GONE}


def test_a_year_file_and_a_report_meet_in_their_words(tmp_path: Path) -> None:
    last = report(tmp_path, 2022, "全年开展普法活动36场，发放资料500份。")
    text = "全年开展普法活动{{普法.活动}}，印发资料{{普法.资料}}"
    this = own(tmp_path, 2023, text, "数据: {普法.活动: 41场, 普法.资料: 600份}\n")
    change = row(compare(last, this).comparison.figures, "普法.活动")
    assert change.last
    assert change.last.quantity.text == "36场"


def test_two_reports_are_compared_sentence_by_sentence(tmp_path: Path) -> None:
    last = report(tmp_path, 2022, "全年开展普法活动36场。积极推进依法行政各项工作。")
    this = report(tmp_path, 2023, "全年开展普法活动41场。建成法治文化公园一座。")
    comparison = compare(last, this).comparison
    assert [pair.numbers for pair in comparison.sentences.carried] == [(("36", "41"),)]
    assert [line.text for line in comparison.sentences.new] == ["建成法治文化公园一座。"]
    assert [line.text for line in comparison.sentences.gone] == ["积极推进依法行政各项工作。"]
    (change,) = comparison.figures
    assert (change.id, change.name, change.change) == ("", "全年开展普法活动", "增长13.89%")


def test_what_a_figure_came_from_is_not_this_years(tmp_path: Path) -> None:
    last = report(tmp_path, 2022, "办理行政处罚案件1500件，收到复议申请256件。")
    told = "行政处罚案件由1500件降至1200件。收到复议申请320件，2022年为256件，同比增长25%。"
    compared = compare(last, report(tmp_path, 2023, told))
    rows = [(row.last, row.this) for row in compared.comparison.figures]
    values = [(b and b.quantity.text, now and now.quantity.text) for b, now in rows]
    assert values == [("1500件", "1200件"), ("256件", "320件")]
    assert {finding.code for finding in compared.findings} <= {"B106"}


def test_a_total_of_several_years_is_no_single_years_figure(tmp_path: Path) -> None:
    last = report(tmp_path, 2022, "全年开展普法活动200场。")
    this = report(tmp_path, 2023, "2021年至2023年累计开展普法活动600场。")
    kinds = [change.kind for change in compare(last, this).comparison.figures]
    assert kinds == [Kind.NEW, Kind.GONE]


def test_a_rate_of_change_is_no_figure_of_its_own(tmp_path: Path) -> None:
    this = report(tmp_path, 2023, "全年收到复议申请786宗，同比增长68.67%。")
    last = report(tmp_path, 2022, "推进依法行政。")
    names = [change.name for change in compare(last, this).comparison.figures]
    assert names == ["全年收到复议申请"]


@pytest.mark.skipif(not SAMPLE.exists(), reason="the samples are not here")
def test_most_figures_of_a_real_report_find_their_id() -> None:
    """The example says the same figures in other words."""
    rows = compare(SAMPLE, HUADU / "2023.yaml").comparison.figures
    same = [change for change in rows if change.kind is Kind.SAME]
    assert len(same) >= 28
    assert row(rows, "法援.案件").kind is Kind.SAME
    assert row(rows, "公开.依申请").kind is Kind.SAME


def test_a_file_that_is_missing_stops_the_comparison(tmp_path: Path) -> None:
    with pytest.raises(DrafterError):
        compare(tmp_path / "2022.yaml", HUADU / "2023.yaml")


def chain(folder: Path, first: int, last: int) -> Path:
    """A year file a year, each pointing to the one before it."""
    for year in range(first, last + 1):
        prior = f"上年: {year - 1}.yaml\n" if year > first else ""
        own(folder, year, "推进工作", f"{prior}数据: {{普法.活动: {year - 2000}场}}\n")
    return folder / f"{last}.yaml"


def test_a_chain_is_read_back_newest_first(tmp_path: Path) -> None:
    years, findings = history(chain(tmp_path, 2019, 2022))
    assert [answers.year for answers in years] == [2022, 2021, 2020, 2019]
    assert findings == ()


def test_several_years_of_a_figure_stand_in_a_row(tmp_path: Path) -> None:
    this = chain(tmp_path, 2020, 2023)
    (years,) = compare(tmp_path / "2022.yaml", this).years
    values = {year: quantity.text for year, quantity in years.values.items()}
    assert values == {2020: "20场", 2021: "21场", 2022: "22场", 2023: "23场"}


def test_two_years_make_no_row(tmp_path: Path) -> None:
    this = chain(tmp_path, 2022, 2023)
    assert compare(tmp_path / "2022.yaml", this).years == ()


def test_a_circle_of_years_is_told_and_ends(tmp_path: Path) -> None:
    own(tmp_path, 2021, "推进工作", "上年: 2022.yaml\n")
    years, (finding,) = history(own(tmp_path, 2022, "推进工作", "上年: ../2021.yaml\n"))
    assert (len(years), finding.code) == (1, "B111")
    years, (finding,) = history(own(tmp_path, 2022, "推进工作", "上年: 2021.yaml\n"))
    assert ([answers.year for answers in years], finding.code) == ([2022, 2021], "B110")


def test_a_file_that_points_to_itself_is_a_circle(tmp_path: Path) -> None:
    years, (finding,) = history(own(tmp_path, 2022, "推进工作", "上年: ./2022.yaml\n"))
    assert (len(years), finding.code) == (1, "B110")


def test_a_missing_earlier_year_is_told_where_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "2020.yaml").unlink(missing_ok=True)
    path = own(tmp_path, 2021, "推进工作", "上年: 2020.yaml\n")
    _, (finding,) = history(path)
    assert (finding.code, finding.severity) == ("B111", Severity.WARNING)
    assert finding.spot.file == str(path)


def test_a_chain_is_followed_ten_years_back_and_no_further(tmp_path: Path) -> None:
    years, (finding,) = history(chain(tmp_path, 2010, 2022))
    assert (len(years), finding.code) == (MOST, "B112")
