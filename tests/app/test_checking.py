"""What a check sees of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx

from drafter.app.checking import check
from drafter.checks.registry import RULES
from drafter.checks.running import runs

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


def test_rules_that_are_left_out_are_not_counted(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text("某区2023年法治政府建设年度报告\n\n一、情况\n有一段话。\n", "utf-8")
    unasked = [rule.code for rule in RULES if runs(rule, frozenset(), filed=False)]
    assert check(path).rules == len(unasked)
    assert check(path, ignore=["W"]).rules == sum(not c.startswith("W") for c in unasked)
    assert check(path, select=["W401"]).rules == 1
