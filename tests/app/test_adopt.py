"""A published report as a year file: nothing lost, figures known by the words around them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.app.adopt import adopt, guess_kind
from drafter.model.finding import DrafterError
from drafter.model.kit import Kind
from drafter.readers.year_file import read_year_file
from drafter.text.evening import even
from drafter.text.old_outline import printed
from tests.app.adopting import adopted_text, drafted, heading, report, text

if TYPE_CHECKING:
    from drafter.model.old_report import OldBlock

_ROOT = Path(__file__).resolve().parents[2]
_SAMPLES = _ROOT.parent / "shared" / "samples"
_GOLD = _ROOT / "tests" / "documents" / "gold" / "mapping.txt"
_SAMPLE_NUMBERS = ("000", "001", "002", "003", "004")
_PRECISION, _RECALL = 0.97, 0.75


def _sample(number: str) -> Path:
    found = sorted(_SAMPLES.glob(f"{number}_*.txt"))
    if not found:
        pytest.skip("the samples are not here")
    return found[0]


@pytest.mark.parametrize("number", _SAMPLE_NUMBERS)
def test_the_draft_of_an_adopted_sample_is_its_text(number: str, tmp_path: Path) -> None:
    out = tmp_path / "年.yaml"
    old = adopt(_sample(number), out, place="某街道").report
    lines = drafted(out, out.read_text(encoding="utf-8"))
    body = [printed(block) for block in old.blocks]
    assert lines[: len(body)] == body
    assert lines[len(body) : len(body) + len(old.signatories)] == list(old.signatories)
    source = {even(line) for line in _sample(number).read_text(encoding="utf-8").split("\n")}
    assert all(line in source or f"{line}。" in source for line in body)


def test_figures_of_the_samples_are_mapped_rightly() -> None:
    right = wrong = meant = 0
    for number in _SAMPLE_NUMBERS:
        gold, at = _gold(number), 0
        meant += sum(id_ != "-" for _, id_ in gold)
        for figure in adopt(_sample(number), write=False).figures:
            printed_ = figure.statistic.quantity.text
            place = next((n for n in range(at, len(gold)) if gold[n][0] == printed_), None)
            wanted = "-" if place is None else gold[place][1]
            at = at if place is None else place + 1
            if figure.mapped and figure.id in wanted.split("|"):
                right += 1
            elif figure.mapped:
                wrong += 1
    assert right / (right + wrong) >= _PRECISION
    assert right / meant >= _RECALL


def _gold(number: str) -> list[tuple[str, str]]:
    lines = _GOLD.read_text(encoding="utf-8").split("\n")
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    return [(printed_, id_) for sample, printed_, id_ in rows if sample == number]


_MADE_UP = {
    "several paragraphs before the first heading": (
        text("第一段导语。"),
        text("第二段导语，有3个要点。"),
        heading(1, "一、", "主要工作"),
        text("正文。"),
    ),
    "no heading at all": (text("只有一段。"), text("还有一段。")),
    "several paragraphs below one heading": (
        heading(1, "一、", "主要工作"),
        text("甲。"),
        text("乙。"),
        heading(2, "（一）", "普法", "开展活动20场。"),
        text("丙。"),
    ),
    "a skipped level": (
        heading(1, "一、", "主要工作"),
        heading(3, "1.", "普法", "开展活动20场。"),
        heading(3, "2.", "复议", "收到申请3件。"),
        heading(1, "二、", "不足"),
        text("有不足。"),
    ),
    "headings without numbers": (
        heading(1, "", "主要工作"),
        text("甲。"),
        heading(1, "一、", "不足"),
        text("乙。"),
        heading(2, "", "安排"),
        text("丙。"),
    ),
    "numbers given twice and left out": (
        heading(1, "二、", "主要工作"),
        text("甲。"),
        heading(1, "二、", "不足"),
        text("乙。"),
        heading(1, "五、", "安排"),
        heading(2, "（三）", "普法", "丙。"),
    ),
    "a heading with nothing below it": (
        heading(1, "一、", "主要工作"),
        heading(1, "二、", "不足"),
        text("甲。"),
    ),
    "a deep heading first": (
        heading(3, "1.", "普法", "甲。"),
        heading(2, "（一）", "复议"),
        text("乙。"),
        heading(1, "一、", "不足"),
        heading(4, "（1）", "安排", "丙。"),
    ),
    "a sentence without its end": (
        text("现将有关情况报告如下"),
        heading(1, "一、", "主要工作"),
        text("落地见效，"),
        text("达96.3%"),
    ),
    "braces, quotes, colons and dashes": (
        text("- 用{{普法.活动}}和{%写%}：“a: b” # c。"),
        heading(1, "一、", "{{题}}: ｛｛甲｝｝"),
        text('{20场}"x"：y，{{{3件}}}。'),
        text("* &a !b | > @ `c` ~。"),
        text("？"),
    ),
    "a heading that asks": (heading(1, "一、", "怎么办？", "这样办。"),),
    "a number that no year file can hold": (
        heading(1, "一、", "主要工作"),
        text("办结率由95%到98%，近三分之二，收到约3至5件，2次。"),
    ),
}


@pytest.mark.parametrize("case", _MADE_UP)
def test_made_up_reports_come_back_whole(case: str, tmp_path: Path) -> None:
    old = report(*_MADE_UP[case])
    year_file, _ = adopted_text(old)
    assert drafted(tmp_path / "2023.yaml", year_file) == [printed(b) for b in old.blocks]


_CHARACTERS = st.sampled_from("法治宣传，。；：、“”《》（）—-·{}｛｝'\"#:,.%&*!?|>@`~[]12万件次\\ ")
_PROSE = st.text(_CHARACTERS, min_size=1, max_size=24).map(even).filter(bool)
_NUMBERS = {1: ("一、", "二、", ""), 2: ("（一）", ""), 3: ("1.", "3.", ""), 4: ("（1）", "")}


def _block() -> st.SearchStrategy[OldBlock]:
    levels = st.sampled_from((1, 2, 3, 4))
    return st.one_of(
        _PROSE.map(text),
        levels.flatmap(
            lambda level: st.builds(
                heading,
                st.just(level),
                st.sampled_from(_NUMBERS[level]),
                _PROSE,
                st.one_of(st.just(""), _PROSE),
            )
        ),
    )


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(blocks=st.lists(_block(), min_size=1, max_size=8))
def test_any_report_comes_back_whole(blocks: list[OldBlock], tmp_path: Path) -> None:
    old = report(*blocks)
    year_file, _ = adopted_text(old)
    assert drafted(tmp_path / "2023.yaml", year_file) == [printed(b) for b in old.blocks]


#: Letters to `re` and no letters of a name, numbers of many kinds, other scripts, names' own marks.
_MARKS = st.sampled_from((*"①②⑩⑴㈠㊀❶⒈²½Ⅰⅳ〇Ωあ々𠮷０５A_.·-—%‰｡．1", "", "（1）", "12345", "é"))
_COUNTED = st.builds(
    "".join,
    st.tuples(
        _MARKS,
        st.sampled_from(("", "走访", "召开座谈会", "办结", "共")),
        _MARKS,
        st.sampled_from(("", "企业", "诉求", "的", "率")),
        st.sampled_from(("36", "12", "近1.5万", "98.5", "三")),
        st.sampled_from(("家", "次", "件", "%", "")),
        st.sampled_from(("，", "；", "。", "：", "")),
    ),
)


@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(told=st.lists(_COUNTED, min_size=1, max_size=8))
def test_figures_in_any_words_get_names_that_can_be_read_back(
    told: list[str], tmp_path: Path
) -> None:
    old = report(text(even("".join(told)) + "。"))
    year_file, _ = adopted_text(old)
    assert drafted(tmp_path / "2023.yaml", year_file) == [printed(b) for b in old.blocks]


def test_a_figure_behind_a_number_in_a_circle_is_named_without_it() -> None:
    words = "开展服务：①走访企业36家；②召开座谈会12次；③办结诉求58件。"
    year_file, figures = adopted_text(report(text(words)))
    assert [figure.id for figure in figures] == ["走访.企业", "其他.召开座谈会", "其他.办结诉求"]
    assert "  其他.召开座谈会: {名: 召开座谈会, 单位: 次}" in year_file


def test_each_figure_stands_once_with_its_words(tmp_path: Path) -> None:
    old = report(heading(1, "一、", "复议"), text("收到行政复议申请786宗，开办夜校12所。"))
    year_file, _ = adopted_text(old)
    assert "  复议.收到: 786宗    # 收到行政复议申请786宗（把握" in year_file
    assert "  其他.开办夜校: 12所    # 开办夜校12所（目录外）" in year_file
    assert "  其他.开办夜校: {名: 开办夜校, 单位: 所}" in year_file
    assert '文: "收到行政复议申请{{复议.收到}}，开办夜校{{其他.开办夜校}}。"' in year_file
    path = tmp_path / "2023.yaml"
    path.write_text(year_file, encoding="utf-8")
    assert set(read_year_file(path)[0].figures) == {"复议.收到", "其他.开办夜校"}


def test_two_values_never_share_an_id() -> None:
    old = report(
        text("收到行政复议申请786宗。"),
        text("收到行政复议申请25宗。"),
        text("开办夜校5所，开办夜校6所。"),
    )
    ids = [figure.id for figure in adopted_text(old)[1]]
    assert len(set(ids)) == 4
    assert "复议.收到" not in ids


@pytest.mark.parametrize(
    ("words", "id_", "value"),
    [
        ("行政处罚案件从2022年的1500件下降至1200件。", "处罚.案件", "1200件"),
        ("“一件事一次办”事项由8项增加到13项。", "一件事.事项", "13项"),
        ("收到行政复议申请320件，上年收到行政复议申请256件。", "复议.收到", "320件"),
        ("2021年至2023年累计开展普法活动600场，2023年开展普法活动210场。", "普法.活动", "210场"),
        ("审批时限由15个工作日压缩至6个工作日。", "时限.改前", "15个工作日"),
        ("审批时限由15个工作日压缩至6个工作日。", "时限.改后", "6个工作日"),
    ],
)
def test_an_indicator_is_given_the_figure_of_its_own_time(words: str, id_: str, value: str) -> None:
    figures = adopted_text(report(text(words)))[1]
    assert [one.statistic.quantity.text for one in figures if one.id == id_] == [value]


def test_a_figure_of_an_earlier_year_alone_is_no_indicators() -> None:
    (figure,) = adopted_text(report(text("2021年以来，累计开展普法活动600场。")))[1]
    assert not figure.mapped


def test_the_same_value_in_the_same_words_shares_its_id() -> None:
    old = report(text("收到行政复议申请786宗。"), text("收到行政复议申请786宗。"))
    assert [figure.id for figure in adopted_text(old)[1]] == ["复议.收到", "复议.收到"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("某市某区人民政府", Kind.DISTRICT),
        ("安康高新区", Kind.ZONE),
        ("某开发区管委会", Kind.ZONE),
        ("某街道办事处", Kind.SUBDISTRICT),
        ("某县某镇人民政府", Kind.TOWNSHIP),
        ("某区司法局", Kind.DEPARTMENT),
        ("某县人民政府", Kind.COUNTY),
        ("某市", Kind.CITY),
        ("某省人民政府", Kind.PROVINCE),
        ("某某公司", None),
    ],
)
def test_the_kind_of_body_is_seen_in_its_name(name: str, kind: Kind | None) -> None:
    assert guess_kind(name) is kind


def test_a_report_of_no_known_year_or_office_is_asked_for_both(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text("一、主要工作\n开展普法活动20场。\n二、不足\n还有不足。\n", encoding="utf-8")
    with pytest.raises(DrafterError) as caught:
        adopt(path)
    assert [finding.code for finding in caught.value.findings] == ["A301", "A302"]
    assert not (tmp_path / "None.yaml").exists()


def test_a_report_in_parts_comes_back_with_its_parts(tmp_path: Path) -> None:
    body = (
        "第一部分　主要举措和成效",
        "一、规范执法",
        "开展检查36次。",
        "第二部分　存在的不足和原因",
        "一、执法力量不足",
        "主要原因是编制少。",
    )
    path, out = tmp_path / "报告.txt", tmp_path / "年.yaml"
    path.write_text("\n".join(("某县2024年法治政府建设年度报告", *body)), encoding="utf-8")
    adopt(path, out)
    assert drafted(out, out.read_text(encoding="utf-8")) == list(body)


def test_a_year_file_that_is_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text("一、主要工作\n开展普法活动20场。\n", encoding="utf-8")
    (tmp_path / "2023.yaml").write_text("我的", encoding="utf-8")
    with pytest.raises(DrafterError):
        adopt(path, year=2023, place="某街道")
    assert (tmp_path / "2023.yaml").read_text(encoding="utf-8") == "我的"
