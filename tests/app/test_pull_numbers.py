"""A number that was changed in Word comes home whole, or is told; it never stays as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafter.app.draft import draft
from drafter.app.pull import pull
from tests.app.editing import WAYS, Editor
from tests.making import year_file

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.model.pulled import Pulled

WORDS = "    - 建立台账，受理案件{{调解.受理}}，队伍稳定"
TEXT = f"""\
数据:
  调解.受理: 420件
亮点:
  矛盾纠纷:
{WORDS}
"""


class Desk:
    """A year file with one figure, and its draft."""

    def __init__(self, folder: Path, text: str = TEXT) -> None:
        self.year_file, self.word = year_file(folder, text), folder / "初稿.docx"
        draft(self.year_file, self.word)

    def pull(self, old: str, new: str, way: str, *, within: bool) -> Pulled:
        editor = Editor(self.word)
        if within:
            editor.control(old, new)
        else:
            editor.replace(old, new)
        return pull(self.year_file, WAYS[way](editor.save()))

    @property
    def after(self) -> str:
        return self.year_file.read_text(encoding="utf-8")


@pytest.mark.parametrize("way", ["Word", "无标记"])
@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1,420件", "1420件"),
        ("1，420件", "1420件"),
        ("1420件", "1420件"),
        ("430 件", "430件"),
        ("４３０件", "430件"),
        ("近1,500件", "近1500件"),
    ],
)
def test_a_number_typed_over_another_is_taken_in_however_it_is_written(
    typed: str, value: str, way: str, tmp_path: Path
) -> None:
    desk = Desk(tmp_path)
    pulled = desk.pull("420件", typed, way, within=True)
    assert (pulled.conflicts, pulled.unmatched) == ((), ())
    assert desk.after.endswith(TEXT.replace("420件", value))


@pytest.mark.parametrize("way", ["Word", "无标记"])
@pytest.mark.parametrize("typed", ["1", "1,", "1，", "１"])
def test_digits_typed_in_front_of_a_number_belong_to_it(
    typed: str, way: str, tmp_path: Path
) -> None:
    desk = Desk(tmp_path)
    pulled = desk.pull("受理案件", f"受理案件{typed}", way, within=False)
    assert (pulled.conflicts, pulled.unmatched) == ((), ())
    assert desk.after.endswith(TEXT.replace("420件", "1420件"))


@pytest.mark.parametrize("way", ["Word", "无标记"])
@pytest.mark.parametrize("typed", ["14 20件", "430—440件", "430至440件", "4.2.0件"])
def test_digits_that_are_no_number_are_told_and_the_figure_stays(
    typed: str, way: str, tmp_path: Path
) -> None:
    desk = Desk(tmp_path)
    pulled = desk.pull("420件", typed, way, within=True)
    assert [one.name for one in pulled.conflicts] == ["调解.受理"]
    assert pulled.conflicts[0].values[1][1] == typed
    assert "  调解.受理: 420件\n" in desk.after
    assert WORDS.replace("{{调解.受理}}", typed) in desk.after


@pytest.mark.parametrize("way", ["Word", "无标记"])
def test_another_number_in_a_sentence_written_anew_is_told(way: str, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    old = "建立台账，受理案件420件，队伍稳定。"
    pulled = desk.pull(old, "全年化解各类纠纷总计500多起。", way, within=False)
    assert [one.name for one in pulled.conflicts] == ["调解.受理"]
    assert "  调解.受理: 420件\n" in desk.after


def test_a_sentence_that_goes_with_its_number_is_no_quarrel(tmp_path: Path) -> None:
    desk = Desk(tmp_path, TEXT + "    - 调解组织健全\n")
    pulled = desk.pull("建立台账，受理案件420件，队伍稳定。", "", "Word", within=False)
    assert (pulled.conflicts, pulled.unmatched) == ((), ())
    assert "  调解.受理: 420件\n" in desk.after
