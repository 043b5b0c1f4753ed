"""The year file went on after the draft was sent out, and the draft was edited: nothing is lost."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

import pytest

from drafter.app.draft import draft
from drafter.app.opening import open_case
from drafter.app.pull import pull
from drafter.writers.blocks import blocks
from drafter.writers.word.package import zipped
from tests.app.editing import WAYS, Editor

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from drafter.model.pulled import Pulled

YEAR_FILE = """\
报告: {年度: 2024, 结构: 本文件, 成文日期: 2025-01-20}
单位:
  名称: 临江街道
  类型: 街道
  自称: 我街道
  上级: 区委、区政府
  落款:
    - 临江街道办事处
数据:
  普法.活动: 36场
导语: 现将有关情况报告如下。
章节:
  - 题: 主要举措
    节:
      - 题: 推进法治宣传
        文:
          - 全年开展普法活动{{普法.活动}}，群众反映良好。
          - 建成法治文化公园，市民随时可以学法。
      - 题: 规范行政执法
        文: 执法人员全部持证上岗。
      - 题: 化解矛盾纠纷
        文: 调解组织覆盖全部社区。
  - 题: 存在不足
    部件: 不足
  - 题: 下一步安排
    部件: 安排
不足: [创新亮点不多]
安排:
  - 题: 开展专项培训
    文: 每季度培训一次执法队伍。
  - 题: 完善联动机制
    文: 健全综治中心与司法所的联动。
  - 题: 办好法治讲堂
    文: 每月开讲一次。
