"""Year files made at random, and the five examples: nothing of last year stands in the draft."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.app.roll import roll
from drafter.model.answers import State
from drafter.model.finding import Severity
from drafter.readers.year_file import read_year_file
from tests.rollover.rolling import draft_of, made

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*-20??/20??.yaml"))
IDS = ("普法.活动", "应诉.案件", "调解.受理", "政务.办件", "园区.活动", "园区.人数", "旧项.件数")
TOPICS = ("普法宣传", "政务服务", "矛盾纠纷", "重大决策")
WORDS = (
    "{y}年深入推进“八五”普法",
    "连续四年获评，{v}",
    "深入推进“放管服”改革：办理{v}",
    "{n}年打算",
    "自{y}年7月24日起#实行，{v}",
    "落实《{y}年度要点》",
    "学习党的二十大精神{{{{普法.活动}}}}",
    "受理{v}，当场办结{{{{普法.活动}}}}",
)
COMMENTS = ("", "  # 备注甲", " # 问: 谁？")


@dataclass(frozen=True)
class Case:
    text: str
    year: int
    values: tuple[str, ...]


@st.composite
def year_files(draw: st.DrawFn) -> Case:
    """A year file in whatever way of writing."""
    year = draw(st.integers(2019, 2026))
    numbers = draw(st.lists(st.integers(31001, 98999), min_size=7, max_size=7, unique=True))
    values = tuple(
        f"{mark}{number}件" for number, mark in zip(numbers, ["", "近"] * 4, strict=False)
    )
    comment = st.sampled_from(COMMENTS)

    def words() -> str:
        form = draw(st.sampled_from(WORDS))
        return form.format(y=year, n=year + 1, v=draw(st.sampled_from(values)))

    def scalar(indent: int) -> str:
        match draw(st.sampled_from(("plain", "single", "double", "block"))):
            case "plain":
                return words() + draw(comment)
            case "single":
                return f"'{words()}'" + draw(comment)
            case "double":
                return f'"{words()}"' + draw(comment)
            case _:
                return f"|\n{' ' * indent}{words()}\n{' ' * indent}{words()}"

    lines = [
        "报告:",
        f"  年度: {year}{draw(comment)}",
        "  结构: 三段式",
        f"  成文日期: {year + 1}-01-20",
    ]
    lines += ["单位: {名称: 某区, 类型: 区, 落款: [某区]}"]
    if draw(st.booleans()):
        lines.append(f"导语: {scalar(2)}")
    lines.append("数据:")
    given = _figures(draw, lines, values)
    lines.append("指标:\n  园区.场次: {名: 园区活动, 曾用: 园区.活动}\n  园区.人数: {名: 人数}")
    lines.append("亮点:")
    for topic in draw(st.permutations(TOPICS))[: draw(st.integers(1, 4))]:
        lines += [f"  {topic}:", *(f"    - {scalar(6)}" for _ in range(draw(st.integers(1, 2))))]
    lines += ["题目:", f"  成效: {scalar(4).split(chr(10))[0].replace('|', '甲')}", "不足:"]
    lines += [f"  - {scalar(4)}", "章节:", "  成效:", "    - 题: 甲", f"      文: {scalar(8)}"]
    lines += ["安排:", f"  - {scalar(4)}", "# 完"]
    end = draw(st.sampled_from(("\n", "\r\n")))
    return Case("\n".join(lines).replace("\n", end) + end, year, tuple(given))


def _figures(draw: st.DrawFn, lines: list[str], values: tuple[str, ...]) -> list[str]:
    """Lines of 数据 in every way of writing; the values that stand in them."""
    given = []
    for id_, value in zip(draw(st.permutations(IDS)), values, strict=True):
        comment = draw(st.sampled_from(COMMENTS))
        match draw(st.sampled_from(("dotted", "flow", "detailed", "absent"))):
            case "dotted":
                lines.append(f"  {id_}: {value}{comment}")
            case "flow":
                lines.append(f"  {id_}: {{值: {value}, 来源: 甲局}}{comment}")
            case "detailed":
                lines += [f"  {id_}:", f"    值: {value}{comment}", "    备注: 含并案"]
            case _:
                lines.append(f"  # {id_}:")
                continue
        given.append(value)
    return given


@settings(max_examples=20, deadline=None)
@given(year_files())
def test_no_value_and_no_year_of_last_year_stands_in_the_draft(case: Case) -> None:
    with TemporaryDirectory() as folder:
        roll_, text = made(Path(folder), case.text, f"{case.year}.yaml")
        answers, _ = read_year_file(roll_.path)
        draft = draft_of(roll_.path)
        again = roll(Path(folder) / f"{case.year}.yaml")
    assert answers.year == case.year + 1
    assert {figure.state for figure in answers.figures.values()} <= {State.BLANK}
    assert str(case.year) not in draft.replace(f"—{case.year}年", "")
    for value in case.values:
        assert value not in draft
        assert value.strip("近") not in draft
    for comment in COMMENTS:
        assert text.count(comment.strip()) >= case.text.count(comment.strip())
    assert again.data == text.encode()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.parent.name)
def test_the_examples_roll_to_drafts_without_last_year(example: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(example.parent, folder)
    last = folder / example.name
    before, _ = read_year_file(last)
    roll_ = roll(last)
    roll_.write()
    answers, findings = read_year_file(roll_.path)
    assert [f for f in findings if f.severity is Severity.ERROR] == []
    assert {figure.state for figure in answers.figures.values()} == {
        State.BLANK,
        State.NOT_APPLICABLE,
    }
    assert set(answers.figures) == set(before.figures)
    given = [
        f for f in before.figures.values() if f.state not in {State.BLANK, State.NOT_APPLICABLE}
    ]
    assert roll_.done.figures.blanked == len(given)
    draft = draft_of(roll_.path)
    assert str(before.year) not in draft
    for figure in given:
        if figure.quantity is not None and len(figure.quantity.text) > 3:
            assert figure.quantity.text not in draft
    for texts in before.highlights.values():
        for text in texts:
            assert text.text not in draft
    assert roll(last).data == roll_.path.read_bytes()
