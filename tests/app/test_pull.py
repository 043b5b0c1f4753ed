"""What was changed in Word comes home; what is not sure is told; what was not changed stays."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from drafter.app.draft import draft
from drafter.app.opening import open_case
from drafter.app.pull import pull
from drafter.model.finding import DrafterError
from drafter.model.pulled import Group
from drafter.text.origins import bare
from drafter.writers.blocks import Style, blocks
from tests.app.editing import WAYS, Editor
from tests.app.random_edits import edits
from tests.lines import changed_lines
from tests.making import HEAD, year_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.model.pulled import Pulled

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/[0-9][0-9][0-9][0-9].yaml"))
LONGCHENG = next(path for path in EXAMPLES if path.parent.name == "longcheng-2023")
HUADU = next(path for path in EXAMPLES if path.parent.name == "huadu-2023")


class Desk:
    """A copy of an example with its draft."""

    def __init__(self, example: Path, folder: Path) -> None:
        shutil.copytree(example.parent, folder, dirs_exist_ok=True)
        self.year_file = folder / example.name
        self.word = folder / "初稿.docx"
        self.before = self.year_file.read_text(encoding="utf-8")
        draft(self.year_file, self.word, force=True)
        self.wanted: list[str] = []

    def edit(self, *changes: Callable[[Editor], None]) -> None:
        editor = Editor(self.word)
        for change in changes:
            change(editor)
        self.wanted = editor.texts
        editor.save()

    def pull(self, way: str = "Word") -> Pulled:
        return pull(self.year_file, WAYS[way](self.word))

    @property
    def after(self) -> str:
        return self.year_file.read_text(encoding="utf-8")

    @property
    def changed(self) -> tuple[list[str], list[str]]:
        return changed_lines(self.before, self.after)

    def came_home(self) -> bool:
        """Whether drafting again gives the edited text; headings are counted anew."""
        return [bare(text) for text in texts(self.year_file)] == [bare(t) for t in self.wanted]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(LONGCHENG, tmp_path / "龙城")


def some_edits(desk: Desk, seed: int, count: int) -> list[Callable[[Editor], None]]:
    return edits(open_case(desk.year_file)[0].report, random.Random(seed), count)  # noqa: S311


def texts(path: Path) -> list[str]:
    return [b.text for b in blocks(open_case(path)[0].report) if b.style is not Style.BLANK]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.parent.name)
def test_where_nothing_was_changed_nothing_is_put_in(
    example: Path, way: str, tmp_path: Path
) -> None:
    desk = Desk(example, tmp_path / "问卷")
    bytes_before, time = desk.year_file.read_bytes(), desk.year_file.stat().st_mtime_ns
    pulled = desk.pull(way)
    assert (pulled.applied, pulled.conflicts, pulled.unmatched) == ((), (), ())
    assert desk.year_file.read_bytes() == bytes_before
    assert desk.year_file.stat().st_mtime_ns == time


# What is edited, and the lines of the year file that go and come.
EDITS: dict[str, tuple[Callable[[Editor], None], list[str], list[str]]] = {
    "a figure": (
        lambda e: e.control("607次", "612次"),
        ["  排查.次数: 607次"],
        ["  排查.次数: 612次"],
    ),
    "a figure with its mark": (
        lambda e: e.replace("70多篇", "近80篇"),
        ["    第一议题篇目: 70多篇"],
        ["    第一议题篇目: 近80篇"],
    ),
    "words of a highlight, its figure kept": (
        lambda e: e.replace("上门走访企业", "深入走访企业"),
        ["    - 上门走访企业{{走访.企业}}，通过座谈和问卷摸清法律需求"],
        ["    - 深入走访企业{{走访.企业}}，通过座谈和问卷摸清法律需求"],
    ),
    "a sentence behind a highlight": (
        lambda e: e.replace("主题党日分层学习。", "主题党日分层学习。举办专题读书班2期。"),
        [],
        ["    - 举办专题读书班2期"],
    ),
    "a highlight taken away": (
        lambda e: e.replace("按规定办理执法证件和年审，严禁无执法资格人员上岗执法。", ""),
        ["    - 按规定办理执法证件和年审，严禁无执法资格人员上岗执法"],
        ["    # 定稿时删去：按规定办理执法证件和年审，严禁无执法资格人员上岗执法"],
    ),
    "a shortcoming": (
        lambda e: e.replace("执法力量有待充实", "一线执法力量有待充实"),
        ["  - 行政执法规范化水平仍需提高，执法力量有待充实"],
        ["  - 行政执法规范化水平仍需提高，一线执法力量有待充实"],
    ),
    "a shortcoming taken away": (
        lambda e: e.replace("；矛盾纠纷多元化解的实际效果还需增强", ""),
        ["  - 矛盾纠纷多元化解的实际效果还需增强"],
        ["  # 定稿时删去：矛盾纠纷多元化解的实际效果还需增强"],
    ),
    "a shortcoming more": (
        lambda e: e.replace("执法力量有待充实；", "执法力量有待充实；基层法治机构人员偏少；"),
        [],
        ["  - 基层法治机构人员偏少"],
    ),
    "a heading of the profile's": (
        lambda e: e.replace("严格落实重大行政决策程序", "规范重大行政决策"),
        [],
        ["  重大决策: 规范重大行政决策"],
    ),
    "a chapter's heading": (
        lambda e: e.replace("五、健全突发事件应对体系", "五、完善突发事件应对体系"),
        ["  应急处置: 健全突发事件应对体系，依法预防处置重大突发事件"],
        ["  应急处置: 完善突发事件应对体系，依法预防处置重大突发事件"],
    ),
    "a chapter's heading that the profile gave": (
        lambda e: e.replace("七、健全行政权力制约", "七、强化行政权力制约"),
        [],
        ["  制约监督: 强化行政权力制约和监督体系，促进行政权力规范透明运行"],
    ),
    "a heading of the office's own": (
        lambda e: e.replace("防控政府法律风险", "防范政府法律风险"),
        ["  法律顾问: 防控政府法律风险"],
        ["  法律顾问: 防范政府法律风险"],
    ),
    "a heading of a plan": (
        lambda e: e.replace("规范行政执法。", "从严规范行政执法。"),
        ["  - 题: 规范行政执法"],
        ["  - 题: 从严规范行政执法"],
    ),
    "a plan more": (
        lambda e: e.insert_after("（五）持续推进", "（六）提升宣传质效。用好新媒体。"),
        [],
        ["  - 题: 提升宣传质效", "    文: 用好新媒体。"],
    ),
    "the title": (
        lambda e: e.replace("龙城街道2023年法治政府建设年度报告", "龙城街道2023年法治建设报告"),
        [],
        ["  标题: 龙城街道2023年法治建设报告"],
    ),
    "the date": (
        lambda e: e.replace("2023年12月6日", "2023年12月8日"),
        ["  成文日期: 2023-12-06"],
        ["  成文日期: 2023-12-08"],
    ),
    "an office that signs": (
        lambda e: e.replace("深圳市龙岗区龙城街道办事处", "龙岗区龙城街道办事处"),
        ["    - 深圳市龙岗区龙城街道办事处"],
        ["    - 龙岗区龙城街道办事处"],
    ),
}


@pytest.mark.parametrize("way", ["Word", "无标记"])
@pytest.mark.parametrize("name", EDITS)
def test_a_change_goes_to_the_line_that_it_belongs_to_and_no_other(
    name: str, way: str, desk: Desk
) -> None:
    change, gone, come = EDITS[name]
    desk.edit(change)
    pulled = desk.pull(way)
    assert (pulled.conflicts, pulled.unmatched) == ((), ())
    old, new = desk.changed
    assert ([line for line in old if line], [line for line in new if line]) == (gone, come)
    assert desk.came_home()


SETTLED = (
    "加强行政规范性文件的制定和监督管理，各项制度出台前一律进行合法性审查。"
    "建立健全内部管理制度{{内部制度.件数}}，新设议事协调机构{{议事机构.个数}}。"
)


def test_words_of_a_pattern_settle_the_section_with_its_figures_as_slots(desk: Desk) -> None:
    desk.edit(lambda e: e.replace("调整设立议事协调机构", "新设议事协调机构"))
    desk.pull()
    assert [line for line in desk.changed[1] if line] == [
        "正文:",
        "  # 在 Word 里改定的，代替这一节的句式和亮点；删去这一项，就按句式和亮点重写",
        "  规范性文件:",
        f"    - {SETTLED}",
    ]
    assert desk.came_home()


def test_a_new_paragraph_settles_the_section(desk: Desk) -> None:
    desk.edit(lambda e: e.insert_after("普法活动超200场", "组织宪法宣传周。"))
    desk.pull()
    assert "    - 组织宪法宣传周。" in desk.changed[1]
    assert any("{{普法.活动}}" in line for line in desk.changed[1])
    assert desk.came_home()


def test_a_paragraph_parted_and_two_joined_come_home(desk: Desk) -> None:
    last = "集体研究重要事项700余项。"
    desk.edit(lambda e: e.replace(last, ""), lambda e: e.insert_after("执行街道重大事项", last))
    desk.pull()
    assert desk.came_home()
    draft(desk.year_file, desk.word, force=True)
    ending = "综合、表决的顺序进行。"
    desk.edit(lambda e: e.delete(last), lambda e: e.replace(ending, ending + last))
    desk.pull()
    assert desk.came_home()


@pytest.mark.parametrize(
    "change",
    [
        lambda e: e.delete("（三）创新行政执法方式"),
        lambda e: e.delete("（三）规范行政执法。深化"),
        lambda e: e.insert_after("（三）防控政府法律风险", "（四）审查公平竞争。审查文件3件。"),
        lambda e: e.move_after("（一）完善矛盾纠纷", "（三）为困难群众"),
        lambda e: e.move_after("（二）提升基层治理水平。", "（三）全面主动落实政务公开"),
        lambda e: (
            e.insert_after("先后组织防洪排涝", "六、建设数字政府"),
            e.insert_after("六、建设数字政府", "建成平台。"),
        ),
        lambda e: (e.delete("五、健全突发事件"), e.delete("先后组织防洪排涝")),
    ],
    ids=["topic gone", "plan gone", "topic new", "moved", "to another chapter", "chapter new",
         "chapter gone"],
)  # fmt: skip
@pytest.mark.parametrize("way", ["Word", "无标记"])
def test_sections_can_come_go_and_move(
    change: Callable[[Editor], None], way: str, desk: Desk
) -> None:
    desk.edit(change)
    pulled = desk.pull(way)
    assert [one.group for one in pulled.applied] == [Group.SECTIONS]
    assert pulled.conflicts == ()
    assert all(one.reason.startswith("序号") for one in pulled.unmatched)
    assert desk.came_home()


def test_a_heading_can_change_its_level(tmp_path: Path) -> None:
    desk = Desk(HUADU, tmp_path / "花都")
    desk.edit(lambda e: e.replace("2.抓住“关键少数”", "（二）抓住“关键少数”"))
    pulled = desk.pull()
    assert [(one.old, one.new) for one in pulled.applied] == [("3", "2")]
    assert desk.came_home()


OWN = """\
报告: {年度: 2024, 结构: 本文件, 成文日期: 2025-01-20}
单位: {名称: 某街道, 类型: 街道, 自称: 我街道, 上级: 区委、区政府, 落款: [某街道办事处]}
导语: 现将有关情况报告如下。
章节:
  - {题: 主要举措和成效, 文: 先说几句。, 节: [{题: 一节, 文: 甲事。}, {题: 二节, 文: 乙事。}]}
  - 题: 另一章
    文:
      - 开头的话。
      - 开头的第二段。
    # 备注
    节:
      - 题: 三节
        文: 丙事。
      - 题: 四节
        文: 丁事。
  - 题: 末章
    文: 只有一段。
