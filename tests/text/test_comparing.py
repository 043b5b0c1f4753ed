"""Two years' texts and figures side by side."""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.comparison import Account, Comparison, Datum, Kind, Line
from drafter.model.finding import Severity
from drafter.model.spot import Spot
from drafter.text.alike import masked, paired, sentences
from drafter.text.comparing import compare
from drafter.text.quantity import read_quantity
from drafter.text.solved_back import solved

if TYPE_CHECKING:
    from drafter.model.comparison import FigureChange

_COUNT = re.compile(r"(?<![0-9.])[1-9][0-9.]*(?:件|宗|场|万元|人|%)(?!，占)")


def account(text: str, year: int = 2023, *, ids: dict[str, str] | None = None) -> Account:
    """An account of sentences, `# ` before a heading; figures by the words in front of them.

    Args:
        text: one paragraph a line.
        year: the year reported on.
        ids: figures of a year file that no sentence prints: id -> as typed.
    """
    lines: list[Line] = []
    data: list[Datum] = []
    headings: list[Line] = []
    section = ""
    for row, paragraph in enumerate(text.split("\n"), start=1):
        spot = Spot(f"{year}.txt", row)
        if paragraph.startswith("# "):
            section = paragraph[2:]
            headings.append(Line(section, section, spot))
            continue
        for start, end in sentences(paragraph):
            sentence = paragraph[start:end]
            for found in _COUNT.finditer(sentence):
                name, quantity = sentence[: found.start()][-8:], read_quantity(found.group())
                place = (len(lines), found.start(), found.end())
                data.append(Datum("", name, quantity, spot, *place))
            lines.append(Line(sentence, section, spot))
    for id_, typed in (ids or {}).items():
        data.append(Datum(id_, id_, read_quantity(typed), Spot(f"{year}.yaml")))
    return Account(f"{year}.txt", year, bool(ids), tuple(headings), tuple(lines), tuple(data))


def compared(last: str, this: str) -> Comparison:
    return compare(account(last, 2022), account(this))


def figures(last: dict[str, str], this: dict[str, str]) -> Comparison:
    return compare(account("", 2022, ids=last), account("", ids=this))


def only(comparison: Comparison) -> FigureChange:
    (row,) = comparison.figures
    return row


@pytest.mark.parametrize(
    ("last", "this", "kind", "change"),
    [
        ("466宗", "786宗", Kind.CHANGED, "增长68.67%"),
        ("786宗", "466宗", Kind.CHANGED, "下降40.71%"),
        ("97.1%", "98.73%", Kind.CHANGED, "提高1.63个百分点"),
        ("98.73%", "97.1%", Kind.CHANGED, "降低1.63个百分点"),
        ("30000余份", "4万余份", Kind.CHANGED, "增加"),
        ("0件", "5件", Kind.CHANGED, "增加"),
        ("466件", "466宗", Kind.CHANGED, "单位由件改为宗"),
        ("1.2万件", "12000件", Kind.SAME, ""),
        ("86%", "86.00%", Kind.SAME, ""),
    ],
)
def test_a_figure_of_both_years_tells_its_change(
    last: str, this: str, kind: Kind, change: str
) -> None:
    row = only(figures({"复议.收到": last}, {"复议.收到": this}))
    assert (row.kind, row.change) == (kind, change)


def test_a_figure_of_one_year_only_is_new_or_gone() -> None:
    comparison = figures({"普法.活动": "36场"}, {"普法.资料": "500份"})
    assert [(row.id, row.kind) for row in comparison.figures] == [
        ("普法.资料", Kind.NEW),
        ("普法.活动", Kind.GONE),
    ]


@pytest.mark.parametrize("typed", ["786宗", "47场", "98.73%", "1.5万份", "150件"])
def test_a_telling_value_that_did_not_change_is_noted(typed: str) -> None:
    (finding,) = figures({"a": typed}, {"a": typed}).findings
    assert (finding.code, finding.severity) == ("F304", Severity.WARNING)


@pytest.mark.parametrize("typed", ["7件", "10场", "30件", "100%", "0件"])
def test_a_value_that_many_years_share_is_not_noted(typed: str) -> None:
    assert figures({"a": typed}, {"a": typed}).findings == ()


