"""`drafter pull`."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.app.pull import pull as bring
from drafter.cli import completing
from drafter.cli.chinese import ChineseCommand, Choice
from drafter.cli.printing import note, print_json
from drafter.cli.streams import say
from drafter.cli.waiting import waiting
from drafter.model.pulled import Group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.model.pulled import Applied, Pulled

_ACCEPTED, _ORIGINAL = "accepted", "original"
_LONGEST = 60
_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


@click.command(cls=ChineseCommand)
@click.argument("year_file", metavar="问卷.yaml", shell_complete=completing.year_files)
@click.argument("document", metavar="改过的.docx", shell_complete=completing.any_file)
@click.option("--dry-run", is_flag=True, help="只看问卷会怎样改，不写文件")
@click.option(
    "--as",
    "reading",
    type=Choice(_ACCEPTED, _ORIGINAL),
    default=_ACCEPTED,
    help="有修订的：accepted 当作都接受（不写就是这样），original 当作都拒绝",
)
@click.option(
    "--word",
    metavar="模板",
    help="出稿时用了自己的 Word 模板的，写上它；用现有模板的不用写",
    shell_complete=completing.word_templates,
)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON，供别的程序读取")
def pull(
    year_file: str, document: str, dry_run: bool, reading: str, word: str | None, as_json: bool
) -> int:
    """把 Word 里改的收回问卷：数、文字、标题、增删的段落。拿不准的列出来，不替您定。"""
    with waiting("比对 Word 里的改动"):
        pulled = bring(
            Path(year_file),
            Path(document),
            original=reading == _ORIGINAL,
            word=Path(word) if word else None,
            write=not dry_run,
        )
    if as_json:
        print_json(pulled.as_json())
    else:
        for line in _diff(pulled, year_file) if dry_run else _applied(pulled):
            click.echo(line)
        _tell(pulled, year_file, document, dry_run=dry_run)
    return 1 if pulled.conflicts else 0


def _applied(pulled: Pulled) -> Iterator[str]:
    """What was put in, in groups."""
    for group in Group:
        found = [one for one in pulled.applied if one.group is group]
        if found:
            yield click.style(f"{group.value}（{len(found)}处）", bold=True)
        for one in found:
            yield from _change(one)


def _change(one: Applied) -> Iterator[str]:
    place = f"　{one.place}" if one.place and one.place != one.name else ""
    yield f"  {one.name}{place}"
    old, new = _differing(one.old, one.new)
    if old:
        yield click.style(f"    - {old}", fg="red")
    if new:
        yield click.style(f"    + {new}", fg="green")


def _differing(old: str, new: str) -> tuple[str, str]:
    """Two texts without what they share at both ends, where they are long."""
    old, new = old.replace("\n", " ¶ "), new.replace("\n", " ¶ ")
    if max(len(old), len(new)) <= _LONGEST:
        return old, new
    ends = [at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b]
    start = max(0, (ends[0] if ends else min(len(old), len(new))) - 10)
    return _cut(old, start), _cut(new, start)


def _cut(text: str, start: int) -> str:
    shown = text[start : start + _LONGEST]
    before = "……" if start and shown else ""
    return before + shown + ("……" if start + _LONGEST < len(text) else "")


def _diff(pulled: Pulled, name: str) -> Iterator[str]:
    """The year file's lines that would change."""
    before, after = pulled.before.splitlines(), pulled.after.splitlines()
    for line in difflib.unified_diff(before, after, name, name, lineterm=""):
        yield click.style(line, fg=_COLOURS.get(line[0]))


def _tell(pulled: Pulled, year_file: str, document: str, *, dry_run: bool) -> None:
    """Conflicts with both sides, what is left over, and a line at the end."""
    for conflict in pulled.conflicts:
        say(click.style(f"请您定 {conflict.message}", fg="red", bold=True))
        for place, text in conflict.values:
            say(f"    {place}：{_cut(text, 0)}")
        say(f"  怎么改：{conflict.remedy}")
    for one in pulled.unmatched:
        say(
            click.style(
                f"没有收回 {one.reason}{f'　{one.place}' if one.place else ''}", fg="yellow"
            )
        )
        if one.document:
            say(f"    Word：{_differing(one.document, one.draft)[0]}")
        if one.draft:
            say(f"    重新出稿：{_differing(one.document, one.draft)[1]}")
    left = f"，{len(pulled.conflicts)}处请您定" if pulled.conflicts else ""
    left += f"，{len(pulled.unmatched)}处没有收回" if pulled.unmatched else ""
    if pulled.before == pulled.after:
        nothing = f"“{document}”里没有要收回的改动，问卷没有动。"
        note(f"问卷没有动{left}：{year_file}" if left else nothing)
        return
    done = "会收回" if dry_run else "收回了"
    note(f"{done}{len(pulled.applied)}处改动{left}：{year_file}")
    if not dry_run:
        note(f"  下一步：drafter draft {year_file} 重新出稿看看。")
