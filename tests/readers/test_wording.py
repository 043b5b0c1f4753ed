"""What clerks write about words in wording.yaml and calendar.yaml is read, and faults are told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from drafter import locate
from drafter.model.finding import DrafterError, Severity
from drafter.readers.wording import read_wording

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.model.wording import Wording

WORDS = "用词:\n  错字:\n    级: 错误\n    词: |\n      布署 → 部署\n"


def read(folder: Path, words: str = WORDS, calendar: str = "历史用语: [收官]\n") -> Wording:
    (folder / "wording.yaml").write_text(words, "utf-8")
    (folder / "calendar.yaml").write_text(calendar, "utf-8")
    return read_wording(folder)


def told(folder: Path, words: str = WORDS, calendar: str = "") -> list[tuple[str, int]]:
    with pytest.raises(DrafterError) as raised:
        read(folder, words, calendar)
    return [(finding.code, finding.spot.line) for finding in raised.value.findings]


def test_our_own_files_are_read_and_hold_much() -> None:
    wording = read_wording(locate.templates())
    assert len(wording.slips) > 120
    assert wording.seasons
    assert wording.titles
    assert wording.offices
    assert [m.name for m in wording.meetings if m.closed.year == 2024] == ["党的二十届三中全会"]


def test_how_targets_are_spoken_of_is_read_and_may_be_missing(tmp_path: Path) -> None:
    own = "数的用语:\n  目标: [力争]\n  期限: [内, 以内]\n"
    numbers = read(tmp_path, own).numbers
    assert (numbers.aims, numbers.limits, numbers.demands) == (("力争",), ("内", "以内"), ())
    assert read(tmp_path, "用词: {}\n").numbers.aims == ()
    assert told(tmp_path, "数的用语: [力争]\n") == [("Q102", 1)]


def test_no_wrong_word_is_written_twice() -> None:
    words = [slip.words for slip in read_wording(locate.templates()).slips]
    assert len(set(words)) == len(words)


def test_a_line_holds_wrong_words_right_words_and_exceptions(tmp_path: Path) -> None:
    words = WORDS + "      示犯 → 示范 ｜ 示犯罪 示犯人\n"
    slip = read(tmp_path, words).slips[1]
    assert (slip.words, slip.better) == ("示犯", "示范")
    assert slip.unless == ("示犯罪", "示犯人")
    assert (slip.severity, slip.reason, slip.spot.line) == (Severity.ERROR, "错字", 6)


def test_a_special_entry_says_more(tmp_path: Path) -> None:
    words = WORDS + "    特例:\n      法制副校长: {改: 法治副校长, 级: 提示, 自: 2022-05-01}\n"
    slip = read(tmp_path, words).slips[1]
    assert (slip.severity, slip.first) == (Severity.INFO, date(2022, 5, 1))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("用词:\n  错字: {级: 错误, 词语: 无}\n", [("Q101", 2)]),
        (WORDS.replace("错误", "严重"), [("Q102", 3)]),
        (WORDS + "      没有箭头\n", [("Q102", 6)]),
        (WORDS + "    自: 2022-13-01\n", [("Q102", 6)]),
        ("机构名称: {税务局: {旧: [国税局]}}\n", [("Q103", 1)]),
        ("- 部署\n", [("Q102", 1)]),
    ],
)
def test_a_fault_in_the_words_is_told_with_its_line(
    tmp_path: Path, words: str, found: list[tuple[str, int]]
) -> None:
    assert told(tmp_path, words) == found


@pytest.mark.parametrize(
    ("calendar", "found"),
    [
        ("提法: {某活动: {从: 2024-01-01}}\n", [("Q101", 1)]),
        ("提法: {某活动: {自: 去年}}\n", [("Q102", 1)]),
        ("提法: {某活动: {按: 月份}}\n", [("Q102", 1)]),
        ("大会与全会: {二十大: {大会: 2022-10-22}}\n", [("Q102", 1)]),
        ("大会与全会: {二十: {三种: 2024-07-18}}\n", [("Q101", 1)]),
    ],
)
def test_a_fault_in_the_calendar_is_told_with_its_line(
    tmp_path: Path, calendar: str, found: list[tuple[str, int]]
) -> None:
    assert told(tmp_path, calendar=calendar) == found