"""


def own(tmp_path: Path) -> Desk:
    source = tmp_path / "source"
    source.mkdir()
    return Desk(year_file(source, OWN, head=""), tmp_path / "问卷")


@pytest.mark.parametrize(
    ("words", "gone", "come"),
    [
        (("先说几句",), "文: 先说几句。, ", "  # 定稿时删去：文: 先说几句。"),
        (("开头的话", "开头的第二段"), "      - 开头的话。", "    # 定稿时删去：文: - 开头的话。"),
        (("现将有关",), "导语: 现", "# 定稿时删去：导语: 现将有关情况报告如下。"),
        (("（一）三节", "（二）四节"), "    节:", "    # 定稿时删去：节: - 题: 三节"),
    ],
)
def test_what_stands_before_or_below_a_heading_can_go_as_a_whole(
    words: tuple[str, ...], gone: str, come: str, tmp_path: Path
) -> None:
    desk = own(tmp_path)
    desk.edit(*[lambda e, one=one: e.delete(one) for one in words])
    pulled = desk.pull()
    assert (pulled.conflicts, pulled.unmatched) == ((), ())
    old, new = desk.changed
    assert any(gone in line for line in old)
    assert any(line.startswith(come) for line in new)
    assert "    # 备注" in desk.after
    assert desk.came_home()


def test_a_chapter_left_with_nothing_but_its_heading_is_told_and_left(tmp_path: Path) -> None:
    desk = own(tmp_path)
    desk.edit(lambda e: e.delete("只有一段"))
    pulled = desk.pull()
    assert desk.after == desk.before
    assert [one.draft for one in pulled.unmatched] == ["只有一段。"]


def test_sections_that_are_all_there_is_in_a_chapter_are_told_and_left(desk: Desk) -> None:
    numbers = ("（一）加大重点", "（二）完善行政执法程序", "（三）创新行政执法方式")
    desk.edit(*[lambda e, one=one: e.delete(one) for one in numbers])
    pulled = desk.pull()
    assert desk.after == desk.before
    assert [one.draft[:5] for one in pulled.unmatched] == [one[:5] for one in numbers]


def test_what_the_year_file_says_of_a_deleted_chapter_goes_with_it(desk: Desk) -> None:
    desk.edit(lambda e: e.delete("五、健全突发事件"), lambda e: e.delete("先后组织防洪排涝"))
    known = {finding.code for finding in open_case(desk.year_file)[1]}
    desk.pull()
    assert {finding.code for finding in open_case(desk.year_file)[1]} <= known
    assert any(line.startswith("  # 定稿时删去：应急处置: ") for line in desk.changed[1])
    assert desk.came_home()


def test_a_paragraph_whose_heading_was_put_elsewhere_is_not_told_twice(desk: Desk) -> None:
    desk.edit(lambda e: e.move_after("八、存在的不足", "七、健全行政权力"))
    pulled = desk.pull()
    assert desk.after == desk.before
    assert [one.document for one in pulled.unmatched if one.document] == [
        "八、存在的不足和下一步工作安排"
    ]


def test_a_heading_that_lost_its_text_is_told_and_left(desk: Desk) -> None:
    text = next(one for one in texts(desk.year_file) if "（三）创新行政执法方式。" in one)
    desk.edit(lambda e: e.replace(text.removeprefix("（三）创新行政执法方式"), ""))
    pulled = desk.pull()
    assert desk.after == desk.before
    assert [one.document for one in pulled.unmatched] == ["（三）创新行政执法方式"]


def test_tracked_changes_count_as_accepted_or_as_rejected(desk: Desk) -> None:
    desk.edit(lambda e: e.tracked("上门走访企业", "深入走访企业"))
    pulled = pull(desk.year_file, desk.word, original=True)
    assert (pulled.applied, desk.after) == ((), desk.before)
    desk.pull()
    assert "深入走访企业{{走访.企业}}" in desk.after


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.parent.name)
def test_many_changes_at_once_come_home_through_libreoffice_and_without_marks(
    example: Path, tmp_path: Path
) -> None:
    for way in ("LibreOffice", "无标记"):
        desk = Desk(example, tmp_path / way)
        desk.edit(*some_edits(desk, 7, 8))
        pulled = desk.pull(way)
        assert pulled.conflicts == ()
        assert desk.came_home(), (way, pulled.unmatched)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.parent.name)
def test_whatever_words_and_figures_are_changed_it_comes_home_or_is_told(
    example: Path, seed: int, tmp_path: Path
) -> None:
    desk = Desk(example, tmp_path / "问卷")
    desk.edit(*some_edits(desk, seed, 10))
    pulled = desk.pull()
    told = pulled.conflicts or any(not u.reason.startswith("序号") for u in pulled.unmatched)
    follows = any(one.name.startswith("随之重算") for one in pulled.applied)
    assert desk.came_home() or told or follows


def test_pulling_twice_puts_nothing_in_the_second_time(desk: Desk) -> None:
    desk.edit(
        lambda e: e.control("607次", "612次"),
        lambda e: e.replace("上门走访企业", "深入走访企业"),
        lambda e: e.delete("（三）规范行政执法。深化"),
    )
    desk.pull()
    once = desk.after
    assert desk.pull().applied == ()
    assert desk.after == once


TWICE = (
    "数据: {普法.活动: 3场}\n"
    "亮点: {普法宣传: ['办了{{普法.活动}}活动'], 政务服务: ['窗口参加普法{{普法.活动}}']}\n"
)


def small(tmp_path: Path, text: str) -> Desk:
    """A small year file with its draft."""
    source = tmp_path / "source"
    source.mkdir()
    return Desk(year_file(source, text, head=HEAD), tmp_path / "问卷")


def test_a_figure_changed_in_one_place_only_is_a_conflict_with_both_places(tmp_path: Path) -> None:
    desk = small(tmp_path, TWICE)
    desk.edit(lambda e: e.replace("办了3场", "办了4场"))
    pulled = desk.pull()
    assert desk.after == desk.before
    [conflict] = pulled.conflicts
    assert conflict.name == "普法.活动"
    assert sorted(text for _, text in conflict.values) == ["3场", "4场"]


def test_a_figure_changed_everywhere_alike_is_put_in_once(tmp_path: Path) -> None:
    desk = small(tmp_path, TWICE)
    desk.edit(lambda e: e.replace("办了3场", "办了4场"), lambda e: e.replace("普法3场", "普法4场"))
    pulled = desk.pull()
    assert (pulled.conflicts, desk.came_home()) == ((), True)
    assert "普法.活动: 4场" in desk.after


def test_a_computed_figure_changed_by_hand_is_a_conflict_that_says_how_it_is_computed(
    tmp_path: Path,
) -> None:
    desk = Desk(HUADU, tmp_path / "花都")
    desk.edit(lambda e: e.replace("同比增长68.67%", "同比增长70%"))
    pulled = desk.pull()
    assert desk.after == desk.before
    [conflict] = pulled.conflicts
    assert "复议.收到 786宗" in conflict.message
    assert [text for _, text in conflict.values] == ["同比增长70%", "同比增长68.67%"]


def test_what_follows_from_a_changed_figure_is_told(tmp_path: Path) -> None:
    desk = Desk(HUADU, tmp_path / "花都")
    desk.edit(lambda e: e.control("786宗", "790宗", "复议.收到"))
    pulled = desk.pull()
    assert [(one.old, one.new) for one in pulled.applied] == [
        ("786宗", "790宗"),
        ("同比增长68.67%", "同比增长69.53%"),
    ]
    assert pulled.conflicts == ()


def test_a_typed_rate_that_no_longer_follows_is_a_conflict(desk: Desk) -> None:
    desk.edit(lambda e: e.control("86%", "90%"))
    [conflict] = desk.pull().conflicts
    assert "90%" in conflict.message
    assert "85.71%" in conflict.message


def test_words_in_the_place_of_none_are_told(desk: Desk) -> None:
    desk.edit(lambda e: e.replace("无行政诉讼败诉案件", "行政诉讼败诉案件1宗"))
    pulled = desk.pull()
    assert [conflict.name for conflict in pulled.conflicts] == ["应诉.败诉"]
    assert desk.came_home()


def test_a_gap_filled_in_word_is_an_answer(tmp_path: Path) -> None:
    desk = small(tmp_path, "数据: {普法.活动: }\n")
    desk.edit(lambda e: e.control("【待补充：普法活动（场）】", "36场"))
    pulled = desk.pull()
    assert "普法.活动: 36场" in desk.after
    assert (pulled.conflicts, pulled.unmatched, desk.came_home()) == ((), (), True)


def test_words_in_the_place_of_a_missing_highlight_are_one(tmp_path: Path) -> None:
    desk = small(tmp_path, "数据: {普法.活动: 3场}\n")
    gap = next(
        match.group()
        for text in texts(desk.year_file)
        if text.startswith("（二）") and (match := re.search("【待补充：[^】]*】", text))
    )
    desk.edit(lambda e: e.replace(gap, "窗口延时服务"))
    pulled = desk.pull()
    assert (pulled.conflicts, pulled.unmatched, desk.came_home()) == ((), (), True)


def test_both_changed_in_different_places_gives_both(desk: Desk) -> None:
    desk.edit(lambda e: e.replace("上门走访企业", "深入走访企业"))
    newer = desk.before.replace("围绕企业需求举办", "按企业需求举办").replace("17家", "18家")
    desk.year_file.write_text(newer, encoding="utf-8")
    pulled = desk.pull()
    assert (pulled.conflicts, pulled.unmatched) == ((), ())
    assert desk.after == newer.replace("上门走访企业", "深入走访企业")


def test_both_changed_in_the_same_place_is_a_conflict(desk: Desk) -> None:
    desk.edit(lambda e: e.replace("上门走访企业", "深入走访企业"))
    newer = desk.before.replace("上门走访企业", "实地走访企业")
    desk.year_file.write_text(newer, encoding="utf-8")
    [conflict] = desk.pull().conflicts
    assert desk.after == newer
    assert "实地走访企业" in conflict.values[0][1]
    assert "深入走访企业" in conflict.values[1][1]


def test_what_the_year_file_got_since_the_draft_stays(desk: Desk) -> None:
    desk.edit(lambda e: e.control("607次", "612次"))
    newer = desk.before.replace(
        "  - 题: 规范行政执法\n", "  - 题: 新增的安排\n    文: 内容\n  - 题: 规范行政执法\n"
    ).replace("  督查督办:\n", "  督查督办:\n    - 建立台账\n")
    desk.year_file.write_text(newer, encoding="utf-8")
    pulled = desk.pull()
    assert (pulled.conflicts, pulled.unmatched) == ((), ())
    assert desk.after == newer.replace("607次", "612次")


@pytest.mark.parametrize(
    ("encoding", "newline"), [("gb18030", "\r\n"), ("utf-8-sig", "\n"), ("utf-16", "\r\n")]
)
def test_encoding_and_line_breaks_stay(desk: Desk, encoding: str, newline: str) -> None:
    desk.year_file.write_bytes(desk.before.replace("\n", newline).encode(encoding))
    desk.edit(
        lambda e: e.control("607次", "612次"),
        lambda e: e.insert_after("普法活动超200场", "组织宪法宣传周。"),
        lambda e: e.replace("上门走访企业17家，通过座谈和问卷摸清法律需求。", ""),
    )
    pulled = desk.pull()
    assert (pulled.conflicts, pulled.unmatched) == ((), ())
    after = desk.year_file.read_bytes().decode(encoding)
    assert after.replace("\r\n", "").count("\n") == (0 if newline == "\r\n" else after.count("\n"))
    assert desk.came_home()


def test_a_draft_without_gaps_is_recognised(tmp_path: Path) -> None:
    desk = small(tmp_path, "数据: {普法.活动: 3场}\n")
    draft(desk.year_file, desk.word, gaps=False, force=True)
    desk.edit(lambda e: e.replace("普法活动3场", "普法活动4场"))
    pulled = desk.pull()
    assert [one.new for one in pulled.applied] == ["4场"]
    assert pulled.unmatched == ()


def test_a_draft_without_gaps_is_known_though_its_only_gap_stood_where_it_was_edited(
    tmp_path: Path,
) -> None:
    head = HEAD.replace("纲要八章", "本文件") + "章节:\n  - {题: 存在不足, 部件: [不足]}\n"
    points = "不足:\n  - 力量不足\n  - 资料仅{{普法.资料}}\n  - 形式不够新颖\n"
    desk = Desk(year_file(tmp_path, points, head=head), tmp_path / "问卷")
    draft(desk.year_file, desk.word, gaps=False, force=True)
    desk.edit(lambda e: e.replace("不够新颖。", "不够新颖；三是年龄偏大。"))
    pulled = desk.pull()
    assert (pulled.conflicts, pulled.unmatched) == ((), ())
    assert desk.changed == ([], ["  - 年龄偏大"])


@pytest.mark.parametrize("way", ["Word", "无标记"])
def test_a_sentence_that_follows_from_a_gap_filled_in_word_is_left_to_the_patterns(
    way: str, tmp_path: Path
) -> None:
    desk = small(tmp_path, "数据:\n  调解.受理: 420件\n  调解.成功:\n")
    desk.edit(lambda e: e.control("【待补充：调解成功的案件（件）】", "400件"))
    pulled = desk.pull(way)
    assert (pulled.conflicts, pulled.unmatched) == ((), ())
    assert desk.changed == (["  调解.成功:"], ["  调解.成功: 400件"])
    [figure, sentence] = pulled.applied
    assert (figure.name, sentence.name) == ("数据.调解.成功", "随之改写")
    assert sentence.new.endswith("成功400件，成功率95.24%。")
    assert any("成功率95.24%" in text for text in texts(desk.year_file))


def test_words_changed_beside_a_gap_filled_in_word_are_written_down(tmp_path: Path) -> None:
    desk = small(tmp_path, "数据:\n  调解.受理: 420件\n  调解.成功:\n")
    desk.edit(
        lambda e: e.control("【待补充：调解成功的案件（件）】", "400件"),
        lambda e: e.replace("人民调解组织", "各级人民调解组织"),
    )
    pulled = desk.pull()
    assert "正文.矛盾纠纷" in [one.name for one in pulled.applied]
    assert desk.came_home()


@pytest.mark.parametrize("way", ["Word", "无标记"])
def test_a_heading_in_wholly_other_words_above_what_is_untouched_is_the_same_heading(
    desk: Desk, way: str
) -> None:
    old = "健全突发事件应对体系，依法预防处置重大突发事件"
    desk.edit(lambda e: e.replace(f"五、{old}", "五、提升应急处突能力"))
    pulled = desk.pull(way)
    assert (pulled.conflicts, pulled.unmatched) == ((), ())
    assert [(one.old, one.new) for one in pulled.applied] == [(old, "提升应急处突能力")]
    assert desk.changed == ([f"  应急处置: {old}"], ["  应急处置: 提升应急处突能力"])
    assert desk.came_home()


@pytest.mark.parametrize("final", [False, True])
def test_a_paragraph_split_in_two_keeps_its_heading_and_its_figures(
    final: bool,  # noqa: FBT001
    tmp_path: Path,
) -> None:
    desk = Desk(LONGCHENG, tmp_path / "龙城")
    draft(desk.year_file, desk.word, final=final, force=True)
    second = "选取8个小区试点，由基层党组织牵头、居民多方参与，完善花园小区治理。"
    second += "小区加装电梯案例入选“2023年走好新时代网上群众路线十大创新案例”。"
    desk.edit(
        lambda e: e.replace(second, ""), lambda e: e.insert_after("形成实践项目方案。", second)
    )
    pulled = desk.pull()
    assert (pulled.conflicts, pulled.unmatched) == ((), ())
    assert [one.name for one in pulled.applied] == ["正文.基层治理"]
    assert "    - 选取{{基层治理.小区}}小区试点，" in desk.after
    assert desk.came_home()


POINTS = """\
安排:
  - 题: 加强普法
    文:
      - 办好宪法宣传周
      - 建好文化长廊
  - 题: 加强调解
    文: 培训人民调解员