@pytest.mark.parametrize(
    ("last", "this", "code"),
    [
        ("26280件", "2628件", "F302"),
        ("466宗", "4660宗", "F302"),
        ("466宗", "4659宗", None),
        ("2场", "25场", None),
        ("466件", "466宗", "F303"),
        ("466", "466宗", "F304"),
    ],
)
def test_a_jump_of_ten_times_and_a_switched_unit_are_noted(
    last: str, this: str, code: str | None
) -> None:
    found = [finding.code for finding in figures({"a": last}, {"a": this}).findings]
    assert found == ([code] if code else [])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("收到申请786宗，同比增长68.67%。", 466),
        ("收到申请786宗,同比增长68.67％。", 466),
        ("收到申请786宗（同比上升68.67%）。", 466),
        ("收到申请786宗，比上年增加68.67%。", 466),
        ("收到申请786宗，较去年同期增长了68.7%。", 466),
        ("受理来信363件，同比下降11.46%。", 410),
        ("办理1,363件，同比下降11.46%。", 1539),
    ],
)
def test_a_rate_gives_last_years_count(text: str, value: int) -> None:
    (rate,) = solved(text, 0)
    assert rate.value == value


@pytest.mark.parametrize(
    "text",
    [
        "办理26280件，同比增长7%。",  # 24455 to 24675
        "办理2.63万件，同比增长7.12%。",
    ],
)
def test_a_rate_that_leaves_more_than_half_a_count_gives_no_value(text: str) -> None:
    (rate,) = solved(text, 0)
    assert rate.value is None
    assert rate.high - rate.low > 1


@pytest.mark.parametrize(
    "text",
    [
        "办理300余件，同比增长7.12%。",
        "办理近300件，同比增长7.12%。",
        "办结率98.73%，同比提升1.2%。",
        "办理300件，同比增长3个百分点。",
        "办理300件，同比下降100%。",
        "办理300件，占比7.12%。",
        "2023年收到320件，2022年为256件，同比增长25%。",
        "来访213批次547人次，同比下降9.36%。",
    ],
)
def test_what_gives_no_exact_count_of_last_year_is_left_alone(text: str) -> None:
    assert list(solved(text, 0)) == []


def test_a_rate_that_last_years_count_contradicts_is_an_error() -> None:
    last, this = "全年收到复议申请460宗。", "全年收到复议申请786宗，同比增长68.67%。"
    (finding,) = compared(last, this).findings
    assert (finding.code, finding.severity) == ("F301", Severity.ERROR)
    assert "466宗" in finding.message
    assert "460宗" in finding.message


@pytest.mark.parametrize("count", [465, 467])
def test_a_contradiction_by_one_is_found(count: int) -> None:
    last, this = f"收到复议申请{count}宗。", "收到复议申请786宗，同比增长68.67%。"
    assert [finding.code for finding in compared(last, this).findings] == ["F301"]


def test_a_rate_that_agrees_is_no_finding() -> None:
    last, this = "全年收到复议申请466宗。", "全年收到复议申请786宗，同比增长68.67%。"
    assert compared(last, this).findings == ()


def test_a_rate_rounded_to_a_whole_percent_contradicts_only_beyond_its_rounding() -> None:
    this = "全年受理咨询26280件，同比增长7%。"
    for count, codes in ((24500, []), (24000, ["F301"])):
        found = compared(f"全年受理咨询{count}件。", this).findings
        assert [finding.code for finding in found] == codes


def test_a_rate_whose_count_last_year_does_not_tell_gives_the_value_away() -> None:
    comparison = compared("推进依法行政。", "全年收到复议申请786宗，同比增长68.67%。")
    (finding,) = comparison.findings
    assert (finding.code, finding.severity) == ("F305", Severity.INFO)
    assert "466宗" in comparison.figures[0].remark


def test_a_figure_that_its_rate_makes_is_found_in_last_years_text() -> None:
    last = "全年开展检查260场，立案36件，结案35件。"
    comparison = compared(last, "检查312场，同比增长20%；立案45件，同比增长25%。")
    (row,) = (row for row in comparison.figures if row.this and row.this.quantity.text == "45件")
    assert row.last
    assert (row.last.quantity.text, row.kind) == ("36件", Kind.CHANGED)
    assert "45件" not in "".join(finding.text for finding in comparison.findings)


@pytest.mark.parametrize("last", ["结案36件。", "立案36宗。"])
def test_a_value_in_other_words_is_not_what_a_rate_makes(last: str) -> None:
    comparison = compared(f"全年检查各类企业和单位260场，{last}", "立案45件，同比增长25%。")
    assert [finding.code for finding in comparison.findings if "45件" in finding.text] == ["F305"]


def test_figures_of_reports_are_paired_by_their_words_and_not_by_their_order() -> None:
    last = "办理人大代表建议208件，办理政协提案229件。"
    this = "办理政协提案230件。全年办理人大代表建议199件，群众满意。"
    pairs = {
        row.this.quantity.text: row.last.quantity.text
        for row in compared(last, this).figures
        if row.this and row.last
    }
    assert pairs == {"230件": "229件", "199件": "208件"}


