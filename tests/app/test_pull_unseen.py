"""What a draft without gaps did not print outlasts every change that is made in Word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafter.app.draft import draft
from drafter.app.opening import open_case
from drafter.app.pull import pull
from drafter.writers.blocks import Style, blocks
from tests.app.editing import Editor
from tests.making import year_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from drafter.model.pulled import Pulled

#: One figure is missing, so that one of three texts is not printed.
UNSEEN = "发放宣传资料{{普法.资料}}，覆盖全部社区"
FIRST = "开展活动{{普法.活动}}，效果很好"
LAST = "法治文化公园建成开放，群众常来"
FIGURES = "数据:\n  普法.活动: 36场\n  普法.资料:\n"
TREE = """\
章节:
  - 题: 主要做法
    节:
      - 题: 普法工作
        文:
          - 普法队伍稳定。
      - 题: 调解工作
        文:
          - 调解队伍稳定，人人持证。
"""
TREE_HEAD = """\
报告: {年度: 2023, 结构: 本文件, 成文日期: 2024-01-20}
单位: {名称: 某街道, 类型: 街道, 自称: 我街道, 上级: 区委、区政府, 落款: [某街道办事处]}
"""
OWN_HEAD = TREE_HEAD.replace("本文件", "纲要八章")


def listed(indent: str, mark: str = "- ", end: str = "。") -> str:
    return "".join(f"{indent}{mark}{words}{end}\n" for words in (FIRST, UNSEEN, LAST))


PLACES = {
    "文": (TREE_HEAD, TREE.replace("          - 普法队伍稳定。\n", listed(" " * 10))),
    "文 in a block": (
        TREE_HEAD,
        TREE.replace("文:\n          - 普法队伍稳定。\n", "文: |\n" + listed(" " * 10, mark="")),
    ),
    "导语": (TREE_HEAD, "导语:\n" + listed("  ") + TREE),
    "正文": (OWN_HEAD, "正文:\n  督查督办:\n" + listed("    ")),
    "亮点": (OWN_HEAD, "亮点:\n  督查督办:\n" + listed("    ", end="")),
    "安排": (OWN_HEAD, "安排:\n  - 题: 加强普法\n    文:\n" + listed(" " * 6, end="")),
}
#: Places where every text is a paragraph.
LISTS = ("文", "文 in a block", "导语", "正文")

EDITS: dict[str, tuple[Callable[[Editor], None], ...]] = {
    "a paragraph more in front": (lambda e: e.insert_after("效果很好", "另写一段别的事情。"),),
    "a paragraph more behind": (lambda e: e.insert_after("群众常来", "另写一段别的事情。"),),
    "words": (lambda e: e.replace("效果很好", "成效明显"),),
    "words of all that is there": (
        lambda e: e.replace("效果很好", "成效明显"),
        lambda e: e.replace("建成开放", "投入使用"),
    ),
}
EDITS_OF_LISTS: dict[str, tuple[Callable[[Editor], None], ...]] = {
    "the figure": (lambda e: e.replace("36场", "38场"),),
    "a paragraph gone": (lambda e: e.delete("群众常来"),),
    "another paragraph gone": (lambda e: e.delete("效果很好"),),
    "another order": (lambda e: e.move_after("效果很好", "群众常来"),),
    "a paragraph more and words": (
        lambda e: e.insert_after("群众常来", "另写一段别的事情。"),
        lambda e: e.replace("效果很好", "成效明显"),
    ),
    "all paragraphs gone": (lambda e: e.delete("效果很好"), lambda e: e.delete("群众常来")),
}
ALL = {**EDITS, **EDITS_OF_LISTS}
CASES = [
    *((place, edit) for place in PLACES for edit in EDITS),
    *((place, edit) for place in LISTS for edit in EDITS_OF_LISTS),
]


class Desk:
    """A year file, and its draft without gaps, edited."""

    def __init__(self, folder: Path, place: str, *edits: Callable[[Editor], None]) -> None:
        head, text = PLACES[place]
        self.year_file = year_file(folder, FIGURES + text, head=head)
        self.before = self.year_file.read_text(encoding="utf-8")
        word = folder / "初稿.docx"
        draft(self.year_file, word, gaps=False)
        editor = Editor(word)
        for edit in edits:
            edit(editor)
        self.wanted = editor.texts
        self.pulled: Pulled = pull(self.year_file, editor.save())
        self.after = self.year_file.read_text(encoding="utf-8")

    def printed(self) -> list[str]:
        case, _ = open_case(self.year_file, gaps=False)
        return [one.text for one in blocks(case.report) if one.style is not Style.BLANK]

    def fill(self) -> list[str]:
        """What is printed once the figure is there."""
        text = self.after.replace("普法.资料:\n", "普法.资料: 5000份\n")
        self.year_file.write_text(text, encoding="utf-8")
        return self.printed()


@pytest.mark.parametrize(("place", "edit"), CASES)
def test_words_that_were_not_printed_are_printed_once_they_are_complete(
    place: str, edit: str, tmp_path: Path
) -> None:
    desk = Desk(tmp_path, place, *ALL[edit])
    told = [text for one in desk.pulled.conflicts for _, text in one.values]
    if desk.printed() != desk.wanted:
        assert any("发放宣传资料【待补充" in text for text in told)
    else:
        assert desk.pulled.conflicts == ()
    assert any("发放宣传资料5000份" in text for text in desk.fill())


@pytest.mark.parametrize("place", LISTS)
@pytest.mark.parametrize(
    "edit", ["a paragraph more in front", "a paragraph gone", "another order", "words"]
)
def test_where_every_text_is_a_paragraph_the_change_is_taken_in(
    place: str, edit: str, tmp_path: Path
) -> None:
    desk = Desk(tmp_path, place, *ALL[edit])
    assert desk.printed() == desk.wanted
    assert UNSEEN in desk.after
    assert (desk.pulled.conflicts, desk.pulled.unmatched) == ((), ())


@pytest.mark.parametrize(
    ("edit", "order"),
    [
        ("a paragraph more in front", [FIRST, UNSEEN, "另写一段别的事情", LAST]),
        ("a paragraph more behind", [FIRST, UNSEEN, LAST, "另写一段别的事情"]),
        ("another order", [LAST, FIRST, UNSEEN]),
        ("another paragraph gone", [UNSEEN, LAST]),
        ("a paragraph gone", [FIRST, UNSEEN]),
    ],
)
def test_a_text_that_was_not_printed_stays_behind_the_one_before_it(
    edit: str, order: list[str], tmp_path: Path
) -> None:
    desk = Desk(tmp_path, "导语", *ALL[edit])
    begin = desk.after.index("导语:")
    lines = [line.strip(" -。") for line in desk.after[begin:].splitlines()[1:]]
    assert lines[: len(order)] == order


@pytest.mark.parametrize("place", ["亮点", "安排"])
def test_words_not_printed_that_stand_in_the_way_are_told_with_what_to_do(
    place: str, tmp_path: Path
) -> None:
    desk = Desk(tmp_path, place, *ALL["a paragraph more behind"])
    assert desk.after == desk.before
    [conflict] = desk.pulled.conflicts
    assert "没有印出来的话" in conflict.message
    assert "重新出稿" in conflict.remedy
    assert [name for name, _ in conflict.values] == [str(desk.year_file), "Word"]


def test_a_section_with_words_that_were_not_printed_is_not_deleted(tmp_path: Path) -> None:
    def without_section(editor: Editor) -> None:
        for words in ("普法工作", "效果很好", "群众常来"):
            if any(words in text for text in editor.texts):
                editor.delete(words)

    desk = Desk(tmp_path, "文", without_section)
    assert desk.after == desk.before
    assert ["没有删" in one.message for one in desk.pulled.conflicts] == [True]


def test_a_section_without_any_is_deleted(tmp_path: Path) -> None:
    desk = Desk(tmp_path, "文", lambda e: e.delete("调解队伍"))
    assert desk.pulled.conflicts == ()
    assert "# 定稿时删去：题: 调解工作" in desk.after