"""
FIRST_POINT = "# 定稿时删去：题: 加强普法 文: - 办好宪法宣传周 - 建好文化长廊"


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        (
            "一是加强普法。办好宪法宣传周。建好文化长廊。二是加强调解",
            "加强调解",
            f"  {FIRST_POINT}\n  - 题: 加强调解\n    文: 培训人民调解员\n",
        ),
        (
            "一是加强普法。办好宪法宣传周。建好文化长廊。二是加强调解。培训人民调解员",
            "加强普法。办好宪法宣传周。建好文化长廊",
            POINTS.removeprefix("安排:\n").replace(
                "  - 题: 加强调解\n    文: 培训人民调解员\n",
                "  # 定稿时删去：题: 加强调解 文: 培训人民调解员\n",
            ),
        ),
        (
            "一是加强普法。办好",
            "一是办好",
            POINTS.removeprefix("安排:\n").replace(
                "  - 题: 加强普法\n    文:", "  # 定稿时删去：题: 加强普法\n  - 文:"
            ),
        ),
        (
            "办好宪法宣传周。",
            "",
            POINTS.removeprefix("安排:\n").replace("- 办好", "# 定稿时删去：办好"),
        ),
    ],
)
def test_what_is_deleted_of_an_entry_stays_as_a_comment(
    old: str, new: str, left: str, tmp_path: Path
) -> None:
    head = HEAD.replace("纲要八章", "本文件") + "章节:\n  - {题: 下步安排, 部件: [安排]}\n"
    desk = Desk(year_file(tmp_path, POINTS, head=head), tmp_path / "问卷")
    desk.edit(lambda e: e.replace(old, new))
    pulled = desk.pull()
    assert (pulled.conflicts, pulled.unmatched) == ((), ())
    assert desk.after == f"{head}安排:\n{left}"


def test_a_number_typed_where_words_did_not_fit_the_answer_is_put_in(tmp_path: Path) -> None:
    desk = small(tmp_path, "数据:\n  普法.横幅: 无\n亮点: {普法宣传: ['挂横幅{{普法.横幅}}']}\n")
    place = "【待补充：普法宣传横幅填的是“无”，请改写这句话】"
    desk.edit(lambda e: e.control(place, "12条"))
    pulled = desk.pull()
    assert [(one.name, one.new) for one in pulled.applied] == [("数据.普法.横幅", "12条")]
    assert "普法.横幅: 12条" in desk.after
    assert desk.came_home()


def test_a_comparison_typed_where_last_years_value_is_missing_is_no_figure(tmp_path: Path) -> None:
    words = "办活动{{普法.活动}}，{{普法.活动 | 同比}}"
    desk = small(tmp_path, f"数据:\n  普法.活动: 36场\n亮点: {{普法宣传: ['{words}']}}\n")
    [comment] = [
        one.text for one in docx.Document(str(desk.word)).comments if "上年的问卷" in one.text
    ]
    assert "由谁提供" not in comment
    desk.edit(lambda e: e.control("【待补充：普法活动的上年数（场）】", "同比增长20%"))
    pulled = desk.pull()
    assert pulled.conflicts == ()
    assert "普法.活动: 36场" in desk.after
    assert "办活动{{普法.活动}}，同比增长20%" in desk.after
    assert desk.came_home()


def test_words_that_a_draft_without_gaps_left_out_stay_in_the_year_file(tmp_path: Path) -> None:
    words = "建成公园。发放资料{{普法.资料}}。人人参与。"
    desk = small(tmp_path, f"正文:\n  普法宣传:\n    - {words}\n    - 另一段。\n")
    draft(desk.year_file, desk.word, gaps=False, force=True)
    desk.edit(lambda e: e.replace("建成公园", "建成广场"))
    pulled = desk.pull()
    assert [one.document for one in pulled.unmatched] == [
        "（一）深入开展普法宣传。建成广场。人人参与。"
    ]
    assert desk.after == desk.before


def test_text_of_tables_is_told_and_left(desk: Desk) -> None:
    def add_table(editor: Editor) -> None:
        table = editor.document.add_table(1, 1)
        table.cell(0, 0).text = "附表里的话"

    desk.edit(add_table)
    pulled = desk.pull()
    assert [one.document for one in pulled.unmatched] == ["附表里的话"]
    assert desk.after == desk.before


def test_a_number_alone_in_a_table_is_told_as_well(tmp_path: Path) -> None:
    desk = small(tmp_path, "数据: {普法.活动: 36场}\n")
    cells = ["项目", "数量", "普法活动", "36"]

    def add_table(editor: Editor) -> None:
        table = editor.document.add_table(2, 2)
        for at, text in enumerate(cells):
            table.cell(at // 2, at % 2).text = text

    desk.edit(add_table)
    assert [one.document for one in desk.pull().unmatched] == cells


@pytest.mark.parametrize("name", ["上报", "版心", "附表"])
def test_what_a_word_template_prints_besides_is_no_change(desk: Desk, name: str) -> None:
    draft(desk.year_file, desk.word, word=Path(name), force=True)
    pulled = desk.pull()
    assert (pulled.applied, pulled.conflicts, pulled.unmatched) == ((), (), ())
    desk.edit(lambda e: e.replace("上门走访企业", "深入走访企业"))
    pulled = desk.pull()
    assert [one.name for one in pulled.applied] == ["亮点.营商环境"]
    assert pulled.unmatched == ()


def test_an_addressee_filled_in_goes_to_the_office(desk: Desk) -> None:
    draft(desk.year_file, desk.word, word=Path("上报"), force=True)
    desk.edit(lambda e: e.replace("【待补充：主送机关】", "区委、区政府"))
    pulled = desk.pull()
    assert "  主送: 区委、区政府" in desk.changed[1]
    assert pulled.unmatched == ()


@pytest.mark.parametrize("lock", ["~$初稿.docx", ".~lock.初稿.docx#"])
def test_a_document_that_is_open_is_refused(desk: Desk, lock: str) -> None:
    desk.edit(lambda e: e.control("607次", "612次"))
    (desk.word.parent / lock).write_bytes(b"")
    with pytest.raises(DrafterError, match="打开着"):
        desk.pull()
    assert desk.after == desk.before


def test_another_report_is_refused(desk: Desk, tmp_path: Path) -> None:
    other = Desk(HUADU, tmp_path / "花都")
    with pytest.raises(DrafterError, match="不像是"):
        pull(desk.year_file, other.word)


def test_what_is_no_word_file_is_refused(desk: Desk) -> None:
    desk.word.write_text("只是文字", encoding="utf-8")
    with pytest.raises(DrafterError, match="docx"):
        desk.pull()


def test_without_writing_the_file_stays(desk: Desk) -> None:
    desk.edit(lambda e: e.control("607次", "612次"))
    pulled = pull(desk.year_file, desk.word, write=False)
    assert "612次" in pulled.after
    assert desk.after == desk.before
