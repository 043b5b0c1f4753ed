"""`drafter` alone: what is in this folder, and what to do next."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.app.here.advice import Step, advice, due_year
from drafter.app.here.facts import DraftState
from drafter.app.here.look import look
from drafter.cli.printing import width
from drafter.writers.here import Role, command, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.app.here.advice import Advice
    from drafter.app.here.facts import Here, YearFile

_MOST_FACTS, _MOST_STEPS = 4, 5  # lines; with headings and the last line twelve
_STYLES: dict[Role, dict[str, object]] = {
    Role.HEAD: {"bold": True},
    Role.NAME: {"bold": True},
    Role.COMMAND: {"fg": "green"},
    Role.PLAIN: {},
}
#: Each step: the command with `{}` for files, and what it is for.
_STEPS = {
    Step.NEW: ("drafter new {} --place 某某街道 --kind 街道", "新建问卷（换成您的单位、类型）"),
    Step.ADOPT: ("drafter adopt {}", "把这份报告变成问卷，作今年的起点"),
    Step.ENTER: ("cd {}", "问卷在这个文件夹里，先进去"),
    Step.ROLL: ("drafter roll {}", "从它写出{}年的问卷"),
    Step.MEND: ("drafter check {}", "看错在哪里、怎么改"),
    Step.FILL: ("drafter fill {}", "逐项填，答一项存一项"),
    Step.OUTLINE: ("drafter outline {}", "看还缺什么、找谁要"),
    Step.SLIPS_OUT: ("drafter slips out {} {}", "给各部门做填报表"),
    Step.SLIPS_IN: ("drafter slips in {} {}", "把收回的填报表汇总进来"),
    Step.DRAFT: ("drafter draft {}", "出 Word 初稿"),
    Step.DRAFT_AGAIN: ("drafter draft {} -o {} --force", "问卷改过了，重新出稿"),
    Step.DRAFT_PULLED: ("drafter draft {} -o {} --force", "收回以后，重新出稿"),
    Step.PULL: ("drafter pull {} {}", "把 Word 里改的收回问卷"),
    Step.CHECK: ("drafter check {}", "检查数据和文字"),
    Step.PREVIEW: ("drafter preview {}", "在浏览器里看样子"),
    Step.FINAL: ("drafter draft {} --final -o {}", "出定稿"),
    Step.DRAFT_ALL: ("drafter draft --all . -o 初稿", "全部出初稿"),
    Step.CHECK_ALL: ("drafter check --all .", "全部检查"),
}
_ANY_REPORT = "去年报告.docx"
_STATES = {
    DraftState.FRESH: "初稿，已是最新",
    DraftState.OLD: "初稿，比问卷旧",
    DraftState.EDITED: "初稿，在 Word 里改过",
}


def tell_here(known: Sequence[str]) -> None:
    """Print what is in the current folder and what to do next.

    Args:
        known: the commands that there are; no other is advised.
    """
    here, today = look(Path()), date.today()  # noqa: DTZ011 - the clerk's own calendar
    steps = [
        one for one in advice(here, due_year(today.year, today.month)) if _is_known(one, known)
    ]
    room = width() if sys.stdout.isatty() else 0
    facts = list(_facts(here))
    left = len(facts) - _MOST_FACTS
    if left > 0:
        facts[_MOST_FACTS - 1 :] = [("……", f"还有{left + 1}个")]
    if not facts:
        click.echo("这个文件夹里没有问卷，也没有报告。")
    _print("这个文件夹里：", facts, room, Role.NAME)
    _print("下一步：", [_told(one) for one in steps[:_MOST_STEPS]], room, Role.COMMAND)
    click.echo("全部命令：drafter --help")


def _print(heading: str, rows: Sequence[tuple[str, str]], room: int, role: Role) -> None:
    for line in listed(heading, rows, room, role):
        click.echo("".join(click.style(text, **_STYLES[of]) for text, of in line))  # type: ignore[arg-type]


def _is_known(one: Advice, known: Sequence[str]) -> bool:
    words = _STEPS[one.step][0].split()
    return words[0] != "drafter" or words[1] in known


def _told(one: Advice) -> tuple[str, str]:
    words, about = _STEPS[one.step]
    files = one.files or ((_ANY_REPORT,) if one.step is Step.ADOPT else ())
    return command(words, files, windows=os.name == "nt"), about.format(one.year)


def _facts(here: Here) -> Iterator[tuple[str, str]]:
    """A name and what is known of it; year files with their drafts first."""
    for one in here.year_files:
        yield one.name, _year_file(one)
        if not one.prior:
            for draft in one.drafts:
                behind = draft.behind and draft.state is DraftState.EDITED
                yield draft.name, _STATES[draft.state] + ("，问卷后来也改过" if behind else "")
    for slips in here.slips:
        returned = f"，{slips.returned}份填过" if slips.returned else "，还没有收回的"
        yield f"{slips.name}/", f"填报表{slips.sheets}份{returned}"
    if not here.year_files:
        yield from ((name, "或许是报告") for name in here.reports)
        yield from ((f"{name}/", "里面有问卷") for name in here.below)


def _year_file(one: YearFile) -> str:
    year = f"{one.year}年度" if one.year else "看不出年度"
    if one.prior:
        return f"上年的问卷，{year}"
    if one.broken:
        return f"问卷读不了：{one.broken}"
    if not one.read:
        return f"问卷，{year}"
    gaps = f"待补充{one.gaps}处" if one.gaps else "没有待补充的"
    errors = f"，错误{one.errors}处" if one.errors else ""
    return f"问卷，{year}，{gaps}{errors}"
