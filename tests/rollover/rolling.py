"""Year files rolled in a folder of their own."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from drafter.app.opening import open_case
from drafter.app.roll import Roll, roll
from drafter.model.finding import Severity
from drafter.readers.year_file import read_year_file
from drafter.writers.text import txt

HEAD = """\
报告: {年度: 2023, 结构: 纲要八章, 成文日期: 2024-01-20}
单位: {名称: 某街道, 类型: 街道, 自称: 我街道, 上级: 区委, 落款: [某街道办事处]}
"""


def rolled(text: str, *, head: str = HEAD) -> str:
    """The text of this year's file; that it can be read is seen to."""
    with TemporaryDirectory() as folder:
        return made(Path(folder), head + text)[1]


def made(folder: Path, text: str, name: str = "2023.yaml") -> tuple[Roll, str]:
    """This year's file and its text; that it can be read is seen to."""
    last = folder / name
    last.write_bytes(text.encode())
    roll_ = roll(last)
    roll_.write()
    _, findings = read_year_file(roll_.path)
    assert [f for f in findings if f.severity is Severity.ERROR] == []
    return roll_, roll_.path.read_bytes().decode()


def drafted(text: str, *, head: str = HEAD) -> str:
    """What this year's draft says before anything is answered."""
    with TemporaryDirectory() as folder:
        return draft_of(made(Path(folder), head + text)[0].path)


def draft_of(path: Path) -> str:
    """A year file's draft as text."""
    case, _ = open_case(path)
    return txt(case.report)
