"""`drafter figures`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.app.figures import Format, write
from drafter.app.figures import figures as make
from drafter.cli import completing
from drafter.cli.chinese import ChineseCommand
from drafter.cli.printing import note, print_findings, print_json, width
from drafter.cli.waiting import waiting
from drafter.model.finding import Severity
from drafter.writers.figure_words import counts, supply_lines
from drafter.writers.figures import Role, figures_json, figures_lines

if TYPE_CHECKING:
    from drafter.model.figure_row import FigureSheet

_STYLES: dict[Role, dict[str, object]] = {
    Role.HEAD: {"bold": True},
    Role.PLAIN: {},
    Role.DIM: {"dim": True},
    Role.GAP: {"fg": "red", "bold": True},
    Role.JUMP: {"fg": "yellow", "bold": True},
    Role.DOUBT: {"fg": "yellow"},
}


@click.command(cls=ChineseCommand)
@click.argument("year_file", metavar="问卷.yaml", shell_complete=completing.year_files)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON，供别的程序读取")
@click.option(
    "-o", "out", metavar="文件", help="写成核稿单：.xlsx 是表格，.docx 是可以打印、签字的"
)
@click.option("--force", is_flag=True, help="文件已经有了也照样覆盖")
def figures(year_file: str, as_json: bool, out: str | None, force: bool) -> int:
    """列出全部数据：今年、上年、变化、谁提供、用在哪里、哪些待核，可以写成核稿单。"""
    to = _format(out) if out else None
    with waiting("汇总数据"):
        sheet, findings = make(Path(year_file))
    print_findings(findings)
    if out and to:
        write(sheet, Path(out), to, force=force)
    if as_json:
        print_json(figures_json(sheet))
    elif out:
        click.echo(out)
    else:
        _print(sheet)
    _tell(sheet)
    return 1 if any(finding.severity is Severity.ERROR for finding in findings) else 0


def _format(out: str) -> Format:
    """What the file's ending asks for."""
    ending = Path(out).suffix.lstrip(".").lower()
    if ending not in list(Format):
        known = "、".join(f".{format_.value}" for format_ in Format)
        raise click.UsageError(f"核稿单的文件名要以 {known} 结尾，这里是“{out}”")
    return Format(ending)


def _print(sheet: FigureSheet) -> None:
    for line in figures_lines(sheet, width()):
        parts = (click.style(text, **_STYLES[role]) for text, role in line)  # type: ignore[arg-type]
        click.echo("".join(parts))


def _tell(sheet: FigureSheet) -> None:
    """The counts, and who still owes what."""
    note(f"{counts(sheet)}。")
    if sheet.words:
        note(f"另有{sheet.words}处文字或日期待补充。")
    for line in supply_lines(sheet.supplies):
        note(line)