def test_figures_of_other_things_are_not_paired() -> None:
    comparison = compared("收到行政复议申请786宗。", "举办普法宣传活动786场。")
    assert [row.kind for row in comparison.figures] == [Kind.NEW, Kind.GONE]
    assert [finding.code for finding in comparison.findings] == ["B106"]


def test_two_ids_that_differ_are_never_paired() -> None:
    comparison = figures({"公开.依申请": "786件"}, {"复议.收到": "786件"})
    assert [row.kind for row in comparison.figures] == [Kind.NEW, Kind.GONE]


def test_a_sentence_with_new_numbers_is_carried_and_its_numbers_are_told() -> None:
    (pair,) = compared("全年受理案件466件。", "全年受理案件786件。").sentences.carried
    assert pair.numbers == (("466", "786"),)


def test_a_year_that_moved_is_no_new_number() -> None:
    (pair,) = compared("2022年工作情况如下。", "2023年工作情况如下。").sentences.carried
    assert pair.numbers == ()


@pytest.mark.parametrize(
    ("last", "this"),
    [
        ("一是加强领导,压实责任。", "三是加强领导，压实责任；"),
        ("落实“谁执法谁普法”责任制。", '落实"谁执法谁普法"责任制。'),
        ("全面推进严格规范公正文明执法工作。", "全面推进严格规范公正文明的执法工作。"),
        ("发放资料1,200份。", "发放资料1500份。"),
        ("全年收到复议申请466宗。", "全年收到复议申请【待补充：行政复议申请】宗。"),
    ],
)
def test_marks_list_numbers_and_single_words_do_not_hide_a_carried_sentence(
    last: str, this: str
) -> None:
    sentences_ = compared(last, this).sentences
    assert (len(sentences_.carried), sentences_.new, sentences_.gone) == (1, (), ())


def test_a_short_sentence_must_be_the_same() -> None:
    sentences_ = compared("加强队伍建设。", "加强制度建设。").sentences
    assert (len(sentences_.carried), len(sentences_.new), len(sentences_.gone)) == (0, 1, 1)


def test_shares_count_the_characters_of_carried_sentences_by_section() -> None:
    last = "# 成效\n全年受理案件466件。"
    this = "# 成效\n全年受理案件786件。今年建成了新的大厅一座。\n# 安排\n明年再接再厉。"
    comparison = compared(last, this)
    shares = [(share.section, share.carried, share.characters) for share in comparison.shares]
    assert shares == [("成效", 11, 23), ("安排", 0, 7)]
    assert comparison.whole.share == pytest.approx(11 / 30)
    assert [line.text for line in comparison.headings.new] == ["安排"]
    assert len(comparison.headings.carried) == 1


def test_an_empty_report_has_a_share_of_nothing() -> None:
    assert compared("加强队伍建设。", "").whole.share == 0


def test_years_the_wrong_way_round_are_told() -> None:
    comparison = compare(account("", 2023), account("", 2022))
    assert [finding.code for finding in comparison.findings] == ["B107"]


@given(st.lists(st.text("甲乙丙丁0123。；，一是", max_size=30), max_size=20))
def test_a_text_compared_with_itself_is_all_carried(rows: list[str]) -> None:
    text = "\n".join(rows)
    comparison = compared(text, text)
    assert comparison.sentences.new == comparison.sentences.gone == ()
    assert comparison.whole.carried == comparison.whole.characters


@given(st.text("甲乙。！？；”）〔12 ", max_size=60))
def test_sentences_leave_nothing_but_blanks_out(text: str) -> None:
    cut = "".join(text[start:end] for start, end in sentences(text))
    assert Counter(cut.replace(" ", "")) == Counter(text.replace(" ", ""))


def test_a_masked_sentence_is_masked_for_good() -> None:
    once = masked("一是2023年受理1.5万件、办结98.73%。")
    assert masked(once) == once


def calls(times: int) -> int:
    """How many functions run while a text so many times over is compared with a changed one."""
    chance = random.Random(4)  # noqa: S311 - a text, no secret
    letters = "推进依法行政加强执法监督建设队伍提升服务"
    base = ["".join(chance.choices(letters, k=30)) for _ in range(20)] * times
    this = [f"{text[:9]}新{text[9:]}" for text in base]
    count = 0

    def counted(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(counted)
    try:
        pairs = paired(base, this)
    finally:
        sys.setprofile(None)
    assert None not in pairs
    return count


def test_four_times_the_text_takes_no_more_than_six_times_the_work() -> None:
    """Counted in calls, not in seconds; by its square it would be 16 times."""
    assert calls(32) < 6 * calls(8)
