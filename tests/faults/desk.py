"""A folder as a clerk has it, and the commands that write into it."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.app.draft import draft
from tests.app.editing import Editor
from tests.slips.filling import EXAMPLES, emptied, fill, sent

if TYPE_CHECKING:
    from pathlib import Path

OLD = "上一次的文件，也许是改了一下午的。\n".encode() * 50
UNFINISHED = re.compile(r"\..+\.[0-9a-f]{8}\.drafter\.tmp")
_ANSWERS = "36\n近1.5万\n无\n\n300余\n0\n"


@dataclass(frozen=True, slots=True)
class Job:
    """A command.

    Attributes:
        name: what it is called in tables.
        arguments: on the command line; the folder is the current one.
        typed: what comes through the pipe, line by line.
        replaces: whether it replaces what an earlier run wrote.
    """

    name: str
    arguments: tuple[str, ...]
    typed: str = ""
    replaces: bool = True


JOBS = (
    Job("draft --force", ("draft", "2023.yaml", "-o", "2023.docx", "--force")),
    Job("roll", ("roll", "2023.yaml"), replaces=False),
    Job("pull", ("pull", "2023.yaml", "改过的.docx")),
    Job("slips in", ("slips", "in", "空/2023.yaml", "空/表")),
    Job("fill", ("fill", "空/2023.yaml"), typed=_ANSWERS),
    Job("figures -o", ("figures", "2023.yaml", "-o", "核稿单.xlsx", "--force")),
    Job("adopt", ("adopt", "报告.txt", "-o", "认读.yaml"), replaces=False),
    Job("check --to docx", ("check", "2023.yaml", "--to", "docx", "-o", "批注.docx", "--force")),
    Job("slips out", ("slips", "out", "2023.yaml", "发", "--force")),
    Job(
        "new",
        ("new", "新.yaml", "--place", "某区", "--kind", "区", "--year", "2025"),
        replaces=False,
    ),
    Job("learn", ("learn", "报告.txt", "-o", "学到.yaml"), replaces=False),
)


def set_up(folder: Path) -> None:
    """Lay out the files that the commands start from."""
    shutil.copytree(EXAMPLES / "longcheng-2023", folder)
    year_file, edited = folder / "2023.yaml", folder / "改过的.docx"
    draft(year_file, edited)
    editor = Editor(edited)
    editor.control("607次", "612次")
    editor.save()
    (folder / "expected.txt").rename(folder / "报告.txt")
    blank, told = emptied("longcheng-2023", folder / "空")
    fill(sent(blank, folder / "空" / "表"), told)
    for name in ("2023.docx", "核稿单.xlsx", "批注.docx"):
        (folder / name).write_bytes(OLD)
    slips = folder / "发"
    slips.mkdir()
    for path in (folder / "空" / "表").iterdir():
        (slips / path.name).write_bytes(OLD)


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file in a folder and below, by its way from there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def leftovers(folder: Path) -> list[Path]:
    """What killed processes have left."""
    return [path for path in folder.rglob(".*") if UNFINISHED.fullmatch(path.name)]
