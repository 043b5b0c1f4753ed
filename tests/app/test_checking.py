"""What a check sees of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import pytest

from drafter import locate
from drafter.app.checking import check
from drafter.checks.registry import RULES
from drafter.checks.running import runs
from drafter.model.spot import Spot
from tests.making import PLAIN_HEAD, year_file

if TYPE_CHECKING:
    from pathlib import Path


def test_lines_of_one_word_paragraph_keep_their_own_words(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("某区2023年法治政府建设年度报告")
    paragraph = document.add_paragraph("一、主要情况")
    for line in ("全年办理案件5件，均已办结。", "全年办理复议案件7件，均已办结"):
        paragraph.add_run().add_break()
        paragraph.add_run(line)
    path = tmp_path / "报告.docx"
    document.save(str(path))
    checked = check(path, select=["W401"])
    assert checked.texts[-1] == "全年办理复议案件7件，均已办结"
    assert [finding.text for finding in checked.findings] == ["件，均已办结"]
    assert checked.placed[0].passage == len(checked.texts) - 1


@pytest.mark.parametrize(
    ("heads", "told"),
    [
        ("指标 | 2022年 | 2023年", []),
        ("指标 | 2022年数（件） | 2023年数（件）", []),
        ("指标 | 2022年 | 同比", ["2022年"]),
        ("2023年情况 | 2022年共办结，12件 | 其他", ["2022年"]),
    ],
)
def test_last_years_column_beside_this_years_is_no_stale_year(
    tmp_path: Path, heads: str, told: list[str]
) -> None:
    path = tmp_path / "报告.md"
    table = f"| {heads} |\n|---|---|---|\n| 行政处罚（件） | 8900 | 9235 |"
    text = f"# 某区2023年法治政府建设年度报告\n\n## 一、情况\n\n执法情况如下。\n\n{table}\n"
    path.write_text(text, "utf-8")
    assert [finding.text for finding in check(path, select=["W206"]).findings] == told


def test_a_soft_break_behind_a_comma_is_no_blank(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("某区2023年法治政府建设年度报告")
    paragraph = document.add_paragraph("全年出台文件12件，")
    paragraph.add_run().add_break()
    paragraph.add_run("废止， 修改5件。")
    path = tmp_path / "报告.docx"
    document.save(str(path))
    checked = check(path, select=["W406"])
    assert [finding.text for finding in checked.findings] == ["，废止， 修改5件"]


def test_rules_that_are_left_out_are_not_counted(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text("某区2023年法治政府建设年度报告\n\n一、情况\n有一段话。\n", "utf-8")
    unasked = [rule.code for rule in RULES if runs(rule, frozenset(), filed=False)]
    assert check(path).rules == len(unasked)
    assert check(path, ignore=["W"]).rules == sum(not c.startswith("W") for c in unasked)
    assert check(path, select=["W401"]).rules == 1


@pytest.mark.parametrize(
    ("body", "code", "place"),
    [
        ("数据:\n  普法.活动: 36余场\n", "F101", (5, 10)),
        ("数据:\n  普法.活动: 近30余场\n", "F102", (5, 10)),
        (
            "数据:\n  普法.活动: 36余场\n亮点:\n  普法宣传:\n    - 办{{普法.活动}}\n",
            "F101",
            (5, 10),
        ),
        ('亮点:\n  普法宣传:\n    - 他说“好"，建成公园\n', "W403", (6, 7)),
        ('亮点:\n  普法宣传:\n    - 甲乙丙\n    - "“好" \n', "W404", (7, 7)),
    ],
)
def test_what_the_year_file_supplied_is_told_of_where_it_stands_in_it(
    tmp_path: Path, body: str, code: str, place: tuple[int, int]
) -> None:
    path = year_file(tmp_path, body)
    (finding,) = check(path, select=[code]).findings
    assert finding.spot == Spot(str(path), *place)


def test_a_fault_in_the_words_of_a_pattern_is_told_of_at_the_pattern(tmp_path: Path) -> None:
    pattern = (locate.templates() / "profiles" / "三段式.yaml").read_text("utf-8")
    words = "取得一定成绩，"
    assert words in pattern
    own = tmp_path / "我的结构.yaml"
    own.write_text(pattern.replace(words, words.replace("，", ",")), "utf-8")
    head = PLAIN_HEAD.replace("纲要八章", own.name)
    path = year_file(tmp_path, "不足: [普法不够有针对性]\n", head=head)
    (finding,) = check(path, select=["W403"]).findings
    line = next(n for n, one in enumerate(pattern.split("\n"), 1) if words in one)
    assert (finding.spot.file, finding.spot.line) == (str(own), line)
