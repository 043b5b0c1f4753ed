"""The page on collecting figures, followed to the letter."""

from __future__ import annotations

import re
from pathlib import Path

from openpyxl import load_workbook

from drafter.model.merged import Clash
from tests.running import drafter
from tests.slips.filling import rows, type_in

PAGE = Path(__file__).parents[2] / "docs" / "填报与汇总.md"
_BLOCK = re.compile(r"```(yaml|sh)\n(.*?)```", re.DOTALL)
ANSWERS = {"普法.活动": "36", "普法.资料": "近1.5万", "调解.受理": "420", "调解.成功": "无"}


def test_the_commands_of_the_page_collect_the_figures(tmp_path: Path) -> None:
    (_, content), *shells = _BLOCK.findall(PAGE.read_text(encoding="utf-8"))
    (tmp_path / "2024.yaml").write_text(content, encoding="utf-8")
    ran = []
    for kind, commands in shells:
        assert kind == "sh"
        for command in commands.splitlines():
            program, *arguments = command.split()
            assert program == "drafter"
            done = drafter(*arguments, folder=tmp_path)
            assert done.returncode == 0, done.stderr
            ran.append(done)
            if arguments[1] == "out":
                _fill(tmp_path / "填报表")
    assert len(ran) == 3
    text = (tmp_path / "2024.yaml").read_text(encoding="utf-8")
    for line in ("普法.活动: 36场", "近1.5万份", "调解.受理: 420", "调解.成功: 无"):
        assert line in text


def _fill(folder: Path) -> None:
    path = folder / "填报表-司法局-2024.xlsx"
    book = load_workbook(path)
    sheet = book["填报表"]
    for row in rows(sheet):
        if sheet.cell(row, 1).value in ANSWERS:
            type_in(sheet, row, ANSWERS[str(sheet.cell(row, 1).value)])
    book.save(path)


def test_the_page_speaks_of_as_many_kinds_of_conflicts_as_there_are() -> None:
    text = PAGE.read_text(encoding="utf-8")
    table = text[text.index("| 说的是 |") :].split("\n\n", maxsplit=1)[0]
    assert len(table.splitlines()) - 2 >= 10
    assert len(Clash) == 18