"""

#: What the clerk does to the year file: words replaced, and words that the report has then (or,
#: with a -, no longer has).
HERE: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "nothing": ("", "", ()),
    "a plan more": (
        "    文: 健全综治中心与司法所的联动。\n",
        "    文: 健全综治中心与司法所的联动。\n  - 题: 用好普法新媒体\n    文: 办好公众号。\n",
        ("用好普法新媒体", "办好公众号。"),
    ),
    "a plan in front": (
        "安排:\n", "安排:\n  - 题: 抓好学习\n    文: 每月学法。\n", ("抓好学习", "每月学法。")
    ),
    "a shortcoming more": ("[创新亮点不多]", "[创新亮点不多, 执法力量不足]", ("执法力量不足",)),
    "a section more": (
        "      - 题: 化解矛盾纠纷\n",
        "      - 题: 推进政务公开\n        文: 公开政务信息。\n      - 题: 化解矛盾纠纷\n",
        ("推进政务公开", "公开政务信息。"),
    ),
    "a chapter more": (
        "  - 题: 存在不足\n",
        "  - 题: 组织领导\n    文: 书记带头述法。\n  - 题: 存在不足\n",
        ("组织领导", "书记带头述法。"),
    ),
    "a paragraph more": (
        "市民随时可以学法。\n",
        "市民随时可以学法。\n          - 宪法宣传周覆盖各社区。\n",
        ("宪法宣传周覆盖各社区。",),
    ),
    "other words": ("群众反映良好", "群众反响热烈", ("群众反响热烈",)),
    "a figure": ("36场", "40场", ("40场",)),
    "a heading": ("规范行政执法", "严格规范执法", ("严格规范执法",)),
    "a section gone": (
        "      - 题: 规范行政执法\n        文: 执法人员全部持证上岗。\n",
        "",
        ("-规范行政执法", "-执法人员全部"),
    ),
    "sections in another order": (
        "      - 题: 推进法治宣传\n",
        "      - 题: 化解矛盾纠纷\n        文: 调解组织覆盖全部社区。\n      - 题: 推进法治宣传\n",
        ("化解矛盾纠纷.*推进法治宣传",),
    ),
    "the date": ("2025-01-20", "2025-01-25", ("2025年1月25日",)),
    "the name that signs": (
        "    - 临江街道办事处", "    - 临江街道人民政府", ("临江街道人民政府",)
    ),
    "a name more that signs": (
        "    - 临江街道办事处\n",
        "    - 临江街道党工委\n    - 临江街道办事处\n",
        ("临江街道党工委",),
    ),
}  # fmt: skip

#: What goes from its old place where sections come in another order.
MOVED = ("      - 题: 化解矛盾纠纷\n        文: 调解组织覆盖全部社区。\n",)

#: What the leader does in Word, and words that the report has then (or, with a -, no longer has).
THERE: dict[str, tuple[tuple[Callable[[Editor], None], ...], tuple[str, ...]]] = {
    "nothing": ((), ()),
    "other words": ((lambda e: e.replace("随时可以", "天天可以"),), ("天天可以",)),
    "other words by a figure": ((lambda e: e.replace("全年开展", "全年组织"),), ("全年组织",)),
    "a figure": ((lambda e: e.control("36场", "38场"),), ("38场",)),
    "a paragraph gone": ((lambda e: e.delete("建成法治文化公园"),), ("-建成法治文化公园",)),
    "a section gone": (
        (lambda e: e.delete("规范行政执法"),),
        ("-规范行政执法", "-执法人员全部"),
    ),
    "a plan gone": (
        (lambda e: e.replace("三是办好法治讲堂。每月开讲一次。", ""),),
        ("-办好法治讲堂", "-每月开讲"),
    ),
    "a paragraph more": (
        (lambda e: e.insert_after("调解组织覆盖", "排查隐患十处。"),), ("排查隐患十处",)
    ),
    "a section more": (
        (
            lambda e: e.insert_after("调解组织覆盖", "（四）办好群众信访。按时答复信访事项。"),
        ),
        ("办好群众信访", "按时答复信访"),
    ),
    "a section moved": (
        (
            lambda e: e.move_after("推进法治宣传", "调解组织覆盖"),
            lambda e: e.move_after("建成法治文化公园", "推进法治宣传"),
        ),
        ("化解矛盾纠纷.*推进法治宣传",),
    ),
    "a heading": ((lambda e: e.replace("规范行政执法", "强化行政执法"),), ("强化行政执法",)),
    "a plan's words": ((lambda e: e.replace("每季度培训", "每两月培训"),), ("每两月培训",)),
    "the date": ((lambda e: e.replace("2025年1月20日", "2025年1月22日"),), ("2025年1月22日",)),
    "the name that signs": (
        (lambda e: e.replace("临江街道办事处", "临江街道办"),), ("临江街道办$",)
    ),
}  # fmt: skip

#: Where both do something to the same thing: it is told, and the year file stays.
SAME = {
    ("a plan more", "a plan gone"),
    ("a plan in front", "a plan gone"),
    ("a figure", "a figure"),
    ("a heading", "a heading"),
    ("a heading", "a section gone"),
    ("a section gone", "a heading"),
    ("sections in another order", "a section moved"),
    ("the date", "the date"),
    ("the name that signs", "the name that signs"),
}


_EDITED: dict[str, bytes] = {}


def edited(folder: Path, there: str) -> bytes:
    """The draft with what the leader does to it; made once."""
    if there not in _EDITED:
        year_file, word = folder / "2024.yaml", folder / "初稿.docx"
        year_file.write_text(YEAR_FILE, encoding="utf-8")
        draft(year_file, word, force=True)
        editor = Editor(word)
        for change in THERE[there][0]:
            change(editor)
        _EDITED[there] = editor.save().read_bytes()
    return _EDITED[there]


class Desk:
    """A year file that was drafted, then went on, and the draft, edited."""

    def __init__(self, folder: Path, here: str, there: str) -> None:
        self.year_file, self.word = folder / "2024.yaml", folder / "初稿.docx"
        self.word.write_bytes(edited(folder, there))
        old, new, _ = HERE[here]
        assert old in YEAR_FILE
        self.newer = YEAR_FILE.replace(old, new, 1) if old else YEAR_FILE
        for twice in MOVED if here == "sections in another order" else ():
            self.newer = "".join(self.newer.rsplit(twice, 1))
        self.year_file.write_text(self.newer, encoding="utf-8")

    def pull(self, way: str = "Word") -> Pulled:
        return pull(self.year_file, WAYS[way](self.word))

    @property
    def after(self) -> str:
        return self.year_file.read_text(encoding="utf-8")

    def says(self, words: str) -> bool:
        """Whether the report made now says some words; with a -, whether it does not."""
        report = "\n".join(block.text for block in blocks(open_case(self.year_file)[0].report))
        flags = re.DOTALL | re.MULTILINE
        return bool(re.search(words.removeprefix("-"), report, flags)) != words.startswith("-")


def forget(word: Path) -> None:
    """Let a draft be one of an earlier version, which did not tell what it said at its making."""
    with zipfile.ZipFile(word) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["docProps/custom.xml"] = re.sub(
        rb"<property.*</property>", b"", parts["docProps/custom.xml"], flags=re.DOTALL
    )
    word.write_bytes(zipped(parts))


@pytest.mark.parametrize("there", THERE)
@pytest.mark.parametrize("here", HERE)
def test_what_either_side_changed_is_there_afterwards_or_told(
    here: str, there: str, tmp_path: Path
) -> None:
    desk = Desk(tmp_path, here, there)
    pulled = desk.pull()
    ours = [words for words in HERE[here][2] if not desk.says(words)]
    theirs = [words for words in THERE[there][1] if not desk.says(words)]
    assert ours == []
    if (here, there) in SAME:
        assert pulled.conflicts
    else:
        assert theirs == []
        assert pulled.conflicts == ()
        told = [one for one in pulled.unmatched if not one.reason.startswith("序号")]
        assert told == []


@pytest.mark.parametrize(
    ("here", "way"),
    [
        *((here, "无标记") for here in HERE),
        ("a plan more", "LibreOffice"),
        ("the date", "LibreOffice"),
    ],
)
def test_an_untouched_draft_undoes_nothing_whatever_program_saved_it(
    here: str, way: str, tmp_path: Path
) -> None:
    desk = Desk(tmp_path, here, "nothing")
    pulled = desk.pull(way)
    assert (pulled.applied, pulled.conflicts) == ((), ())
    assert desk.after == desk.newer


@pytest.mark.parametrize("way", ["Word", "无标记"])
@pytest.mark.parametrize("here", HERE)
def test_a_draft_that_does_not_tell_what_it_said_takes_nothing_away(
    here: str, way: str, tmp_path: Path
) -> None:
    desk = Desk(tmp_path, here, "a paragraph gone")
    forget(desk.word)
    pulled = desk.pull(way)
    words = [one for one in HERE[here][2] if not one.startswith("-")]
    assert desk.says("建成法治文化公园")
    assert any("看不出是 Word 里删的" in one.reason for one in pulled.unmatched)
    told = [text for one in pulled.conflicts for _, text in one.values]
    if way == "Word":
        assert [one for one in words if not desk.says(one)] == []
    assert [one for one in words if not desk.says(one) and one not in "".join(told)] in ([], words)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("a figure", "a paragraph more"),
        ("a section more", "a section more"),
        ("a section gone", "a section more"),
        ("a chapter more", "a section more"),
        ("a plan more", "a section gone"),
        ("other words", "a plan gone"),
    ],
)
def test_what_was_taken_in_is_no_quarrel_the_second_time(
    here: str, there: str, tmp_path: Path
) -> None:
    desk = Desk(tmp_path, here, there)
    assert desk.pull().applied
    once = desk.after
    again = desk.pull()
    assert (again.applied, again.conflicts, desk.after) == ((), (), once)


SECTIONS = "写法: {安排: 分节}\n"


def test_a_plan_deleted_beside_a_new_one_is_no_quarrel_the_second_time(tmp_path: Path) -> None:
    desk = Desk(tmp_path, "nothing", "nothing")
    desk.year_file.write_text(YEAR_FILE + SECTIONS, encoding="utf-8")
    draft(desk.year_file, desk.word, force=True)
    editor = Editor(desk.word)
    editor.delete("健全综治中心")
    editor.save()
    more = "  - 题: 用好普法新媒体\n    文: 办好公众号。\n  - 题: 完善联动机制\n"
    newer = (YEAR_FILE + SECTIONS).replace("  - 题: 完善联动机制\n", more)
    desk.year_file.write_text(newer, encoding="utf-8")
    assert desk.pull().applied
    once = desk.after
    assert "# 定稿时删去：题: 完善联动机制" in once
    again = desk.pull()
    assert (again.applied, again.conflicts, desk.after) == ((), (), once)


@pytest.mark.parametrize("typed", ["1400", "1,400份", "１４００份"])
def test_a_gap_filled_in_another_way_of_writing_is_no_quarrel_the_second_time(
    typed: str, tmp_path: Path
) -> None:
    desk = Desk(tmp_path, "nothing", "nothing")
    text = YEAR_FILE.replace("  普法.活动: 36场\n", "  普法.活动: 36场\n  普法.资料:\n")
    words = "市民随时可以学法，发放资料{{普法.资料}}。"
    desk.year_file.write_text(text.replace("市民随时可以学法。", words), encoding="utf-8")
    draft(desk.year_file, desk.word, force=True)
    editor = Editor(desk.word)
    editor.control("【待补充：普法宣传资料（份）】", typed)
    editor.save()
    assert [one.name for one in desk.pull().applied] == ["数据.普法.资料"]
    once = desk.after
    again = desk.pull()
    assert (again.applied, again.conflicts, desk.after) == ((), (), once)


def test_pulling_again_puts_nothing_in_and_takes_nothing_away(tmp_path: Path) -> None:
    desk = Desk(tmp_path, "a plan more", "a section gone")
    assert desk.pull().applied
    once = desk.after
    assert (desk.pull().applied, desk.after) == ((), once)
