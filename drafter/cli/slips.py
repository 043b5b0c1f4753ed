"""`drafter slips out` and `drafter slips in`."""

from __future__ import annotations

import difflib
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.app.slips_in import SLIP, YEAR_FILE, slips_in
from drafter.app.slips_out import slips_out
from drafter.cli import completing
from drafter.cli.chinese import ChineseCommand, ChineseSubgroup, Choice
from drafter.cli.printing import note, print_findings, print_json
from drafter.cli.waiting import waiting
from drafter.model.finding import Severity
from drafter.readers.days import read_day
from drafter.readers.files import is_folder
from drafter.writers.merged import merged_json, merged_lines
from drafter.writers.slip_list import slip_table

if TYPE_CHECKING:
    from datetime import date

    from drafter.app.slips_in import SlipsIn


@click.group(cls=ChineseSubgroup, no_args_is_help=False, invoke_without_command=True)
@click.pass_context
def slips(context: click.Context) -> None:
    """填报表：发给各部门填（out），收回来汇总进问卷（in）。"""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@slips.command(name="out", cls=ChineseCommand)
@click.argument("year_file", metavar="问卷.yaml", shell_complete=completing.year_files)
@click.argument("folder", metavar="文件夹", shell_complete=completing.folders)
@click.option("--due", metavar="日期", help="请对方哪天前退回，如 2025-01-15")
@click.option("--required", is_flag=True, help="只问必填的和问卷里写了名称的，选填的不问")
@click.option("--force", is_flag=True, help="文件已经有了也照样覆盖")
def out(year_file: str, folder: str, due: str | None, required: bool, force: bool) -> int:
    """给每个提供数据的部门做一份填报表（Excel），放进文件夹，附一份清单。

    已经填了的数会写在表里；上年的数也在旁边，供对方核对。
    """
    before = _day(due)
    with waiting("做填报表"):
        made = slips_out(Path(year_file), Path(folder), due=before, required=required)
    wrong = [f for f in made.findings if f.severity is Severity.ERROR]
    print_findings(wrong)
    made.write(force=force)
    for line in slip_table({path.name: slip for path, slip in made.slips.items()}):
        click.echo(line)
    note(f"共{len(made.slips)}份填报表，在 {folder}；谁要填什么，见 {made.list_path}。")
    note(f"  收回来以后：drafter slips in {year_file} {folder}/*.xlsx")
    return 1 if wrong else 0


@slips.command(name="in", cls=ChineseCommand)
@click.argument("year_file", metavar="问卷.yaml", shell_complete=completing.year_files)
@click.argument(
    "files", metavar="填报表…", nargs=-1, required=True, shell_complete=completing.any_file
)
@click.option("--prefer", type=Choice(SLIP, YEAR_FILE), help="问卷里已经填了别的数，以哪个为准")
@click.option("--dry-run", is_flag=True, help="只看会写进什么，不改问卷")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON，供别的程序读取")
def in_(
    year_file: str, files: tuple[str, ...], prefer: str | None, dry_run: bool, as_json: bool
) -> int:
    """把收回来的填报表汇总进问卷：对得上的写进去，对不上的、有冲突的列出来，一个也不丢。

    表可以是发出去的那份，也可以是对方另打的：xlsx、csv，装了 LibreOffice 的还可以是 xls、ods。
    行的次序变了、栏名改了几个字、没有编号，都可以；已经填好的数不会被覆盖，除非加 --prefer 填报表。
    """
    returned = _expanded(files)
    with waiting(f"读{len(returned)}份填报表"):
        done = slips_in(Path(year_file), returned, prefer or "")
    print_findings(f for f in done.findings if f.severity is Severity.ERROR)
    if not dry_run:
        done.write()
    if as_json:
        print_json(merged_json(done.merged))
    else:
        for line in merged_lines(done.merged):
            click.echo(line)
        if dry_run:
            _show_change(done)
    _sum_up(done, dry_run=dry_run)
    return 1 if done.merged.conflicts else 0


def _expanded(files: tuple[str, ...]) -> list[Path]:
    """The files; the shell of Windows leaves *.xlsx as it is typed, and a folder stands for all."""
    found: list[Path] = []
    for name in files:
        path = Path(name)
        if is_folder(path):
            found += [one for one in path.iterdir() if one.suffix.lower() in _ENDINGS]
        elif "*" in path.name and not os.path.lexists(path):
            found += path.parent.glob(path.name)
        else:
            found.append(path)
    if not found:
        raise click.UsageError(f"“{' '.join(files)}”里没有填报表")
    return found


_ENDINGS = {".xlsx", ".xls", ".csv", ".ods", ".et"}


def _show_change(done: SlipsIn) -> None:
    """The lines of the year file that would change."""
    lines = difflib.unified_diff(
        done.before.splitlines(),
        done.after.splitlines(),
        "现在的问卷",
        "写入以后",
        lineterm="",
        n=0,
    )
    for line in lines:
        colour = {"+": "green", "-": "red"}.get(line[:1])
        click.echo(click.style(line, fg=colour) if colour else line)


def _sum_up(done: SlipsIn, *, dry_run: bool) -> None:
    merged = done.merged
    new = sum(not one.already for one in merged.applied)
    told = [
        f"读了{done.read}份填报表",
        f"{'要写入' if dry_run else '写入'}{new}项",
        f"已有{len(merged.applied) - new}项",
    ]
    told += [f"有冲突{len(merged.conflicts)}处，没有写进去"] if merged.conflicts else []
    told += [f"对不上{len(merged.unmatched)}处"] if merged.unmatched else []
    note(f"{'，'.join(told)}。{'问卷没有改动。' if dry_run or done.after == done.before else ''}")
    if not dry_run and new:
        note(f"  下一步：drafter check {done.path}，再用 drafter outline {done.path} 看还缺什么。")


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return read_day(text)
    except ValueError as problem:
        raise click.UsageError(f"--due 的日期“{text}”读不懂：{problem}，如 2025-01-15") from None
